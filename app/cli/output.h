#pragma once

#include "cli/message.h"
#include "cli/reply.h"
#include "cli/room.h"

#include <QCborMap>
#include <QString>

namespace cli {

/// What the program prints: lines for people, or one JSON object a line for programs. Results go to the standard
/// output; errors and what is said about the connection to the standard error.
/// Thread: the main thread.
class Output final
{
public:
    enum class Format { Text, Json };

    explicit Output(Format format) : m_format(format) {}

    [[nodiscard]] bool isJson() const { return m_format == Format::Json; }

    /// @p roomName is left out of a line where it is empty.
    void printMessage(const Message &message, const QString &userName, const QString &roomName = {});
    /// A place in a message that a search has found.
    void printHit(const Message &message, const QString &snippet, const QString &userName, const QString &roomName);
    void printRoom(const Room &room, bool isMember);
    /// Something that happened, such as `joined`, to a user.
    void printUserEvent(const QString &type, const QString &words, const QString &userId, const QString &userName,
                        qint64 at);
    /// A message of ours that is stored. Silent in text.
    void printSent(const QString &nonce, const QCborMap &reply);
    /// What is good to know, for people only.
    void printNotice(const QString &text);
    void printError(const QString &code, const QString &message);

private:
    void printLine(const QString &line);
    void printJson(const QString &type, QCborMap fields);

    const Format m_format;
};

} // namespace cli
