#pragma once

#include "socketio/name.h"
#include "socketio/packetcontent.h"

#include "protocol/result.h"

#include <QCborArray>

#include <memory>

namespace socketio {

class Socket;

/// Answers one event of a client that asked for an acknowledgement; does nothing for one that did not. The first answer
/// counts, and so does nobody's after the client has gone.
///
/// Copyable; keep it to answer later.
/// Thread: any.
class Acknowledge final
{
public:
    Acknowledge() = default;
    Acknowledge(std::weak_ptr<Socket> socket, quint64 id);

    /// Whether the client waits for an answer.
    explicit operator bool() const { return m_state != nullptr; }

    template <typename... Args>
    void operator()(const Args &...args) const
    {
        send(toArguments(args...));
    }
    void send(const PacketContent &args) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Why there is no answer from a client.
enum class AckError { TimedOut, Disconnected };

/// A client's answer: the arguments it gave.
using AckResult = protocol::Expected<QCborArray, AckError>;

} // namespace socketio
