#pragma once

#include <QString>

namespace cache {

/// A change that somebody made and that the server has not acknowledged yet.
/// Thread: any (a value type).
struct OutgoingChange
{
    /// The values are kept in files: never renumber them.
    enum class Kind { Post = 0, Edit = 1, Delete = 2, React = 3, Unreact = 4, Pin = 5, Unpin = 6 };
    enum class State {
        Waiting = 0, ///< is sent when there is a connection
        Refused = 1, ///< the server does not want it; its author decides what becomes of it
    };

    QString nonce; ///< what it is known by; never empty
    QString room;
    Kind kind = Kind::Post;
    QString messageId; ///< of the message it changes; empty for Post
    QString text; ///< of Post and Edit
    QString replyTo; ///< of Post: a message id, or empty
    QString emoji; ///< of React and Unreact
    qint64 createdAt = 0; ///< UTC milliseconds
    State state = State::Waiting;
    QString problem; ///< why it was refused, for people
    QString problemCode; ///< the same for programs, such as `forbidden`

    friend bool operator==(const OutgoingChange &, const OutgoingChange &) = default;
};

} // namespace cache
