#pragma once

#include "chat/actions/posting.h"
#include "protocol/chat/error.h"
#include "socketio/hold.h"
#include "socketio/packetcontent.h"

#include <QCborMap>

#include <memory>
#include <optional>

namespace gateway {

class Connection;

/// A request that has not been answered yet. One that is dropped without an answer is answered with `internal`, for
/// those behind it wait for it.
/// Thread: any, one at a time.
class PendingAnswer final : public std::enable_shared_from_this<PendingAnswer>
{
public:
    /// @p place: of the answer among the connection's; nothing when the client does not want one.
    PendingAnswer(std::shared_ptr<Connection> connection, std::optional<quint64> place);
    ~PendingAnswer();
    Q_DISABLE_COPY_MOVE(PendingAnswer)

    [[nodiscard]] Connection &connection() const { return *m_connection; }
    /// Requests of the connection that were on their way when this one came, itself included.
    [[nodiscard]] int running() const { return m_running; }
    /// Until this is answered, later events of the socket wait.
    void keep(socketio::Hold hold) { m_hold = std::move(hold); }

    /// The first answer counts.
    void give(protocol::chat::Result<QCborMap> result);
    void give(protocol::chat::Result<chat::Posted> result);
    void give(protocol::Failure<protocol::chat::Error> refusal) { give(protocol::chat::Result<QCborMap>(refusal)); }

private:
    void send(socketio::PacketContent content);

    const std::shared_ptr<Connection> m_connection;
    std::optional<quint64> m_place; ///< nothing once the answer is on its way
    std::optional<socketio::Hold> m_hold;
    int m_running;
};

} // namespace gateway
