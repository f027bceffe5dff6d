#pragma once

#include "clock.h"
#include "websocketframe.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace loadgen {

class Session;

/// Hears what happens on the sessions of a SessionPool.
class SessionObserver
{
public:
    virtual ~SessionObserver() = default;
    /// The session is in the namespace `/` and may send.
    virtual void handleConnected(Session &session) = 0;
    /// The server's heartbeat came and was answered.
    virtual void handleHeartbeat(Session &session) = 0;
    /// A Socket.IO packet came, `packet` starting with its type; it was read from the network at `now`.
    virtual void handlePacket(Session &session, std::string_view packet, TimePoint now) = 0;
};

/// One client: a WebSocket on which Engine.IO version 4 and the namespace `/` of Socket.IO version 5 are opened, and
/// which answers heartbeats. Throws Failure when the server drops it or says anything unexpected.
class Session
{
public:
    Session(std::uint32_t index, SessionObserver &observer);
    ~Session();
    Session(Session &&other) noexcept;
    Session &operator=(Session &&) = delete;
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] std::uint32_t index() const { return m_index; }
    [[nodiscard]] bool isConnected() const { return m_state == State::Connected; }

    /// Starts to connect to 127.0.0.1:`port` and registers with the epoll instance `epoll`, edge-triggered, under
    /// index(). `auth` is what the server is told when the namespace is opened: a JSON object, or empty for nothing.
    void open(std::uint16_t port, int epoll, std::string auth);
    void close();
    /// Takes the epoll events of this session; `buffer` is room for one read, shared by all sessions.
    void handleEvents(std::uint32_t events, std::span<char> buffer);
    /// Sends one Engine.IO packet as a text frame.
    void send(std::string_view packet);

private:
    enum class State { Closed, Connecting, AwaitingUpgrade, AwaitingOpen, AwaitingNamespace, Connected };

    void sendUpgradeRequest();
    void readAvailable(std::span<char> buffer);
    [[nodiscard]] std::size_t consume(std::string_view bytes, TimePoint now);
    [[nodiscard]] std::size_t consumeUpgradeResponse(std::string_view bytes);
    void consumeFrame(const ServerFrame &frame, TimePoint now);
    void consumePacket(std::string_view packet, TimePoint now);
    void consumeSocketIoPacket(std::string_view packet, TimePoint now);
    void write(std::string_view bytes);
    void flush();
    [[noreturn]] void fail(const std::string &reason) const;

    SessionObserver &m_observer;
    std::string m_incomplete; // the start of a frame whose rest has not come
    std::string m_unsent;
    std::string m_auth;
    std::uint16_t m_port = 0;
    std::uint32_t m_index;
    std::uint32_t m_maskingKey;
    int m_socket = -1;
    State m_state = State::Closed;
};

} // namespace loadgen
