#pragma once

#include <QtGlobal>

namespace node {

/// What it takes to check one password by Argon2id, and how many may be waiting for it.
/// Thread: any (a value type).
struct PasswordCost
{
    int threads = 2; ///< passwords looked at at the same time
    int maxWaiting = 200; ///< beyond it people are asked to try again
    qint64 memoryBytes = 32 * 1024 * 1024; ///< of each thread while it works
    int passes = 3; ///< over that memory
};

} // namespace node
