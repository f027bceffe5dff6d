#include "sessionpool.h"

#include "failure.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace loadgen {

SessionPool::SessionPool(const Options &options)
    : m_port(options.port), m_waiting(options.waiting), m_maxHandshakes(options.handshakes),
      m_deadline(Clock::now() + options.deadline), m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_lastWork(Clock::now())
{
    if (m_epoll < 0)
        throw Failure("epoll_create1: " + std::string(std::strerror(errno)));
    const std::uint32_t count = std::max(options.sessions, options.warmupSessions);
    SessionObserver &observer = *this;
    m_sessions.reserve(count);
    for (std::uint32_t index = 0; index < count; ++index)
        m_sessions.emplace_back(index, observer);
}

SessionPool::~SessionPool()
{
    ::close(m_epoll);
}

void SessionPool::open(std::uint32_t count)
{
    m_connected = 0;
    std::uint32_t started = 0;
    while (m_connected < count) {
        while (started < count && started - m_connected < m_maxHandshakes)
            start(started++);
        poll(m_deadline);
    }
}

void SessionPool::start(std::uint32_t index)
{
    m_sessions[index].open(m_port, m_epoll, m_auth ? m_auth(index) : std::string());
}

void SessionPool::closeAll()
{
    for (Session &session : m_sessions)
        session.close();
}

void SessionPool::poll(TimePoint wakeUp)
{
    const int count = awaitEvents(wakeUp);
    const TimePoint now = Clock::now();
    if (count == 0 || m_waiting == Waiting::Asleep)
        m_idleTime += now - m_lastWork;
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = m_events[static_cast<std::size_t>(i)];
        m_sessions[event.data.u32].handleEvents(event.events, m_buffer);
    }
    m_lastWork = count == 0 ? now : Clock::now();
    if (now > m_deadline)
        throw Failure("the run took too long: " + std::to_string(m_connected) + " sessions were connected");
}

void SessionPool::pollUntil(TimePoint end)
{
    while (Clock::now() < end)
        poll(end);
}

int SessionPool::awaitEvents(TimePoint wakeUp)
{
    timespec timeout{};
    if (m_waiting == Waiting::Asleep) {
        const Nanoseconds left
            = std::max(Nanoseconds::zero(), Nanoseconds(std::min(wakeUp, m_deadline) - Clock::now()));
        timeout.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(left).count();
        timeout.tv_nsec = (left % std::chrono::seconds(1)).count();
    }
    const int count = ::epoll_pwait2(m_epoll, m_events.data(), static_cast<int>(m_events.size()), &timeout, nullptr);
    if (count < 0 && errno != EINTR)
        throw Failure("epoll_pwait2: " + std::string(std::strerror(errno)));
    return std::max(count, 0);
}

void SessionPool::handleConnected(Session &)
{
    ++m_connected;
}

void SessionPool::handleHeartbeat(Session &)
{
    ++m_heartbeats;
}

void SessionPool::handlePacket(Session &session, std::string_view packet, TimePoint now)
{
    if (m_listener == nullptr)
        throw Failure("a packet which no one asked for: " + std::string(packet.substr(0, 40)));
    m_listener->handlePacket(session, packet, now);
}

} // namespace loadgen
