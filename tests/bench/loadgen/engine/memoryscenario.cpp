#include "scenarios.h"
#include "serverprocesses.h"
#include "sessionpool.h"
#include "warmup.h"

#include <algorithm>
#include <vector>

namespace loadgen {

namespace {

constexpr auto ReadingInterval = std::chrono::seconds(1);

double perSession(std::uint64_t after, std::uint64_t before, std::uint32_t sessions)
{
    return (static_cast<double>(after) - static_cast<double>(before)) / sessions;
}

} // namespace

JsonObject runMemory(const Options &options)
{
    const ServerProcesses server(options.pids);
    SessionPool pool(options);
    warmUp(pool, server, options);

    const std::uint64_t before = server.residentBytes();
    pool.open(options.sessions);
    std::vector<std::uint64_t> readings{server.residentBytes()};
    const std::uint64_t opened = readings.front();
    const TimePoint end = Clock::now() + options.settle;
    while (Clock::now() < end) {
        pool.pollUntil(std::min(end, Clock::now() + ReadingInterval));
        readings.push_back(server.residentBytes());
    }
    // A collector of garbage may give memory back for a moment and take it again: the median is what is needed.
    std::sort(readings.begin(), readings.end());
    const std::uint64_t median = readings[readings.size() / 2];

    JsonObject report;
    report.add("rss_bytes_per_session", perSession(median, before, options.sessions));
    report.add("rss_bytes_per_session_lowest", perSession(readings.front(), before, options.sessions));
    report.add("rss_bytes_per_session_when_opened", perSession(opened, before, options.sessions));
    report.add("rss_bytes_before", before);
    report.add("rss_bytes_after", median);
    report.add("heartbeats", pool.heartbeats());
    return report;
}

} // namespace loadgen
