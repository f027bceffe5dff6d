#include "connection/logging.h"

namespace connection {

Q_LOGGING_CATEGORY(lcConnection, "chat.connection", QtInfoMsg)

} // namespace connection
