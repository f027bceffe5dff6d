#pragma once

#include "cli/roomcommand.h"

#include <deque>

namespace cli {

/// `history`: prints older messages.
/// Thread: the main thread.
class HistoryCommand final : public RoomCommand
{
    Q_OBJECT

public:
    HistoryCommand(const Options &options, Output &output);

private:
    void runIn(const Room &room) override;
    void readPage(qint64 before);
    void handlePage(const QCborMap &page);
    void printAll();

    QString m_roomId;
    std::deque<Message> m_messages; ///< the oldest first
};

} // namespace cli
