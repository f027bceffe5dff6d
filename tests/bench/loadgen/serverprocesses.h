#pragma once

#include "clock.h"

#include <cstdint>
#include <sys/types.h>
#include <time.h>
#include <vector>

namespace loadgen {

/// What the operating system knows about the server under load: the processor time and memory of all its processes.
class ServerProcesses
{
public:
    /// Throws Failure if one of them is not running.
    explicit ServerProcesses(const std::vector<pid_t> &pids);

    /// Processor time of all their threads since they started, user and kernel, in nanoseconds: the processes' CPU
    /// clocks, which are exact even while a thread runs. Work the kernel does on the loopback device for a send is in
    /// it.
    [[nodiscard]] Nanoseconds cpuTime() const;

    /// Resident memory in bytes: "Rss" of /proc/PID/smaps_rollup, which the kernel counts page by page.
    [[nodiscard]] std::uint64_t residentBytes() const;

private:
    struct Process
    {
        pid_t pid = 0;
        clockid_t clock = 0;
    };

    std::vector<Process> m_processes;
};

} // namespace loadgen
