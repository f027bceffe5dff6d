#pragma once

#include "http/response.h"

namespace engineio {

/// Why a request to the engine is refused, with the codes that clients know.
enum class Refusal {
    UnknownTransport = 0,
    UnknownSession = 1,
    BadHandshakeMethod = 2,
    BadRequest = 3,
    Forbidden = 4,
    UnsupportedVersion = 5,
};

/// Status 400, or 403 for Forbidden, with a body of `{"code":…,"message":…}`.
[[nodiscard]] http::Response responseTo(Refusal refusal);

} // namespace engineio
