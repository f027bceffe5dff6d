#include "engine/roomtraffic.h"
#include "measurement.h"
#include "scenarios.h"
#include "serverprocesses.h"
#include "sessionpool.h"
#include "warmup.h"

namespace loadgen {

JsonObject runBroadcast(const Options &options)
{
    const ServerProcesses server(options.pids);
    SessionPool pool(options);
    warmUp(pool, server, options);
    pool.open(options.sessions);

    bool isEnding = false;
    RoomTraffic traffic(pool, options, [&](std::uint32_t room, TimePoint now) {
        if (!isEnding)
            traffic.post(room, now);
    });
    traffic.joinAll();
    const TimePoint begin = Clock::now() + options.warmup;
    const TimePoint end = begin + options.measured;
    traffic.sampleBetween(begin, end);
    for (std::uint32_t room = 0; room < options.rooms; ++room) {
        for (std::uint32_t i = 0; i < options.inFlight; ++i)
            traffic.post(room, Clock::now());
    }

    pool.pollUntil(begin);
    Measurement measurement(pool, server);
    const std::uint64_t deliveriesBefore = traffic.deliveries();
    const std::uint64_t messagesBefore = traffic.completedMessages();
    pool.pollUntil(end);
    measurement.stop();
    const std::uint64_t deliveries = traffic.deliveries() - deliveriesBefore;
    const std::uint64_t messages = traffic.completedMessages() - messagesBefore;
    isEnding = true;
    traffic.drain();

    JsonObject report;
    report.add("cpu_ns_per_delivery", measurement.serverCpuNanosecondsPer(deliveries));
    report.add("deliveries_per_second", static_cast<double>(deliveries) / measurement.seconds());
    report.add("deliveries", deliveries);
    report.add("broadcasts", messages);
    measurement.addTo(report, deliveries);
    report.add("latency_us", latencyReport(traffic.latencies()));
    report.add("resident_bytes", server.residentBytes());
    return report;
}

} // namespace loadgen
