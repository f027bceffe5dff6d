#include "platform/logging.h"

namespace platform {

Q_LOGGING_CATEGORY(lcPlatform, "chat.platform", QtInfoMsg)

} // namespace platform
