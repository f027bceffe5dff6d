#pragma once

#include "cli/message.h"
#include "cli/output.h"
#include "cli/usernames.h"

#include <QObject>

#include <deque>
#include <functional>

namespace cli {

/// Prints in the order in which it is told to, each thing once the name of its user is known.
/// Thread: the main thread.
class MessagePrinter final : public QObject
{
    Q_OBJECT

public:
    /// Prints with the name it gets.
    using Print = std::function<void(const QString &userName)>;

    MessagePrinter(Output &output, UserNames &users) : m_output(output), m_users(users) {}

    void printMessage(const Message &message, const QString &roomName = {});
    void printHit(const Message &message, const QString &snippet, const QString &roomName);
    void printUserEvent(const QString &type, const QString &words, const QString &userId, qint64 at);
    [[nodiscard]] bool isIdle() const { return m_waiting.empty(); }

Q_SIGNALS:
    void messagePrinted();
    /// All there was to print is printed.
    void idle();

private:
    struct Waiting
    {
        QString userId;
        Print print;
    };

    void add(const QString &userId, Print print);
    void drain();

    Output &m_output;
    UserNames &m_users;
    std::deque<Waiting> m_waiting;
    bool m_isAsking = false; ///< for the name of the first one's user
};

} // namespace cli
