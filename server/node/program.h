#pragma once

namespace node {

/// All of `confabd`. Returns its exit code: 0 after a clean end, 1 when something went wrong, 2 for a command line or
/// configuration that cannot be used.
/// Thread: main, before any other is started.
[[nodiscard]] int runProgram(int argc, char *argv[]);

} // namespace node
