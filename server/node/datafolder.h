#pragma once

#include "node/error.h"

#include <QString>

namespace node {

/// Where a server keeps everything when nothing else is said: `confab/server` in the user's local data folder, such as
/// `~/.local/share/confab/server` on Linux.
[[nodiscard]] QString defaultDataFolder();

/// Makes the folder, if it is not there, for nobody but its owner. Returns its absolute path.
[[nodiscard]] Result<QString> makeDataFolder(const QString &path);

} // namespace node
