#pragma once

#include "clock.h"

#include <cstdint>
#include <sys/types.h>
#include <time.h>

namespace loadgen {

/// What the operating system knows about the server under load: the processor time and memory of its process.
class ServerProcess
{
public:
    /// Throws Failure if there is no process `pid`.
    explicit ServerProcess(pid_t pid);

    /// Processor time of all its threads since it started, user and kernel, in nanoseconds: the process's CPU clock,
    /// which is exact even while a thread runs. Work the kernel does on the loopback device for a send is in it.
    [[nodiscard]] Nanoseconds cpuTime() const;

    /// Resident memory in bytes: "Rss" of /proc/PID/smaps_rollup, which the kernel counts page by page.
    [[nodiscard]] std::uint64_t residentBytes() const;

private:
    pid_t m_pid;
    clockid_t m_clock = 0;
};

} // namespace loadgen
