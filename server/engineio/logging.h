#pragma once

#include <QLoggingCategory>

namespace engineio {

Q_DECLARE_LOGGING_CATEGORY(lcEngineIo)

} // namespace engineio
