#include "chat/actions/connectuser.h"

#include "chat/actions/action.h"
#include "chat/actions/registeruser.h"
#include "chat/ports/clock.h"
#include "chat/ports/passwordhasher.h"
#include "chat/rules/identifiers.h"
#include "chat/rules/moderation.h"
#include "chat/rules/name.h"
#include "chat/settings.h"
#include "chat/state/connections.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ConnectRequest;
using protocol::chat::Error;
using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;

namespace {

constexpr int protocolVersion = 1;
constexpr std::chrono::seconds busyWait{1};

Error busy()
{
    return {ErrorCode::RateLimited, {}, {}, busyWait};
}

/// Goes on with @p then when @p verdict is good, refuses with @p wrong when not.
void decide(PasswordVerdict verdict, ErrorCode wrong, const AdmissionReply &reply, const std::function<void()> &then)
{
    switch (verdict) {
    case PasswordVerdict::Right:
        then();
        break;
    case PasswordVerdict::Wrong:
        reply(refusal(wrong));
        break;
    case PasswordVerdict::Busy:
        reply(protocol::failure(busy()));
        break;
    }
}

/// The user whom the request's token names, or null.
Result<const UserRecord *> checkToken(const Context &context, const ConnectRequest &request)
{
    const UserRecord *owner = request.token.isEmpty() ? nullptr : context.state.userByToken(tokenHashOf(request.token));
    if (!owner)
        return owner;
    const UserRecord *named = context.state.userByNameKey(nameKeyOf(request.name));
    if (named && named != owner) {
        return refusal(ErrorCode::BadToken, QStringLiteral("The token belongs to somebody else."),
                       QStringLiteral("token"));
    }
    return owner;
}

/// Somebody who has shown that they are @p user of whom it is known that they exist.
void giveToken(Context &context, const QString &user, const AdmissionReply &reply)
{
    if (const auto mayEnter = checkMayEnter(context, user); !mayEnter) {
        reply(protocol::failure(mayEnter.error()));
        return;
    }
    Admission admission{user, newToken(), {}};
    admission.tokenHash = tokenHashOf(admission.token);
    Change change;
    change.operations.push_back(PutDeviceToken{{user, admission.tokenHash, context.clock.now()}});
    const Reply refused = [reply](const Result<QCborMap> &result) { reply(protocol::failure(result.error())); };
    commitAndPublish(context, std::move(change), refused, [admission, reply](const Committed &) { reply(admission); });
}

void connectKnownName(Context &context, const ConnectRequest &request, const UserRecord &known,
                      const AdmissionReply &reply)
{
    if (request.password.isEmpty()) {
        reply(request.token.isEmpty() ? refusal(ErrorCode::NameTaken) : refusal(ErrorCode::BadToken));
        return;
    }
    const QString user = known.user.id;
    const QByteArray hash = known.passwordHash;
    context.hasher.verify(request.password, hash, [&context, user, hash, reply](PasswordVerdict verdict) {
        const UserRecord *now = context.state.user(user);
        // It may have been changed in the meantime.
        const bool isSame = !hash.isEmpty() && now && now->passwordHash == hash;
        decide(verdict == PasswordVerdict::Right && !isSame ? PasswordVerdict::Wrong : verdict, ErrorCode::BadPassword,
               reply, [&context, &user, &reply] { giveToken(context, user, reply); });
    });
}

void connectNewName(Context &context, const QString &name, const ConnectRequest &request, const AdmissionReply &reply)
{
    const QString token = isToken(request.token) ? request.token : QString();
    if (request.password.isEmpty()) {
        registerUser(context, {name, {}, token}, reply);
        return;
    }
    context.hasher.hash(request.password, [&context, name, token, reply](const QByteArray &hash) {
        if (hash.isEmpty())
            reply(protocol::failure(busy()));
        else
            registerUser(context, {name, hash, token}, reply);
    });
}

void connectByName(Context &context, const ConnectRequest &request, const AdmissionReply &reply)
{
    const Result<QString> name = checkedUserName(request.name, context.settings.limits.maxNameCharacters);
    if (!name) {
        reply(protocol::failure(name.error()));
        return;
    }
    if (const UserRecord *known = context.state.userByNameKey(nameKeyOf(*name)))
        connectKnownName(context, request, *known, reply);
    else
        connectNewName(context, *name, request, reply);
}

/// Goes on with connectByName() when the server needs no password or the right one was given.
void checkServerPassword(Context &context, const ConnectRequest &request, const AdmissionReply &reply)
{
    const QByteArray &hash = context.settings.serverPasswordHash;
    if (hash.isEmpty()) {
        connectByName(context, request, reply);
        return;
    }
    if (request.serverPassword.isEmpty()) {
        reply(refusal(ErrorCode::ServerPasswordRequired));
        return;
    }
    context.hasher.verify(request.serverPassword, hash, [&context, request, reply](PasswordVerdict verdict) {
        decide(verdict, ErrorCode::ServerPasswordRequired, reply,
               [&context, &request, &reply] { connectByName(context, request, reply); });
    });
}

} // namespace

Result<std::monostate> checkMayEnter(const Context &context, const QString &user)
{
    const qint64 now = context.clock.now();
    if (const Ban *ban = context.state.serverBan(user, now))
        return protocol::failure(refusalOfBan(*ban, now));
    if (context.reservations.isBeingExpelled({}, user))
        return refusal(ErrorCode::Banned);
    if (context.connections.count() >= context.settings.limits.maxConnections)
        return refusal(ErrorCode::ServerFull);
    if (context.connections.countOf(user) >= context.settings.limits.maxConnectionsPerUser)
        return refusal(ErrorCode::TooMany, QStringLiteral("You are connected too many times."));
    return std::monostate();
}

void connectUser(Context &context, const ConnectRequest &request, const AdmissionReply &reply)
{
    if (request.protocolVersion != protocolVersion) {
        reply(refusal(ErrorCode::ProtocolVersion));
        return;
    }
    if (context.connections.count() >= context.settings.limits.maxConnections) {
        reply(refusal(ErrorCode::ServerFull));
        return;
    }
    const Result<const UserRecord *> owner = checkToken(context, request);
    if (!owner) {
        reply(protocol::failure(owner.error()));
        return;
    }
    if (!*owner) {
        checkServerPassword(context, request, reply);
        return;
    }
    // The token says that the server's password was known once; asking again would cost a hash for every reconnection.
    const QString user = (*owner)->user.id;
    if (const auto mayEnter = checkMayEnter(context, user); !mayEnter)
        reply(protocol::failure(mayEnter.error()));
    else
        reply(Admission{user, {}, tokenHashOf(request.token)});
}

} // namespace chat
