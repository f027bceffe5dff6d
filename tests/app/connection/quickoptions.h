#pragma once

#include "connection/socketoptions.h"

/// Options for tests: no long delays, and none by chance.
[[nodiscard]] inline connection::SocketOptions quickOptions()
{
    connection::SocketOptions options;
    options.backoff.initial = std::chrono::milliseconds(20);
    options.backoff.max = std::chrono::milliseconds(50);
    options.backoff.jitter = 0;
    return options;
}
