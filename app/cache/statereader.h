#pragma once

#include "cache/cachedroom.h"
#include "cache/draft.h"
#include "cache/outgoingchange.h"
#include "cache/statement.h"

#include "protocol/chat/user.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace cache {

class Database;

/// Reads everything but the history of rooms.
/// Thread: that of its database, which outlives it.
class StateReader final
{
public:
    explicit StateReader(Database &database);

    /// Null if there is none of this name.
    [[nodiscard]] QByteArray fact(const QString &name);
    [[nodiscard]] QList<protocol::chat::User> users();
    [[nodiscard]] QList<CachedRoom> rooms();
    [[nodiscard]] QList<OutgoingChange> outgoing();
    [[nodiscard]] Draft draft(const QString &room);
    [[nodiscard]] QStringList roomsWithDraft();

private:
    [[nodiscard]] std::optional<protocol::chat::Message> lastMessage(qint64 room, const QString &id);

    Statement m_fact;
    Statement m_users;
    Statement m_rooms;
    Statement m_last;
    Statement m_outgoing;
    Statement m_draft;
    Statement m_roomsWithDraft;
};

} // namespace cache
