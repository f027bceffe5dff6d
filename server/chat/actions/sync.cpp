#include "chat/actions/sync.h"

#include "chat/actions/historypage.h"
#include "chat/actions/personalroom.h"
#include "chat/rules/jsonsize.h"
#include "chat/settings.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

#include <algorithm>
#include <memory>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::RoomEvent;
using protocol::chat::Sync;

namespace {

constexpr int eventsPerRead = 200;
constexpr int messagesAfterReset = 50;
/// Smaller answers than this are not begun: the room is left for the next request.
constexpr qsizetype minResetBytes = 100'000;
constexpr qsizetype bytesPerRoom = 200; ///< of an answer, beside its events

/// Works through the rooms of one request, one after the other. Lives as long as a read of the store or a call of it.
class SyncRun : public std::enable_shared_from_this<SyncRun>
{
public:
    SyncRun(Context &context, const Actor &actor, const Sync &request, Reply reply)
        : m_context(context), m_actor(actor), m_reply(std::move(reply)),
          m_eventsLeft(context.settings.limits.maxSyncEvents), m_bytesLeft(maxAnswerBytes)
    {
        for (auto it = request.rooms.begin(); it != request.rooms.end(); ++it)
            m_rooms.push_back({it.key(), it.value()});
        // Rooms with little news first: most of them are then up to date after one answer.
        std::sort(m_rooms.begin(), m_rooms.end(), [this](const Position &a, const Position &b) {
            return std::pair(missedIn(a), a.room) < std::pair(missedIn(b), b.room);
        });
    }

    /// Goes on with the next room, until one has to be read from the store.
    void proceed()
    {
        while (m_next < m_rooms.size()) {
            if (!answerFromMemory())
                return;
        }
        m_reply(QCborMap{{QStringLiteral("rooms"), m_answers}});
    }

private:
    struct Position
    {
        QString room;
        qint64 seq = 0;
    };

    qint64 missedIn(const Position &position) const
    {
        const RoomState *room = m_context.state.room(position.room);
        return room ? room->room.seq - position.seq : 0;
    }

    const Position &current() const { return m_rooms[m_next]; }

    /// Null when the asker is not in the room (any more).
    const RoomState *currentRoom() const
    {
        const auto standing = checkRoomPermission(m_context, m_actor.user, current().room, Permission::ReadRoom);
        return standing ? standing->room : nullptr;
    }

    void answer(const QCborMap &fields)
    {
        m_answers.insert(current().room, fields);
        m_events = QCborArray();
        ++m_next;
    }

    void answerEvents(const RoomState &room, bool hasMore)
    {
        QCborMap fields{{QStringLiteral("events"), m_events},
                        {QStringLiteral("read"), room.readPosition(m_actor.user)}};
        if (hasMore)
            fields.insert(QStringLiteral("more"), true);
        answer(fields);
    }

    void answerGone() { answer({{QStringLiteral("gone"), true}}); }

    /// False when the store has to be asked: its answer goes on from there.
    bool answerFromMemory()
    {
        m_bytesLeft -= bytesPerRoom;
        const RoomState *room = currentRoom();
        if (!room) {
            answerGone();
            return true;
        }
        const qint64 missed = room->room.seq - current().seq;
        const bool isReset = missed < 0 || missed > m_context.settings.limits.maxSyncGap;
        if (missed == 0 || !isSpaceFor(isReset)) {
            answerEvents(*room, missed != 0);
            return true;
        }
        m_hasRead = true;
        if (isReset)
            readReset(*room);
        else
            readEvents();
        return false;
    }

    bool isSpaceFor(bool isReset) const
    {
        return !m_hasRead || (m_eventsLeft > 0 && m_bytesLeft > (isReset ? minResetBytes : 0));
    }

    void readEvents()
    {
        const int limit = std::min(m_eventsLeft, eventsPerRead);
        m_context.store.readEvents(
            {current().room, current().seq, limit},
            [self = shared_from_this(), limit](const StoreResult<std::vector<RoomEvent>> &events) {
                if (events)
                    self->takeEvents(*events, limit);
                else
                    self->m_reply(protocol::failure(errorFrom(events.error())));
            });
    }

    void takeEvents(const std::vector<RoomEvent> &events, int limit)
    {
        const RoomState *room = currentRoom();
        if (!room) {
            answerGone();
            proceed();
            return;
        }
        const bool isAllTaken
            = std::all_of(events.begin(), events.end(), [this](const RoomEvent &event) { return take(event); });
        if (isAllTaken && int(events.size()) == limit && m_eventsLeft > 0) {
            readEvents();
            return;
        }
        answerEvents(*room, !isAllTaken || current().seq < room->room.seq);
        proceed();
    }

    /// False when it does not fit any more. The first one of an answer always does.
    bool take(const RoomEvent &event)
    {
        const QCborMap map = event.toMap();
        const qsizetype bytes = jsonBytesAtMost(map) + 1;
        if (bytes > m_bytesLeft && m_hasEvents)
            return false;
        m_hasEvents = true;
        m_bytesLeft -= bytes;
        --m_eventsLeft;
        m_rooms[m_next].seq = event.seq;
        m_events.append(map);
        return true;
    }

    /// The messages are read last, so they are at least as new as the room's seq told with them: what happens meanwhile
    /// comes again as an event, and nothing is left out.
    void readReset(const RoomState &room)
    {
        m_resetRead = room.readPosition(m_actor.user);
        std::vector<UnreadQuery> queries{{room.room.id, m_resetRead}};
        m_context.store.readUnread(
            m_actor.user, std::move(queries),
            [self = shared_from_this()](const StoreResult<std::vector<UnreadCount>> &counts) {
                if (counts && !counts->empty())
                    self->readResetPage(counts->front());
                else
                    self->m_reply(protocol::failure(errorFrom(counts ? StoreError::Failed : counts.error())));
            });
    }

    void readResetPage(const UnreadCount &counts)
    {
        HistoryQuery query;
        query.room = current().room;
        query.limit = messagesAfterReset;
        m_context.store.readHistory(query,
                                    [self = shared_from_this(), query, counts](const StoreResult<HistoryPage> &page) {
                                        if (page)
                                            self->takeReset(query, *page, counts);
                                        else
                                            self->m_reply(protocol::failure(errorFrom(page.error())));
                                    });
    }

    void takeReset(const HistoryQuery &query, const HistoryPage &page, const UnreadCount &counts)
    {
        if (const RoomState *room = currentRoom()) {
            QCborMap fields = historyFields(query, page, m_bytesLeft);
            fields.insert(QStringLiteral("reset"), true);
            fields.insert(QStringLiteral("room"), personalRoom(*room, m_actor.user, m_resetRead, counts));
            m_bytesLeft -= jsonBytesAtMost(fields);
            m_eventsLeft -= int(page.messages.size());
            answer(fields);
        } else {
            answerGone();
        }
        proceed();
    }

    Context &m_context;
    const Actor m_actor;
    const Reply m_reply;
    std::vector<Position> m_rooms;
    std::size_t m_next = 0;
    QCborMap m_answers; ///< room id -> answer
    QCborArray m_events; ///< of the current room
    qint64 m_resetRead = 0; ///< the asker's read position in the current room
    int m_eventsLeft;
    qsizetype m_bytesLeft;
    bool m_hasRead = false; ///< anything from the store
    bool m_hasEvents = false;
};

protocol::chat::Result<std::monostate> checkSync(const Context &context, const Sync &request)
{
    if (request.rooms.size() > context.settings.limits.maxRoomsPerUser)
        return refusal(ErrorCode::TooMany, {}, QStringLiteral("rooms"));
    if (std::any_of(request.rooms.begin(), request.rooms.end(), [](qint64 seq) { return seq < 0; }))
        return refusal(ErrorCode::BadRequest, {}, QStringLiteral("rooms"));
    return std::monostate();
}

} // namespace

void sync(Context &context, const Actor &actor, const Sync &request, const Reply &reply)
{
    if (const auto check = checkSync(context, request); !check)
        reply(protocol::failure(check.error()));
    else
        std::make_shared<SyncRun>(context, actor, request, reply)->proceed();
}

} // namespace chat
