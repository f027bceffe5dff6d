#pragma once

#include "protocol/result.h"

#include <QString>
#include <QStringView>
#include <QUrl>

namespace connection {

/// Why a text is no address of a server.
enum class AddressError {
    Empty,
    UnknownScheme, ///< something other than `http` or `confab` before `://`
    NoHost,
    BadHost, ///< neither a name nor an IP address
    BadPort, ///< not a number from 1 to 65535
    HasUserName, ///< `user@host`
    BracketsMissing, ///< an IPv6 address that is not in brackets: where does the port begin?
};

/// A sentence for people, in English.
[[nodiscard]] QString describe(AddressError error);

/// Where a server is: a host and a port.
/// Thread: any (a value type).
class ServerAddress final
{
public:
    static constexpr quint16 defaultPort = 8418;

    /// This machine, on the default port.
    ServerAddress();

    /// Reads what people type, paste or click: `host`, `host:port`, `http://host:port`, `confab://host:port/…`, with an
    /// IPv6 address in brackets. The host may be a name or an address; the port may be left out.
    [[nodiscard]] static protocol::Expected<ServerAddress, AddressError> parse(QStringView text);

    /// In lower case; an IPv6 address without brackets.
    [[nodiscard]] const QString &host() const { return m_host; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// What followed the port, beginning with `/`, `?` or `#`, such as the room an invitation leads to; may be empty.
    [[nodiscard]] const QString &rest() const { return m_rest; }

    /// `host:port`; parse() reads it back.
    [[nodiscard]] QString toString() const;
    /// Where its Engine.IO answers WebSockets.
    [[nodiscard]] QUrl webSocketUrl() const;

    /// Whether they mean the same server.
    friend bool operator==(const ServerAddress &a, const ServerAddress &b)
    {
        return a.m_host == b.m_host && a.m_port == b.m_port;
    }

private:
    QString m_host;
    quint16 m_port = defaultPort;
    QString m_rest;
};

} // namespace connection
