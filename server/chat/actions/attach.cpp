#include "chat/actions/attach.h"

#include "chat/actions/action.h"
#include "chat/actions/welcome.h"
#include "chat/ports/clock.h"
#include "chat/ports/eventpublisher.h"
#include "chat/state/connections.h"
#include "chat/state/reservations.h"
#include "chat/state/serverstate.h"

#include <memory>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

namespace {

/// Under steady traffic the figures of a room may never be up to date; then it is shown as it was when they were read,
/// and the client notices by the next event that it has to catch up.
constexpr int maxRounds = 4;
/// When somebody was last here is stored no more often than this.
constexpr qint64 lastSeenPrecision = qint64(10) * 60 * 1000;

/// A connection that is waiting for its welcome.
struct Arrival
{
    QString connection;
    Admission admission;
    Reply reply;
    WelcomeFigures figures;
    int rounds = 0;
};
using SharedArrival = std::shared_ptr<Arrival>;

void welcome(Context &context, const Arrival &arrival)
{
    const QString &user = arrival.admission.user;
    QCborMap fields = welcomeFields(context, user, arrival.figures);
    if (!arrival.admission.token.isEmpty())
        fields.insert(QStringLiteral("token"), arrival.admission.token);
    context.publisher.attach(arrival.connection, user, context.state.roomsOf(user).values());
    arrival.reply(fields);
}

void readFigures(Context &context, const SharedArrival &arrival);

void takeFigures(Context &context, const SharedArrival &arrival, std::vector<UnreadCount> counts)
{
    bool isAhead = false;
    for (UnreadCount &count : counts) {
        const RoomState *room = context.state.room(count.room);
        isAhead = isAhead || (room && count.seq > room->room.seq);
        arrival->figures[count.room].count = std::move(count);
    }
    ++arrival->rounds;
    // What was counted may not have been reported to the chat thread yet.
    if (isAhead)
        whenSettled(context, [&context, arrival] { readFigures(context, arrival); });
    else
        readFigures(context, arrival);
}

/// Welcomes the connection when the figures of all its rooms are those of this moment; else reads the others again.
void readFigures(Context &context, const SharedArrival &arrival)
{
    const QString &user = arrival->admission.user;
    if (context.connections.userOf(arrival->connection) != user) {
        arrival->reply(refusal(ErrorCode::Internal, QStringLiteral("The connection has ended.")));
        return;
    }
    std::vector<UnreadQuery> queries = staleFigures(context, user, arrival->figures);
    if (arrival->rounds >= maxRounds)
        std::erase_if(queries, [&](const UnreadQuery &query) { return arrival->figures.contains(query.room); });
    if (queries.empty()) {
        welcome(context, *arrival);
        return;
    }
    for (const UnreadQuery &query : queries)
        arrival->figures[query.room].read = query.read;
    context.store.readUnread(user, std::move(queries),
                             [&context, arrival](StoreResult<std::vector<UnreadCount>> counts) {
                                 if (counts) {
                                     takeFigures(context, arrival, std::move(counts).value());
                                     return;
                                 }
                                 detach(context, arrival->connection);
                                 arrival->reply(protocol::failure(errorFrom(counts.error())));
                             });
}

/// Stores when somebody was last here, if that is worth it.
void noteLastSeen(Context &context, const QString &user)
{
    const UserRecord *record = context.state.user(user);
    const qint64 lastSeenAt = context.connections.lastSeenAt(user);
    if (!record || lastSeenAt - record->user.lastSeenAt < lastSeenPrecision)
        return;
    const Reservations::Hold hold = context.reservations.holdUser(user);
    if (!hold)
        return;
    UserRecord changed = *record;
    changed.user.lastSeenAt = lastSeenAt;
    commitAndPublish(
        context, {{PutUser{std::move(changed)}}}, [](const auto &) {}, [hold](const Committed &) {});
}

} // namespace

void attach(Context &context, const QString &connection, const Admission &admission, const Reply &reply)
{
    // Somebody may have been banned, or have come in often enough, since connectUser().
    if (const auto mayEnter = checkMayEnter(context, admission.user); !mayEnter) {
        reply(protocol::failure(mayEnter.error()));
        return;
    }
    if (context.state.userByToken(admission.tokenHash) != context.state.user(admission.user)) {
        reply(refusal(ErrorCode::BadToken));
        return;
    }
    context.connections.add(connection, admission.user, admission.tokenHash);
    readFigures(context, std::make_shared<Arrival>(Arrival{connection, admission, reply, {}, 0}));
}

void detach(Context &context, const QString &connection)
{
    const QString user = context.connections.userOf(connection);
    context.connections.remove(connection, context.clock.now());
    if (!user.isEmpty() && !context.connections.isConnected(user))
        noteLastSeen(context, user);
}

} // namespace chat
