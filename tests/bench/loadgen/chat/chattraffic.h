#pragma once

#include "chat/people.h"
#include "chat/sequencecheck.h"
#include "latencyhistogram.h"
#include "messageboard.h"
#include "options.h"
#include "sessionpool.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace loadgen {

/// What ChatTraffic counted since it was made.
struct ChatCounts
{
    std::uint64_t deliveries = 0;
    std::uint64_t acknowledgements = 0;
    std::uint64_t outOfOrder = 0; ///< deliveries that came before one with a lower seq
    std::uint64_t otherEvents = 0; ///< everything that is not a message of the receiver's room
};

/// Messages between the members of chat rooms: session i is in room i modulo the number of rooms.
///
/// Every delivery is checked: that it holds the text that was sent, under the id and seq that were acknowledged, and
/// that each member gets each seq of the room once, without gaps, and in order where Options::order says so.
class ChatTraffic final : public PacketListener
{
public:
    /// What a room waits for before `next` is called for it.
    enum class Await { Acknowledgement, AllDeliveries };
    using Next = std::function<void(std::uint32_t room, TimePoint now)>;

    /// The sessions have come in. The pool must outlive the traffic.
    ChatTraffic(SessionPool &pool, const Options &options, Await await, Next next);
    ~ChatTraffic() override;
    ChatTraffic(const ChatTraffic &) = delete;
    ChatTraffic &operator=(const ChatTraffic &) = delete;

    /// Lets one session make each room and the others join it. From then on the traffic listens to the pool.
    void makeRooms(People &people);
    /// Lets the next member of `room` send a message; latencies count from `due`.
    void post(std::uint32_t room, TimePoint due);
    /// Waits for everything still missing, then checks that each member got each message. Throws Failure if one is
    /// lost.
    void drain();

    /// Latencies of messages due from `begin` on and before `end` are kept.
    void sampleBetween(TimePoint begin, TimePoint end);

    [[nodiscard]] std::uint32_t rooms() const { return static_cast<std::uint32_t>(m_rooms.size()); }
    [[nodiscard]] const ChatCounts &counts() const { return m_counts; }
    [[nodiscard]] const LatencyHistogram &deliveryLatencies() const { return m_deliveryLatencies; }
    [[nodiscard]] const LatencyHistogram &acknowledgementLatencies() const { return m_acknowledgementLatencies; }

private:
    static constexpr std::size_t RememberedMessages = 256; // per room, by seq

    /// One message as the server made it known first. All members get the same bytes, so each is read only once.
    struct Stored
    {
        std::uint64_t seq = 0;
        std::uint32_t number = 0; // on the board
        std::string packet; // the event; empty until it came
        std::string id; // from the event or the acknowledgement
    };
    struct Room
    {
        std::string id;
        std::string idMember; // `"room":"ID"`, to tell its events from others
        std::uint32_t members = 0;
        std::uint32_t posted = 0;
        std::uint64_t firstSeq = 0; // of the messages; 0: none yet
        std::vector<Stored> stored = std::vector<Stored>(RememberedMessages);
    };

    void handlePacket(Session &session, std::string_view packet, TimePoint now) override;
    void handleEvent(std::uint32_t session, std::string_view packet, TimePoint now);
    void handleAcknowledgement(std::uint32_t session, std::string_view packet, TimePoint now);
    /// Reads an event in full. Null: it is something else than a message of this room.
    const Stored *read(Room &room, std::uint32_t roomIndex, std::string_view packet);
    Stored &store(Room &room, std::uint64_t seq, std::uint32_t number, std::string_view id);
    void checkSequence(std::uint32_t session, Room &room, std::uint64_t seq);
    void sample(LatencyHistogram &latencies, TimePoint due, TimePoint now) const;
    void arrive(std::uint32_t roomIndex, std::uint32_t number, LatencyHistogram &latencies, TimePoint now);

    SessionPool &m_pool;
    Order m_order;
    Await m_await;
    Next m_next;
    std::string m_text;
    std::vector<Room> m_rooms;
    std::vector<SequenceCheck> m_sequences; // by session
    MessageBoard m_board;
    LatencyHistogram m_deliveryLatencies;
    LatencyHistogram m_acknowledgementLatencies;
    TimePoint m_sampleBegin = TimePoint::max();
    TimePoint m_sampleEnd = TimePoint::max();
    ChatCounts m_counts;
};

} // namespace loadgen
