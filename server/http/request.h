#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>

#include <optional>
#include <vector>

namespace http {

struct Field
{
    QByteArray name; ///< as sent; compare without regard to case
    QByteArray value; ///< without surrounding white space
};

/// The request line and the header fields of a request that has been found well-formed.
/// Thread: any (a value type).
struct RequestHead
{
    QByteArray method;
    QByteArray target; ///< as sent: path and query, undecoded
    std::vector<Field> fields;
    QHostAddress peerAddress; ///< of the TCP connection; header fields never change it
    int version = 11; ///< 10 for HTTP/1.0
    bool keepsAlive = true;

    /// The target up to the `?`, undecoded.
    [[nodiscard]] QByteArrayView path() const;
    /// What follows the `?`, undecoded.
    [[nodiscard]] QByteArrayView query() const;
    /// The value of the first field of that name, without regard to case.
    [[nodiscard]] std::optional<QByteArrayView> field(QByteArrayView name) const;
    /// How many fields have that name.
    [[nodiscard]] int fieldCount(QByteArrayView name) const;
    /// Whether a comma-separated field such as Connection contains @p token, without regard to case.
    [[nodiscard]] bool fieldHasToken(QByteArrayView name, QByteArrayView token) const;
};

struct Request
{
    RequestHead head;
    QByteArray body;
};

/// Compares as header field names and tokens are compared: without regard to the case of ASCII letters.
[[nodiscard]] bool isSameToken(QByteArrayView a, QByteArrayView b);

} // namespace http
