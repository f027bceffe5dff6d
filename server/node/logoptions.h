#pragma once

#include <QtGlobal>

namespace node {

enum class LogFormat { Text, Json };
enum class LogLevel { Debug, Info, Warning, Error };

/// How the log is written.
/// Thread: any (a value type).
struct LogOptions
{
    LogFormat format = LogFormat::Text;
    LogLevel level = LogLevel::Info; ///< the least that is written
};

} // namespace node
