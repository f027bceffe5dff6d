#include "cli/reply.h"

#include <algorithm>

namespace cli {

using protocol::failure;
using std::chrono::milliseconds;

ServerError readError(const QCborMap &map)
{
    ServerError error;
    error.code = map[QStringLiteral("code")].toString();
    error.message = map[QStringLiteral("message")].toString();
    const QCborValue retryAfter = map[QStringLiteral("retryAfterMs")];
    if (retryAfter.isInteger() || retryAfter.isDouble()) {
        const double longest = double(milliseconds(std::chrono::hours(1)).count());
        error.retryAfter = milliseconds(qint64(std::clamp(retryAfter.toDouble(), 0.0, longest)));
    }
    return error;
}

Reply readReply(const QCborArray &args)
{
    const QCborMap map = args.at(0).toMap();
    if (map[QStringLiteral("ok")].isTrue())
        return map;
    const QCborValue error = map[QStringLiteral("error")];
    if (map[QStringLiteral("ok")].isFalse() && error.isMap())
        return failure(readError(error.toMap()));
    return failure(ServerError{QStringLiteral("bad_reply"), QStringLiteral("The server's answer makes no sense"), {}});
}

} // namespace cli
