#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace loadgen {

/// Somebody whom the server knows already, as `chat-seed` wrote them down: one a line, name and token with a tab
/// between. The first one is in every room.
struct SeededPerson
{
    std::string name;
    std::string token;
};

/// Throws Failure if the file holds fewer than `count`.
[[nodiscard]] std::vector<SeededPerson> readSeededPeople(const std::string &file, std::uint32_t count);

/// Lines of a file. Throws Failure if there is none.
[[nodiscard]] std::vector<std::string> readLines(const std::string &file);

/// The auth object of the person with a session's index.
[[nodiscard]] std::function<std::string(std::uint32_t)> authAs(std::vector<SeededPerson> people);

} // namespace loadgen
