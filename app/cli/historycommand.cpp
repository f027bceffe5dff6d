#include "cli/historycommand.h"

#include <QCborArray>

#include <algorithm>

namespace cli {

namespace {

constexpr int pageSize = 200; // the most the server gives

} // namespace

HistoryCommand::HistoryCommand(const Options &options, Output &output)
    : RoomCommand(options, output, ChatSession::TimeLimit::Everything, Membership::NotNeeded)
{
}

void HistoryCommand::runIn(const Room &room)
{
    m_roomId = room.id;
    readPage(options().before.value_or(room.seq + 1));
}

void HistoryCommand::readPage(qint64 before)
{
    const int missing = options().limit - int(m_messages.size());
    session().ask(QStringLiteral("history:get"),
                  {{QStringLiteral("room"), m_roomId},
                   {QStringLiteral("before"), before},
                   {QStringLiteral("limit"), std::min(missing, pageSize)}},
                  this, [this](const Reply &reply) {
                      if (reply)
                          handlePage(*reply);
                      else
                          session().fail(reply.error());
                  });
}

void HistoryCommand::handlePage(const QCborMap &page)
{
    std::deque<Message> older;
    for (const QCborValue &value : page[QStringLiteral("messages")].toArray()) {
        if (auto message = readMessage(value))
            older.push_back(std::move(*message));
    }
    const bool hasMore = page[QStringLiteral("hasBefore")].isTrue() && !older.empty();
    m_messages.insert(m_messages.begin(), older.begin(), older.end());
    if (hasMore && int(m_messages.size()) < options().limit)
        readPage(m_messages.front().seq);
    else
        printAll();
}

void HistoryCommand::printAll()
{
    for (const Message &message : m_messages)
        printer().printMessage(message);
    finishWhenPrinted();
}

} // namespace cli
