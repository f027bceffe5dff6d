#include "chat/json.h"
#include "chat/seededpeople.h"
#include "chat/visitor.h"
#include "failure.h"
#include "measurement.h"
#include "random.h"
#include "scenarios.h"

#include <algorithm>

namespace loadgen {

namespace {

constexpr std::uint64_t Seed = 20240229;
constexpr std::uint32_t PageMessages = 50;
constexpr std::uint32_t SearchHits = 20;
constexpr std::uint32_t WarmupShare = 10; // one request in ten more comes first and is not measured

/// Calls `act` with 0, 1, 2… one after the other and returns how long each call took, the first ones left out.
template <typename Act>
LatencyHistogram timeEach(std::uint32_t count, Act act)
{
    const std::uint32_t warmup = count / WarmupShare + 1;
    LatencyHistogram latencies;
    for (std::uint32_t i = 0; i < warmup + count; ++i) {
        const TimePoint begin = Clock::now();
        act(i);
        if (i >= warmup)
            latencies.add(Clock::now() - begin);
    }
    return latencies;
}

JsonObject reportOf(const LatencyHistogram &latencies)
{
    JsonObject report;
    report.add("latency_us", latencyReport(latencies));
    return report;
}

/// The n-th query: a frequent word, one of medium frequency, a rare one, two words together.
std::string query(const std::vector<std::string> &words, Random &random, std::uint32_t n)
{
    const auto from = [&](std::size_t begin, std::size_t end) {
        begin = std::min(begin, words.size() - 1);
        return words[begin + random.below(std::max<std::size_t>(std::min(end, words.size()) - begin, 1))];
    };
    switch (n % 4) {
    case 0:
        return from(0, 20);
    case 1:
        return from(20, 500);
    case 2:
        return from(500, words.size());
    default:
        return from(0, 20) + ' ' + from(20, 200);
    }
}

/// Reads all events of `room` after `seq` and returns the last seq.
std::uint64_t catchUp(Visitor &visitor, const std::string &room, std::uint64_t seq)
{
    for (bool hasMore = true; hasMore;) {
        const std::string answer
            = visitor.request("sync", R"({"rooms":{")" + room + R"(":)" + std::to_string(seq) + "}}");
        const std::string_view part = jsonMember(jsonMember(answer, "rooms"), room);
        const std::string_view events = jsonMember(part, "events");
        if (events.empty())
            throw Failure("sync did not answer with events: " + answer.substr(0, 200));
        const std::uint64_t before = seq;
        for (const std::string_view event : jsonElements(events)) {
            if (jsonNumber(jsonMember(event, "seq")) != ++seq)
                throw Failure("sync left out seq " + std::to_string(seq));
        }
        hasMore = jsonMember(part, "more") == "true";
        if (hasMore && seq == before)
            throw Failure("sync promises more, but sends nothing");
    }
    return seq;
}

} // namespace

JsonObject runHistory(const Options &options)
{
    Visitor visitor(options);
    const Visitor::Room room = visitor.largestRoom();
    Random random(Seed);
    const std::string start
        = R"({"room":")" + room.id + R"(","limit":)" + std::to_string(PageMessages) + R"(,"before":)";
    std::string answer;
    const LatencyHistogram latencies = timeEach(options.requests, [&](std::uint32_t) {
        // Far enough from the beginning that a page is full though some of the events are no messages.
        const std::uint64_t before = room.seq / 100 + random.below(room.seq - room.seq / 100) + 1;
        answer = visitor.request("history:get", start + std::to_string(before) + '}');
        if (answer.find(R"("messages":[])") != std::string::npos)
            throw Failure("a page is empty");
    });
    if (jsonElements(jsonMember(answer, "messages")).size() != PageMessages)
        throw Failure("a page does not hold 50 messages");
    JsonObject report = reportOf(latencies);
    report.add("room_seq", room.seq);
    return report;
}

JsonObject runSearch(const Options &options)
{
    Visitor visitor(options);
    const std::vector<std::string> words = readLines(options.words);
    Random random(Seed);
    std::uint64_t hits = 0;
    const LatencyHistogram latencies = timeEach(options.requests, [&](std::uint32_t n) {
        const std::string answer = visitor.request("search",
                                                   R"({"query":)" + jsonQuoted(query(words, random, n)) + R"(,"limit":)"
                                                       + std::to_string(SearchHits) + '}');
        hits += jsonElements(jsonMember(answer, "hits")).size();
    });
    if (hits < options.requests)
        throw Failure("the searches found hardly anything");
    JsonObject report = reportOf(latencies);
    report.add("hits", hits);
    return report;
}

JsonObject runSync(const Options &options)
{
    Visitor visitor(options);
    const Visitor::Room room = visitor.largestRoom();
    if (room.seq < options.events)
        throw Failure("the largest room has fewer events than somebody should have missed");
    const LatencyHistogram latencies = timeEach(options.requests, [&](std::uint32_t) {
        if (catchUp(visitor, room.id, room.seq - options.events) != room.seq)
            throw Failure("sync ended too early");
    });
    return reportOf(latencies);
}

JsonObject runJoin(const Options &options)
{
    Visitor visitor(options);
    const LatencyHistogram latencies = timeEach(options.requests, [&](std::uint32_t) { visitor.comeBack(); });
    if (visitor.rooms() < options.rooms)
        throw Failure("welcome names only " + std::to_string(visitor.rooms()) + " rooms");
    JsonObject report = reportOf(latencies);
    report.add("rooms", visitor.rooms());
    report.add("welcome_bytes", static_cast<std::uint64_t>(visitor.welcome().size()));
    return report;
}

JsonObject runResident(const Options &options)
{
    const ServerProcesses server(options.pids);
    SessionPool pool(options);
    People people(pool);
    const std::uint64_t before = server.residentBytes();
    pool.setAuth(authAs(readSeededPeople(options.people, options.sessions)));
    people.comeIn(options.sessions);
    pool.pollUntil(Clock::now() + options.settle);

    JsonObject report;
    report.add("resident_bytes", server.residentBytes());
    report.add("resident_bytes_before", before);
    return report;
}

} // namespace loadgen
