#include "messagetext.h"

#include "messageboard.h"

#include <charconv>

namespace loadgen {

namespace {

constexpr std::string_view Sentence = "See you at noon in the small room on the second floor, and bring the plans. ";

} // namespace

std::string messageText(std::uint32_t bytes)
{
    std::string text(MessageBoard::IdDigits, '0');
    while (text.size() < bytes)
        text += Sentence.substr(0, bytes - text.size());
    return text;
}

void writeMessageNumber(std::uint32_t number, char *digits)
{
    for (std::uint32_t i = MessageBoard::IdDigits; i-- > 0; number >>= 4U)
        digits[i] = "0123456789abcdef"[number & 0xfU];
}

std::optional<std::uint32_t> readMessageNumber(std::string_view text)
{
    const std::string_view digits = text.substr(0, MessageBoard::IdDigits);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.size() != MessageBoard::IdDigits)
        return std::nullopt;
    return number;
}

} // namespace loadgen
