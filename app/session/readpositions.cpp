#include "session/readpositions.h"

#include "session/answers.h"
#include "session/roomdirectory.h"
#include "session/serverlink.h"

#include <QTimer>

#include <algorithm>

namespace session {

ReadPositions::ReadPositions(ServerLink &link, RoomDirectory &rooms, QObject *parent)
    : QObject(parent), m_link(link), m_rooms(rooms)
{
    link.listen(QStringLiteral("read"), this, [this](const QCborMap &fields) { handleRead(fields); });
}

void ReadPositions::markRead(const QString &room, qint64 seq)
{
    RoomRecord *const record = m_rooms.record(room);
    if (!record)
        return;
    const qint64 position = std::min(seq, record->state.room.seq);
    const RoomPart part = record->markRead(position);
    if (part == RoomPart::Nothing)
        return;
    m_rooms.touch(room, part);
    tell(room, position);
    if (record->needsAsking())
        ask(room);
}

void ReadPositions::takeTold(const QHash<QString, qint64> &told)
{
    for (const auto &[room, seq] : told.asKeyValueRange()) {
        const RoomState *state = m_rooms.room(room);
        if (state && state->read > seq)
            tell(room, state->read);
    }
}

/// One at a time: what is read quickly is told once.
void ReadPositions::tell(const QString &room, qint64 seq)
{
    if (!m_link.isReady())
        return; // after the next welcome
    if (m_telling.contains(room)) {
        m_next.insert(room, seq);
        return;
    }
    m_telling.insert(room);
    m_link.ask(QStringLiteral("read:mark"), {{QStringLiteral("room"), room}, {QStringLiteral("seq"), seq}}, this,
               [this, room, seq](const Answer<QCborMap> &answer) {
                   if (!m_telling.contains(room))
                       return;
                   if (answer || !isPassing(answer.error())) {
                       tellNext(room);
                       return;
                   }
                   m_next.insert(room, std::max(seq, m_next.value(room)));
                   QTimer::singleShot(answer.error().retryAfter.value_or(std::chrono::seconds(1)), this,
                                      [this, room] { tellNext(room); });
               });
}

void ReadPositions::tellNext(const QString &room)
{
    m_telling.remove(room);
    if (const qint64 next = m_next.take(room); next > 0)
        tell(room, next);
}

void ReadPositions::handleRead(const QCborMap &fields)
{
    const QString room = fields.value(QLatin1String("room")).toString();
    const QString user = fields.value(QLatin1String("user")).toString();
    const qint64 seq = fields.value(QLatin1String("seq")).toInteger();
    RoomRecord *const record = m_link.isReady() ? m_rooms.record(room) : nullptr;
    if (!record)
        return;
    if (user == m_me) {
        m_rooms.touch(room, record->markRead(seq));
        if (record->needsAsking())
            ask(room);
    } else if (seq > record->state.readBy.value(user)) {
        record->state.readBy.insert(user, seq);
        m_rooms.touch(room, RoomPart::View);
    }
}

void ReadPositions::ask(const QString &room)
{
    if (!m_link.isReady() || m_asked.contains(room))
        return; // a welcome tells it
    m_asked.insert(room);
    m_link.ask(QStringLiteral("room:get"), {{QStringLiteral("room"), room}}, this,
               [this, room](const Answer<QCborMap> &answer) {
                   if (!m_asked.remove(room) || !m_link.isReady())
                       return;
                   if (answer)
                       takeRoom(room, answer->value(QLatin1String("room")).toMap());
                   else
                       QTimer::singleShot(answer.error().retryAfter.value_or(std::chrono::seconds(1)), this,
                                          [this, room] {
                                              const RoomRecord *record = m_rooms.record(room);
                                              if (record && record->needsAsking())
                                                  ask(room);
                                          });
               });
}

void ReadPositions::takeRoom(const QString &id, const QCborMap &fields)
{
    RoomRecord *const record = m_rooms.record(id);
    const std::optional<RoomRecord> fresh = RoomRecord::fromMap(fields);
    if (!record || !fresh || !fields.contains(QLatin1String("read")))
        return;
    const qint64 read = record->state.read;
    const bool isOld = fresh->stateSeq < record->stateSeq || fresh->state.read < read;
    if (!isOld) {
        record->takeOver(*fresh);
        m_rooms.touch(id);
    }
    if (record->needsAsking())
        ask(id); // something has happened since
}

void ReadPositions::stop()
{
    m_telling.clear();
    m_next.clear();
    m_asked.clear();
}

} // namespace session
