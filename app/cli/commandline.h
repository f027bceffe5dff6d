#pragma once

#include "cli/options.h"

#include "protocol/result.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace cli {

/// Why there is nothing to run: what to print, and whether it was asked for.
struct NoCommand
{
    QString text;
    bool isHelp = false;
};

/// Reads the program's arguments, the first of which is the program itself.
[[nodiscard]] protocol::Expected<Options, NoCommand> parseCommandLine(const QStringList &arguments,
                                                                      const QProcessEnvironment &environment);

} // namespace cli
