#pragma once

#include "options.h"
#include "serverprocess.h"
#include "sessionpool.h"

namespace loadgen {

/// Opens and closes `options.warmupSessions` sessions, so that what a server does only once is not measured, and waits
/// until the server is at rest.
void warmUp(SessionPool &pool, const ServerProcess &server, const Options &options);

} // namespace loadgen
