#pragma once

#include "latencyhistogram.h"
#include "messageboard.h"
#include "options.h"
#include "sessionpool.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace loadgen {

/// Messages between the members of rooms: session i is in room i modulo the number of rooms. Checks every delivery to
/// the byte, and in the end that each session got each message of its room once.
class RoomTraffic final : public PacketListener
{
public:
    using Completed = std::function<void(std::uint32_t room, TimePoint now)>;

    /// `completed` is called when a message has reached all members of its room. The pool must outlive the traffic.
    RoomTraffic(SessionPool &pool, const Options &options, Completed completed);
    ~RoomTraffic() override;
    RoomTraffic(const RoomTraffic &) = delete;
    RoomTraffic &operator=(const RoomTraffic &) = delete;

    /// Lets every session join its room and waits until the server has handled that.
    void joinAll();
    /// Lets the next member of `room` send a message; its latency counts from `due`.
    void post(std::uint32_t room, TimePoint due);
    /// Waits for all deliveries still missing, then checks the total of every session. Throws Failure if one is lost.
    void drain();

    /// Latencies of messages due from `begin` on and before `end` are kept.
    void sampleBetween(TimePoint begin, TimePoint end);

    [[nodiscard]] std::uint64_t deliveries() const { return m_deliveries; }
    [[nodiscard]] std::uint64_t completedMessages() const { return m_completedMessages; }
    [[nodiscard]] const LatencyHistogram &latencies() const { return m_latencies; }
    [[nodiscard]] std::uint32_t rooms() const { return static_cast<std::uint32_t>(m_rooms.size()); }

private:
    struct Room
    {
        std::string event; // the packet of a message: the number's digits are filled in
        std::size_t numberAt = 0;
        std::uint32_t members = 0;
        std::uint32_t posted = 0;
    };

    void handlePacket(Session &session, std::string_view packet, TimePoint now) override;
    void handleDelivery(std::uint32_t session, std::string_view packet, TimePoint now);

    SessionPool &m_pool;
    Completed m_completed;
    std::vector<Room> m_rooms;
    std::vector<std::uint32_t> m_roomOfSession;
    std::vector<std::uint32_t> m_received; // by session
    MessageBoard m_board;
    LatencyHistogram m_latencies;
    TimePoint m_sampleBegin = TimePoint::max();
    TimePoint m_sampleEnd = TimePoint::max();
    std::uint64_t m_deliveries = 0;
    std::uint64_t m_completedMessages = 0;
    std::uint32_t m_acknowledgements = 0;
};

} // namespace loadgen
