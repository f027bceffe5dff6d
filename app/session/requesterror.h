#pragma once

#include "protocol/result.h"

#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace session {

/// Why a request came to nothing. `code` is one of those in docs/protocol.md, or one of our own: `offline` (there is no
/// connection), `no_answer` (the connection ended before the answer came: it may have been done), `bad_answer` (the
/// answer makes no sense), `too_large` (more than the server takes in one message).
/// Thread: any (a value type).
struct RequestError
{
    QString code;
    QString message; ///< for people, as the server words it, in English; may be empty
    QString field; ///< the field that is wrong; empty if none
    std::optional<std::chrono::milliseconds> retryAfter; ///< when it is worth trying again

    friend bool operator==(const RequestError &, const RequestError &) = default;
};

template <typename T>
using Answer = protocol::Expected<T, RequestError>;

/// Called once, later, on the thread of the client; not after the context it was given with, or the client, is gone.
template <typename T>
using AnswerHandler = std::function<void(const Answer<T> &)>;

/// The answer of a request that has nothing to say but that it was done.
struct Done
{
};

} // namespace session
