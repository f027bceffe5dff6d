#include "chat/actions/listpins.h"

#include "chat/actions/historypage.h"
#include "chat/rules/jsonsize.h"

namespace chat {

using protocol::chat::Message;
using protocol::chat::RoomRequest;

namespace {

QCborMap pinFields(std::vector<Message> pins)
{
    // The latest of them are left when there are too many, as with the latest page of the history.
    const QCborMap page = historyFields({}, {std::move(pins), false, false}, maxAnswerBytes);
    QCborMap fields{{QStringLiteral("messages"), page.value(QLatin1String("messages"))}};
    if (page.value(QLatin1String("hasBefore")).toBool())
        fields.insert(QStringLiteral("hasMore"), true);
    return fields;
}

} // namespace

void listPins(Context &context, const Actor &actor, const RoomRequest &request, const Reply &reply)
{
    if (const auto check = checkRoomPermission(context, actor.user, request.room, Permission::ReadRoom); !check) {
        reply(protocol::failure(check.error()));
        return;
    }
    context.store.readPins(request.room,
                           [&context, actor, room = request.room, reply](StoreResult<std::vector<Message>> pins) {
                               const auto check = checkRoomPermission(context, actor.user, room, Permission::ReadRoom);
                               if (!check)
                                   reply(protocol::failure(check.error()));
                               else if (!pins)
                                   reply(protocol::failure(errorFrom(pins.error())));
                               else
                                   reply(pinFields(std::move(*pins)));
                           });
}

} // namespace chat
