#pragma once

#include "node/assignment.h"

namespace node {

/// Reads a TOML file: the settings by their names, the limits in the section `limits`. BadConfiguration names the file
/// and the line or key that is wrong; keys that are not known are wrong.
[[nodiscard]] Result<std::vector<Assignment>> readConfigFile(const QString &path);

} // namespace node
