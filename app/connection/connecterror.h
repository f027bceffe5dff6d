#pragma once

#include <QCborValue>
#include <QString>

namespace connection {

/// The server's no to a client that wants in: a CONNECT_ERROR.
/// Thread: any (a value type).
struct ConnectError
{
    QString message; ///< what the server says, in its words
    QCborValue data; ///< anything more, such as a code; undefined when there is none

    friend bool operator==(const ConnectError &, const ConnectError &) = default;
};

} // namespace connection
