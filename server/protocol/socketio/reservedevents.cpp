#include "protocol/socketio/reservedevents.h"

#include <QString>

namespace protocol::socketio {

using namespace Qt::StringLiterals;

bool isReservedEvent(QStringView name) noexcept
{
    switch (name.size()) {
    case 7:
        return name == "connect"_L1;
    case 10:
        return name == "disconnect"_L1;
    case 11:
        return name == "newListener"_L1;
    case 13:
        return name == "connect_error"_L1 || name == "disconnecting"_L1;
    case 14:
        return name == "removeListener"_L1;
    default:
        return false;
    }
}

} // namespace protocol::socketio
