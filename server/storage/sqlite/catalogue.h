#pragma once

#include "storage/sqlite/statement.h"

#include "protocol/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace storage::sqlite {

/// The keys of people and rooms and where each room's log ends, as the open transaction has them: so that writing an
/// event needs no look into the database.
/// Thread: writer.
class Catalogue final
{
public:
    struct Room
    {
        qint64 key = 0;
        qint64 seq = 0; ///< of the latest event
    };

    explicit Catalogue(Connection &connection);

    /// Reads everything anew.
    [[nodiscard]] MaybeFault load();

    /// Adds them when they are new.
    [[nodiscard]] protocol::Expected<qint64, Fault> person(const QString &id);
    /// Their keys with spaces between.
    [[nodiscard]] protocol::Expected<QString, Fault> people(const QStringList &ids);
    /// Null when there is no such room. Good until the next change.
    [[nodiscard]] const Room *room(const QString &id) const;
    /// A key for a room that is about to be made.
    [[nodiscard]] qint64 addRoom(const QString &id);
    /// The room's log is one event longer.
    void advance(const QString &room);

    /// From here on changes are remembered, so that revert() can take them back.
    void mark();
    void revert();

private:
    [[nodiscard]] MaybeFault loadPeople();
    [[nodiscard]] MaybeFault loadRooms();

    Statement m_addPerson;
    Statement m_readPeople;
    Statement m_readRooms;
    QHash<QString, qint64> m_people;
    QHash<QString, Room> m_rooms;
    qint64 m_lastPerson = 0;
    qint64 m_lastRoom = 0;

    QStringList m_addedPeople; ///< since mark()
    QStringList m_addedRooms; ///< since mark()
    QStringList m_advancedRooms; ///< since mark(), one entry for each event
};

} // namespace storage::sqlite
