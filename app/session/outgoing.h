#pragma once

#include "session/requesterror.h"

#include <QString>

#include <optional>

namespace session {

/// A message of ours that the server has not acknowledged yet.
/// Thread: any (a value type).
struct Outgoing
{
    enum class State {
        Waiting, ///< for a connection, for its turn, or because the server asked for a pause: see `problem`
        Sending,
        Refused, ///< `problem` says why; Outbox::retry() or Outbox::discard() it
    };

    QString nonce; ///< names it
    QString room;
    QString text;
    QString replyTo; ///< id of a message of the room; empty: none
    qint64 createdAt = 0; ///< UTC milliseconds
    State state = State::Waiting;
    std::optional<RequestError> problem;

    friend bool operator==(const Outgoing &, const Outgoing &) = default;
};

} // namespace session
