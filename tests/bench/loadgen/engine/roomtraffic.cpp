#include "engine/roomtraffic.h"

#include "failure.h"
#include "messagetext.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace loadgen {

namespace {

using namespace std::chrono_literals;

constexpr auto DrainTime = 10s;

std::string roomName(std::uint32_t room)
{
    return "room-" + std::to_string(room);
}

} // namespace

RoomTraffic::RoomTraffic(SessionPool &pool, const Options &options, Completed completed)
    : m_pool(pool), m_completed(std::move(completed)), m_rooms(options.rooms), m_roomOfSession(options.sessions),
      m_received(options.sessions)
{
    if (options.rooms > options.sessions)
        throw Failure("there are more rooms than sessions");
    for (std::uint32_t session = 0; session < options.sessions; ++session) {
        m_roomOfSession[session] = session % options.rooms;
        ++m_rooms[m_roomOfSession[session]].members;
    }
    for (std::uint32_t room = 0; room < options.rooms; ++room) {
        const std::string start = R"(42["message",{"room":")" + roomName(room) + R"(","text":")";
        m_rooms[room].numberAt = start.size();
        m_rooms[room].event = start + messageText(options.textBytes) + R"("}])";
    }
    m_pool.setListener(this);
}

RoomTraffic::~RoomTraffic()
{
    m_pool.setListener(nullptr);
}

void RoomTraffic::joinAll()
{
    const auto sessions = static_cast<std::uint32_t>(m_roomOfSession.size());
    for (std::uint32_t index = 0; index < sessions; ++index) {
        Session &session = m_pool.session(index);
        session.send(R"(42["join",")" + roomName(m_roomOfSession[index]) + R"("])");
        // A message to a room without members: its acknowledgement tells that the join before it has been handled.
        session.send(R"(420["message",{"room":"nobody","text":""}])");
    }
    while (m_acknowledgements < sessions)
        m_pool.poll(m_pool.deadline());
}

void RoomTraffic::post(std::uint32_t room, TimePoint due)
{
    Room &target = m_rooms[room];
    const std::uint32_t sender = room + (target.posted++ % target.members) * rooms();
    writeMessageNumber(m_board.post(room, target.members, due), target.event.data() + target.numberAt);
    m_pool.session(sender).send(target.event);
}

void RoomTraffic::drain()
{
    const TimePoint end = Clock::now() + DrainTime;
    while (m_board.missingDeliveries() > 0 && Clock::now() < end)
        m_pool.poll(end);
    if (m_board.missingDeliveries() > 0)
        throw Failure(std::to_string(m_board.missingDeliveries()) + " deliveries are lost");
    for (std::size_t session = 0; session < m_received.size(); ++session) {
        if (m_received[session] != m_rooms[m_roomOfSession[session]].posted)
            throw Failure("session " + std::to_string(session) + " did not get each message once");
    }
}

void RoomTraffic::sampleBetween(TimePoint begin, TimePoint end)
{
    m_sampleBegin = begin;
    m_sampleEnd = end;
}

void RoomTraffic::handlePacket(Session &session, std::string_view packet, TimePoint now)
{
    if (packet.starts_with('2'))
        handleDelivery(session.index(), packet, now);
    else if (packet.starts_with("30["))
        ++m_acknowledgements;
    else
        throw Failure("an unexpected packet: " + std::string(packet.substr(0, 40)));
}

void RoomTraffic::handleDelivery(std::uint32_t session, std::string_view packet, TimePoint now)
{
    const std::uint32_t roomIndex = m_roomOfSession[session];
    const Room &room = m_rooms[roomIndex];
    const std::string_view expected = std::string_view(room.event).substr(1);
    const std::size_t numberAt = room.numberAt - 1;
    const std::size_t restAt = numberAt + MessageBoard::IdDigits;
    const std::optional<std::uint32_t> id
        = packet.size() > restAt ? readMessageNumber(packet.substr(numberAt)) : std::nullopt;
    if (!id || packet.size() != expected.size() || packet.substr(0, numberAt) != expected.substr(0, numberAt)
        || packet.substr(restAt) != expected.substr(restAt))
        throw Failure("session " + std::to_string(session)
                      + " got something else: " + std::string(packet.substr(0, 80)));

    const MessageBoard::Message &message = m_board.receive(*id, roomIndex);
    ++m_received[session];
    ++m_deliveries;
    if (message.due >= m_sampleBegin && message.due < m_sampleEnd)
        m_latencies.add(now - message.due);
    if (message.missing == 0) {
        ++m_completedMessages;
        m_completed(roomIndex, now);
    }
}

} // namespace loadgen
