#pragma once

#include "node/commandline.h"

namespace node {

/// Does `backup`, `check` or `restore` of @p commandLine on the data folder of @p config. Returns what there is to say
/// about it, in lines. `restore` needs a data folder that no server uses; the others do not mind one.
[[nodiscard]] Result<QString> maintain(const CommandLine &commandLine, const ServerConfig &config);

} // namespace node
