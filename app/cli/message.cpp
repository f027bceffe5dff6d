#include "cli/message.h"

namespace cli {

std::optional<Message> readMessage(const QCborValue &value)
{
    const QCborMap fields = value.toMap();
    Message message;
    message.id = fields[QStringLiteral("id")].toString();
    message.room = fields[QStringLiteral("room")].toString();
    message.seq = fields[QStringLiteral("seq")].toInteger();
    message.at = fields[QStringLiteral("at")].toInteger();
    message.by = fields[QStringLiteral("by")].toString();
    message.text = fields[QStringLiteral("text")].toString();
    const QCborValue deleted = fields[QStringLiteral("deleted")];
    message.isDeleted = !deleted.isUndefined() && !deleted.isNull() && !deleted.isFalse();
    message.fields = fields;
    if (message.id.isEmpty() || message.seq < 1)
        return std::nullopt;
    return message;
}

} // namespace cli
