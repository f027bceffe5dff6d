#pragma once

#include <QString>

namespace viewmodels {

/// A server that one is on.
/// Thread: any (a value type).
struct KnownServer
{
    QString id; ///< our own name for it, which names files; letters, digits and `-`
    QString name; ///< as it calls itself
    QString address; ///< `host:port`
    QString userName; ///< who we are there
    bool isHosted = false; ///< by this program

    friend bool operator==(const KnownServer &, const KnownServer &) = default;
};

} // namespace viewmodels
