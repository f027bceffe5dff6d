#pragma once

#include "clock.h"
#include "jsonobject.h"
#include "latencyhistogram.h"
#include "serverprocesses.h"
#include "sessionpool.h"

namespace loadgen {

/// What passed between two moments: time, the server's processor time, and how busy the load generator was.
class Measurement
{
public:
    /// Starts at once. The pool and the server must outlive the measurement.
    Measurement(const SessionPool &pool, const ServerProcesses &server);
    void stop();

    [[nodiscard]] double seconds() const { return secondsIn(m_elapsed); }
    [[nodiscard]] double serverCpuNanosecondsPer(std::uint64_t events) const { return per(m_serverCpu, events); }

    /// Adds seconds, server_cpu_ns, server_cpu_share and the load generator's busy share, and its time per event.
    void addTo(JsonObject &report, std::uint64_t events) const;

private:
    [[nodiscard]] static double per(Nanoseconds time, std::uint64_t events);

    const SessionPool &m_pool;
    const ServerProcesses &m_server;
    TimePoint m_begin;
    Nanoseconds m_serverCpu;
    Nanoseconds m_idle;
    Nanoseconds m_elapsed{0};
};

/// The object `latency_us` of a report.
[[nodiscard]] JsonObject latencyReport(const LatencyHistogram &latencies);

} // namespace loadgen
