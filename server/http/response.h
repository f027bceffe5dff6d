#pragma once

#include "http/request.h"

#include <QByteArray>

#include <vector>

namespace http {

/// An answer. Header values must not come from strangers unchecked: addField() refuses line breaks, so that nobody can
/// smuggle in a field of his own.
/// Thread: any (a value type).
class Response
{
public:
    explicit Response(int status);
    Response(int status, QByteArray contentType, QByteArray body);

    /// False, and nothing added, when the name or value has a control character in it.
    bool addField(QByteArrayView name, QByteArrayView value);
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }

    enum class ConnectionUse { KeepAlive, Close };
    enum class BodyUse { Send, OmitForHead };
    /// The bytes to send, with Content-Length and Connection added.
    [[nodiscard]] QByteArray serialized(ConnectionUse connection, BodyUse body = BodyUse::Send) const;

private:
    int m_status;
    std::vector<Field> m_fields;
    QByteArray m_body;
};

} // namespace http
