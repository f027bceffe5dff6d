#include "seed/seedoptions.h"

#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

namespace seed {

namespace {

constexpr int WrongCommandLine = 2;

[[noreturn]] void refuse(const QString &reason)
{
    std::fprintf(stderr, "chat-seed: %s\n", qPrintable(reason));
    std::exit(WrongCommandLine);
}

int number(const QCommandLineParser &parser, const QString &name, int least, int most)
{
    bool isNumber = false;
    const int value = parser.value(name).toInt(&isNumber);
    if (!isNumber || value < least || value > most)
        refuse(QStringLiteral("--%1 is a whole number from %2 to %3").arg(name).arg(least).arg(most));
    return value;
}

QString text(const QCommandLineParser &parser, const QString &name)
{
    if (parser.value(name).isEmpty())
        refuse(QStringLiteral("--%1 is needed").arg(name));
    return parser.value(name);
}

} // namespace

SeedOptions readSeedOptions(const QStringList &arguments)
{
    const SeedOptions defaults;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Fills a data folder of confabd with a chat of the given size."));
    parser.addHelpOption();
    const auto add = [&parser](const char *name, const char *value, const char *description, const QString &preset) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(description), QString::fromLatin1(value), preset});
    };
    add("data", "DIR", "Data folder; must not exist.", {});
    add("people", "FILE", "Gets a line for each user: name, tab, token.", {});
    add("words", "FILE", "Gets the words of the messages, the most frequent one first.", {});
    add("messages", "N", "Messages in all.", QString::number(defaults.messages));
    add("largest-room", "N", "How many of them are in General.", QString::number(defaults.largestRoom));
    add("users", "N", "Users.", QString::number(defaults.users));
    add("rooms", "N", "Rooms, General included.", QString::number(defaults.rooms));
    add("seed", "N", "The same seed gives the same contents.", QString::number(defaults.seed));
    parser.process(arguments);

    SeedOptions options;
    options.dataFolder = text(parser, QStringLiteral("data"));
    options.peopleFile = text(parser, QStringLiteral("people"));
    options.wordsFile = text(parser, QStringLiteral("words"));
    options.messages = number(parser, QStringLiteral("messages"), 1, 100'000'000);
    options.largestRoom = number(parser, QStringLiteral("largest-room"), 0, options.messages);
    options.users = number(parser, QStringLiteral("users"), 2, 100'000);
    options.rooms = number(parser, QStringLiteral("rooms"), 2, 10'000);
    options.seed = std::uint64_t(number(parser, QStringLiteral("seed"), 0, 1'000'000'000));
    return options;
}

} // namespace seed
