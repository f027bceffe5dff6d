#pragma once

#include "cli/inputlines.h"
#include "cli/messagesender.h"
#include "cli/roomcommand.h"
#include "cli/roomfeed.h"

#include <QHash>
#include <QTimer>

#include <memory>

namespace cli {

/// `join`: takes part in a room.
/// Thread: the main thread.
class JoinCommand final : public RoomCommand
{
    Q_OBJECT

public:
    JoinCommand(const Options &options, Output &output);

private:
    void runIn(const Room &room) override;
    void handleLine(const QString &line);
    void handlePresence(const QCborMap &presence);
    void leave();

    InputLines m_input;
    QTimer m_leaveTimer;
    QHash<QString, bool> m_isOnline; ///< by user id
    std::unique_ptr<MessageSender> m_sender;
    std::unique_ptr<RoomFeed> m_feed;
    bool m_isLeaving = false;
};

} // namespace cli
