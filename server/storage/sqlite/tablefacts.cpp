#include "storage/sqlite/tablefacts.h"

namespace storage::sqlite {

TableFacts::TableFacts(Connection &connection, PersonNames &names)
    : m_names(names), m_room(connection,
                             QStringLiteral("SELECT name, kind, topic, slow_mode_ms, announcement_only, created_at,"
                                            " created_by, direct_members FROM rooms WHERE key = ?")),
      m_members(connection, QStringLiteral("SELECT person, role, joined_seq, muted_until FROM members WHERE room = ?")),
      m_bans(connection, QStringLiteral("SELECT person, by, reason, at, until FROM bans WHERE room = ?")),
      m_messages(connection,
                 QStringLiteral("SELECT seq, edited_at, deleted, pinned FROM messages WHERE room = ?"
                                " AND (edited_at <> 0 OR deleted <> 0 OR pinned <> 0)")),
      m_reactions(connection,
                  QStringLiteral("SELECT message, emoji, person, emoji_since, added FROM reactions"
                                 " WHERE room = ?"))
{
}

protocol::Expected<Facts, Fault> TableFacts::read(qint64 room)
{
    Facts facts;
    auto fault = eachRow(m_room, room, [&] {
        note(facts,
             RoomFact{m_room.text(0), m_room.text(1), m_room.text(2), m_room.number(3), m_room.flag(4),
                      m_room.number(5), m_names.id(m_room.number(6)), m_names.ids(m_room.text(7))});
    });
    if (!fault) {
        fault = eachRow(m_members, room, [&] {
            note(facts, m_names.id(m_members.number(0)),
                 MemberFact{m_members.text(1), m_members.number(2), m_members.number(3)});
        });
    }
    if (!fault) {
        fault = eachRow(m_bans, room, [&] {
            note(facts, m_names.id(m_bans.number(0)),
                 BanFact{m_names.id(m_bans.number(1)), m_bans.text(2), m_bans.number(3), m_bans.number(4)});
        });
    }
    if (!fault) {
        fault = eachRow(m_messages, room, [&] {
            note(facts, m_messages.number(0),
                 MessageFact{m_messages.number(1), m_messages.flag(2), m_messages.number(3)});
        });
    }
    if (!fault) {
        fault = eachRow(m_reactions, room, [&] {
            note(facts, m_reactions.number(0), m_reactions.text(1), m_names.id(m_reactions.number(2)),
                 ReactionFact{m_reactions.number(3), m_reactions.number(4)});
        });
    }
    if (fault)
        return protocol::failure(*fault);
    return facts;
}

MaybeFault TableFacts::eachRow(Statement &statement, qint64 room, const std::function<void()> &take)
{
    if (const auto fault = statement.run(room))
        return fault;
    while (statement.next())
        take();
    return statement.fault();
}

} // namespace storage::sqlite
