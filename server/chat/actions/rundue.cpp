#include "chat/actions/rundue.h"

#include "chat/actions/action.h"
#include "chat/actions/posting.h"
#include "chat/ports/clock.h"
#include "chat/ports/eventpublisher.h"
#include "chat/rules/mentions.h"
#include "chat/state/connections.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::Message;

namespace {

/// So that a long list does not keep others waiting.
constexpr std::size_t maxAtOnce = 100;

/// Stores @p change, with which @p item is no longer scheduled. When it cannot be stored the next call tries again.
void finish(Context &context, const Scheduled &item, Change change, std::function<void()> then)
{
    change.operations.emplace_back(RemoveScheduled{item.id});
    const Reply release
        = [&context, id = item.id](const protocol::chat::Result<QCborMap> &) { context.reservations.endDue(id); };
    commitAndPublish(context, std::move(change), release, [release, then = std::move(then)](const Committed &) {
        then();
        release(QCborMap());
    });
}

QCborMap noticeOf(const Scheduled &item, const QString &kind)
{
    return {{QStringLiteral("kind"), kind},
            {QStringLiteral("id"), item.id},
            {QStringLiteral("text"), item.text},
            {QStringLiteral("at"), item.at}};
}

void publishNotice(Context &context, const Scheduled &item, const QCborMap &notice)
{
    context.publisher.publishToUser(item.user, QStringLiteral("notice"), notice);
}

void giveReminder(Context &context, const Scheduled &item)
{
    finish(context, item, {}, [&context, item] {
        QCborMap notice = noticeOf(item, QStringLiteral("reminder"));
        // Somebody who has left a room is only reminded of their own words.
        if (context.state.roomsOf(item.user).contains(item.room)) {
            notice.insert(QStringLiteral("room"), item.room);
            if (!item.message.isEmpty())
                notice.insert(QStringLiteral("message"), item.message);
        }
        publishNotice(context, item, notice);
    });
}

void giveUp(Context &context, const Scheduled &item, const protocol::chat::Error &error)
{
    finish(context, item, {}, [&context, item, error] {
        QCborMap notice = noticeOf(item, QStringLiteral("scheduled"));
        notice.insert(QStringLiteral("room"), item.room);
        notice.insert(QStringLiteral("error"), error.toMap());
        publishNotice(context, item, notice);
    });
}

void post(Context &context, const Scheduled &item, const Standing &standing)
{
    Message message;
    message.room = item.room;
    message.by = item.user;
    message.at = context.clock.now();
    message.text = item.text;
    message.mentions = mentionsIn(context, standing, item.text);
    Change change;
    change.operations.emplace_back(posting(message, QStringLiteral("scheduled:") + item.id));
    finish(context, item, std::move(change), [] {});
}

bool isWaitingForUser(const Context &context, const Scheduled &item)
{
    return item.kind == Scheduled::Kind::Reminder && !context.connections.isConnected(item.user);
}

/// False when it has to wait.
bool run(Context &context, const Scheduled &item)
{
    if (item.kind == Scheduled::Kind::Reminder) {
        if (!context.reservations.beginDue(item.id))
            return false;
        giveReminder(context, item);
        return true;
    }
    const auto standing = checkMayPost(context, item.user, item.room);
    const bool canBeTold = context.connections.isConnected(item.user);
    if (!standing && (standing.error().code == ErrorCode::SlowMode || !canBeTold))
        return false;
    if (!context.reservations.beginDue(item.id))
        return false;
    if (standing)
        post(context, item, *standing);
    else
        giveUp(context, item, standing.error());
    return true;
}

} // namespace

void runDue(Context &context)
{
    // A copy: the list changes as things are done.
    std::vector<Scheduled> due;
    const auto &items = context.state.scheduled();
    for (auto it = items.begin(), end = items.upper_bound(context.clock.now()); it != end; ++it) {
        if (!isWaitingForUser(context, it->second))
            due.push_back(it->second);
    }
    std::size_t started = 0;
    for (const Scheduled &item : due) {
        if (started < maxAtOnce && run(context, item))
            ++started;
    }
}

} // namespace chat
