#include "node/logwriter.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <atomic>
#include <cstdio>

namespace node {

namespace {

// Qt calls a plain function, so the way from there to the writer has to be kept at a place that everybody knows.
std::atomic<LogWriter *> currentWriter = nullptr;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    return LogLevel::Error;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (LogWriter *writer = currentWriter) {
        writer->write({QDateTime::currentMSecsSinceEpoch(), levelOf(type),
                       QString::fromUtf8(context.category ? context.category : "default"), message});
    }
}

} // namespace

LogWriter::LogWriter(LogOptions options) : m_options(options)
{
    if (m_options.level == LogLevel::Debug)
        QLoggingCategory::setFilterRules(QStringLiteral("chat.*.debug=true"));
    currentWriter = this;
    m_previous = qInstallMessageHandler(handleMessage);
}

LogWriter::~LogWriter()
{
    qInstallMessageHandler(m_previous);
    currentWriter = nullptr;
}

void LogWriter::write(const LogRecord &record)
{
    if (record.level < m_options.level)
        return;
    const QByteArray line = logLine(record, m_options.format);
    const std::lock_guard lock(m_mutex);
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace node
