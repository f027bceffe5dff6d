#include "session/roomrequests.h"

#include "session/answers.h"
#include "session/roomdirectory.h"
#include "session/serverlink.h"
#include "session/wirevalues.h"

#include <QCborArray>

namespace session {

using protocol::chat::Message;
using protocol::chat::Role;
using protocol::chat::Room;

namespace {

QCborMap roomField(const QString &room)
{
    return {{QStringLiteral("room"), room}};
}

QString cursorOf(const QCborMap &fields)
{
    return fields.value(QLatin1String("cursor")).toString();
}

Answer<RoomPage> readRooms(const QCborMap &fields)
{
    RoomPage page;
    page.cursor = cursorOf(fields);
    for (const QCborValue entry : fields.value(QLatin1String("rooms")).toArray()) {
        const QCborMap map = entry.toMap();
        if (std::optional<Room> room = readRoom(map))
            page.rooms.append(ListedRoom{std::move(*room), map.contains(QLatin1String("role"))});
    }
    return page;
}

Answer<MemberPage> readMembers(const QCborMap &fields)
{
    MemberPage page;
    page.cursor = cursorOf(fields);
    for (const QCborValue entry : fields.value(QLatin1String("members")).toArray()) {
        const QCborMap map = entry.toMap();
        Member member;
        member.user = map.value(QLatin1String("user")).toString();
        member.role = protocol::chat::roleFrom(map.value(QLatin1String("role")).toString()).value_or(Role::Member);
        member.mutedUntil = map.value(QLatin1String("mutedUntil")).toInteger();
        page.members.append(member);
    }
    return page;
}

/// In the order of pinning, which is not that of writing.
Answer<QList<Message>> readPins(const QCborMap &fields)
{
    QList<Message> messages;
    for (const QCborValue entry : fields.value(QLatin1String("messages")).toArray()) {
        if (std::optional<Message> message = readMessage(entry.toMap()))
            messages.append(std::move(*message));
    }
    return messages;
}

/// The room is usually there by now: the event that tells of it comes first.
auto addingTo(RoomDirectory &rooms)
{
    return [&rooms](const QCborMap &fields) -> Answer<QString> {
        std::optional<RoomRecord> record = RoomRecord::fromMap(fields.value(QLatin1String("room")).toMap());
        if (!record)
            return protocol::failure(RequestError{QStringLiteral("bad_answer"), {}, {}, {}});
        const QString id = record->state.room.id;
        if (!rooms.room(id))
            rooms.put(std::move(*record));
        return id;
    };
}

} // namespace

void RoomRequests::create(const QString &name, protocol::chat::RoomKind kind, const QString &topic, QObject *context,
                          AnswerHandler<QString> handler)
{
    const QCborMap fields = given({{QStringLiteral("name"), name},
                                   {QStringLiteral("kind"), QString(protocol::chat::wireName(kind))},
                                   {QStringLiteral("topic"), topic}});
    m_link.ask(QStringLiteral("room:create"), fields, context, reading<QString>(addingTo(m_rooms), std::move(handler)));
}

void RoomRequests::join(const QString &room, QObject *context, AnswerHandler<QString> handler)
{
    m_link.ask(QStringLiteral("room:join"), roomField(room), context,
               reading<QString>(addingTo(m_rooms), std::move(handler)));
}

void RoomRequests::openDirect(const QString &user, QObject *context, AnswerHandler<QString> handler)
{
    m_link.ask(QStringLiteral("dm:open"), {{QStringLiteral("user"), user}}, context,
               reading<QString>(addingTo(m_rooms), std::move(handler)));
}

void RoomRequests::leave(const QString &room, QObject *context, AnswerHandler<Done> handler)
{
    m_link.ask(QStringLiteral("room:leave"), roomField(room), context, whenDone(std::move(handler)));
}

void RoomRequests::update(const QString &room, const RoomChange &change, QObject *context, AnswerHandler<Done> handler)
{
    QCborMap fields = roomField(room);
    if (change.name)
        fields.insert(QStringLiteral("name"), *change.name);
    if (change.topic)
        fields.insert(QStringLiteral("topic"), *change.topic);
    if (change.slowMode)
        fields.insert(QStringLiteral("slowModeMs"), qint64(change.slowMode->count()));
    if (change.isAnnouncementOnly)
        fields.insert(QStringLiteral("announcementOnly"), *change.isAnnouncementOnly);
    m_link.ask(QStringLiteral("room:update"), fields, context, whenDone(std::move(handler)));
}

void RoomRequests::invite(const QString &room, const QString &user, QObject *context, AnswerHandler<Done> handler)
{
    m_link.ask(QStringLiteral("room:invite"), {{QStringLiteral("room"), room}, {QStringLiteral("user"), user}}, context,
               whenDone(std::move(handler)));
}

void RoomRequests::list(const QString &query, const QString &cursor, QObject *context, AnswerHandler<RoomPage> handler)
{
    const QCborMap fields = given({{QStringLiteral("query"), query}, {QStringLiteral("cursor"), cursor}});
    m_link.ask(QStringLiteral("room:list"), fields, context, reading<RoomPage>(readRooms, std::move(handler)));
}

void RoomRequests::members(const QString &room, const QString &cursor, QObject *context,
                           AnswerHandler<MemberPage> handler)
{
    const QCborMap fields = given({{QStringLiteral("room"), room}, {QStringLiteral("cursor"), cursor}});
    m_link.ask(QStringLiteral("room:members"), fields, context, reading<MemberPage>(readMembers, std::move(handler)));
}

void RoomRequests::pins(const QString &room, QObject *context, AnswerHandler<QList<Message>> handler)
{
    m_link.ask(QStringLiteral("room:pins"), roomField(room), context,
               reading<QList<Message>>(readPins, std::move(handler)));
}

} // namespace session
