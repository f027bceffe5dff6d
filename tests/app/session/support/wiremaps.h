#pragma once

#include "protocol/chat/message.h"
#include "protocol/chat/roomevent.h"

#include <QCborMap>

/// What a scripted server says: Bob's doings in General, as they stand on the wire.
namespace wire {

/// Bob's message number @p seq in General.
[[nodiscard]] protocol::chat::Message message(qint64 seq, const QString &text);
[[nodiscard]] QCborMap event(protocol::chat::RoomEventType type, qint64 seq, const QCborMap &detail);
/// The event that posts @p message.
[[nodiscard]] QCborMap posted(qint64 seq, const protocol::chat::Message &message);
[[nodiscard]] QCborMap person(const QString &id, const QString &name);
/// A room in a welcome, with nothing unread.
[[nodiscard]] QCborMap room(const QString &id, const QString &name, qint64 seq);

} // namespace wire
