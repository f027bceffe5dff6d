#pragma once

#include "options.h"
#include "serverprocesses.h"
#include "sessionpool.h"

namespace loadgen {

/// Opens and closes `options.warmupSessions` sessions, so that what a server does only once is not measured, and waits
/// until the server is at rest.
void warmUp(SessionPool &pool, const ServerProcesses &server, const Options &options);

/// Serves the sessions until the server has next to nothing to do. Throws Failure if that does not come.
void awaitRest(SessionPool &pool, const ServerProcesses &server);

} // namespace loadgen
