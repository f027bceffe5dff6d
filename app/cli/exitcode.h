#pragma once

namespace cli {

/// What the program returns. Scripts rely on the numbers; `--help` lists them.
enum class ExitCode {
    Done = 0,
    Refused = 1, ///< the server said no
    WrongUsage = 2,
    NoConnection = 3, ///< the server cannot be reached, or did not answer in time
};

} // namespace cli
