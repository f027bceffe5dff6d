#pragma once

#include "platform/keystore.h"
#include "platform/notifier.h"

#include "hosting/discoveryoptions.h"
#include "hosting/hostedchat.h"

#include "session/clientoptions.h"

#include <QString>

namespace viewmodels {

/// What the window stands on, as main() has made it. What is referred to outlives all view-models.
/// Thread: any (a value type).
struct AppServices
{
    QString folder; ///< where the program keeps everything; it exists
    platform::KeyStore &keys;
    platform::Notifier &notifier;
    hosting::DiscoveryOptions discovery = {};
    session::ClientOptions client = {};
    quint16 hostPort = hosting::HostedChatOptions::usualPort; ///< tried first; 0: any free one
    bool hostsOnNetwork = true; ///< false: hosted chats are for this machine only
};

} // namespace viewmodels
