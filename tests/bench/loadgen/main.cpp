#include "clientsocket.h"
#include "failure.h"
#include "options.h"
#include "scenarios.h"

#include <cstdio>
#include <map>
#include <string_view>

namespace {

using Scenario = loadgen::JsonObject (*)(const loadgen::Options &);

constexpr int Lost = 1;
constexpr int WrongCommandLine = 2;

Scenario scenarioNamed(std::string_view name)
{
    static const std::map<std::string_view, Scenario> scenarios{
        {"broadcast", loadgen::runBroadcast}, {"connect", loadgen::runConnect},
        {"memory", loadgen::runMemory},       {"heartbeat", loadgen::runHeartbeat},
        {"rate", loadgen::runRate},           {"chat-broadcast", loadgen::runChatBroadcast},
        {"chat-rate", loadgen::runChatRate},  {"chat-writers", loadgen::runChatWriters},
        {"history", loadgen::runHistory},     {"search", loadgen::runSearch},
        {"sync", loadgen::runSync},           {"join", loadgen::runJoin},
        {"resident", loadgen::runResident}};
    const auto found = scenarios.find(name);
    if (found == scenarios.end())
        throw loadgen::Failure("there is no case " + std::string(name));
    return found->second;
}

int run(const loadgen::Options &options, Scenario scenario)
{
    try {
        loadgen::raiseOpenFileLimit();
        std::printf("%s\n", scenario(options).text().c_str());
        return 0;
    } catch (const loadgen::Failure &failure) {
        std::printf("%s\n", loadgen::JsonObject().add("error", std::string_view(failure.what())).text().c_str());
        return Lost;
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::fputs(loadgen::usage(), stdout);
        return 0;
    }
    try {
        const loadgen::Options options = loadgen::readOptions(argc, argv);
        return run(options, scenarioNamed(options.caseName));
    } catch (const loadgen::Failure &failure) {
        std::fprintf(stderr, "bench-loadgen: %s\n%s", failure.what(), loadgen::usage());
        return WrongCommandLine;
    }
}
