#pragma once

#include <QString>

namespace cache {

/// A name as the search compares it: without case, accents and repeated spaces. Thread: any.
[[nodiscard]] QString nameKey(const QString &name);

} // namespace cache
