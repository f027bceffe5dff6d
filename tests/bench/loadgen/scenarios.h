#pragma once

#include "jsonobject.h"
#include "options.h"

namespace loadgen {

// The cases of the benchmarks. Each drives the server from the first connection to the last check and returns its
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

// Of the chat, among people who are new to the server.

/// Every room keeps `inFlight` messages unfinished: when one has been acknowledged and has reached all members, the
/// next is sent.
[[nodiscard]] JsonObject runChatBroadcast(const Options &options);
/// Messages at a fixed rate, as runRate().
[[nodiscard]] JsonObject runChatRate(const Options &options);
/// Everybody has a room alone and sends the next message when the one before is acknowledged.
[[nodiscard]] JsonObject runChatWriters(const Options &options);

// Of the chat, with what `chat-seed` has stored.

/// Pages of 50 messages anywhere in the largest room.
[[nodiscard]] JsonObject runHistory(const Options &options);
/// First pages of searches: frequent words, rare ones and pairs.
[[nodiscard]] JsonObject runSearch(const Options &options);
/// Somebody who has missed `events` events of the largest room catches up.
[[nodiscard]] JsonObject runSync(const Options &options);
/// From the start of a connection to `welcome`, for somebody who is in every room.
[[nodiscard]] JsonObject runJoin(const Options &options);
/// The server's resident memory while `sessions` people are connected.
[[nodiscard]] JsonObject runResident(const Options &options);

} // namespace loadgen
