#include "protocol/engineio/utf8.h"

#include <cstdint>
#include <cstring>

namespace protocol::engineio {

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

/// The length of the well-formed sequence of two to four bytes at `at`, or 0. The ranges of the second byte are those
/// of table 3-7 of the Unicode standard; they exclude overlong forms, surrogates and code points above U+10FFFF.
int sequenceLength(const Byte *at, const Byte *end) noexcept
{
    const auto available = end - at;
    const Byte lead = at[0];

    if (lead >= 0xc2 && lead <= 0xdf)
        return available >= 2 && isContinuation(at[1]) ? 2 : 0;

    if (lead >= 0xe0 && lead <= 0xef) {
        const Byte lowest = lead == 0xe0 ? 0xa0 : 0x80;
        const Byte highest = lead == 0xed ? 0x9f : 0xbf;
        const bool isWellFormed = available >= 3 && at[1] >= lowest && at[1] <= highest && isContinuation(at[2]);
        return isWellFormed ? 3 : 0;
    }

    if (lead >= 0xf0 && lead <= 0xf4) {
        const Byte lowest = lead == 0xf0 ? 0x90 : 0x80;
        const Byte highest = lead == 0xf4 ? 0x8f : 0xbf;
        const bool isWellFormed
            = available >= 4 && at[1] >= lowest && at[1] <= highest && isContinuation(at[2]) && isContinuation(at[3]);
        return isWellFormed ? 4 : 0;
    }
    return 0;
}

} // namespace

bool isValidUtf8(QByteArrayView bytes) noexcept
{
    const auto *at = reinterpret_cast<const Byte *>(bytes.begin());
    const auto *end = reinterpret_cast<const Byte *>(bytes.end());
    while ((at = skipAscii(at, end)) != end) {
        const int length = sequenceLength(at, end);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

} // namespace protocol::engineio
