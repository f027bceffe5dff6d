#include "net/logging.h"

namespace net {

Q_LOGGING_CATEGORY(lcNet, "chat.net", QtInfoMsg)

} // namespace net
