#include "cli/tailcommand.h"

namespace cli {

TailCommand::TailCommand(const Options &options, Output &output)
    : RoomCommand(options, output, ChatSession::TimeLimit::FirstWelcome, Membership::Needed)
{
}

void TailCommand::runIn(const Room &room)
{
    m_feed = std::make_unique<RoomFeed>(session(), room.id);
    connect(m_feed.get(), &RoomFeed::messagePosted, this, [this](const Message &message) {
        if (isEnough())
            return;
        ++m_taken;
        printer().printMessage(message);
        if (isEnough())
            finishWhenPrinted();
    });
    m_feed->startAfter(options().since.value_or(room.seq));
}

} // namespace cli
