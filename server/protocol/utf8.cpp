#include "protocol/utf8.h"

#include <cstdint>
#include <cstring>

namespace protocol {

namespace {

using Byte = unsigned char;

constexpr bool isContinuation(Byte byte) noexcept
{
    return (byte & 0xc0) == 0x80;
}

const Byte *skipAscii(const Byte *at, const Byte *end) noexcept
{
    constexpr std::uint64_t HighBits = 0x8080808080808080;
    while (end - at >= 8) {
        std::uint64_t word;
        std::memcpy(&word, at, sizeof word);
        if ((word & HighBits) != 0)
            break;
        at += 8;
    }
    while (at != end && *at < 0x80)
        ++at;
    return at;
}

constexpr int illFormed = 0;
constexpr int cutAtTheEnd = -1;

/// What a lead byte asks for: how many bytes, and which range the second one is in. The ranges are those of table 3-7
/// of the Unicode standard; they exclude overlong forms, surrogates and code points above U+10FFFF.
struct SequenceRule
{
    int length;
    Byte lowestSecond;
    Byte highestSecond;
};

SequenceRule ruleFor(Byte lead) noexcept
{
    if (lead >= 0xc2 && lead <= 0xdf)
        return {2, 0x80, 0xbf};
    if (lead >= 0xe0 && lead <= 0xef)
        return {3, Byte(lead == 0xe0 ? 0xa0 : 0x80), Byte(lead == 0xed ? 0x9f : 0xbf)};
    if (lead >= 0xf0 && lead <= 0xf4)
        return {4, Byte(lead == 0xf0 ? 0x90 : 0x80), Byte(lead == 0xf4 ? 0x8f : 0xbf)};
    return {illFormed, 0, 0};
}

/// The length of the well-formed sequence of two to four bytes at `at`, illFormed, or cutAtTheEnd.
int sequenceLength(const Byte *at, const Byte *end) noexcept
{
    const SequenceRule rule = ruleFor(*at);
    if (rule.length == illFormed)
        return illFormed;
    const auto available = end - at;
    if (available > 1 && (at[1] < rule.lowestSecond || at[1] > rule.highestSecond))
        return illFormed;
    for (int i = 2; i < rule.length && i < available; ++i) {
        if (!isContinuation(at[i]))
            return illFormed;
    }
    return available < rule.length ? cutAtTheEnd : rule.length;
}

} // namespace

bool isValidUtf8(QByteArrayView bytes) noexcept
{
    return wholeUtf8Bytes(bytes) == bytes.size();
}

std::optional<qsizetype> wholeUtf8Bytes(QByteArrayView bytes) noexcept
{
    const auto *begin = reinterpret_cast<const Byte *>(bytes.begin());
    const auto *end = reinterpret_cast<const Byte *>(bytes.end());
    const Byte *at = begin;
    while ((at = skipAscii(at, end)) != end) {
        const int length = sequenceLength(at, end);
        if (length == illFormed)
            return std::nullopt;
        if (length == cutAtTheEnd)
            break;
        at += length;
    }
    return at - begin;
}

} // namespace protocol
