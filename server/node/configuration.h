#pragma once

#include "node/commandline.h"

#include <QProcessEnvironment>

namespace node {

/// The configuration that follows from the flags, the environment and the file that one of them names: flags win over
/// the environment, the environment over the file, the file over the defaults.
[[nodiscard]] Result<ServerConfig> configurationFrom(const CommandLine &commandLine,
                                                     const QProcessEnvironment &environment);

/// Reads the first line of the server password file, if one is named, into `serverPassword`.
[[nodiscard]] Result<std::monostate> readServerPassword(ServerConfig &config);

} // namespace node
