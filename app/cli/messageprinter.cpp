#include "cli/messageprinter.h"

#include <QPointer>

namespace cli {

void MessagePrinter::printMessage(const Message &message, const QString &roomName)
{
    add(message.by, [this, message, roomName](const QString &userName) {
        m_output.printMessage(message, userName, roomName);
        Q_EMIT messagePrinted();
    });
}

void MessagePrinter::printHit(const Message &message, const QString &snippet, const QString &roomName)
{
    add(message.by, [this, message, snippet, roomName](const QString &userName) {
        m_output.printHit(message, snippet, userName, roomName);
    });
}

void MessagePrinter::printUserEvent(const QString &type, const QString &words, const QString &userId, qint64 at)
{
    add(userId, [this, type, words, userId, at](const QString &userName) {
        m_output.printUserEvent(type, words, userId, userName, at);
    });
}

void MessagePrinter::add(const QString &userId, Print print)
{
    m_waiting.push_back(Waiting{userId, std::move(print)});
    if (!m_isAsking)
        drain();
}

void MessagePrinter::drain()
{
    while (!m_waiting.empty() && m_users.knows(m_waiting.front().userId)) {
        const Waiting first = std::move(m_waiting.front());
        m_waiting.pop_front();
        first.print(m_users.name(first.userId));
    }
    m_isAsking = !m_waiting.empty();
    if (!m_isAsking) {
        Q_EMIT idle();
        return;
    }
    m_users.find(m_waiting.front().userId, [printer = QPointer<MessagePrinter>(this)] {
        if (printer)
            printer->drain();
    });
}

} // namespace cli
