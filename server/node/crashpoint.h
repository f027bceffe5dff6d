#pragma once

#include "node/error.h"
#include "node/moment.h"

namespace node {

/// An observer that kills this process, as a power cut would, at the moment that @p text names: `after-commit:3` for
/// the third time. The others are in-migration, after-insert, before-publish and before-ack. Built with the tests only.
[[nodiscard]] Result<MomentObserver> crashPointFrom(const QString &text);

} // namespace node
