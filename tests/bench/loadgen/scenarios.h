#pragma once

#include "jsonobject.h"
#include "options.h"

namespace loadgen {

// The cases of the benchmark. Each drives the server from the first connection to the last check and returns its
// figures; README.md of tests/bench says what they mean. Each throws Failure if a session or a delivery is lost.

/// Every room keeps `inFlight` broadcasts unfinished: when one has reached all members, the next is sent.
[[nodiscard]] JsonObject runBroadcast(const Options &options);
/// All sessions are set up as fast as the server lets them.
[[nodiscard]] JsonObject runConnect(const Options &options);
/// Idle sessions; the server's resident memory before and after.
[[nodiscard]] JsonObject runMemory(const Options &options);
/// Idle sessions; the server's processor time for their heartbeats.
[[nodiscard]] JsonObject runHeartbeat(const Options &options);
/// Messages at a fixed rate, whatever the server does; latency counts from the moment a message was due.
[[nodiscard]] JsonObject runRate(const Options &options);

} // namespace loadgen
