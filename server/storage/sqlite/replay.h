#pragma once

#include "storage/sqlite/facts.h"

#include "protocol/chat/roomevent.h"

#include <QString>

#include <map>
#include <utility>

namespace storage::sqlite {

/// Works out what the tables of one room must hold by applying the events of its log in order. Independent of the
/// statements that write the tables, so that one can be held against the other.
/// Thread: any, one at a time.
class Replay final
{
public:
    void apply(const protocol::chat::RoomEvent &event);
    [[nodiscard]] Facts facts() const;

private:
    void applyToRoom(const protocol::chat::RoomEvent &event);
    void applyToMembers(const protocol::chat::RoomEvent &event);
    void applyToMessages(const protocol::chat::RoomEvent &event);
    void addReaction(qint64 message, const QString &emoji, const QString &user, qint64 seq);
    void removeMessage(qint64 message);

    RoomFact m_room;
    std::map<QString, MemberFact> m_members;
    std::map<QString, BanFact> m_bans;
    std::map<qint64, MessageFact> m_messages; ///< those that are no longer as they were posted
    /// message and emoji -> since when, and by whom
    struct Reactions
    {
        qint64 since = 0;
        std::map<QString, qint64> added;
    };
    std::map<std::pair<qint64, QString>, Reactions> m_reactions;
};

} // namespace storage::sqlite
