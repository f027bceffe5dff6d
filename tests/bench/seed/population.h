#pragma once

#include "seed/seedoptions.h"

#include <QString>

#include <vector>

namespace seed {

struct Person
{
    QString id;
    QString name;
    QString token; ///< of the one device they have
};

struct SeededRoom
{
    QString id;
    QString name;
    std::vector<int> members; ///< places in Population::people
};

/// Who is in the chat and in which rooms: everybody in General, the first person in every room, the others in about
/// twenty, of which the first ones are the largest.
struct Population
{
    std::vector<Person> people;
    std::vector<SeededRoom> rooms; ///< General first
};

/// The same options give the same population.
[[nodiscard]] Population populationFor(const SeedOptions &options);

} // namespace seed
