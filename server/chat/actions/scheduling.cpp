#include "chat/actions/scheduling.h"

#include "chat/ports/clock.h"
#include "chat/rules/identifiers.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

protocol::chat::Result<std::monostate> checkScheduling(const Context &context, const QString &user, qint64 at)
{
    if (at <= context.clock.now()) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("Choose a time in the future."), QStringLiteral("at"));
    }
    const auto &items = context.state.scheduled();
    const auto count
        = std::count_if(items.begin(), items.end(), [&user](const auto &entry) { return entry.second.user == user; });
    if (count + context.reservations.additions(user) >= context.settings.limits.maxScheduledPerUser)
        return refusal(ErrorCode::TooMany, QStringLiteral("You have scheduled as much as is possible."));
    return std::monostate();
}

void storeScheduled(Context &context, Scheduled item, const Reply &reply)
{
    item.id = newId(QLatin1Char('s'));
    context.reservations.beginAddition(item.user, item.id);
    const Reply finish = [&context, user = item.user, id = item.id, reply](protocol::chat::Result<QCborMap> result) {
        context.reservations.endAddition(user, id);
        reply(std::move(result));
    };
    const QCborMap fields{{QStringLiteral("id"), item.id}};
    Change change;
    change.operations.emplace_back(PutScheduled{std::move(item)});
    commitAndPublish(context, std::move(change), finish, [finish, fields](const Committed &) { finish(fields); });
}

} // namespace chat
