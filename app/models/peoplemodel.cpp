#include "models/peoplemodel.h"

#include "models/personlook.h"
#include "models/timetexts.h"

#include <QSet>

namespace models {

using protocol::chat::PresenceState;
using protocol::chat::User;
using session::UserDirectory;

PeopleModel::PeopleModel(session::ChatClient &client, QObject *parent)
    : OrderedModel({"userId", "name", "initial", "color", "state", "status", "lastSeenText", "role", "isMe"}, parent),
      m_client(client)
{
    readAll();
    connect(&client.users(), &UserDirectory::usersReset, this, &PeopleModel::readAll);
    connect(&client.users(), &UserDirectory::userChanged, this, [this](const QString &id) {
        put(id);
        tellChanged(id);
    });
    connect(&client.users(), &UserDirectory::presenceChanged, this, [this](const QString &id) {
        put(id);
        tellChanged(id, {StateRole, StatusRole, LastSeenTextRole});
    });
}

void PeopleModel::readAll()
{
    const bool isFirst = count() == 0;
    QSet<QString> present;
    QList<Placement> placements;
    for (const User &user : m_client.users().all()) {
        present.insert(user.id);
        placements.append({user.id, rankOf(user.id), 0, user.name});
    }
    place(placements);
    if (isFirst)
        return;
    Q_EMIT dataChanged(index(0), index(count() - 1));
    for (const QString &id : ids()) {
        if (!present.contains(id))
            drop(id);
    }
}

void PeopleModel::put(const QString &id)
{
    const User *user = m_client.users().user(id);
    if (user == nullptr)
        return;
    place(id, rankOf(id), 0, user->name);
}

int PeopleModel::rankOf(const QString &id) const
{
    return m_client.users().presence(id).state != PresenceState::Offline ? 0 : 1;
}

QVariant PeopleModel::value(const QString &id, int role) const
{
    const User *user = m_client.users().user(id);
    if (user == nullptr)
        return {};
    const session::Presence presence = m_client.users().presence(id);
    switch (role) {
    case UserIdRole:
        return id;
    case NameRole:
        return user->name;
    case InitialRole:
        return initialOf(user->name);
    case ColorRole:
        return colorOf(*user);
    case StateRole:
        return static_cast<int>(presence.state);
    case StatusRole:
        return presence.status;
    case LastSeenTextRole:
        if (presence.state != PresenceState::Offline)
            return QString();
        return TimeTexts().lastSeen(presence.lastSeenAt != 0 ? presence.lastSeenAt : user->lastSeenAt);
    case RoleRole:
        return static_cast<int>(user->role);
    case IsMeRole:
        return id == m_client.me().id;
    default:
        return {};
    }
}

} // namespace models
