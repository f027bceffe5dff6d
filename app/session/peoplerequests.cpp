#include "session/peoplerequests.h"

#include "session/answers.h"
#include "session/serverlink.h"
#include "session/wirevalues.h"

namespace session {

using protocol::chat::User;

namespace {

Answer<User> readAnswered(const QCborMap &fields)
{
    const std::optional<User> user = readUser(fields.value(QLatin1String("user")).toMap());
    if (!user)
        return protocol::failure(RequestError{QStringLiteral("bad_answer"), {}, {}, {}});
    return *user;
}

} // namespace

void PeopleRequests::setPresence(protocol::chat::PresenceState state, const QString &status, QObject *context,
                                 AnswerHandler<Done> handler)
{
    const QCborMap fields{{QStringLiteral("state"), QString(protocol::chat::wireName(state))},
                          {QStringLiteral("status"), status}};
    m_link.ask(QStringLiteral("presence:set"), fields, context, whenDone(std::move(handler)));
}

void PeopleRequests::updateMe(const UserChange &change, QObject *context, AnswerHandler<User> handler)
{
    QCborMap fields;
    if (change.name)
        fields.insert(QStringLiteral("name"), *change.name);
    if (change.avatar)
        fields.insert(QStringLiteral("avatar"), *change.avatar);
    if (change.password)
        fields.insert(QStringLiteral("password"), *change.password);
    m_link.ask(QStringLiteral("user:update"), fields, context, reading<User>(readAnswered, std::move(handler)));
}

} // namespace session
