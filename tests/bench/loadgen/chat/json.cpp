#include "chat/json.h"

#include "failure.h"

#include <algorithm>
#include <charconv>

namespace loadgen {

namespace {

constexpr std::string_view Blanks = " \t\r\n";

[[noreturn]] void failAt(std::string_view text)
{
    throw Failure("this is not the JSON expected: " + std::string(text.substr(0, 80)));
}

std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(Blanks, at), text.size());
}

/// The position behind the string that starts at `at`.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    failAt(text.substr(at));
}

/// The position behind the object or array that starts at `at`.
std::size_t endOfNested(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    std::size_t i = at;
    while (i < text.size()) {
        const char c = text[i];
        if (c == '"') {
            i = endOfString(text, i);
            continue;
        }
        ++i;
        if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return i;
    }
    failAt(text.substr(at));
}

std::size_t endOfValue(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        failAt(text);
    if (text[at] == '"')
        return endOfString(text, at);
    if (text[at] == '{' || text[at] == '[')
        return endOfNested(text, at);
    return std::min(text.find_first_of(",]} \t\r\n", at), text.size());
}

/// Goes through an array or object; `separator` stands behind each value of it but the last one.
std::vector<std::string_view> values(std::string_view text, char open, char close, std::string_view separators)
{
    if (text.empty() || text.front() != open)
        failAt(text);
    std::vector<std::string_view> found;
    std::size_t at = skipBlanks(text, 1);
    while (at < text.size() && text[at] != close) {
        const std::size_t end = endOfValue(text, at);
        found.push_back(text.substr(at, end - at));
        at = skipBlanks(text, end);
        if (at < text.size() && separators.find(text[at]) != std::string_view::npos)
            at = skipBlanks(text, at + 1);
        else if (at >= text.size() || text[at] != close)
            failAt(text.substr(std::min(at, text.size())));
    }
    return found;
}

} // namespace

std::string_view jsonMember(std::string_view object, std::string_view name)
{
    const std::vector<std::string_view> members = jsonMembers(object);
    for (std::size_t i = 0; i + 1 < members.size(); i += 2) {
        if (members[i] == name)
            return members[i + 1];
    }
    return {};
}

std::vector<std::string_view> jsonElements(std::string_view array)
{
    return values(array, '[', ']', ",");
}

std::vector<std::string_view> jsonMembers(std::string_view object)
{
    std::vector<std::string_view> members = values(object, '{', '}', ",:");
    for (std::size_t i = 0; i < members.size(); i += 2)
        members[i] = jsonString(members[i]);
    return members;
}

std::string_view jsonString(std::string_view value)
{
    if (value.size() < 2 || value.front() != '"')
        failAt(value);
    return value.substr(1, value.size() - 2);
}

std::uint64_t jsonNumber(std::string_view value)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size())
        failAt(value);
    return number;
}

std::string jsonQuoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out.push_back('\\');
        out.push_back(c);
    }
    return out + '"';
}

} // namespace loadgen
