#pragma once

#include "protocol/chat/roomevent.h"

#include <QByteArray>

namespace gateway {

/// Appends the JSON of @p event.toMap(). A posted message, which is most of what a chat sends, is written without the
/// map.
/// Thread: any.
void appendRoomEventJson(QByteArray &out, const protocol::chat::RoomEvent &event);

} // namespace gateway
