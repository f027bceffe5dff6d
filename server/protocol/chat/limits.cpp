#include "protocol/chat/limits.h"

namespace protocol::chat {

QCborMap Limits::toMap() const
{
    return {{QLatin1String("maxNameCharacters"), maxNameCharacters},
            {QLatin1String("maxRoomNameCharacters"), maxRoomNameCharacters},
            {QLatin1String("maxTopicCharacters"), maxTopicCharacters},
            {QLatin1String("maxMessageCharacters"), maxMessageCharacters},
            {QLatin1String("maxStatusCharacters"), maxStatusCharacters},
            {QLatin1String("maxReasonCharacters"), maxReasonCharacters},
            {QLatin1String("maxAvatarCharacters"), maxAvatarCharacters},
            {QLatin1String("maxNonceBytes"), maxNonceBytes},
            {QLatin1String("maxEmojiBytes"), maxEmojiBytes},
            {QLatin1String("maxPasswordBytes"), maxPasswordBytes},
            {QLatin1String("maxQueryCharacters"), maxQueryCharacters},
            {QLatin1String("maxAttachmentsPerMessage"), maxAttachmentsPerMessage},
            {QLatin1String("maxReactionsPerMessage"), maxReactionsPerMessage},
            {QLatin1String("maxPinsPerRoom"), maxPinsPerRoom},
            {QLatin1String("maxRooms"), maxRooms},
            {QLatin1String("maxRoomsPerUser"), maxRoomsPerUser},
            {QLatin1String("maxUsers"), maxUsers},
            {QLatin1String("maxConnections"), maxConnections},
            {QLatin1String("maxConnectionsPerUser"), maxConnectionsPerUser},
            {QLatin1String("maxScheduledPerUser"), maxScheduledPerUser},
            {QLatin1String("maxPageSize"), maxPageSize},
            {QLatin1String("maxSyncEvents"), maxSyncEvents},
            {QLatin1String("maxSyncGap"), maxSyncGap},
            {QLatin1String("maxReceiptMembers"), maxReceiptMembers}};
}

} // namespace protocol::chat
