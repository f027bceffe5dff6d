#include "session/answers.h"

#include "session/wirevalues.h"

#include <algorithm>
#include <array>

namespace session {

using protocol::failure;
using std::chrono::milliseconds;

RequestError readError(const QCborMap &map)
{
    RequestError error;
    error.code = map.value(QLatin1String("code")).toString();
    error.message = readLine(map, QLatin1String("message"));
    error.field = map.value(QLatin1String("field")).toString();
    const QCborValue retryAfter = map.value(QLatin1String("retryAfterMs"));
    if (retryAfter.isInteger() || retryAfter.isDouble()) {
        const double longest = double(milliseconds(std::chrono::hours(24 * 7)).count()); // as long as timers can wait
        error.retryAfter = milliseconds(qint64(std::clamp(retryAfter.toDouble(), 0.0, longest)));
    }
    return error;
}

Answer<QCborMap> readAnswer(const QCborArray &args)
{
    const QCborMap map = args.at(0).toMap();
    if (map.value(QLatin1String("ok")).isTrue())
        return map;
    const QCborValue error = map.value(QLatin1String("error"));
    if (map.value(QLatin1String("ok")).isFalse() && error.isMap())
        return failure(readError(error.toMap()));
    return failure(RequestError{QStringLiteral("bad_answer"), {}, {}, {}});
}

bool isPassing(const RequestError &error)
{
    static constexpr std::array codes{
        QLatin1String("rate_limited"), QLatin1String("slow_mode"),      QLatin1String("shutting_down"),
        QLatin1String("storage_full"), QLatin1String("storage_failed"), QLatin1String("internal"),
        QLatin1String("server_full"),
    };
    return std::any_of(codes.begin(), codes.end(), [&error](QLatin1String code) { return error.code == code; });
}

RequestError offlineError()
{
    return RequestError{QStringLiteral("offline"), {}, {}, {}};
}

AnswerHandler<QCborMap> whenDone(AnswerHandler<Done> handler)
{
    return reading<Done>([](const QCborMap &) { return Answer<Done>(Done()); }, std::move(handler));
}

QCborMap given(std::initializer_list<std::pair<QCborValue, QCborValue>> fields)
{
    QCborMap map;
    for (const auto &[name, value] : fields) {
        const bool isEmpty = value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
        if (!isEmpty)
            map.insert(name, value);
    }
    return map;
}

} // namespace session
