#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loadgen {

// Reading JSON in place: a value is the text it is written as, without blanks around it. Each function throws Failure
// for text that is not what it needs.

/// The value of an object's member; empty if there is none.
[[nodiscard]] std::string_view jsonMember(std::string_view object, std::string_view name);
/// The values of an array.
[[nodiscard]] std::vector<std::string_view> jsonElements(std::string_view array);
/// Names and values of an object's members, in turn.
[[nodiscard]] std::vector<std::string_view> jsonMembers(std::string_view object);
/// The characters of a string, escapes as they are written.
[[nodiscard]] std::string_view jsonString(std::string_view value);
/// A whole number.
[[nodiscard]] std::uint64_t jsonNumber(std::string_view value);

/// `text` as a JSON string; it holds printable ASCII characters only.
[[nodiscard]] std::string jsonQuoted(std::string_view text);

} // namespace loadgen
