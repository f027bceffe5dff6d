#include "cli/messagesender.h"

#include "cli/chatsession.h"

#include "connection/nonce.h"

namespace cli {

MessageSender::MessageSender(ChatSession &session, QString roomId) : m_session(session), m_roomId(std::move(roomId)) {}

void MessageSender::send(const QString &text)
{
    m_waiting.push_back(Waiting{connection::newNonce(), text});
    if (m_waiting.size() == 1)
        sendFirst();
}

void MessageSender::sendFirst()
{
    const Waiting &first = m_waiting.front();
    m_session.ask(QStringLiteral("message:send"),
                  {{QStringLiteral("room"), m_roomId},
                   {QStringLiteral("nonce"), first.nonce},
                   {QStringLiteral("text"), first.text}},
                  this, [this](const Reply &reply) { handleReply(reply); });
}

void MessageSender::handleReply(const Reply &reply)
{
    const Waiting first = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (reply)
        Q_EMIT sent(first.nonce, *reply);
    else
        Q_EMIT refused(reply.error());
    if (m_waiting.empty())
        Q_EMIT idle();
    else
        sendFirst();
}

} // namespace cli
