#pragma once

#include "cli/roomcommand.h"
#include "cli/roomfeed.h"

#include <memory>

namespace cli {

/// `tail`: prints messages as they come.
/// Thread: the main thread.
class TailCommand final : public RoomCommand
{
    Q_OBJECT

public:
    TailCommand(const Options &options, Output &output);

private:
    void runIn(const Room &room) override;
    [[nodiscard]] bool isEnough() const { return options().count && m_taken >= *options().count; }

    std::unique_ptr<RoomFeed> m_feed;
    qint64 m_taken = 0; ///< messages that are printed, or wait to be
};

} // namespace cli
