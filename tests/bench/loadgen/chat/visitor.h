#pragma once

#include "chat/people.h"
#include "options.h"
#include "serverprocesses.h"
#include "sessionpool.h"

#include <cstdint>
#include <string>

namespace loadgen {

/// The first of the seeded people, connected to a server that is at rest: who asks for what is stored.
class Visitor
{
public:
    /// Throws Failure if the server does not know them.
    explicit Visitor(const Options &options);

    struct Room
    {
        std::string id;
        std::uint64_t seq = 0; ///< of its latest event
    };
    /// The room with the longest log among those of `welcome`.
    [[nodiscard]] Room largestRoom() const;
    [[nodiscard]] std::uint64_t rooms() const;

    /// Asks, waits and returns the answer.
    [[nodiscard]] std::string request(std::string event, std::string value);
    [[nodiscard]] const std::string &welcome() const { return m_people.welcome(0); }
    /// Leaves and comes in again.
    void comeBack();

private:
    ServerProcesses m_server;
    SessionPool m_pool;
    People m_people;
};

} // namespace loadgen
