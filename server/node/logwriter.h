#pragma once

#include "node/logrecord.h"

#include <QtGlobal>

#include <mutex>

namespace node {

/// Writes everything that the process logs to standard error, one line each, while it exists. There may be one at a
/// time: Qt has one message handler for the whole process.
/// Thread: construction and destruction the owner's, while nobody else logs; write() any.
class LogWriter final
{
public:
    explicit LogWriter(LogOptions options);
    /// Gives the log back to Qt.
    ~LogWriter();
    Q_DISABLE_COPY_MOVE(LogWriter)

    /// Drops records below the level of the options.
    void write(const LogRecord &record);

private:
    const LogOptions m_options;
    std::mutex m_mutex; ///< keeps lines whole
    QtMessageHandler m_previous = nullptr;
};

} // namespace node
