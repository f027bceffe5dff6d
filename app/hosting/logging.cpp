#include "hosting/logging.h"

namespace hosting {

Q_LOGGING_CATEGORY(lcHosting, "chat.hosting", QtInfoMsg)

} // namespace hosting
