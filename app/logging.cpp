#include "logging.h"

namespace app {

Q_LOGGING_CATEGORY(lcApp, "chat.app", QtInfoMsg)

} // namespace app
