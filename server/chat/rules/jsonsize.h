#pragma once

#include <QCborMap>
#include <QCborValue>

namespace chat {

/// At most how many bytes @p value takes as JSON in UTF-8: cheap to tell, and never too few.
/// Thread: any.
[[nodiscard]] qsizetype jsonBytesAtMost(const QCborValue &value);
[[nodiscard]] qsizetype jsonBytesAtMost(const QCborMap &map);

/// What one answer may hold: what waits to be sent to somebody is limited to 1 MiB, and other things wait there, too.
constexpr qsizetype maxAnswerBytes = 900'000;

} // namespace chat
