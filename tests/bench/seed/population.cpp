#include "seed/population.h"

#include "random.h"

#include "chat/settings.h"

#include <algorithm>

namespace seed {

namespace {

constexpr double RoomsPerPerson = 20;
constexpr int TokenCharacters = 43; // as many as 256 bits in base64
constexpr int IdCharacters = 16;

QString randomText(loadgen::Random &random, int length)
{
    static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    QString text;
    while (text.size() < length)
        text += QLatin1Char(alphabet[random.below(sizeof alphabet - 1)]);
    return text;
}

/// How likely somebody is in the room at this place: the n-th room is n times as small as the first, but none is left
/// almost empty.
double shareOf(int room, int rooms)
{
    double harmonic = 0;
    for (int i = 1; i < rooms; ++i)
        harmonic += 1.0 / i;
    return std::clamp(RoomsPerPerson / harmonic / room, 0.01, 0.9);
}

} // namespace

Population populationFor(const SeedOptions &options)
{
    loadgen::Random random(options.seed * 2 + 1);
    Population population;
    for (int i = 0; i < options.users; ++i)
        population.people.push_back({u'u' + randomText(random, IdCharacters), QStringLiteral("Person %1").arg(i),
                                     randomText(random, TokenCharacters)});

    population.rooms.push_back({chat::generalRoomId, QStringLiteral("General"), {}});
    for (int i = 0; i < options.users; ++i)
        population.rooms.front().members.push_back(i);
    for (int room = 1; room < options.rooms; ++room) {
        SeededRoom made{u'r' + randomText(random, IdCharacters), QStringLiteral("Room %1").arg(room), {0}};
        const double share = shareOf(room, options.rooms);
        for (int person = 1; person < options.users; ++person) {
            if (random.share() < share)
                made.members.push_back(person);
        }
        population.rooms.push_back(std::move(made));
    }
    return population;
}

} // namespace seed
