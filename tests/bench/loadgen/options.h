#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <sys/types.h>

namespace loadgen {

/// How the load generator waits for the network: by asking without pause, which suits a processor of its own and spares
/// the server the cost of waking it up, or by sleeping in the kernel, which leaves a shared processor to the server.
enum class Waiting { Busy, Asleep };

/// What one run does, as the command line says. Each case uses some of the values; README.md names them.
struct Options
{
    std::string caseName;
    std::uint16_t port = 0;
    pid_t pid = 0;
    Waiting waiting = Waiting::Busy;
    std::uint32_t sessions = 1000;
    std::uint32_t rooms = 1;
    std::uint32_t inFlight = 4; ///< unfinished broadcasts kept up per room
    std::uint32_t rate = 500; ///< messages per second over all rooms
    std::uint32_t textBytes = 64;
    std::uint32_t handshakes = 256; ///< connections being set up at the same time
    std::uint32_t warmupSessions = 100; ///< opened and closed before anything is measured
    std::chrono::milliseconds measured{10000};
    std::chrono::milliseconds warmup{3000};
    std::chrono::milliseconds settle{5000}; ///< idle time before memory is read
    std::chrono::milliseconds pingInterval{25000}; ///< what the server was told
    std::chrono::milliseconds deadline{120000}; ///< for the whole run
};

/// Reads the command line; throws Failure with a sentence for the user if it makes no sense.
[[nodiscard]] Options readOptions(int argc, char **argv);

/// The text `--help` prints.
[[nodiscard]] const char *usage();

} // namespace loadgen
