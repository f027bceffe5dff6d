#include "serverprocess.h"

#include "failure.h"

#include <fstream>
#include <string>

namespace loadgen {

ServerProcess::ServerProcess(pid_t pid) : m_pid(pid)
{
    if (::clock_getcpuclockid(pid, &m_clock) != 0)
        throw Failure("there is no process " + std::to_string(pid));
}

Nanoseconds ServerProcess::cpuTime() const
{
    timespec time{};
    if (::clock_gettime(m_clock, &time) != 0)
        throw Failure("the server has ended");
    return std::chrono::seconds(time.tv_sec) + Nanoseconds(time.tv_nsec);
}

std::uint64_t ServerProcess::residentBytes() const
{
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/smaps_rollup");
    std::string word;
    while (file >> word) {
        std::uint64_t kilobytes = 0;
        if (word == "Rss:" && file >> kilobytes)
            return kilobytes * 1024;
    }
    throw Failure("the server's resident memory cannot be read");
}

} // namespace loadgen
