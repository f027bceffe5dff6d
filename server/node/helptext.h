#pragma once

#include <QString>

namespace node {

/// What `confabd --help` prints: the commands, every setting and every limit with its default.
[[nodiscard]] QString helpText();

} // namespace node
