#pragma once

#include <QString>

namespace connection {

/// A nonce that nobody else chooses: a UUID of version 7 (RFC 9562, section 5.7), which begins with the time. A server
/// that keeps nonces in order then has those of the same moment side by side.
/// Thread: any.
[[nodiscard]] QString newNonce();

} // namespace connection
