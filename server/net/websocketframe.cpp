#include "net/websocketframe.h"

#include <QtEndian>

namespace net {

namespace {

constexpr char finalText = char(0x81);
constexpr char finalBinary = char(0x82);
constexpr qsizetype largestHeader = 10;

} // namespace

WebSocketFrame WebSocketFrame::fromPayload(Kind kind, QByteArrayView payload)
{
    WebSocketFrame frame;
    frame.m_kind = kind;
    frame.m_bytes.reserve(largestHeader + payload.size());
    frame.appendHeader(payload.size());
    frame.m_bytes.append(payload);
    return frame;
}

WebSocketFrame WebSocketFrame::fromPrefixedText(char prefix, QByteArrayView payload)
{
    WebSocketFrame frame;
    frame.m_bytes.reserve(largestHeader + 1 + payload.size());
    frame.appendHeader(1 + payload.size());
    frame.m_bytes.append(prefix);
    frame.m_bytes.append(payload);
    return frame;
}

void WebSocketFrame::appendHeader(qsizetype payloadBytes)
{
    m_bytes.append(m_kind == Kind::Text ? finalText : finalBinary);
    if (payloadBytes < 126) {
        m_bytes.append(char(payloadBytes));
    } else if (payloadBytes <= 0xFFFF) {
        char length[2];
        qToBigEndian(quint16(payloadBytes), length);
        m_bytes.append(char(126)).append(length, sizeof length);
    } else {
        char length[8];
        qToBigEndian(quint64(payloadBytes), length);
        m_bytes.append(char(127)).append(length, sizeof length);
    }
    m_headerBytes = quint8(m_bytes.size());
}

} // namespace net
