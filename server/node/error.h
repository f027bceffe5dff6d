#pragma once

#include "protocol/result.h"

#include <QString>

namespace node {

enum class ErrorCode {
    BadConfiguration, ///< the message names where the value comes from and its key
    DataFolderUnusable,
    StoreUnusable, ///< damaged, newer than this program, or in use: then the message names the process
    CannotListen,
    Internal,
};

/// Why the server could not do something, for the one who runs it.
/// Thread: any (a value type).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< a sentence for people

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = protocol::Expected<T, Error>;

[[nodiscard]] inline protocol::Failure<Error> failure(ErrorCode code, QString message)
{
    return {Error{code, std::move(message)}};
}

} // namespace node
