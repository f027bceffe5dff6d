#pragma once

namespace gateway {

/// How often one person may do something, on all their connections together; and one address, whatever people come from
/// it, `peoplePerAddress` times as often. What counts is a steady rate and a burst that may come at once before it.
/// A rate of 0 lifts the limit. Rates and bursts are not negative.
/// Thread: any (a value type).
struct RateLimits
{
    double messagesPerSecond = 5; ///< sending and editing messages, scheduling them, announcing
    double messageBurst = 20;
    double reactionsPerSecond = 5; ///< reactions, pins and deletions
    double reactionBurst = 20;
    double typingPerSecond = 3;
    double typingBurst = 10;
    double joinsPerMinute = 60; ///< joining and leaving rooms, and inviting into them
    double joinBurst = 30;
    double roomsPerMinute = 20; ///< making rooms and direct conversations
    double roomBurst = 20;
    double searchesPerMinute = 120;
    double searchBurst = 30;
    double othersPerSecond = 20; ///< everything else that one can ask for
    double otherBurst = 100;
    /// Coming in. Nobody is known yet then, so it counts for each address only, and is not multiplied.
    double connectsPerMinute = 120;
    double connectBurst = 60;
    double peoplePerAddress = 10; ///< at least 1
};

/// What is counted on its own.
enum class RateKind { Message, Reaction, Typing, Join, CreateRoom, Search, Other, Connect };
inline constexpr int rateKinds = 8;

} // namespace gateway
