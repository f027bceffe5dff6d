#include "node/logging.h"

namespace node {

Q_LOGGING_CATEGORY(lcNode, "chat.node", QtInfoMsg)

} // namespace node
