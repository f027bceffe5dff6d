#pragma once

#include "protocol/chat/limits.h"

#include <QString>
#include <QStringList>

namespace session {

/// What a server says of itself in its welcome. Before the first one: what the cache remembers, else the defaults.
/// Thread: any (a value type).
struct ServerInfo
{
    QString name;
    QString version;
    int protocol = 1;
    protocol::chat::Limits limits;
    QStringList features; ///< such as `search`

    [[nodiscard]] bool has(const QString &feature) const { return features.contains(feature); }
};

} // namespace session
