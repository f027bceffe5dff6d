#include "viewmodels/personviewmodel.h"

#include "viewmodels/assign.h"

#include "models/membersmodel.h"
#include "models/personlook.h"
#include "models/presencetext.h"

namespace viewmodels {

using session::ChatClient;
using session::UserDirectory;

PersonViewModel::PersonViewModel(ChatClient &client, const QString &userId, QObject *parent)
    : QObject(parent), m_client(client), m_fixedId(userId)
{
    const auto refreshIfMeant = [this](const QString &id) {
        if (id == m_userId)
            refresh();
    };
    connect(&client, &ChatClient::meChanged, this, &PersonViewModel::refresh);
    connect(&client, &ChatClient::welcomed, this, &PersonViewModel::refresh);
    connect(&client.users(), &UserDirectory::userChanged, this, refreshIfMeant);
    connect(&client.users(), &UserDirectory::presenceChanged, this, refreshIfMeant);
    connect(&client.users(), &UserDirectory::usersReset, this, &PersonViewModel::refresh);
    refresh();
}

QString PersonViewModel::roleText() const
{
    return models::MembersModel::roleText(static_cast<protocol::chat::Role>(m_role));
}

void PersonViewModel::refresh()
{
    const protocol::chat::User *known = m_fixedId.isEmpty() ? &m_client.me() : m_client.users().user(m_fixedId);
    const protocol::chat::User user = known != nullptr ? *known : protocol::chat::User{};
    const session::Presence presence = m_client.users().presence(user.id);
    assign(this, m_userId, user.id, &PersonViewModel::userIdChanged);
    assign(this, m_name, user.name, &PersonViewModel::nameChanged);
    assign(this, m_initial, models::initialOf(user.name), &PersonViewModel::initialChanged);
    assign(this, m_color, models::colorOf(user), &PersonViewModel::colorChanged);
    assign(this, m_role, static_cast<int>(user.role), &PersonViewModel::roleChanged);
    assign(this, m_state, static_cast<int>(presence.state), &PersonViewModel::stateChanged);
    assign(this, m_status, presence.status, &PersonViewModel::statusChanged);
    assign(this, m_stateText, models::presenceText(presence, user.lastSeenAt), &PersonViewModel::stateTextChanged);
}

} // namespace viewmodels
