#include "engineio/logging.h"

namespace engineio {

Q_LOGGING_CATEGORY(lcEngineIo, "chat.engineio", QtInfoMsg)

} // namespace engineio
