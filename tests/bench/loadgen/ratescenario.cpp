#include "measurement.h"
#include "roomtraffic.h"
#include "scenarios.h"
#include "serverprocess.h"
#include "sessionpool.h"
#include "warmup.h"

namespace loadgen {

namespace {

/// Sends messages when they are due, room after room.
class Schedule
{
public:
    Schedule(SessionPool &pool, RoomTraffic &traffic, std::uint32_t rate)
        : m_pool(pool), m_traffic(traffic), m_interval(Nanoseconds(std::chrono::seconds(1)) / rate),
          m_next(Clock::now() + m_interval)
    {
    }

    void runUntil(TimePoint end)
    {
        while (Clock::now() < end) {
            for (; m_next <= Clock::now(); m_next += m_interval)
                m_traffic.post(m_count++ % m_traffic.rooms(), m_next);
            m_pool.poll(m_next);
        }
    }

private:
    SessionPool &m_pool;
    RoomTraffic &m_traffic;
    Nanoseconds m_interval;
    TimePoint m_next;
    std::uint32_t m_count = 0;
};

} // namespace

JsonObject runRate(const Options &options)
{
    const ServerProcess server(options.pid);
    SessionPool pool(options);
    warmUp(pool, server, options);
    pool.open(options.sessions);
    RoomTraffic traffic(pool, options, [](std::uint32_t, TimePoint) {});
    traffic.joinAll();

    Schedule schedule(pool, traffic, options.rate);
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
