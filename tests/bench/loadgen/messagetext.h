#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loadgen {

// The text of a message: its number on the MessageBoard in MessageBoard::IdDigits hexadecimal digits, then a sentence.

/// A text of `bytes` bytes, the digits being zeros.
[[nodiscard]] std::string messageText(std::uint32_t bytes);
/// Fills in the digits.
void writeMessageNumber(std::uint32_t number, char *digits);
/// Nothing when the text does not start with such digits.
[[nodiscard]] std::optional<std::uint32_t> readMessageNumber(std::string_view text);

} // namespace loadgen
