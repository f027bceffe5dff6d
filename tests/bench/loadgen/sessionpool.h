#pragma once

#include "clock.h"
#include "options.h"
#include "session.h"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <sys/epoll.h>
#include <utility>
#include <vector>

namespace loadgen {

/// Hears the Socket.IO packets of all sessions of a pool.
class PacketListener
{
public:
    virtual ~PacketListener() = default;
    virtual void handlePacket(Session &session, std::string_view packet, TimePoint now) = 0;
};

/// All sessions of a run and the loop which serves them.
class SessionPool final : private SessionObserver
{
public:
    /// Prepares `options.sessions` sessions; none is open yet.
    explicit SessionPool(const Options &options);
    ~SessionPool() override;
    SessionPool(const SessionPool &) = delete;
    SessionPool &operator=(const SessionPool &) = delete;

    /// Opens the first `count` sessions, at most `options.handshakes` at a time, and returns when all are connected.
    void open(std::uint32_t count);
    void closeAll();
    /// What each session opened from now on tells the server: see Session::open(). Nothing unless set.
    void setAuth(std::function<std::string(std::uint32_t index)> auth) { m_auth = std::move(auth); }
    /// The listener outlives the pool's use of it; null for none.
    void setListener(PacketListener *listener) { m_listener = listener; }

    [[nodiscard]] Session &session(std::uint32_t index) { return m_sessions[index]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_sessions.size()); }
    [[nodiscard]] std::uint64_t heartbeats() const { return m_heartbeats; }

    /// Serves what has come, waiting for it until `wakeUp` at most. Throws Failure when the run's deadline has passed.
    void poll(TimePoint wakeUp);
    /// Serves the sessions until `end`.
    void pollUntil(TimePoint end);

    /// Time spent in poll() finding nothing to do, since the pool was made.
    [[nodiscard]] Nanoseconds idleTime() const { return m_idleTime; }
    [[nodiscard]] TimePoint deadline() const { return m_deadline; }

private:
    void handleConnected(Session &session) override;
    void handleHeartbeat(Session &session) override;
    void handlePacket(Session &session, std::string_view packet, TimePoint now) override;
    void start(std::uint32_t index);
    [[nodiscard]] int awaitEvents(TimePoint wakeUp);

    static constexpr std::size_t ReadBytes = 4 * 1024 * 1024; // the longest frame, too

    std::uint16_t m_port;
    Waiting m_waiting;
    std::uint32_t m_maxHandshakes;
    TimePoint m_deadline;
    int m_epoll;
    std::vector<Session> m_sessions;
    std::function<std::string(std::uint32_t index)> m_auth;
    std::vector<char> m_buffer = std::vector<char>(ReadBytes);
    std::array<epoll_event, 512> m_events{};
    PacketListener *m_listener = nullptr;
    std::uint32_t m_connected = 0;
    std::uint64_t m_heartbeats = 0;
    TimePoint m_lastWork;
    Nanoseconds m_idleTime{0};
};

} // namespace loadgen
