#pragma once

#include "cli/reply.h"

#include <QObject>
#include <QString>

#include <deque>

namespace cli {

class ChatSession;

/// Sends messages to one room, each with a nonce of its own, so that the server stores it once however often it is
/// sent; the next one when the server has answered for the one before.
/// Thread: the main thread.
class MessageSender final : public QObject
{
    Q_OBJECT

public:
    /// @p session outlives it.
    MessageSender(ChatSession &session, QString roomId);

    void send(const QString &text);
    [[nodiscard]] bool isIdle() const { return m_waiting.empty(); }

Q_SIGNALS:
    /// The server has stored a message.
    void sent(const QString &nonce, const QCborMap &reply);
    /// The server will not have it.
    void refused(const cli::ServerError &error);
    void idle();

private:
    struct Waiting
    {
        QString nonce;
        QString text;
    };

    void sendFirst();
    void handleReply(const Reply &reply);

    ChatSession &m_session;
    const QString m_roomId;
    std::deque<Waiting> m_waiting; ///< the first one is on its way
};

} // namespace cli
