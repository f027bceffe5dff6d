#include "engine/roomtraffic.h"
#include "measurement.h"
#include "scenarios.h"
#include "schedule.h"
#include "serverprocesses.h"
#include "sessionpool.h"
#include "warmup.h"

namespace loadgen {

JsonObject runRate(const Options &options)
{
    const ServerProcesses server(options.pids);
    SessionPool pool(options);
    warmUp(pool, server, options);
    pool.open(options.sessions);
    RoomTraffic traffic(pool, options, [](std::uint32_t, TimePoint) {});
    traffic.joinAll();

    Schedule schedule(pool, options.rate,
                      [&](std::uint32_t index, TimePoint due) { traffic.post(index % traffic.rooms(), due); });
    const TimePoint begin = Clock::now() + options.warmup;
    const TimePoint end = begin + options.measured;
    traffic.sampleBetween(begin, end);
    schedule.runUntil(begin);
    Measurement measurement(pool, server);
    const std::uint64_t before = traffic.deliveries();
    schedule.runUntil(end);
    measurement.stop();
    const std::uint64_t deliveries = traffic.deliveries() - before;
    traffic.drain();

    JsonObject report;
    report.add("latency_us", latencyReport(traffic.latencies()));
    report.add("cpu_ns_per_delivery", measurement.serverCpuNanosecondsPer(deliveries));
    report.add("deliveries", deliveries);
    measurement.addTo(report, deliveries);
    return report;
}

} // namespace loadgen
