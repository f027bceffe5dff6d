#pragma once

#include <QCborArray>
#include <QCborMap>
#include <QMap>
#include <QString>
#include <QStringList>

/// A room as a client sees it that does nothing but what docs/protocol.md says: it is filled once, then follows events.
class RoomModel
{
public:
    RoomModel() = default;
    /// @p room as in a welcome.
    RoomModel(const QString &me, const QCborMap &room);

    [[nodiscard]] qint64 seq() const { return m_seq; }
    void addMessages(const QCborArray &messages);
    void addMembers(const QCborArray &members);
    void setPins(const QCborArray &messages);
    void setRead(qint64 seq) { m_read = seq; }

    /// False when the event is not the next one: something is missing. Old ones change nothing.
    [[nodiscard]] bool apply(const QCborMap &event);

    [[nodiscard]] int unread() const;
    [[nodiscard]] int mentions() const;
    /// Id of the latest message that is not deleted; empty when there is none.
    [[nodiscard]] QString lastMessage() const;
    /// Everything, in an order that does not depend on how it came about, for comparing and showing.
    [[nodiscard]] QCborMap snapshot() const;

private:
    void applyToRoom(const QString &type, const QCborMap &event);
    void applyToMessage(const QString &type, const QCborMap &event);
    void applyToReactions(bool isAdded, QCborMap &message, const QCborMap &event) const;
    void applyToMembers(const QString &type, const QCborMap &event);
    void addMember(const QString &user, const QString &role);
    [[nodiscard]] bool countsAsUnread(const QCborMap &message) const;

    QString m_me;
    QCborMap m_room; ///< name, kind, topic and so on
    qint64 m_seq = 0;
    qint64 m_read = 0;
    QMap<qint64, QCborMap> m_messages; ///< by seq
    QMap<QString, QCborMap> m_members; ///< by user
    QStringList m_pins; ///< message ids in the order of pinning
};
