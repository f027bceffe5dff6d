#include "cli/output.h"

#include "cli/terminaltext.h"

#include "protocol/socketio/jsonwriter.h"

#include <QDateTime>

#include <cstdio>

namespace cli {

namespace {

void write(std::FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file);
    std::fflush(file);
}

/// The time today, or day and time.
QString toTime(qint64 utcMs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(utcMs).toLocalTime();
    const bool isToday = time.date() == QDate::currentDate();
    return time.toString(isToday ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QByteArray toJsonLine(const QCborMap &map)
{
    QByteArray json;
    protocol::socketio::appendJson(json, map);
    return harmlessJson(json) + '\n';
}

QString lineStart(const Message &message, const QString &userName, const QString &roomName)
{
    const QString room = roomName.isEmpty() ? QString() : QString(u'#' + harmlessLine(roomName) + u' ');
    return u'[' + toTime(message.at) + QStringLiteral("] ") + room + harmlessLine(userName) + QStringLiteral(": ");
}

QCborMap toJson(const Message &message, const QString &userName, const QString &roomName)
{
    QCborMap fields = message.fields;
    fields[QStringLiteral("byName")] = userName;
    if (!roomName.isEmpty())
        fields[QStringLiteral("roomName")] = roomName;
    return fields;
}

} // namespace

void Output::printMessage(const Message &message, const QString &userName, const QString &roomName)
{
    if (isJson()) {
        printJson(QStringLiteral("message"), toJson(message, userName, roomName));
        return;
    }
    const QString text = message.isDeleted ? QStringLiteral("(deleted)") : message.text;
    printLine(lineStart(message, userName, roomName) + harmless(text, QStringLiteral("    ")));
}

void Output::printHit(const Message &message, const QString &snippet, const QString &userName, const QString &roomName)
{
    if (isJson()) {
        QCborMap fields = toJson(message, userName, roomName);
        fields[QStringLiteral("snippet")] = snippet;
        printJson(QStringLiteral("hit"), fields);
        return;
    }
    printLine(lineStart(message, userName, roomName) + harmlessLine(snippet.isEmpty() ? message.text : snippet));
}

void Output::printRoom(const Room &room, bool isMember)
{
    if (isJson()) {
        QCborMap fields = room.fields;
        fields[QStringLiteral("isMember")] = isMember;
        printJson(QStringLiteral("room"), fields);
        return;
    }
    QStringList notes;
    if (!room.kind.isEmpty())
        notes << harmlessLine(room.kind);
    if (isMember)
        notes << QStringLiteral("joined");
    if (room.unread > 0)
        notes << QStringLiteral("%1 unread").arg(room.unread);
    QString line = u'#' + harmlessLine(room.name.isEmpty() ? room.id : room.name);
    if (!notes.isEmpty())
        line += QStringLiteral(" (") + notes.join(QStringLiteral(", ")) + u')';
    if (!room.topic.isEmpty())
        line += QStringLiteral(" ") + harmlessLine(room.topic);
    printLine(line);
}

void Output::printUserEvent(const QString &type, const QString &words, const QString &userId, const QString &userName,
                            qint64 at)
{
    if (isJson()) {
        printJson(
            type,
            {{QStringLiteral("user"), QCborMap{{QStringLiteral("id"), userId}, {QStringLiteral("name"), userName}}},
             {QStringLiteral("at"), at}});
        return;
    }
    printLine(u'[' + toTime(at) + QStringLiteral("] * ") + harmlessLine(userName) + u' ' + words);
}

void Output::printSent(const QString &nonce, const QCborMap &reply)
{
    if (!isJson())
        return;
    QCborMap fields = reply;
    fields.remove(QStringLiteral("ok"));
    fields[QStringLiteral("nonce")] = nonce;
    printJson(QStringLiteral("sent"), fields);
}

void Output::printNotice(const QString &text)
{
    if (!isJson())
        write(stderr, QString(QStringLiteral("* ") + harmlessLine(text) + u'\n').toUtf8());
}

void Output::printError(const QString &code, const QString &message)
{
    if (isJson()) {
        write(stderr,
              toJsonLine({{QStringLiteral("type"), QStringLiteral("error")},
                          {QStringLiteral("code"), code},
                          {QStringLiteral("message"), message}}));
        return;
    }
    write(stderr,
          QString(QStringLiteral("confab-cli: ") + harmlessLine(message) + QStringLiteral(" (") + harmlessLine(code)
                  + QStringLiteral(")\n"))
              .toUtf8());
}

void Output::printLine(const QString &line)
{
    write(stdout, QString(line + u'\n').toUtf8());
}

void Output::printJson(const QString &type, QCborMap fields)
{
    QCborMap object{{QStringLiteral("type"), type}};
    for (const auto &[key, value] : std::as_const(fields)) {
        if (key != QStringLiteral("type"))
            object[key.toString()] = value;
    }
    write(stdout, toJsonLine(object));
}

} // namespace cli
