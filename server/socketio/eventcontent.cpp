#include "socketio/eventcontent.h"

#include "protocol/socketio/jsongrammar.h"
#include "protocol/socketio/jsonreader.h"

namespace socketio {

EventContent EventContent::fromJson(QByteArray json)
{
    EventContent content{QCborArray()};
    content.m_json = std::move(json);
    return content;
}

protocol::socketio::EncodedPacket EventContent::encode(const QString &nsp) const
{
    return m_json.isEmpty() ? protocol::socketio::encodeEvent(nsp, m_nameAndArgs)
                            : protocol::socketio::encodeEventJson(nsp, m_json);
}

QCborArray EventContent::nameAndArgs() const
{
    if (m_json.isEmpty())
        return m_nameAndArgs;
    const auto read = protocol::socketio::readJson(m_json, protocol::socketio::MaxJsonDepth);
    Q_ASSERT(read.hasValue());
    return read.hasValue() ? read.value().toArray() : QCborArray();
}

} // namespace socketio
