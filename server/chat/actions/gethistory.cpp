#include "chat/actions/gethistory.h"

#include "chat/actions/historypage.h"
#include "chat/rules/jsonsize.h"
#include "chat/settings.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::GetHistory;
using protocol::chat::refusal;

namespace {

protocol::chat::Result<Standing> checkGetHistory(const Context &context, const Actor &actor, const GetHistory &request)
{
    if (request.position < 0)
        return refusal(ErrorCode::BadRequest, QStringLiteral("A position is never below 0."));
    if (request.limit < 1)
        return refusal(ErrorCode::BadRequest, {}, QStringLiteral("limit"));
    return checkRoomPermission(context, actor.user, request.room, Permission::ReadRoom);
}

} // namespace

void getHistory(Context &context, const Actor &actor, const GetHistory &request, const Reply &reply)
{
    if (const auto check = checkGetHistory(context, actor, request); !check) {
        reply(protocol::failure(check.error()));
        return;
    }
    const HistoryQuery query{request.room, request.direction, request.position,
                             std::min(request.limit, context.settings.limits.maxPageSize)};
    context.store.readHistory(query, [&context, actor, query, reply](const StoreResult<HistoryPage> &page) {
        // The asker may have been made to leave while the store was reading.
        const auto check = checkRoomPermission(context, actor.user, query.room, Permission::ReadRoom);
        if (!check)
            reply(protocol::failure(check.error()));
        else if (!page)
            reply(protocol::failure(errorFrom(page.error())));
        else
            reply(historyFields(query, *page, maxAnswerBytes));
    });
}

} // namespace chat
