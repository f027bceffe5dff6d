#include "chat/actions/action.h"

#include "chat/actions/personalroom.h"
#include "chat/ports/clock.h"
#include "chat/ports/eventpublisher.h"
#include "chat/state/connections.h"
#include "chat/state/serverstate.h"

#include <algorithm>

namespace chat {

using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

namespace {

/// Takes an operation that is no event into the state.
class StateUpdate
{
public:
    explicit StateUpdate(Context &context) : m_context(context) {}

    void operator()(const PutUser &operation)
    {
        const UserRecord *before = m_context.state.user(operation.record.user.id);
        protocol::chat::User unseen = operation.record.user;
        if (before)
            unseen.lastSeenAt = before->user.lastSeenAt;
        if (!before || before->user != unseen)
            m_context.connections.noteUser(unseen.id);
        m_context.state.putUser(operation.record);
    }
    void operator()(const PutDeviceToken &operation) { m_context.state.putToken(operation.token); }
    void operator()(const RemoveDeviceTokens &operation)
    {
        m_context.state.removeTokens(operation.user, operation.keepHash);
    }
    void operator()(const PutReadPosition &operation) { m_context.state.putReadPosition(operation.position); }
    void operator()(const PutServerBan &operation) { m_context.state.putServerBan(operation.ban); }
    void operator()(const RemoveServerBan &operation) { m_context.state.removeServerBan(operation.user); }
    void operator()(const PutScheduled &operation) { m_context.state.putScheduled(operation.item); }
    void operator()(const RemoveScheduled &operation) { m_context.state.removeScheduled(operation.id); }
    void operator()(const AppendEvent &) {}
    void operator()(const AppendAudit &) {}

private:
    Context &m_context;
};

std::vector<Operation> withoutEvents(const std::vector<Operation> &operations)
{
    std::vector<Operation> others;
    std::copy_if(operations.begin(), operations.end(), std::back_inserter(others), [](const Operation &operation) {
        return !std::holds_alternative<AppendEvent>(operation) && !std::holds_alternative<AppendAudit>(operation);
    });
    return others;
}

QLatin1String whyRemoved(RoomEventType type)
{
    switch (type) {
    case RoomEventType::MemberKicked:
        return QLatin1String("kicked");
    case RoomEventType::MemberBanned:
        return QLatin1String("banned");
    default:
        return QLatin1String("left");
    }
}

void publishDeparture(Context &context, const RoomEvent &event, const QString &user)
{
    context.publisher.unfollow(user, event.room);
    context.publisher.publishRoomEvent(event);
    QCborMap removed{{QStringLiteral("room"), event.room}, {QStringLiteral("why"), whyRemoved(event.type)}};
    if (event.type != RoomEventType::MemberLeft) {
        insertGiven(removed, QStringLiteral("by"), event.by);
        insertGiven(removed, QStringLiteral("reason"), event.text(QLatin1String("reason")));
    }
    if (const QCborValue until = event.detail.value(QLatin1String("until")); until.isInteger())
        removed.insert(QStringLiteral("until"), until);
    context.publisher.publishToUser(user, QStringLiteral("room:removed"), removed);
}

void publishArrival(Context &context, const RoomEvent &event, const QString &user)
{
    context.publisher.publishRoomEvent(event);
    context.publisher.follow(user, event.room);
    const QCborMap added{{QStringLiteral("room"), personalRoom(*context.state.room(event.room), user)}};
    context.publisher.publishToUser(user, QStringLiteral("room:added"), added);
}

void takeAndPublish(Context &context, const RoomEvent &event)
{
    switch (event.type) {
    case RoomEventType::MemberJoined:
        context.state.apply(event);
        publishArrival(context, event, event.user());
        break;
    case RoomEventType::MemberLeft:
    case RoomEventType::MemberKicked:
    case RoomEventType::MemberBanned: {
        const QString user = event.user();
        const RoomState *room = context.state.room(event.room);
        const bool wasMember = room && room->member(user);
        context.state.apply(event);
        if (wasMember)
            publishDeparture(context, event, user);
        else
            context.publisher.publishRoomEvent(event);
        break;
    }
    default:
        context.state.apply(event);
        context.publisher.publishRoomEvent(event);
        break;
    }
}

} // namespace

void commitAndPublish(Context &context, Change change, const Reply &reply,
                      std::function<void(const Committed &committed)> then)
{
    const auto refuse = [reply](protocol::chat::Error error) { reply(protocol::failure(std::move(error))); };
    commitOrRefuse(context, std::move(change), refuse, std::move(then));
}

void commitOrRefuse(Context &context, Change change, std::function<void(protocol::chat::Error)> refuse,
                    std::function<void(const Committed &committed)> then)
{
    std::vector<Operation> others = withoutEvents(change.operations);
    context.store.commit(std::move(change),
                         [&context, others = std::move(others), refuse = std::move(refuse),
                          then = std::move(then)](const StoreResult<Committed> &result) mutable {
                             // Let go when this returns, however long the store keeps the callback.
                             const auto finish = std::exchange(then, nullptr);
                             if (!result && result.error() != StoreError::Unchanged) {
                                 refuse(errorFrom(result.error()));
                                 return;
                             }
                             static const Committed nothing;
                             const Committed &committed = result ? *result : nothing;
                             if (result) {
                                 for (const Operation &operation : others)
                                     std::visit(StateUpdate(context), operation);
                             }
                             for (const AppendedEvent &appended : committed.events) {
                                 if (appended.isNew)
                                     takeAndPublish(context, appended.event);
                             }
                             finish(committed);
                         });
}

void whenSettled(Context &context, std::function<void()> again)
{
    context.store.commit({}, [again = std::move(again)](const StoreResult<Committed> &) { again(); });
}

AppendEvent newEvent(const Context &context, const QString &room, RoomEventType type, const QString &by,
                     QCborMap detail)
{
    AppendEvent append;
    append.event.room = room;
    append.event.type = type;
    append.event.by = by;
    append.event.at = context.clock.now();
    append.event.detail = std::move(detail);
    return append;
}

AppendAudit newAuditEntry(const Context &context, const Actor &actor, const QString &action, const QString &room,
                          const QString &target, QCborMap detail)
{
    return {{0, context.clock.now(), actor.user, action, room, target, std::move(detail)}};
}

void insertGiven(QCborMap &map, const QString &field, const QString &text)
{
    if (!text.isEmpty())
        map.insert(field, text);
}

} // namespace chat
