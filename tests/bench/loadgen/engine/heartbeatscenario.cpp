#include "failure.h"
#include "measurement.h"
#include "scenarios.h"
#include "serverprocesses.h"
#include "sessionpool.h"
#include "warmup.h"

namespace loadgen {

namespace {

/// Every session must get a heartbeat per interval; how the window cuts the intervals makes a difference of one, and
/// one more is allowed for timers which drift.
void checkHeartbeats(std::uint64_t heartbeats, const Options &options)
{
    const auto intervals = static_cast<std::uint64_t>(options.measured / options.pingInterval);
    const std::uint64_t fewest = (intervals < 2 ? 0 : intervals - 2) * options.sessions;
    const std::uint64_t most = (intervals + 1) * options.sessions;
    if (heartbeats < fewest || heartbeats > most || heartbeats == 0)
        throw Failure("there were " + std::to_string(heartbeats) + " heartbeats instead of about "
                      + std::to_string(intervals * options.sessions));
}

} // namespace

JsonObject runHeartbeat(const Options &options)
{
    const ServerProcesses server(options.pids);
    SessionPool pool(options);
    warmUp(pool, server, options);
    pool.open(options.sessions);
    pool.pollUntil(Clock::now() + options.warmup);

    Measurement measurement(pool, server);
    const std::uint64_t before = pool.heartbeats();
    pool.pollUntil(Clock::now() + options.measured);
    measurement.stop();
    const std::uint64_t heartbeats = pool.heartbeats() - before;
    checkHeartbeats(heartbeats, options);

    JsonObject report;
    report.add("cpu_ns_per_heartbeat", measurement.serverCpuNanosecondsPer(heartbeats));
    report.add("heartbeats", heartbeats);
    measurement.addTo(report, heartbeats);
    return report;
}

} // namespace loadgen
