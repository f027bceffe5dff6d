#include "protocol/chat/error.h"

namespace protocol::chat {

QCborMap Error::toMap() const
{
    QCborMap map{{QLatin1String("code"), wireName(code)},
                 {QLatin1String("message"), message.isEmpty() ? QString(defaultMessage(code)) : message}};
    if (!field.isEmpty())
        map.insert(QLatin1String("field"), field);
    if (retryAfter)
        map.insert(QLatin1String("retryAfterMs"), qint64(retryAfter->count()));
    return map;
}

} // namespace protocol::chat
