#include "cli/roomcommand.h"

namespace cli {

RoomCommand::RoomCommand(const Options &options, Output &output, ChatSession::TimeLimit timeLimit,
                         Membership membership)
    : Command(options, output, timeLimit), m_membership(membership)
{
}

RoomCommand::~RoomCommand() = default;

void RoomCommand::run()
{
    if (const Room *const mine = findRoom(session().rooms(), options().room))
        runIn(*mine);
    else
        lookFor(QCborValue(QCborValue::Undefined));
}

void RoomCommand::lookFor(const QCborValue &cursor)
{
    QCborMap fields{{QStringLiteral("query"), plainRoomName(options().room)}};
    if (!cursor.isUndefined())
        fields[QStringLiteral("cursor")] = cursor;
    session().ask(QStringLiteral("room:list"), fields, this, [this](const Reply &reply) {
        if (reply)
            handleList(*reply);
        else
            session().fail(reply.error());
    });
}

void RoomCommand::handleList(const QCborMap &page)
{
    const std::vector<Room> rooms = readRooms(page[QStringLiteral("rooms")]);
    const QCborValue cursor = page[QStringLiteral("cursor")];
    if (const Room *const room = findRoom(rooms, options().room))
        handleFound(*room);
    else if (cursor.isString() && !rooms.empty())
        lookFor(cursor);
    else
        session().fail(
            {QStringLiteral("not_found"), QStringLiteral("There is no room called %1").arg(options().room), {}});
}

void RoomCommand::handleFound(const Room &room)
{
    if (m_membership == Membership::NotNeeded) {
        runIn(room);
        return;
    }
    session().ask(QStringLiteral("room:join"), {{QStringLiteral("room"), room.id}}, this,
                  [this, room](const Reply &reply) {
                      if (!reply)
                          session().fail(reply.error());
                      else
                          runIn(readRoom((*reply)[QStringLiteral("room")]).value_or(room));
                  });
}

} // namespace cli
