#pragma once

#include "cli/command.h"

#include <memory>

namespace cli {

/// The command that the options ask for. @p output outlives it.
[[nodiscard]] std::unique_ptr<Command> makeCommand(const Options &options, Output &output);

} // namespace cli
