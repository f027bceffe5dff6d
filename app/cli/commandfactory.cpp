#include "cli/commandfactory.h"

#include "cli/historycommand.h"
#include "cli/joincommand.h"
#include "cli/roomscommand.h"
#include "cli/searchcommand.h"
#include "cli/sendcommand.h"
#include "cli/tailcommand.h"

namespace cli {

std::unique_ptr<Command> makeCommand(const Options &options, Output &output)
{
    switch (options.command) {
    case CommandKind::Join:
        return std::make_unique<JoinCommand>(options, output);
    case CommandKind::Send:
        return std::make_unique<SendCommand>(options, output);
    case CommandKind::Tail:
        return std::make_unique<TailCommand>(options, output);
    case CommandKind::History:
        return std::make_unique<HistoryCommand>(options, output);
    case CommandKind::Search:
        return std::make_unique<SearchCommand>(options, output);
    case CommandKind::Rooms:
        return std::make_unique<RoomsCommand>(options, output);
    }
    Q_UNREACHABLE();
}

} // namespace cli
