#include "storage/sqlite/statereader.h"

#include "storage/sqlite/personnames.h"
#include "storage/sqlite/schedulekind.h"
#include "storage/sqlite/statement.h"

#include "protocol/chat/role.h"
#include "protocol/chat/room.h"

#include <QHash>

#include <functional>

namespace storage::sqlite {

using chat::StoredState;
using protocol::chat::Role;
using protocol::chat::RoomKind;

namespace {

Role roleIn(const Statement &row, int column)
{
    return protocol::chat::roleFrom(row.text(column)).value_or(Role::Guest);
}

/// Reads one table after the other.
class StateReader
{
public:
    explicit StateReader(Connection &connection) : m_connection(connection), m_names(connection) {}

    [[nodiscard]] protocol::Expected<StoredState, Fault> read()
    {
        using Step = MaybeFault (StateReader::*)();
        for (const Step step : {&StateReader::readRooms, &StateReader::readUsers, &StateReader::readTokens,
                                &StateReader::readMembers, &StateReader::readBans, &StateReader::readServerBans,
                                &StateReader::readPositions, &StateReader::readScheduled}) {
            if (const auto fault = (this->*step)())
                return protocol::failure(*fault);
        }
        return std::move(m_state);
    }

private:
    MaybeFault eachRow(const QString &sql, const std::function<void(const Statement &)> &take)
    {
        Statement statement(m_connection, sql);
        if (const auto fault = statement.run())
            return fault;
        while (statement.next())
            take(statement);
        return statement.fault();
    }

    MaybeFault readRooms()
    {
        return eachRow(QStringLiteral("SELECT r.key, r.id, r.name, r.kind, r.topic, r.slow_mode_ms,"
                                      " r.announcement_only, r.created_at, r.created_by, r.direct_members,"
                                      " max((SELECT ifnull(max(seq), 0) FROM events e WHERE e.room = r.key),"
                                      " (SELECT ifnull(max(seq), 0) FROM messages m WHERE m.room = r.key)),"
                                      " (SELECT count(*) FROM members b WHERE b.room = r.key) FROM rooms r"),
                       [this](const Statement &row) {
                           protocol::chat::Room room;
                           room.id = row.text(1);
                           room.name = row.text(2);
                           room.kind = protocol::chat::roomKindFrom(row.text(3)).value_or(RoomKind::Private);
                           room.topic = row.text(4);
                           room.slowMode = std::chrono::milliseconds(row.number(5));
                           room.isAnnouncementOnly = row.flag(6);
                           room.createdAt = row.number(7);
                           room.createdBy = m_names.id(row.number(8));
                           room.directMembers = m_names.ids(row.text(9));
                           room.seq = row.number(10);
                           room.memberCount = int(row.number(11));
                           m_roomIds.insert(row.number(0), room.id);
                           m_state.rooms.push_back(std::move(room));
                       });
    }

    MaybeFault readUsers()
    {
        return eachRow(QStringLiteral("SELECT person, name, name_key, avatar, role, created_at, last_seen_at,"
                                      " password_hash FROM users"),
                       [this](const Statement &row) {
                           m_state.users.push_back({{m_names.id(row.number(0)), row.text(1), row.text(3),
                                                     roleIn(row, 4), row.number(5), row.number(6)},
                                                    row.text(2),
                                                    row.bytes(7)});
                       });
    }

    MaybeFault readTokens()
    {
        return eachRow(QStringLiteral("SELECT person, hash, created_at FROM device_tokens"),
                       [this](const Statement &row) {
                           m_state.tokens.push_back({m_names.id(row.number(0)), row.bytes(1), row.number(2)});
                       });
    }

    MaybeFault readMembers()
    {
        return eachRow(QStringLiteral("SELECT room, person, role, joined_seq, muted_until FROM members"),
                       [this](const Statement &row) {
                           m_state.members.push_back({roomId(row.number(0)), m_names.id(row.number(1)), roleIn(row, 2),
                                                      row.number(3), row.number(4)});
                       });
    }

    MaybeFault readBans()
    {
        return eachRow(
            QStringLiteral("SELECT room, person, by, reason, at, until FROM bans"), [this](const Statement &row) {
                m_state.bans.push_back({roomId(row.number(0)), m_names.id(row.number(1)), m_names.id(row.number(2)),
                                        row.text(3), row.number(4), row.number(5)});
            });
    }

    MaybeFault readServerBans()
    {
        return eachRow(QStringLiteral("SELECT person, by, reason, at, until FROM server_bans"),
                       [this](const Statement &row) {
                           m_state.bans.push_back({QString(), m_names.id(row.number(0)), m_names.id(row.number(1)),
                                                   row.text(2), row.number(3), row.number(4)});
                       });
    }

    MaybeFault readPositions()
    {
        // Whoever writes has read up to there; the latest messages are not in `reads` yet.
        return eachRow(QStringLiteral("SELECT room, person, max(seq) FROM (SELECT room, person, seq FROM reads"
                                      " UNION ALL SELECT m.room, m.author, m.seq FROM messages m"
                                      " JOIN members b ON b.room = m.room AND b.person = m.author"
                                      " AND b.joined_seq < m.seq WHERE m.number > (SELECT number FROM tail))"
                                      " GROUP BY room, person"),
                       [this](const Statement &row) {
                           m_state.reads.push_back({roomId(row.number(0)), m_names.id(row.number(1)), row.number(2)});
                       });
    }

    MaybeFault readScheduled()
    {
        return eachRow(
            QStringLiteral("SELECT id, kind, person, room, message, text, at FROM scheduled ORDER BY at, id"),
            [this](const Statement &row) {
                m_state.scheduled.push_back({row.text(0), scheduledKindFrom(row.text(1)), m_names.id(row.number(2)),
                                             row.text(3), row.text(4), row.text(5), row.number(6)});
            });
    }

    [[nodiscard]] QString roomId(qint64 key) const { return m_roomIds.value(key); }

    Connection &m_connection;
    PersonNames m_names;
    QHash<qint64, QString> m_roomIds;
    StoredState m_state;
};

} // namespace

protocol::Expected<StoredState, Fault> readState(Connection &connection)
{
    return StateReader(connection).read();
}

} // namespace storage::sqlite
