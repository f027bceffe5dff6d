#pragma once

#include "cli/command.h"
#include "cli/room.h"

namespace cli {

/// A command about one room: finds it first.
/// Thread: the main thread.
class RoomCommand : public Command
{
    Q_OBJECT

public:
    /// What to do about a room that we are not in.
    enum class Membership { Needed, NotNeeded };

    RoomCommand(const Options &options, Output &output, ChatSession::TimeLimit timeLimit, Membership membership);
    ~RoomCommand() override;

protected:
    /// Called once.
    virtual void runIn(const Room &room) = 0;

private:
    void run() override;
    void lookFor(const QCborValue &cursor);
    void handleList(const QCborMap &page);
    void handleFound(const Room &room);

    const Membership m_membership;
};

} // namespace cli
