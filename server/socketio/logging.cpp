#include "socketio/logging.h"

namespace socketio {

Q_LOGGING_CATEGORY(lcSocketIo, "chat.socketio", QtInfoMsg)

} // namespace socketio
