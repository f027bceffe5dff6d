#pragma once

namespace platform {

/// Whether the desktop has a key store that is running already. One that would have to be started first asks people to
/// set it up, which is more than a chat may ask for.
/// Thread: UI.
[[nodiscard]] bool isSystemKeyStoreRunning();

} // namespace platform
