#pragma once

#include "node/logoptions.h"

#include <QByteArray>
#include <QString>

namespace node {

/// One thing that is logged.
/// Thread: any (a value type).
struct LogRecord
{
    qint64 at = 0; ///< UTC milliseconds
    LogLevel level = LogLevel::Info;
    QString category; ///< such as `chat.node`
    QString message;
};

/// The record as one line, its end included: `2026-01-31T12:00:00.000Z info chat.node Message`, or one JSON object.
/// Whatever the message holds, the line stays one line: control characters are written as `\u000a`.
[[nodiscard]] QByteArray logLine(const LogRecord &record, LogFormat format);

} // namespace node
