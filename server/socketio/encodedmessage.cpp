#include "socketio/encodedmessage.h"

#include "engineio/session.h"

namespace socketio {

EncodedMessage::EncodedMessage(const protocol::socketio::EncodedPacket &packet)
    : m_text(engineio::Session::encodeText(packet.text))
{
    m_attachments.reserve(size_t(packet.attachments.size()));
    for (const QByteArray &attachment : packet.attachments)
        m_attachments.push_back(engineio::Session::encodeBinary(attachment));
}

EncodedMessage EncodedMessage::fromPacket(const protocol::socketio::Packet &packet)
{
    return EncodedMessage(protocol::socketio::encode(packet));
}

void EncodedMessage::sendTo(engineio::Session &session) const
{
    session.send(m_text);
    for (const engineio::OutgoingPacket &attachment : m_attachments)
        session.send(attachment);
}

qsizetype EncodedMessage::bytes() const
{
    qsizetype sum = m_text.bytes().size();
    for (const engineio::OutgoingPacket &attachment : m_attachments)
        sum += attachment.bytes().size();
    return sum;
}

} // namespace socketio
