#include "options.h"

#include "failure.h"
#include "messageboard.h"

#include <charconv>
#include <functional>
#include <limits>
#include <map>
#include <string_view>

namespace loadgen {

namespace {

std::uint32_t wholeNumber(std::string_view name, std::string_view text, std::uint32_t low, std::uint32_t high)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high)
        throw Failure(std::string(name) + " needs a whole number from " + std::to_string(low) + " to "
                      + std::to_string(high));
    return value;
}

std::chrono::milliseconds seconds(std::string_view name, std::string_view text)
{
    return std::chrono::seconds(wholeNumber(name, text, 0, 3600));
}

Waiting waitingNamed(std::string_view text)
{
    if (text == "busy")
        return Waiting::Busy;
    if (text == "asleep")
        return Waiting::Asleep;
    throw Failure("--waiting is busy or asleep");
}

Order orderNamed(std::string_view text)
{
    if (text == "strict")
        return Order::Strict;
    if (text == "any")
        return Order::Any;
    throw Failure("--order is strict or any");
}

using Setter = std::function<void(Options &, std::string_view name, std::string_view text)>;

Setter count(std::uint32_t Options::*member, std::uint32_t low, std::uint32_t high)
{
    return [=](Options &options, std::string_view name, std::string_view text) {
        options.*member = wholeNumber(name, text, low, high);
    };
}

Setter duration(std::chrono::milliseconds Options::*member)
{
    return
        [=](Options &options, std::string_view name, std::string_view text) { options.*member = seconds(name, text); };
}

const std::map<std::string_view, Setter> &setters()
{
    static const std::map<std::string_view, Setter> table{
        {"--port",
         [](Options &o, std::string_view n, std::string_view t) {
             o.port = static_cast<std::uint16_t>(wholeNumber(n, t, 1, 65535));
         }},
        {"--pid",
         [](Options &o, std::string_view n, std::string_view t) {
             o.pids.push_back(static_cast<pid_t>(wholeNumber(n, t, 1, 1U << 30U)));
         }},
        {"--case", [](Options &o, std::string_view, std::string_view t) { o.caseName = t; }},
        {"--waiting", [](Options &o, std::string_view, std::string_view t) { o.waiting = waitingNamed(t); }},
        {"--order", [](Options &o, std::string_view, std::string_view t) { o.order = orderNamed(t); }},
        {"--people", [](Options &o, std::string_view, std::string_view t) { o.people = t; }},
        {"--words", [](Options &o, std::string_view, std::string_view t) { o.words = t; }},
        {"--requests", count(&Options::requests, 1, 1000000)},
        {"--events", count(&Options::events, 1, 1000000)},
        {"--sessions", count(&Options::sessions, 1, 60000)},
        {"--rooms", count(&Options::rooms, 1, 60000)},
        {"--in-flight", count(&Options::inFlight, 1, 64)},
        {"--rate", count(&Options::rate, 1, 100000)},
        {"--text-bytes", count(&Options::textBytes, MessageBoard::IdDigits, 16000)},
        {"--handshakes", count(&Options::handshakes, 1, 1000)},
        {"--warmup-sessions", count(&Options::warmupSessions, 0, 60000)},
        {"--seconds", duration(&Options::measured)},
        {"--warmup-seconds", duration(&Options::warmup)},
        {"--settle-seconds", duration(&Options::settle)},
        {"--deadline-seconds", duration(&Options::deadline)},
        {"--ping-interval-ms", [](Options &o, std::string_view n, std::string_view t) {
             o.pingInterval = std::chrono::milliseconds(wholeNumber(n, t, 1, 3600000));
         }}};
    return table;
}

} // namespace

Options readOptions(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; i += 2) {
        const std::string_view name = argv[i];
        const auto setter = setters().find(name);
        if (setter == setters().end())
            throw Failure("there is no option " + std::string(name));
        if (i + 1 == argc)
            throw Failure(std::string(name) + " needs a value");
        setter->second(options, name, argv[i + 1]);
    }
    if (options.port == 0 || options.pids.empty() || options.caseName.empty())
        throw Failure("--port, --pid and --case are needed");
    return options;
}

const char *usage()
{
    return "bench-loadgen --port N --pid PID [--pid PID …] --case CASE [options]\n"
           "  CASE: broadcast connect memory heartbeat rate, or of the chat: chat-broadcast chat-rate chat-writers\n"
           "        history search sync join resident\n"
           "  --waiting busy|asleep  --sessions N  --rooms N  --in-flight N  --rate N  --text-bytes N\n"
           "  --handshakes N  --warmup-sessions N  --seconds N  --warmup-seconds N  --settle-seconds N\n"
           "  --ping-interval-ms N  --deadline-seconds N\n"
           "  --order strict|any  --requests N  --events N  --people FILE  --words FILE\n"
           "Prints one JSON object; ends with 1 if a delivery or a session was lost, 2 for a wrong command line.\n";
}

} // namespace loadgen
