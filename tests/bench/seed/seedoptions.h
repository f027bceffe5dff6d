#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>

namespace seed {

/// What chat-seed stores and where, as its command line says.
struct SeedOptions
{
    QString dataFolder;
    QString peopleFile; ///< gets a line for each user: name, tab, token
    QString wordsFile; ///< gets the words of the messages, the most frequent one first
    int messages = 100'000;
    int largestRoom = 50'000; ///< how many of them are in General
    int users = 1'000;
    int rooms = 200; ///< General included
    std::uint64_t seed = 1; ///< the same seed gives the same contents
};

/// Reads the command line; ends the program with a message when it makes no sense, and after `--help`.
[[nodiscard]] SeedOptions readSeedOptions(const QStringList &arguments);

} // namespace seed
