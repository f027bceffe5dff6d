#include "serverprocesses.h"

#include "failure.h"

#include <fstream>
#include <string>

namespace loadgen {

namespace {

std::uint64_t residentBytesOf(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    std::string word;
    while (file >> word) {
        std::uint64_t kilobytes = 0;
        if (word == "Rss:" && file >> kilobytes)
            return kilobytes * 1024;
    }
    throw Failure("the server's resident memory cannot be read");
}

} // namespace

ServerProcesses::ServerProcesses(const std::vector<pid_t> &pids)
{
    for (const pid_t pid : pids) {
        Process process{pid, 0};
        if (::clock_getcpuclockid(pid, &process.clock) != 0)
            throw Failure("there is no process " + std::to_string(pid));
        m_processes.push_back(process);
    }
}

Nanoseconds ServerProcesses::cpuTime() const
{
    Nanoseconds sum{0};
    for (const Process &process : m_processes) {
        timespec time{};
        if (::clock_gettime(process.clock, &time) != 0)
            throw Failure("the server has ended");
        sum += std::chrono::seconds(time.tv_sec) + Nanoseconds(time.tv_nsec);
    }
    return sum;
}

std::uint64_t ServerProcesses::residentBytes() const
{
    std::uint64_t sum = 0;
    for (const Process &process : m_processes)
        sum += residentBytesOf(process.pid);
    return sum;
}

} // namespace loadgen
