#pragma once

#include <QCborArray>
#include <QCborValue>
#include <QString>

#include <utility>

namespace socketio {

/// The name of an event, a room or a namespace: a QString, or a literal in UTF-8.
class Name final
{
public:
    Name(QString text) : m_text(std::move(text)) {}
    Name(const char *utf8) : m_text(QString::fromUtf8(utf8)) {}

    operator const QString &() const { return m_text; }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

/// What may stand as an argument of an event: anything QCborValue takes, and literals in UTF-8. Byte arrays travel as
/// binary attachments.
[[nodiscard]] inline QCborValue toValue(const char *utf8)
{
    return QCborValue(QString::fromUtf8(utf8));
}
template <typename T>
[[nodiscard]] QCborValue toValue(const T &value)
{
    return QCborValue(value);
}

/// [name, args…], as an event is sent.
[[nodiscard]] inline QCborArray withName(const QString &name, QCborArray args)
{
    args.prepend(name);
    return args;
}

/// The arguments as they are sent.
template <typename... Args>
[[nodiscard]] QCborArray toArguments(const Args &...args)
{
    QCborArray array;
    (array.append(toValue(args)), ...);
    return array;
}

} // namespace socketio
