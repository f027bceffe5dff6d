#pragma once

#include <cstdint>

namespace loadgen {

/// Starts a non-blocking connection to 127.0.0.1:`port` and returns its socket, which the caller closes. The source
/// address is 127.0.0.1, and the next ones (127.0.0.2, …) when that one has no free port left. Throws Failure.
[[nodiscard]] int connectClientSocket(std::uint16_t port);

/// Allows as many open files as the system lets this process have.
void raiseOpenFileLimit();

} // namespace loadgen
