#include "gateway/handlers.h"

#include "gateway/connection.h"
#include "gateway/pendinganswer.h"

#include "chat/actions/announce.h"
#include "chat/actions/ban.h"
#include "chat/actions/createroom.h"
#include "chat/actions/deletemessage.h"
#include "chat/actions/editmessage.h"
#include "chat/actions/gethistory.h"
#include "chat/actions/getroom.h"
#include "chat/actions/getuser.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/kick.h"
#include "chat/actions/leaveroom.h"
#include "chat/actions/listaudit.h"
#include "chat/actions/listmembers.h"
#include "chat/actions/listpins.h"
#include "chat/actions/listrooms.h"
#include "chat/actions/markread.h"
#include "chat/actions/mute.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/pinmessage.h"
#include "chat/actions/react.h"
#include "chat/actions/remind.h"
#include "chat/actions/schedule.h"
#include "chat/actions/search.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/setpresence.h"
#include "chat/actions/setrole.h"
#include "chat/actions/settyping.h"
#include "chat/actions/sync.h"
#include "chat/actions/unban.h"
#include "chat/actions/updateroom.h"
#include "chat/actions/updateuser.h"
#include "chat/ports/clock.h"
#include "chat/ports/executor.h"
#include "chat/state/connections.h"
#include "chat/state/serverstate.h"

#include "protocol/chat/messagerequests.h"
#include "protocol/chat/moderationrequests.h"
#include "protocol/chat/peoplerequests.h"
#include "protocol/chat/readingrequests.h"
#include "protocol/chat/roomrequests.h"
#include "protocol/chat/schedulerequests.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gateway {

using namespace protocol::chat;

namespace {

/// Requests that were on their way when their sender was thrown out are not carried out any more.
std::optional<Error> checkStillHere(const chat::Context &context, const chat::Actor &actor)
{
    if (context.state.serverBan(actor.user, context.clock.now()))
        return Error{ErrorCode::Banned, {}, {}, {}};
    if (context.connections.userOf(actor.connection) != actor.user)
        return Error{ErrorCode::Forbidden, QStringLiteral("This connection has ended."), {}, {}};
    return std::nullopt;
}

/// The way of every request: read in the worker, carried out in the chat thread, answered in the worker.
template <auto read, auto act>
std::optional<Error> handle(const QCborMap &fields, const std::shared_ptr<PendingAnswer> &answer)
{
    Intake &intake = answer->connection().intake();
    auto request = read(fields, intake.limits);
    if (!request)
        return request.error();
    intake.chatThread.post([&context = intake.context, answer, request = std::move(request).value()] {
        const chat::Actor &actor = answer->connection().actor();
        if (auto error = checkStillHere(context, actor))
            answer->give(protocol::failure(std::move(*error)));
        else
            act(context, actor, request, [answer](auto result) { answer->give(std::move(result)); });
    });
    return std::nullopt;
}

constexpr std::array table{
    Handler{QLatin1String("announce"), RateKind::Message, handle<readAnnounce, chat::announce>},
    Handler{QLatin1String("audit:list"), RateKind::Other, handle<readListAudit, chat::listAudit>},
    Handler{QLatin1String("dm:open"), RateKind::CreateRoom, handle<readOpenDirect, chat::openDirect>},
    Handler{QLatin1String("history:get"), RateKind::Other, handle<readGetHistory, chat::getHistory>},
    Handler{QLatin1String("message:delete"), RateKind::Reaction, handle<readMessageRequest, chat::deleteMessage>},
    Handler{QLatin1String("message:edit"), RateKind::Message, handle<readEditMessage, chat::editMessage>},
    Handler{QLatin1String("message:pin"), RateKind::Reaction, handle<readMessageRequest, chat::pinMessage>},
    Handler{QLatin1String("message:send"), RateKind::Message, handle<readSendMessage, chat::sendMessage>},
    Handler{QLatin1String("message:unpin"), RateKind::Reaction, handle<readMessageRequest, chat::unpinMessage>},
    Handler{QLatin1String("moderate:ban"), RateKind::Other, handle<readModerate, chat::ban>},
    Handler{QLatin1String("moderate:kick"), RateKind::Other, handle<readModerate, chat::kick>},
    Handler{QLatin1String("moderate:mute"), RateKind::Other, handle<readModerate, chat::mute>},
    Handler{QLatin1String("moderate:role"), RateKind::Other, handle<readSetRole, chat::setRole>},
    Handler{QLatin1String("moderate:unban"), RateKind::Other, handle<readModerate, chat::unban>},
    Handler{QLatin1String("presence:set"), RateKind::Other, handle<readSetPresence, chat::setPresence>},
    Handler{QLatin1String("reaction:add"), RateKind::Reaction, handle<readReactionRequest, chat::addReaction>},
    Handler{QLatin1String("reaction:remove"), RateKind::Reaction, handle<readReactionRequest, chat::removeReaction>},
    Handler{QLatin1String("read:mark"), RateKind::Other, handle<readMarkRead, chat::markRead>},
    Handler{QLatin1String("reminder:create"), RateKind::Message, handle<readCreateReminder, chat::createReminder>},
    Handler{QLatin1String("room:create"), RateKind::CreateRoom, handle<readCreateRoom, chat::createRoom>},
    Handler{QLatin1String("room:get"), RateKind::Other, handle<readRoomRequest, chat::getRoom>},
    Handler{QLatin1String("room:invite"), RateKind::Join, handle<readInviteToRoom, chat::invite>},
    Handler{QLatin1String("room:join"), RateKind::Join, handle<readRoomRequest, chat::joinRoom>},
    Handler{QLatin1String("room:leave"), RateKind::Join, handle<readRoomRequest, chat::leaveRoom>},
    Handler{QLatin1String("room:list"), RateKind::Other, handle<readListRooms, chat::listRooms>},
    Handler{QLatin1String("room:members"), RateKind::Other, handle<readListMembers, chat::listMembers>},
    Handler{QLatin1String("room:pins"), RateKind::Other, handle<readRoomRequest, chat::listPins>},
    Handler{QLatin1String("room:update"), RateKind::Other, handle<readUpdateRoom, chat::updateRoom>},
    Handler{QLatin1String("schedule:cancel"), RateKind::Other, handle<readCancelScheduled, chat::cancelScheduled>},
    Handler{QLatin1String("schedule:create"), RateKind::Message, handle<readCreateScheduled, chat::createScheduled>},
    Handler{QLatin1String("schedule:list"), RateKind::Other, handle<readListScheduled, chat::listScheduled>},
    Handler{QLatin1String("search"), RateKind::Search, handle<readSearch, chat::search>},
    Handler{QLatin1String("sync"), RateKind::Other, handle<readSync, chat::sync>},
    Handler{QLatin1String("typing"), RateKind::Typing, handle<readSetTyping, chat::setTyping>},
    Handler{QLatin1String("user:get"), RateKind::Other, handle<readGetUser, chat::getUser>},
    Handler{QLatin1String("user:update"), RateKind::Other, handle<readUpdateUser, chat::updateUser>},
};

constexpr std::string_view nameOf(const Handler &handler)
{
    return {handler.event.latin1(), size_t(handler.event.size())};
}

constexpr bool isOrdered()
{
    for (size_t i = 1; i < table.size(); ++i) {
        if (nameOf(table[i - 1]) >= nameOf(table[i]))
            return false;
    }
    return true;
}
static_assert(isOrdered());

} // namespace

std::span<const Handler> handlers()
{
    return table;
}

const Handler *handlerOf(QStringView event)
{
    const auto it = std::lower_bound(table.begin(), table.end(), event,
                                     [](const Handler &handler, QStringView name) { return handler.event < name; });
    return it != table.end() && it->event == event ? &*it : nullptr;
}

} // namespace gateway
