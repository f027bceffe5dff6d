#pragma once

#include "random.h"
#include "seed/population.h"
#include "seed/seedoptions.h"
#include "seed/zipfwords.h"

#include "chat/ports/records.h"

#include <deque>
#include <vector>

namespace seed {

/// What happens in the rooms of a population, one event after the other: they are made and joined, then people write,
/// reply, edit and react. The same options give the same events.
/// Thread: one.
class Chatter
{
public:
    /// The population and the words must outlive it.
    Chatter(const SeedOptions &options, const Population &population, const ZipfWords &words);

    /// Users, their tokens, rooms and members.
    [[nodiscard]] std::vector<chat::Operation> beginning();
    /// The next message, and what people do with recent ones after it. Empty once all messages have been written.
    [[nodiscard]] std::vector<chat::Operation> next();
    /// How far everybody has read in the end.
    [[nodiscard]] std::vector<chat::Operation> ending();

private:
    struct Recent
    {
        qint64 seq = 0;
        std::size_t author = 0; ///< place among the room's members
        std::size_t reactions = 0;
    };
    struct Log
    {
        qint64 seq = 0; ///< of the latest event
        std::deque<Recent> recent;
    };

    [[nodiscard]] std::size_t roomOfNext();
    [[nodiscard]] chat::Operation message(std::size_t room);
    [[nodiscard]] chat::Operation edit(std::size_t room);
    [[nodiscard]] chat::Operation reaction(std::size_t room, Recent &recent);
    /// An event by the member at a place of the room.
    [[nodiscard]] protocol::chat::RoomEvent event(std::size_t room, protocol::chat::RoomEventType type,
                                                  std::size_t member);
    [[nodiscard]] Recent &anyRecent(std::size_t room);
    [[nodiscard]] const QString &memberId(std::size_t room, std::size_t member) const;

    const SeedOptions m_options;
    const Population &m_population;
    const ZipfWords &m_words;
    loadgen::Random m_random;
    std::vector<Log> m_logs; ///< by room
    qint64 m_now;
    int m_written = 0;
    int m_writtenInGeneral = 0;
};

} // namespace seed
