#include "connection/serveraddress.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace connection {

using protocol::failure;

namespace {

constexpr qsizetype maxHostLength = 253;

/// What is left of `host:port` once it has been cut at the colon.
struct HostAndPort
{
    QStringView host;
    QStringView port;
    bool isBracketed = false;
    bool hasPort = false;
};

protocol::Expected<HostAndPort, AddressError> splitBracketed(QStringView text)
{
    const qsizetype end = text.indexOf(u']');
    if (end < 0)
        return failure(AddressError::BadHost);
    const QStringView after = text.sliced(end + 1);
    if (!after.isEmpty() && after.front() != u':')
        return failure(AddressError::BadHost);
    return HostAndPort{text.sliced(1, end - 1), after.isEmpty() ? after : after.sliced(1), true, !after.isEmpty()};
}

protocol::Expected<HostAndPort, AddressError> split(QStringView text)
{
    if (text.startsWith(u'['))
        return splitBracketed(text);
    if (text.count(u':') > 1)
        return failure(AddressError::BracketsMissing);
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return HostAndPort{text, {}};
    return HostAndPort{text.first(colon), text.sliced(colon + 1), false, true};
}

std::optional<quint16> readPort(QStringView text)
{
    const bool areDigits
        = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isNumber = false;
    const uint port = text.toUInt(&isNumber);
    if (!areDigits || !isNumber || port == 0 || port > 65535)
        return std::nullopt;
    return quint16(port);
}

bool isIpv6(const QString &host)
{
    QHostAddress address;
    return address.setAddress(host) && address.protocol() == QAbstractSocket::IPv6Protocol;
}

bool isNameOrIpv4(const QString &host)
{
    static const QRegularExpression numeric(QStringLiteral(R"(^[0-9.]+$)"));
    static const QRegularExpression ipv4(QStringLiteral(R"(^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.(?!$)|$)){4}$)"));
    static const QRegularExpression name(
        QStringLiteral(R"(^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?$)"));
    if (numeric.match(host).hasMatch())
        return ipv4.match(host).hasMatch();
    return name.match(host).hasMatch();
}

/// The host as it is to be looked up; empty when it cannot be one.
QString toHost(const HostAndPort &parts)
{
    const QString host = parts.host.toString().toLower();
    if (host.size() > maxHostLength)
        return {};
    if (parts.isBracketed)
        return isIpv6(host) ? host : QString();
    const bool isAscii = std::all_of(host.begin(), host.end(), [](QChar c) { return c.unicode() < 128; });
    const QString ascii = isAscii ? host : QString::fromLatin1(QUrl::toAce(host));
    return isNameOrIpv4(ascii) ? ascii : QString();
}

} // namespace

QString describe(AddressError error)
{
    switch (error) {
    case AddressError::Empty:
        return QStringLiteral("The address is empty.");
    case AddressError::UnknownScheme:
        return QStringLiteral("An address begins with http:// or confab://, or with the host itself.");
    case AddressError::NoHost:
        return QStringLiteral("The address names no host.");
    case AddressError::BadHost:
        return QStringLiteral("The host is neither a name nor an IP address.");
    case AddressError::BadPort:
        return QStringLiteral("The port is not a number from 1 to 65535.");
    case AddressError::HasUserName:
        return QStringLiteral("An address holds no user name.");
    case AddressError::BracketsMissing:
        return QStringLiteral("An IPv6 address needs brackets, as in [::1]:8418.");
    }
    Q_UNREACHABLE();
}

ServerAddress::ServerAddress() : m_host(QStringLiteral("127.0.0.1")) {}

protocol::Expected<ServerAddress, AddressError> ServerAddress::parse(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty())
        return failure(AddressError::Empty);
    if (const qsizetype end = text.indexOf(QStringLiteral("://")); end >= 0) {
        const QString scheme = text.first(end).toString().toLower();
        if (scheme != QStringLiteral("http") && scheme != QStringLiteral("confab"))
            return failure(AddressError::UnknownScheme);
        text = text.sliced(end + 3);
    }

    const auto restBegin
        = std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    const QStringView authority = text.first(restBegin - text.begin());
    if (authority.contains(u'@'))
        return failure(AddressError::HasUserName);
    const auto parts = split(authority);
    if (!parts)
        return failure(parts.error());
    if (parts->host.isEmpty())
        return failure(AddressError::NoHost);

    ServerAddress address;
    address.m_host = toHost(*parts);
    if (address.m_host.isEmpty())
        return failure(AddressError::BadHost);
    if (parts->hasPort) {
        const auto port = readPort(parts->port);
        if (!port)
            return failure(AddressError::BadPort);
        address.m_port = *port;
    }
    address.m_rest = text.sliced(authority.size()).toString();
    return address;
}

QString ServerAddress::toString() const
{
    const QString host = m_host.contains(u':') ? QString(u'[' + m_host + u']') : m_host;
    return host + u':' + QString::number(m_port);
}

QUrl ServerAddress::webSocketUrl() const
{
    QUrl url;
    url.setScheme(QStringLiteral("ws"));
    url.setHost(m_host);
    url.setPort(m_port);
    url.setPath(QStringLiteral("/socket.io/"));
    url.setQuery(QStringLiteral("EIO=4&transport=websocket"));
    return url;
}

} // namespace connection
