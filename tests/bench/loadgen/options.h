#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace loadgen {

/// How the load generator waits for the network: by asking without pause, which suits a processor of its own and spares
/// the server the cost of waking it up, or by sleeping in the kernel, which leaves a shared processor to the server.
enum class Waiting { Busy, Asleep };

/// Whether a room's messages have to reach each member in the order of their seq, or only without gaps.
enum class Order { Strict, Any };

/// What one run does, as the command line says. Each case uses some of the values; README.md names them.
struct Options
{
    std::string caseName;
    std::uint16_t port = 0;
    std::vector<pid_t> pids; ///< of all processes of the server
    Waiting waiting = Waiting::Busy;
    std::uint32_t sessions = 1000;
    std::uint32_t rooms = 1;
    std::uint32_t inFlight = 4; ///< unfinished broadcasts kept up per room
    std::uint32_t rate = 500; ///< messages per second over all rooms
    std::uint32_t textBytes = 64;
    std::uint32_t handshakes = 256; ///< connections being set up at the same time
    std::uint32_t warmupSessions = 100; ///< opened and closed before anything is measured
    Order order = Order::Strict; ///< in chat rooms
    std::uint32_t requests = 1000; ///< that are measured, one after the other
    std::uint32_t events = 10000; ///< that somebody has missed
    std::string people; ///< file of people the server knows: see chat/seededpeople.h
    std::string words; ///< file of words to search for, one a line, the most frequent one first
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
