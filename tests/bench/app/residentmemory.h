#pragma once

#include <QtGlobal>

namespace bench {

/// What this process occupies of the machine's memory now, in bytes; 0 where the system does not tell.
[[nodiscard]] qint64 residentBytes();

} // namespace bench
