#pragma once

#include <QByteArray>
#include <QHostAddress>

namespace net {

/// What counts as one address for limits: the whole IPv4 address (also when it comes mapped into IPv6), or the first
/// 64 bits of an IPv6 address, because one host is handed a whole /64.
/// Thread: any.
[[nodiscard]] QByteArray addressKey(const QHostAddress &address);

} // namespace net
