#include "warmup.h"

#include "failure.h"

namespace loadgen {

namespace {

using namespace std::chrono_literals;

constexpr auto RestInterval = 250ms;
constexpr auto RestCpu = 3ms;
constexpr auto LongestUnrest = 20s;

} // namespace

void awaitRest(SessionPool &pool, const ServerProcesses &server)
{
    const TimePoint end = Clock::now() + LongestUnrest;
    while (Clock::now() < end) {
        const Nanoseconds before = server.cpuTime();
        pool.pollUntil(Clock::now() + RestInterval);
        if (server.cpuTime() - before < RestCpu)
            return;
    }
    throw Failure("the server does not come to rest");
}

void warmUp(SessionPool &pool, const ServerProcesses &server, const Options &options)
{
    pool.open(options.warmupSessions);
    pool.closeAll();
    awaitRest(pool, server);
}

} // namespace loadgen
