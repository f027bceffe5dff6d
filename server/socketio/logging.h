#pragma once

#include <QLoggingCategory>

namespace socketio {

Q_DECLARE_LOGGING_CATEGORY(lcSocketIo)

} // namespace socketio
