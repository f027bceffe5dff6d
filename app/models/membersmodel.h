#pragma once

#include "models/orderedmodel.h"

#include "session/chatclient.h"
#include "session/member.h"

#include <QHash>

namespace models {

/// Who is in a room: moderators and above first, then who is there, then by name. Once it has been loaded, it follows
/// what happens in the room.
/// Thread: UI thread.
// The namespace is for the tool that tells QML of it, which would not find the base without.
class MembersModel : public models::OrderedModel
{
    Q_OBJECT

public:
    /// More than so many are not asked for.
    static constexpr int maxMembers = 5000;

    /// @p client outlives the model.
    MembersModel(session::ChatClient &client, QString room, QObject *parent = nullptr);

    /// Asks the server for the members, unless they are there. Without a connection they are asked for when there is
    /// one.
    void load();

    /// The role that counts in the room, a Role.Level; -1: they are no member, or it is not known.
    Q_INVOKABLE int roleOf(const QString &userId) const;
    /// The same in words; also empty for an ordinary member.
    Q_INVOKABLE QString roleTextOf(const QString &userId) const;
    /// Whether they may only read here now.
    Q_INVOKABLE bool isMuted(const QString &userId) const;

    /// For people; empty for an ordinary member.
    [[nodiscard]] static QString roleText(protocol::chat::Role role);

Q_SIGNALS:
    /// All of them are there.
    void loaded();

private:
    enum MemberRole {
        UserIdRole = Qt::UserRole,
        NameRole,
        InitialRole,
        ColorRole,
        RoleRole,
        RoleTextRole,
        StateRole,
        StatusRole,
        IsMeRole,
        IsMutedRole,
    };

    [[nodiscard]] QVariant value(const QString &id, int role) const override;
    void loadPage(const QString &cursor);
    void handlePage(const session::Answer<session::MemberPage> &page);
    void handleEvent(const protocol::chat::RoomEvent &event);
    void reload();
    void put(const session::Member &member);
    void replace(const QString &id);
    void remove(const QString &id);

    session::ChatClient &m_client;
    const QString m_room;
    QHash<QString, session::Member> m_members;
    QHash<QString, session::Member> m_loading; ///< what has come so far
    bool m_isWanted = false;
    bool m_isLoading = false;
    bool m_isLoaded = false;
};

} // namespace models
