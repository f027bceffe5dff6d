#include "cli/roomscommand.h"

namespace cli {

RoomsCommand::RoomsCommand(const Options &options, Output &output)
    : Command(options, output, ChatSession::TimeLimit::Everything)
{
}

void RoomsCommand::run()
{
    for (const Room &room : session().rooms()) {
        output().printRoom(room, true);
        m_printed.insert(room.id);
    }
    readPage(QCborValue(QCborValue::Undefined));
}

void RoomsCommand::readPage(const QCborValue &cursor)
{
    QCborMap fields;
    if (!cursor.isUndefined())
        fields[QStringLiteral("cursor")] = cursor;
    session().ask(QStringLiteral("room:list"), fields, this, [this](const Reply &reply) {
        if (reply)
            handlePage(*reply);
        else
            session().fail(reply.error());
    });
}

void RoomsCommand::handlePage(const QCborMap &page)
{
    const std::vector<Room> rooms = readRooms(page[QStringLiteral("rooms")]);
    for (const Room &room : rooms) {
        if (m_printed.contains(room.id))
            continue;
        m_printed.insert(room.id);
        output().printRoom(room, false);
    }
    const QCborValue cursor = page[QStringLiteral("cursor")];
    if (cursor.isString() && !rooms.empty())
        readPage(cursor);
    else
        finish(ExitCode::Done);
}

} // namespace cli
