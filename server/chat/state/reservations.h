#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringBuilder>

#include <memory>
#include <utility>

namespace chat {

/// What has been handed to the store but not been stored yet, as far as a later request must already respect it: a name
/// that somebody is about to get, somebody who is about to lose a place in a room.
/// Thread: chat thread.
class Reservations
{
public:
    /// Keeps something reserved until the last copy is gone. Null: it is reserved already.
    using Hold = std::shared_ptr<const QString>;

    /// A user's name that somebody is about to get.
    [[nodiscard]] Hold holdUserName(const QString &nameKey) { return hold(u'n' % nameKey); }
    /// A public room's name.
    [[nodiscard]] Hold holdRoomName(const QString &nameKey) { return hold(u'r' % nameKey); }
    /// A room that is about to be made under a known id.
    [[nodiscard]] Hold holdRoom(const QString &room) { return hold(u'd' % room); }
    /// What is stored about a user: two changes at once would undo each other.
    [[nodiscard]] Hold holdUser(const QString &user) { return hold(u'u' % user); }
    [[nodiscard]] bool isUserHeld(const QString &user) const { return m_held->contains(u'u' % user); }
    /// Somebody's place in a room, with role and mute.
    [[nodiscard]] Hold holdPlace(const QString &room, const QString &user) { return hold(u'p' % room % u' ' % user); }
    [[nodiscard]] bool isPlaceHeld(const QString &room, const QString &user) const
    {
        return m_held->contains(u'p' % room % u' ' % user);
    }
    /// Who the owners of a room are; an empty room is the server.
    [[nodiscard]] Hold holdOwners(const QString &room) { return hold(u'o' % room); }
    /// Being the first user, who becomes the owner.
    [[nodiscard]] Hold holdFirstUser() { return hold(QStringLiteral("first")); }

    /// Something is being added to what may only hold so many: an emoji to a message, a pin to a room, a scheduled item
    /// to a user. @p to is the id of that message, room or user, @p what the emoji or the id of the message or item.
    void beginAddition(const QString &to, const QString &what) { ++m_additions[to][what]; }
    void endAddition(const QString &to, const QString &what);
    /// How many different things are being added. Where what is there already has to be read from the store, ask before
    /// reading: one that ends meanwhile may be missing in what was read.
    [[nodiscard]] int additions(const QString &to) const;

    /// A message on its way to a room with slow mode. False when the user has one on its way there already.
    [[nodiscard]] bool beginPost(const QString &room, const QString &user);
    void endPost(const QString &room, const QString &user) { m_posts.remove({room, user}); }

    /// False when what is scheduled under this id is being done already.
    [[nodiscard]] bool beginDue(const QString &scheduled);
    void endDue(const QString &scheduled) { m_due.remove(scheduled); }

    /// Somebody who is about to lose their place in a room; an empty room is the server. They count as gone.
    [[nodiscard]] Hold holdExpulsion(const QString &room, const QString &user)
    {
        return hold(u'x' % room % u' ' % user);
    }
    [[nodiscard]] bool isBeingExpelled(const QString &room, const QString &user) const
    {
        return !m_held->isEmpty() && m_held->contains(u'x' % room % u' ' % user);
    }
    /// Somebody who is about to be muted in a room. They count as muted.
    [[nodiscard]] Hold holdMute(const QString &room, const QString &user) { return hold(u'm' % room % u' ' % user); }
    [[nodiscard]] bool isBeingMuted(const QString &room, const QString &user) const
    {
        return !m_held->isEmpty() && m_held->contains(u'm' % room % u' ' % user);
    }

private:
    [[nodiscard]] Hold hold(const QString &key)
    {
        if (m_held->contains(key))
            return nullptr;
        m_held->insert(key);
        // What the store still has to report may be dropped later than the chat itself.
        return Hold(new QString(key), [held = m_held](const QString *reserved) {
            held->remove(*reserved);
            delete reserved;
        });
    }

    std::shared_ptr<QSet<QString>> m_held = std::make_shared<QSet<QString>>();
    QHash<QString, QHash<QString, int>> m_additions;
    QSet<std::pair<QString, QString>> m_posts; ///< room id, user id
    QSet<QString> m_due;
};

} // namespace chat
