#pragma once

#include <QLoggingCategory>

namespace cache {

Q_DECLARE_LOGGING_CATEGORY(lcCache)

} // namespace cache
