#pragma once

#include "net/deadline.h"
#include "net/websocketconnection.h"

#include <functional>
#include <memory>

namespace engineio {

/// A WebSocket that wants to take over a polling session: it says `2probe`, is answered `3probe`, and takes over with
/// `5`. Anything else, or too long a silence, closes it and leaves the session as it was.
/// Thread: the session's network worker.
class TransportUpgrade final : private net::WebSocketListener
{
public:
    struct Callbacks
    {
        /// Called every now and then between the probe and the take-over: a GET that waits is to be released, because
        /// the client lets its last one come back before it takes over.
        std::function<void()> onGetToRelease;
        std::function<void(std::unique_ptr<net::WebSocketConnection>)> onUpgraded;
        std::function<void()> onFailed; ///< may destroy the upgrade
    };

    TransportUpgrade(std::unique_ptr<net::WebSocketConnection> connection, net::DeadlineQueue &deadlines,
                     std::chrono::milliseconds timeout, Callbacks callbacks);
    ~TransportUpgrade();
    Q_DISABLE_COPY_MOVE(TransportUpgrade)

private:
    void handleTextMessage(QByteArrayView message) override;
    void handleBinaryMessage(const QByteArray &message) override;
    void handleOversizeMessage() override {}
    void handleWebSocketClosed(net::WebSocketConnection::End end) override;
    void fail();
    void releaseGet();

    net::WebSocketConnection *m_connection; ///< owned; deleted later, for it may be calling us
    const Callbacks m_callbacks;
    net::DeadlineQueue &m_deadlines;
    net::Deadline m_deadline;
    net::Deadline m_release; ///< pending from the probe on
};

} // namespace engineio
