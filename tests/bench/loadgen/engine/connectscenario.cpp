#include "measurement.h"
#include "scenarios.h"
#include "serverprocesses.h"
#include "sessionpool.h"
#include "warmup.h"

namespace loadgen {

JsonObject runConnect(const Options &options)
{
    const ServerProcesses server(options.pids);
    SessionPool pool(options);
    warmUp(pool, server, options);

    Measurement measurement(pool, server);
    pool.open(options.sessions);
    measurement.stop();
    // A session which the server gives up right after setting it up shows here.
    pool.pollUntil(Clock::now() + options.settle);

    JsonObject report;
    report.add("cpu_ns_per_connection", measurement.serverCpuNanosecondsPer(options.sessions));
    report.add("connections_per_second", static_cast<double>(options.sessions) / measurement.seconds());
    measurement.addTo(report, options.sessions);
    return report;
}

} // namespace loadgen
