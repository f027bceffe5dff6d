#pragma once

#include <QCborMap>

#include <chrono>

namespace protocol::chat {

/// What a request may hold at most. The server tells its own in `welcome`.
/// Thread: any (a value type).
struct Limits
{
    int maxNameCharacters = 32; ///< of a user
    int maxRoomNameCharacters = 64;
    int maxTopicCharacters = 512;
    int maxMessageCharacters = 8000;
    int maxStatusCharacters = 128;
    int maxReasonCharacters = 256;
    int maxAvatarCharacters = 256;
    int maxNonceBytes = 64;
    int maxEmojiBytes = 64;
    int maxPasswordBytes = 256;
    int maxQueryCharacters = 256;
    int maxAttachmentsPerMessage = 10;
    int maxReactionsPerMessage = 50; ///< different emoji
    int maxPinsPerRoom = 100;
    int maxRooms = 10'000;
    int maxRoomsPerUser = 1'000; ///< that somebody is a member of
    int maxUsers = 100'000;
    int maxConnections = 20'000;
    int maxConnectionsPerUser = 20;
    int maxScheduledPerUser = 100; ///< scheduled messages and reminders together
    int maxPageSize = 200; ///< messages of one history answer
    int maxSyncEvents = 2'000; ///< of one answer, over all rooms; the rest is asked for again
    qint64 maxSyncGap = 20'000; ///< events; beyond it a room is sent anew
    int maxReceiptMembers = 20; ///< rooms up to this size show who has read how far

    [[nodiscard]] QCborMap toMap() const;
};

} // namespace protocol::chat
