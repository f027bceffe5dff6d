#pragma once

#include "node/assignment.h"

#include <QProcessEnvironment>

namespace node {

/// What the environment sets: `CONFAB_PORT` and the like, and `CONFAB_LIMIT_MAX_ROOMS` and the like. BadConfiguration
/// names a CONFAB_LIMIT_ variable that belongs to no limit; other variables that are not known are not ours.
[[nodiscard]] Result<std::vector<Assignment>> assignmentsFrom(const QProcessEnvironment &environment);

} // namespace node
