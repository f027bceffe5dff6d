#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace net {

/// A whole, unmasked WebSocket data frame as a server sends it (RFC 6455, section 5.2), ready to be shared by any
/// number of connections, together with where its payload begins, so that other transports can use the same bytes.
/// Thread: any (a value type).
class WebSocketFrame final
{
public:
    enum class Kind : quint8 { Text, Binary };

    WebSocketFrame() = default;
    /// One frame whose payload is @p payload.
    static WebSocketFrame fromPayload(Kind kind, QByteArrayView payload);
    /// One text frame whose payload is @p prefix followed by @p payload, without building that string first.
    static WebSocketFrame fromPrefixedText(char prefix, QByteArrayView payload);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QByteArrayView payload() const { return QByteArrayView(m_bytes).sliced(m_headerBytes); }
    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    void appendHeader(qsizetype payloadBytes);

    QByteArray m_bytes;
    quint8 m_headerBytes = 0;
    Kind m_kind = Kind::Text;
};

} // namespace net
