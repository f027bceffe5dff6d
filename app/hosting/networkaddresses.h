#pragma once

#include <QHostAddress>
#include <QList>

namespace hosting {

/// The addresses by which other machines can reach this one, the likeliest to work first: private IPv4 networks before
/// IPv6, and networks between virtual machines last. At most 8.
[[nodiscard]] QList<QHostAddress> networkAddresses();

} // namespace hosting
