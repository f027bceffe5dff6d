#include "session.h"

#include "clientsocket.h"
#include "failure.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace loadgen {

namespace {

// The example of RFC 6455, section 1.3: every session sends the same key and knows the only right answer to it.
constexpr std::string_view Key = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view Accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
constexpr std::size_t LongestResponseHead = 8192;

/// The code and the text of a close frame, RFC 6455 section 5.5.1.
std::string closeReason(std::string_view payload)
{
    if (payload.size() < 2)
        return {};
    const auto high = static_cast<std::uint8_t>(payload[0]);
    const auto low = static_cast<std::uint8_t>(payload[1]);
    return " with " + std::to_string(high * 256 + low) + " " + std::string(payload.substr(2));
}

} // namespace

Session::Session(std::uint32_t index, SessionObserver &observer)
    : m_observer(observer), m_index(index), m_maskingKey(0x9e3779b9U * (index + 1))
{
}

Session::~Session()
{
    close();
}

Session::Session(Session &&other) noexcept
    : m_observer(other.m_observer), m_incomplete(std::move(other.m_incomplete)), m_unsent(std::move(other.m_unsent)),
      m_auth(std::move(other.m_auth)), m_port(other.m_port), m_index(other.m_index), m_maskingKey(other.m_maskingKey),
      m_socket(std::exchange(other.m_socket, -1)), m_state(std::exchange(other.m_state, State::Closed))
{
}

void Session::open(std::uint16_t port, int epoll, std::string auth)
{
    m_auth = std::move(auth);
    m_port = port;
    m_socket = connectClientSocket(port);
    m_state = State::Connecting;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.u32 = m_index;
    if (::epoll_ctl(epoll, EPOLL_CTL_ADD, m_socket, &event) != 0)
        fail("epoll_ctl: " + std::string(std::strerror(errno)));
}

void Session::close()
{
    if (m_socket < 0)
        return;
    ::close(std::exchange(m_socket, -1));
    m_state = State::Closed;
    m_incomplete.clear();
    m_unsent.clear();
}

void Session::handleEvents(std::uint32_t events, std::span<char> buffer)
{
    if (m_state == State::Closed)
        return;
    if (m_state == State::Connecting) {
        if ((events & (EPOLLERR | EPOLLHUP)) != 0)
            fail("the server does not accept the connection");
        if ((events & EPOLLOUT) == 0)
            return;
        sendUpgradeRequest();
    }
    if (!m_unsent.empty() && (events & EPOLLOUT) != 0)
        flush();
    if ((events & EPOLLIN) != 0)
        readAvailable(buffer);
    if (m_state != State::Closed && (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0)
        fail("the server dropped the session");
}

void Session::send(std::string_view packet)
{
    thread_local std::string frame;
    frame.clear();
    m_maskingKey = m_maskingKey * 1664525U + 1013904223U;
    appendClientFrame(frame, Opcode::Text, packet, m_maskingKey);
    write(frame);
}

void Session::sendUpgradeRequest()
{
    const std::string host = "127.0.0.1:" + std::to_string(m_port);
    std::string request = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n";
    request += "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + std::string(Key) + "\r\n";
    request += "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    request += "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";
    request += "Host: " + host + "\r\n\r\n";
    m_state = State::AwaitingUpgrade;
    write(request);
}

void Session::readAvailable(std::span<char> buffer)
{
    for (;;) {
        const std::size_t kept = m_incomplete.size();
        std::copy(m_incomplete.begin(), m_incomplete.end(), buffer.begin());
        const ssize_t count = ::recv(m_socket, buffer.data() + kept, buffer.size() - kept, 0);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0)
            fail("the server dropped the session");
        const TimePoint now = Clock::now();
        const std::string_view bytes(buffer.data(), kept + static_cast<std::size_t>(count));
        m_incomplete.assign(bytes.substr(consume(bytes, now)));
        // A read shorter than its room has emptied the socket; epoll reports what comes later.
        if (bytes.size() < buffer.size() || m_state == State::Closed)
            return;
        if (m_incomplete.size() == buffer.size())
            fail("a frame is too long");
    }
}

std::size_t Session::consume(std::string_view bytes, TimePoint now)
{
    std::size_t offset = m_state == State::AwaitingUpgrade ? consumeUpgradeResponse(bytes) : 0;
    if (m_state == State::AwaitingUpgrade)
        return 0;
    ServerFrame frame;
    while (readServerFrame(bytes.substr(offset), frame) == FrameStatus::Complete) {
        consumeFrame(frame, now);
        offset += frame.size;
    }
    return offset;
}

std::size_t Session::consumeUpgradeResponse(std::string_view bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) {
        if (bytes.size() > LongestResponseHead)
            fail("the answer to the upgrade has no end");
        return 0;
    }
    const std::string_view head = bytes.substr(0, end);
    if (!head.starts_with("HTTP/1.1 101 ") || head.find(Accept) == std::string_view::npos)
        fail("the upgrade was refused: " + std::string(head.substr(0, head.find('\r'))));
    m_state = State::AwaitingOpen;
    return end + 4;
}

void Session::consumeFrame(const ServerFrame &frame, TimePoint now)
{
    switch (frame.opcode) {
    case Opcode::Text:
        consumePacket(frame.payload, now);
        return;
    case Opcode::Ping: {
        std::string pong;
        appendClientFrame(pong, Opcode::Pong, frame.payload, m_maskingKey);
        write(pong);
        return;
    }
    case Opcode::Close:
        fail("the server closed the session" + closeReason(frame.payload));
    case Opcode::Continuation:
    case Opcode::Binary:
    case Opcode::Pong:
        break;
    }
    fail("an unexpected frame with opcode " + std::to_string(static_cast<int>(frame.opcode)));
}

void Session::consumePacket(std::string_view packet, TimePoint now)
{
    if (packet.size() > 1 && packet[0] == '4' && m_state >= State::AwaitingNamespace) {
        consumeSocketIoPacket(packet.substr(1), now);
    } else if (packet == "2" && m_state >= State::AwaitingNamespace) {
        send("3");
        m_observer.handleHeartbeat(*this);
    } else if (packet.starts_with("0{\"sid\":") && m_state == State::AwaitingOpen) {
        m_state = State::AwaitingNamespace;
        send("40" + m_auth);
    } else {
        fail("an unexpected packet: " + std::string(packet.substr(0, 40)));
    }
}

void Session::consumeSocketIoPacket(std::string_view packet, TimePoint now)
{
    if (m_state == State::Connected) {
        m_observer.handlePacket(*this, packet, now);
        return;
    }
    if (!packet.starts_with("0{\"sid\":"))
        fail("the namespace was refused: " + std::string(packet.substr(0, 200)));
    m_state = State::Connected;
    m_observer.handleConnected(*this);
}

void Session::write(std::string_view bytes)
{
    if (m_unsent.empty()) {
        const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno != EAGAIN)
            fail("the server dropped the session");
        bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    m_unsent.append(bytes);
}

void Session::flush()
{
    const std::string bytes = std::exchange(m_unsent, {});
    write(bytes);
}

void Session::fail(const std::string &reason) const
{
    throw Failure("session " + std::to_string(m_index) + ": " + reason);
}

} // namespace loadgen
