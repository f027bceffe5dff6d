#include "chat/chattraffic.h"

#include "chat/chatpacket.h"
#include "chat/json.h"
#include "failure.h"
#include "messagetext.h"

#include <charconv>
#include <utility>

namespace loadgen {

namespace {

using namespace std::chrono_literals;

constexpr auto DrainTime = 10s;
constexpr std::string_view SeqMember = R"("seq":)";

/// The first `seq` in a packet, without reading the rest; 0 if there is none. Quotes inside a string are escaped, so
/// this is a member's name and no text.
std::uint64_t firstSeqIn(std::string_view packet)
{
    const std::size_t at = packet.find(SeqMember);
    std::uint64_t seq = 0;
    if (at != std::string_view::npos)
        std::from_chars(packet.data() + at + SeqMember.size(), packet.data() + packet.size(), seq);
    return seq;
}

} // namespace

ChatTraffic::ChatTraffic(SessionPool &pool, const Options &options, Await await, Next next)
    : m_pool(pool), m_order(options.order), m_await(await), m_next(std::move(next)),
      m_text(messageText(options.textBytes)), m_rooms(options.rooms), m_sequences(options.sessions)
{
    if (options.rooms > options.sessions)
        throw Failure("there are more rooms than sessions");
    for (std::uint32_t session = 0; session < options.sessions; ++session)
        ++m_rooms[session % options.rooms].members;
}

ChatTraffic::~ChatTraffic()
{
    m_pool.setListener(nullptr);
}

void ChatTraffic::makeRooms(People &people)
{
    std::vector<People::Request> requests;
    for (std::uint32_t room = 0; room < rooms(); ++room)
        requests.push_back(
            {room, "room:create", R"({"name":"bench-)" + std::to_string(room) + R"(","kind":"public"})"});
    const std::vector<std::string> made = people.request(requests);
    for (std::uint32_t room = 0; room < rooms(); ++room) {
        m_rooms[room].id = jsonString(jsonMember(jsonMember(made[room], "room"), "id"));
        m_rooms[room].idMember = R"("room":")" + m_rooms[room].id + '"';
    }
    requests.clear();
    for (std::uint32_t session = rooms(); session < m_sequences.size(); ++session)
        requests.push_back({session, "room:join", '{' + m_rooms[session % rooms()].idMember + '}'});
    static_cast<void>(people.request(requests));
    m_pool.setListener(this);
}

void ChatTraffic::post(std::uint32_t room, TimePoint due)
{
    Room &target = m_rooms[room];
    const std::uint32_t sender = room + (target.posted++ % target.members) * rooms();
    // The acknowledgement is one arrival more.
    const std::uint32_t number = m_board.post(room, target.members + 1, due);
    writeMessageNumber(number, m_text.data());
    const std::string_view nonce = std::string_view(m_text).substr(0, MessageBoard::IdDigits);
    std::string value = '{' + target.idMember + R"(,"nonce":")";
    value.append(nonce).append(R"(","text":")").append(m_text).append(R"("})");
    m_pool.session(sender).send(requestPacket(number, "message:send", value));
}

void ChatTraffic::drain()
{
    const TimePoint end = Clock::now() + DrainTime;
    while (m_board.missingDeliveries() > 0 && Clock::now() < end)
        m_pool.poll(end);
    if (m_board.missingDeliveries() > 0)
        throw Failure(std::to_string(m_board.missingDeliveries()) + " deliveries or acknowledgements are lost");
    for (std::size_t session = 0; session < m_sequences.size(); ++session) {
        const Room &room = m_rooms[session % m_rooms.size()];
        if (room.posted > 0 && m_sequences[session].next() != room.firstSeq + room.posted)
            throw Failure("session " + std::to_string(session) + " did not get each message once");
    }
}

void ChatTraffic::sampleBetween(TimePoint begin, TimePoint end)
{
    m_sampleBegin = begin;
    m_sampleEnd = end;
}

void ChatTraffic::handlePacket(Session &session, std::string_view packet, TimePoint now)
{
    if (packet.starts_with('2'))
        handleEvent(session.index(), packet, now);
    else
        handleAcknowledgement(session.index(), packet, now);
}

void ChatTraffic::handleEvent(std::uint32_t session, std::string_view packet, TimePoint now)
{
    const auto roomIndex = static_cast<std::uint32_t>(session % m_rooms.size());
    Room &room = m_rooms[roomIndex];
    const std::uint64_t seq = firstSeqIn(packet);
    const Stored *stored = &room.stored[seq % RememberedMessages];
    if (stored->packet != packet)
        stored = read(room, roomIndex, packet);
    if (stored == nullptr) {
        ++m_counts.otherEvents;
        return;
    }
    checkSequence(session, room, stored->seq);
    ++m_counts.deliveries;
    arrive(roomIndex, stored->number, m_deliveryLatencies, now);
}

const ChatTraffic::Stored *ChatTraffic::read(Room &room, std::uint32_t roomIndex, std::string_view packet)
{
    const ChatPacket content = readChatPacket(packet);
    if (content.name != "room:event" || content.value.find(room.idMember) == std::string_view::npos
        || jsonString(jsonMember(content.value, "type")) != "message.posted"
        || jsonString(jsonMember(content.value, "room")) != room.id)
        return nullptr;
    const std::string_view message = jsonMember(content.value, "message");
    const std::string_view text = jsonString(jsonMember(message, "text"));
    const std::optional<std::uint32_t> number = readMessageNumber(text);
    if (!number || text.substr(MessageBoard::IdDigits) != std::string_view(m_text).substr(MessageBoard::IdDigits))
        throw Failure("somebody got something else: " + std::string(packet.substr(0, 200)));
    Stored &stored
        = store(room, jsonNumber(jsonMember(content.value, "seq")), *number, jsonString(jsonMember(message, "id")));
    if (jsonNumber(jsonMember(message, "seq")) != stored.seq)
        throw Failure("event and message have two seqs in room " + std::to_string(roomIndex));
    stored.packet = packet;
    return &stored;
}

void ChatTraffic::handleAcknowledgement(std::uint32_t session, std::string_view packet, TimePoint now)
{
    const auto roomIndex = static_cast<std::uint32_t>(session % m_rooms.size());
    const ChatPacket content = readChatPacket(packet);
    if (content.kind != ChatPacket::Kind::Acknowledgement || jsonMember(content.value, "ok") != "true")
        throw Failure("a message was refused: " + std::string(packet.substr(0, 200)));
    static_cast<void>(store(m_rooms[roomIndex], jsonNumber(jsonMember(content.value, "seq")), content.id,
                            jsonString(jsonMember(content.value, "id"))));
    ++m_counts.acknowledgements;
    arrive(roomIndex, content.id, m_acknowledgementLatencies, now);
    if (m_await == Await::Acknowledgement)
        m_next(roomIndex, now);
}

ChatTraffic::Stored &ChatTraffic::store(Room &room, std::uint64_t seq, std::uint32_t number, std::string_view id)
{
    Stored &stored = room.stored[seq % RememberedMessages];
    if (stored.seq == seq) {
        if (stored.number != number || stored.id != id)
            throw Failure("two messages have the seq " + std::to_string(seq));
        return stored;
    }
    if (seq < stored.seq)
        throw Failure("the seq " + std::to_string(seq) + " came much too late");
    stored.seq = seq;
    stored.number = number;
    stored.packet.clear();
    stored.id = id;
    return stored;
}

void ChatTraffic::checkSequence(std::uint32_t session, Room &room, std::uint64_t seq)
{
    // Where a room's log holds more than messages, they begin behind the events that made the room, and the first to
    // come tells where. A server that may not keep the order counts messages alone: there the first is 1.
    if (room.firstSeq == 0) {
        room.firstSeq = m_order == Order::Strict ? seq : 1;
        for (std::size_t member = session % m_rooms.size(); member < m_sequences.size(); member += m_rooms.size())
            m_sequences[member].start(room.firstSeq);
    }
    const SequenceCheck::Outcome outcome = m_sequences[session].accept(seq);
    if (outcome == SequenceCheck::Outcome::InOrder)
        return;
    if (outcome == SequenceCheck::Outcome::Wrong || m_order == Order::Strict)
        throw Failure("session " + std::to_string(session) + " got seq " + std::to_string(seq) + " instead of "
                      + std::to_string(m_sequences[session].next()));
    if (outcome == SequenceCheck::Outcome::Early)
        ++m_counts.outOfOrder;
}

void ChatTraffic::sample(LatencyHistogram &latencies, TimePoint due, TimePoint now) const
{
    if (due >= m_sampleBegin && due < m_sampleEnd)
        latencies.add(now - due);
}

void ChatTraffic::arrive(std::uint32_t roomIndex, std::uint32_t number, LatencyHistogram &latencies, TimePoint now)
{
    const MessageBoard::Message &message = m_board.receive(number, roomIndex);
    sample(latencies, message.due, now);
    if (message.missing == 0 && m_await == Await::AllDeliveries)
        m_next(roomIndex, now);
}

} // namespace loadgen
