#include "chat/actions/updateuser.h"

#include "chat/actions/action.h"
#include "chat/actions/presence.h"
#include "chat/ports/passwordhasher.h"
#include "chat/rules/line.h"
#include "chat/rules/name.h"
#include "chat/settings.h"
#include "chat/state/connections.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;
using protocol::chat::UpdateUser;

namespace {

/// What is to be written over a user's record.
struct Changes
{
    std::optional<QString> name;
    std::optional<QString> avatar;
    std::optional<QByteArray> passwordHash; ///< empty: no password any more
};

/// All but the password, as it is kept.
Result<Changes> checkUpdateUser(const Context &context, const UpdateUser &request)
{
    const protocol::chat::Limits &limits = context.settings.limits;
    Changes changes;
    if (request.name) {
        const Result<QString> name = checkedUserName(*request.name, limits.maxNameCharacters);
        if (!name)
            return protocol::failure(name.error());
        changes.name = *name;
    }
    if (request.avatar) {
        const auto avatar = checkedLine(*request.avatar, limits.maxAvatarCharacters, QStringLiteral("avatar"));
        if (!avatar)
            return protocol::failure(avatar.error());
        changes.avatar = *avatar;
    }
    if (request.password && request.password->toUtf8().size() > limits.maxPasswordBytes)
        return refusal(ErrorCode::TooLong, {}, QStringLiteral("password"));
    return changes;
}

UserRecord changed(UserRecord record, const Changes &changes)
{
    if (changes.name) {
        record.user.name = *changes.name;
        record.nameKey = nameKeyOf(*changes.name);
    }
    if (changes.avatar)
        record.user.avatar = *changes.avatar;
    if (changes.passwordHash)
        record.passwordHash = *changes.passwordHash;
    return record;
}

Change newChange(const Context &context, const Actor &actor, const UserRecord &record, const Changes &changes)
{
    Change change;
    change.operations.push_back(PutUser{record});
    if (changes.passwordHash) {
        const QByteArray own = context.connections.tokenHashOf(actor.connection);
        change.operations.push_back(RemoveDeviceTokens{actor.user, own});
    }
    return change;
}

void storeChanges(Context &context, const Actor &actor, const Changes &changes, const Reply &reply)
{
    const UserRecord *before = context.state.user(actor.user);
    if (!before || context.reservations.isBeingExpelled({}, actor.user)) {
        reply(refusal(ErrorCode::Forbidden));
        return;
    }
    const auto user = context.reservations.holdUser(actor.user);
    if (!user) {
        whenSettled(context, [&context, actor, changes, reply] { storeChanges(context, actor, changes, reply); });
        return;
    }
    const UserRecord record = changed(*before, changes);
    if (record == *before && !changes.passwordHash) {
        reply(QCborMap{{QStringLiteral("user"), userMap(context, actor.user)}});
        return;
    }
    const auto name = context.reservations.holdUserName(record.nameKey);
    const UserRecord *owner = context.state.userByNameKey(record.nameKey);
    if (!name || (owner && owner != before)) {
        reply(refusal(ErrorCode::NameTaken, {}, QStringLiteral("name")));
        return;
    }
    commitAndPublish(context, newChange(context, actor, record, changes), reply,
                     [&context, actor, user, name, reply](const Committed &) {
                         reply(QCborMap{{QStringLiteral("user"), userMap(context, actor.user)}});
                     });
}

} // namespace

void updateUser(Context &context, const Actor &actor, const UpdateUser &request, const Reply &reply)
{
    Result<Changes> changes = checkUpdateUser(context, request);
    if (!changes) {
        reply(protocol::failure(changes.error()));
        return;
    }
    if (!request.password || request.password->isEmpty()) {
        if (request.password)
            changes->passwordHash = QByteArray();
        storeChanges(context, actor, *changes, reply);
        return;
    }
    context.hasher.hash(*request.password,
                        [&context, actor, changes = *changes, reply](const QByteArray &hash) mutable {
                            if (hash.isEmpty()) {
                                reply(refusal(ErrorCode::RateLimited, std::chrono::seconds(1)));
                                return;
                            }
                            changes.passwordHash = hash;
                            storeChanges(context, actor, changes, reply);
                        });
}

} // namespace chat
