#pragma once

#include "cli/messagesender.h"
#include "cli/roomcommand.h"

#include <memory>

namespace cli {

/// `send`: sends one message, and ends when the server has stored it.
/// Thread: the main thread.
class SendCommand final : public RoomCommand
{
    Q_OBJECT

public:
    SendCommand(const Options &options, Output &output);

private:
    void runIn(const Room &room) override;

    std::unique_ptr<MessageSender> m_sender;
};

} // namespace cli
