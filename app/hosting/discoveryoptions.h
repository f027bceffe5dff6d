#pragma once

#include <QHostAddress>

#include <chrono>

namespace hosting {

/// Where chats are looked for and announced, and how often. What is not for a test has the right value already.
/// Thread: any (a value type).
struct DiscoveryOptions
{
    enum class Reach {
        Network, ///< every network this machine is in, and this machine itself
        ThisMachine, ///< the loopback interface only
    };

    Reach reach = Reach::Network;
    quint16 port = 8419; ///< UDP
    /// Administratively scoped: routers of an organisation may pass it on, nobody else does.
    QHostAddress group = QHostAddress(QStringLiteral("239.255.84.18"));
    int timeToLive = 4; ///< routers on the way, plus one

    std::chrono::milliseconds queryInterval = std::chrono::seconds(3); ///< between questions, after the first few
    std::chrono::milliseconds lostAfter = std::chrono::seconds(10); ///< a chat that does not answer any more
    std::chrono::milliseconds interfaceInterval = std::chrono::seconds(10); ///< between looks for new interfaces
};

} // namespace hosting
