#include "models/membersmodel.h"

#include "models/personlook.h"

#include <QDateTime>

#include <algorithm>

namespace models {

using protocol::chat::PresenceState;
using protocol::chat::Role;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;
using protocol::chat::User;
using session::Member;
using session::RoomDirectory;
using session::UserDirectory;

MembersModel::MembersModel(session::ChatClient &client, QString room, QObject *parent)
    : OrderedModel({"userId", "name", "initial", "color", "role", "roleText", "state", "status", "isMe", "isMuted"},
                   parent),
      m_client(client), m_room(std::move(room))
{
    connect(&client.rooms(), &RoomDirectory::eventApplied, this, &MembersModel::handleEvent);
    connect(&client.rooms(), &RoomDirectory::roomReset, this, [this](const QString &id) {
        if (id == m_room)
            reload();
    });
    connect(&client, &session::ChatClient::caughtUp, this, [this] {
        if (m_isWanted && !m_isLoaded)
            reload();
    });
    connect(&client.users(), &UserDirectory::userChanged, this, &MembersModel::replace);
    connect(&client.users(), &UserDirectory::presenceChanged, this, &MembersModel::replace);
    connect(&client.users(), &UserDirectory::usersReset, this, [this] {
        for (const QString &id : ids())
            replace(id);
    });
}

void MembersModel::load()
{
    m_isWanted = true;
    if (!m_isLoaded && !m_isLoading)
        reload();
}

void MembersModel::reload()
{
    if (!m_isWanted || m_isLoading)
        return;
    m_isLoaded = false;
    m_loading.clear();
    loadPage({});
}

void MembersModel::loadPage(const QString &cursor)
{
    m_isLoading = true;
    m_client.roomRequests().members(m_room, cursor, this,
                                    [this](const session::Answer<session::MemberPage> &page) { handlePage(page); });
}

void MembersModel::handlePage(const session::Answer<session::MemberPage> &page)
{
    m_isLoading = false;
    if (!page)
        return;
    for (const Member &member : page->members)
        m_loading.insert(member.user, member);
    if (!page->cursor.isEmpty() && m_loading.size() < maxMembers) {
        loadPage(page->cursor);
        return;
    }
    for (const QString &id : ids()) {
        if (!m_loading.contains(id))
            remove(id);
    }
    for (const Member &member : std::as_const(m_loading))
        put(member);
    m_loading.clear();
    m_isLoaded = true;
    Q_EMIT loaded();
}

void MembersModel::handleEvent(const RoomEvent &event)
{
    if (event.room != m_room || !m_isWanted)
        return;
    const QString user = event.user();
    Member member = m_members.value(user, Member{user, Role::Member, 0});
    switch (event.type) {
    case RoomEventType::MemberJoined:
    case RoomEventType::MemberRole:
        member.role = protocol::chat::roleFrom(event.text(QLatin1String("role"))).value_or(Role::Member);
        break;
    case RoomEventType::MemberMuted:
        member.mutedUntil = event.number(QLatin1String("until"));
        break;
    case RoomEventType::MemberLeft:
    case RoomEventType::MemberKicked:
    case RoomEventType::MemberBanned:
        m_loading.remove(user);
        remove(user);
        return;
    default:
        return;
    }
    if (m_isLoading)
        m_loading.insert(user, member);
    put(member);
}

void MembersModel::put(const Member &member)
{
    m_members.insert(member.user, member);
    replace(member.user);
}

void MembersModel::replace(const QString &id)
{
    const auto member = m_members.constFind(id);
    if (member == m_members.cend())
        return;
    const bool leads = member->role >= Role::Moderator;
    const bool isThere = m_client.users().presence(id).state != PresenceState::Offline;
    place(id, (leads ? 0 : 2) + (isThere ? 0 : 1), 0, m_client.users().nameOf(id));
    tellChanged(id);
}

void MembersModel::remove(const QString &id)
{
    m_members.remove(id);
    drop(id);
}

int MembersModel::roleOf(const QString &userId) const
{
    const auto member = m_members.constFind(userId);
    if (member == m_members.cend())
        return -1;
    const User *user = m_client.users().user(userId);
    const bool countsFromServer = user != nullptr && user->role >= Role::Admin;
    return static_cast<int>(countsFromServer ? std::max(member->role, user->role) : member->role);
}

QString MembersModel::roleTextOf(const QString &userId) const
{
    const int role = roleOf(userId);
    return role < 0 ? QString() : roleText(static_cast<Role>(role));
}

bool MembersModel::isMuted(const QString &userId) const
{
    return m_members.value(userId).mutedUntil > QDateTime::currentMSecsSinceEpoch();
}

QString MembersModel::roleText(Role role)
{
    switch (role) {
    case Role::Guest:
        return tr("Guest");
    case Role::Member:
        return {};
    case Role::Moderator:
        return tr("Moderator");
    case Role::Admin:
        return tr("Admin");
    case Role::Owner:
        return tr("Owner");
    }
    return {};
}

QVariant MembersModel::value(const QString &id, int role) const
{
    const Member member = m_members.value(id);
    const User *user = m_client.users().user(id);
    switch (role) {
    case UserIdRole:
        return id;
    case NameRole:
        return m_client.users().nameOf(id);
    case InitialRole:
        return initialOf(m_client.users().nameOf(id));
    case ColorRole:
        return user != nullptr ? colorOf(*user) : colorFor(id);
    case RoleRole:
        return static_cast<int>(member.role);
    case RoleTextRole:
        return roleText(member.role);
    case StateRole:
        return static_cast<int>(m_client.users().presence(id).state);
    case StatusRole:
        return m_client.users().presence(id).status;
    case IsMeRole:
        return id == m_client.me().id;
    case IsMutedRole:
        return isMuted(id);
    default:
        return {};
    }
}

} // namespace models
