#include "socketio/packetcontent.h"

#include "protocol/socketio/jsongrammar.h"
#include "protocol/socketio/jsonreader.h"

namespace socketio {

PacketContent PacketContent::fromJson(QByteArray json)
{
    PacketContent content{QCborArray()};
    content.m_json = std::move(json);
    return content;
}

protocol::socketio::EncodedPacket PacketContent::encode(protocol::socketio::PacketType type, const QString &nsp,
                                                        std::optional<quint64> id) const
{
    if (!m_json.isEmpty())
        return protocol::socketio::encodeJson(type, nsp, id, m_json);
    return protocol::socketio::encode({type, nsp, id, m_values});
}

QCborArray PacketContent::values() const
{
    if (m_json.isEmpty())
        return m_values;
    const auto read = protocol::socketio::readJson(m_json, protocol::socketio::MaxJsonDepth);
    Q_ASSERT(read.hasValue());
    return read.hasValue() ? read.value().toArray() : QCborArray();
}

} // namespace socketio
