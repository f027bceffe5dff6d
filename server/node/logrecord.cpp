#include "node/logrecord.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace node {

namespace {

QLatin1String nameOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return QLatin1String("debug");
    case LogLevel::Info:
        return QLatin1String("info");
    case LogLevel::Warning:
        return QLatin1String("warning");
    case LogLevel::Error:
        return QLatin1String("error");
    }
    return QLatin1String("error");
}

QString timeOf(const LogRecord &record)
{
    return QDateTime::fromMSecsSinceEpoch(record.at, Qt::UTC).toString(Qt::ISODateWithMs);
}

/// What comes from strangers must neither begin a line of its own nor steer a terminal.
QString withoutControls(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar character : text) {
        switch (character.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            safe += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
            break;
        default:
            safe += character;
        }
    }
    return safe;
}

QByteArray textLine(const LogRecord &record)
{
    return QStringLiteral("%1 %2 %3 %4\n")
        .arg(timeOf(record), QString(nameOf(record.level)), record.category, withoutControls(record.message))
        .toUtf8();
}

QByteArray jsonLine(const LogRecord &record)
{
    const QJsonObject object{{QStringLiteral("time"), timeOf(record)},
                             {QStringLiteral("level"), nameOf(record.level)},
                             {QStringLiteral("category"), record.category},
                             {QStringLiteral("message"), record.message}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray logLine(const LogRecord &record, LogFormat format)
{
    return format == LogFormat::Json ? jsonLine(record) : textLine(record);
}

} // namespace node
