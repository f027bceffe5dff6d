#pragma once

#include "protocol/result.h"

#include <QString>

namespace cache {

/// Why a cache cannot be opened. The file stays as it is.
/// Thread: any (a value type).
struct OpenError
{
    enum class Code {
        Newer, ///< a newer version of the program has made the file
        Unusable, ///< it cannot be read or written: rights, a full disk, a lock that somebody holds
    };

    Code code = Code::Unusable;
    QString message; ///< for people, with the file's name
};

template <typename T>
using OpenResult = protocol::Expected<T, OpenError>;

} // namespace cache
