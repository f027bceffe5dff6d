#pragma once

#include "http/query.h"
#include "http/request.h"

#include <QByteArray>
#include <QHostAddress>

#include <optional>

namespace engineio {

/// What is known about a client from the request that opened its session. Kept as text in one buffer and read on
/// demand, because every session carries one for its whole life. Thread: any (a value type).
class Handshake final
{
public:
    Handshake() = default;
    explicit Handshake(const http::RequestHead &head);

    /// Path and query as the client sent them.
    [[nodiscard]] QByteArrayView url() const;
    /// The first header field of that name, without regard to case.
    [[nodiscard]] std::optional<QByteArrayView> field(QByteArrayView name) const;
    [[nodiscard]] std::vector<std::pair<QByteArray, QByteArray>> fields() const;
    /// Views this handshake's text.
    [[nodiscard]] http::Query query() const;
    [[nodiscard]] const QHostAddress &address() const { return m_address; }
    /// UTC, in milliseconds since 1970.
    [[nodiscard]] qint64 issuedAt() const { return m_issuedAt; }

private:
    QByteArray m_text; ///< the URL, then a line `name: value` for each field, each ended by a line feed
    QHostAddress m_address;
    qint64 m_issuedAt = 0;
};

} // namespace engineio
