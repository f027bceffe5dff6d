#include "measurement.h"

namespace loadgen {

Measurement::Measurement(const SessionPool &pool, const ServerProcesses &server)
    : m_pool(pool), m_server(server), m_begin(Clock::now()), m_serverCpu(server.cpuTime()), m_idle(pool.idleTime())
{
}

void Measurement::stop()
{
    m_serverCpu = m_server.cpuTime() - m_serverCpu;
    m_idle = m_pool.idleTime() - m_idle;
    m_elapsed = Clock::now() - m_begin;
}

void Measurement::addTo(JsonObject &report, std::uint64_t events) const
{
    const Nanoseconds busy = m_elapsed - m_idle;
    report.add("seconds", seconds());
    report.add("server_cpu_ns", static_cast<std::uint64_t>(m_serverCpu.count()));
    report.add("server_cpu_share", secondsIn(m_serverCpu) / seconds());
    report.add("load_generator_busy_share", secondsIn(busy) / seconds());
    report.add("load_generator_ns_per_event", per(busy, events));
}

double Measurement::per(Nanoseconds time, std::uint64_t events)
{
    return events == 0 ? 0.0 : static_cast<double>(time.count()) / static_cast<double>(events);
}

JsonObject latencyReport(const LatencyHistogram &latencies)
{
    JsonObject report;
    report.add("p50", latencies.quantileMicroseconds(0.50));
    report.add("p90", latencies.quantileMicroseconds(0.90));
    report.add("p99", latencies.quantileMicroseconds(0.99));
    report.add("p999", latencies.quantileMicroseconds(0.999));
    report.add("max", latencies.maxMicroseconds());
    report.add("samples", latencies.count());
    return report;
}

} // namespace loadgen
