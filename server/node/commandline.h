#pragma once

#include "node/assignment.h"

namespace node {

/// What somebody typed after `confabd`.
/// Thread: any (a value type).
struct CommandLine
{
    enum class Command { Serve, Backup, Check, Restore, Help, Version };

    Command command = Command::Serve;
    QString file; ///< of backup and restore
    QString configFile; ///< of --config; empty: none named
    std::vector<Assignment> assignments;
};

/// @p arguments without the program's own name. BadConfiguration says what cannot be understood.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace node
