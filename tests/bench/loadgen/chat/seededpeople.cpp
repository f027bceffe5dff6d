#include "chat/seededpeople.h"

#include "chat/json.h"
#include "failure.h"

#include <fstream>
#include <utility>

namespace loadgen {

std::vector<SeededPerson> readSeededPeople(const std::string &file, std::uint32_t count)
{
    std::vector<SeededPerson> people;
    for (const std::string &line : readLines(file)) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos)
            throw Failure(file + " has a line without a tab");
        people.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    if (people.size() < count)
        throw Failure(file + " names fewer people than needed");
    return people;
}

std::vector<std::string> readLines(const std::string &file)
{
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    if (lines.empty())
        throw Failure("'" + file + "' cannot be read or is empty");
    return lines;
}

std::function<std::string(std::uint32_t)> authAs(std::vector<SeededPerson> people)
{
    return [people = std::move(people)](std::uint32_t index) {
        const SeededPerson &person = people.at(index);
        return R"({"name":)" + jsonQuoted(person.name) + R"(,"token":)" + jsonQuoted(person.token) + '}';
    };
}

} // namespace loadgen
