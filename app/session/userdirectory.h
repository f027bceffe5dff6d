#pragma once

#include "session/presence.h"

#include "protocol/chat/user.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace cache {
class ChatCache;
}

namespace session {

/// Everybody there is on a server, and what they show of themselves. Offline: those whom the cache remembers, all of
/// them shown as offline.
/// Thread: that of the ChatClient that owns it.
class UserDirectory final : public QObject
{
    Q_OBJECT

public:
    explicit UserDirectory(cache::ChatCache &cache, QObject *parent = nullptr);
    ~UserDirectory() override;

    /// Null when there is nobody with that id. Valid until the next change.
    [[nodiscard]] const protocol::chat::User *user(const QString &id) const;
    /// The name, or an empty one when there is nobody with that id.
    [[nodiscard]] QString nameOf(const QString &id) const;
    [[nodiscard]] Presence presence(const QString &id) const;
    /// In no order.
    [[nodiscard]] QList<protocol::chat::User> all() const { return m_users.values(); }
    [[nodiscard]] qsizetype count() const { return m_users.size(); }

    // For the client, as the server tells of it.

    void replaceAll(const QList<protocol::chat::User> &users, const QHash<QString, Presence> &presence);
    void put(const protocol::chat::User &user);
    void setPresence(const QString &id, const Presence &presence);
    /// Nobody is known to be there any more.
    void forgetPresence();

Q_SIGNALS:
    /// Somebody is new, or has another name, avatar or role.
    void userChanged(const QString &id);
    void presenceChanged(const QString &id);
    /// Anything may have changed about anybody.
    void usersReset();

private:
    cache::ChatCache &m_cache;
    QHash<QString, protocol::chat::User> m_users;
    QHash<QString, Presence> m_presence; ///< of those who are not simply offline
};

} // namespace session
