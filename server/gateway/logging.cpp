#include "gateway/logging.h"

namespace gateway {

Q_LOGGING_CATEGORY(lcGateway, "chat.gateway", QtInfoMsg)

} // namespace gateway
