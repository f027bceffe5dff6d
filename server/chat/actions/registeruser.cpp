#include "chat/actions/registeruser.h"

#include "chat/actions/action.h"
#include "chat/ports/clock.h"
#include "chat/rules/identifiers.h"
#include "chat/rules/name.h"
#include "chat/settings.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Role;
using protocol::chat::RoomEventType;

namespace {

using Hold = Reservations::Hold;

UserRecord newUser(const Context &context, const Newcomer &newcomer, Role role)
{
    UserRecord record;
    record.user.id = newId(u'u');
    record.user.name = newcomer.name;
    record.user.role = role;
    record.user.createdAt = context.clock.now();
    record.user.lastSeenAt = record.user.createdAt;
    record.nameKey = nameKeyOf(newcomer.name);
    record.passwordHash = newcomer.passwordHash;
    return record;
}

AppendEvent joinsGeneral(const Context &context, const QString &user)
{
    const QCborMap detail{
        {QStringLiteral("user"), user},
        {QStringLiteral("role"), protocol::chat::wireName(Role::Member)},
    };
    return newEvent(context, generalRoomId, RoomEventType::MemberJoined, user, detail);
}

/// With a token to tell the device, unless it has chosen one.
Admission admissionOf(const UserRecord &record, const QString &chosenToken)
{
    Admission admission{record.user.id, {}, {}};
    if (chosenToken.isEmpty())
        admission.token = newToken();
    admission.tokenHash = tokenHashOf(chosenToken.isEmpty() ? admission.token : chosenToken);
    return admission;
}

void storeUser(Context &context, const UserRecord &record, const QString &chosenToken, const std::vector<Hold> &holds,
               const AdmissionReply &reply)
{
    const Admission admission = admissionOf(record, chosenToken);
    Change change;
    change.operations.push_back(PutUser{record});
    change.operations.push_back(PutDeviceToken{{record.user.id, admission.tokenHash, context.clock.now()}});
    change.operations.push_back(joinsGeneral(context, record.user.id));
    const Reply refused
        = [reply](const protocol::chat::Result<QCborMap> &result) { reply(protocol::failure(result.error())); };
    commitAndPublish(context, std::move(change), refused,
                     [admission, holds, reply](const Committed &) { reply(admission); });
}

} // namespace

void registerUser(Context &context, const Newcomer &newcomer, const AdmissionReply &reply)
{
    const QString nameKey = nameKeyOf(newcomer.name);
    const Hold name = context.reservations.holdUserName(nameKey);
    if (!name || context.state.userByNameKey(nameKey)) {
        reply(refusal(ErrorCode::NameTaken));
        return;
    }
    if (context.state.users().size() >= context.settings.limits.maxUsers) {
        reply(refusal(ErrorCode::ServerFull));
        return;
    }
    if (!context.settings.firstUserIsOwner || !context.state.users().isEmpty()) {
        storeUser(context, newUser(context, newcomer, Role::Member), newcomer.token, {name}, reply);
        return;
    }
    const Hold first = context.reservations.holdFirstUser();
    if (first) {
        storeUser(context, newUser(context, newcomer, Role::Owner), newcomer.token, {name, first}, reply);
        return;
    }
    // Somebody else is about to be the first; if that fails, this one is.
    whenSettled(context, [&context, newcomer, reply] { registerUser(context, newcomer, reply); });
}

} // namespace chat
