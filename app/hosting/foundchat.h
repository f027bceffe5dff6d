#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

namespace hosting {

/// A chat that answered on the network. All but the address is what somebody claims about themselves: plain text to
/// show, bounded and free of control characters, and nothing to rely on.
/// Thread: any (a value type).
struct FoundChat
{
    QString key; ///< tells the found chats of one search apart; empty when there is none
    QString name; ///< 1 to Announcement::maxNameCharacters characters
    QHostAddress address; ///< where the answer came from
    quint16 port = 0; ///< where the chat listens there
    int people = 0; ///< who are in it right now
    QString version; ///< of the program, such as `0.1.0`; may be empty

    /// `host:port`, as people type it.
    [[nodiscard]] QString addressText() const;

    friend bool operator==(const FoundChat &, const FoundChat &) = default;
};

/// `host:port`, with an IPv6 address in brackets.
[[nodiscard]] QString addressText(const QHostAddress &address, quint16 port);

} // namespace hosting
