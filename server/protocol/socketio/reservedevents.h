#pragma once

#include <QStringView>

namespace protocol::socketio {

/// Whether the name is one of the events that Socket.IO raises itself (`connect`, `disconnect`, ...), which neither
/// side may send. Source: RESERVED_EVENTS of the protocol's reference parser.
[[nodiscard]] bool isReservedEvent(QStringView name) noexcept;

} // namespace protocol::socketio
