#pragma once

#include "session/requesterror.h"

#include "protocol/chat/presencestate.h"
#include "protocol/chat/user.h"

#include <QObject>

#include <optional>

namespace session {

class ServerLink;

/// What to change of oneself: only what is given.
struct UserChange
{
    std::optional<QString> name;
    std::optional<QString> avatar;
    std::optional<QString> password; ///< empty: none any more
};

/// What one asks of the server about people. Each needs a connection: without one the answer is the error `offline`.
/// Thread: that of the ChatClient that owns it, as is each context.
class PeopleRequests final
{
public:
    explicit PeopleRequests(ServerLink &link) : m_link(link) {}

    /// What others see of us, until we are away. ChatClient::setPresence() also keeps it after a lost connection.
    void setPresence(protocol::chat::PresenceState state, const QString &status, QObject *context,
                     AnswerHandler<Done> handler);
    void updateMe(const UserChange &change, QObject *context, AnswerHandler<protocol::chat::User> handler);

private:
    ServerLink &m_link;
};

} // namespace session
