#include "chat/actions/tick.h"

#include "chat/actions/presence.h"
#include "chat/actions/rundue.h"
#include "chat/ports/eventpublisher.h"
#include "chat/state/connections.h"

#include <QCborArray>

namespace chat {

namespace {

void publishPresence(Context &context)
{
    QCborArray changes;
    for (const QString &user : context.connections.takeChanged())
        changes.append(presenceMap(context, user));
    QCborArray users;
    for (const QString &user : context.connections.takeChangedUsers())
        users.append(userMap(context, user));
    if (changes.isEmpty() && users.isEmpty())
        return;
    QCborMap event{{QStringLiteral("changes"), changes}};
    if (!users.isEmpty())
        event.insert(QStringLiteral("users"), users);
    context.publisher.publishToEveryone(QStringLiteral("presence"), event);
}

} // namespace

void tick(Context &context)
{
    publishPresence(context);
    runDue(context);
}

} // namespace chat
