#pragma once

#include <QString>

namespace session {

/// Who we are to a server.
/// Thread: any (a value type).
struct Credentials
{
    QString name;
    QString token; ///< from an earlier ChatClient::tokenReceived(); empty: none yet
    QString password; ///< of the name; empty: none
    QString serverPassword; ///< empty: none

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

} // namespace session
