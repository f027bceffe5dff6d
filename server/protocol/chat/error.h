#pragma once

#include "protocol/chat/errorcode.h"
#include "protocol/result.h"

#include <QCborMap>
#include <QString>

#include <chrono>
#include <optional>

namespace protocol::chat {

/// A refusal as it travels: `{"code","message","field"?,"retryAfterMs"?}`.
/// Thread: any (a value type).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< for people; empty: the code's default
    QString field; ///< the field that is wrong, empty if none
    std::optional<std::chrono::milliseconds> retryAfter;

    [[nodiscard]] QCborMap toMap() const;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = Expected<T, Error>;

/// `return refusal(ErrorCode::Forbidden);`
[[nodiscard]] inline Failure<Error> refusal(ErrorCode code, QString message = {}, QString field = {})
{
    return {Error{code, std::move(message), std::move(field), std::nullopt}};
}
/// One that says when to come back.
[[nodiscard]] inline Failure<Error> refusal(ErrorCode code, std::chrono::milliseconds retryAfter)
{
    return {Error{code, {}, {}, retryAfter}};
}

} // namespace protocol::chat
