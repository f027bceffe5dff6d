#include "chat/rules/lookalikes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chat {

namespace {

using Pair = std::pair<char32_t, char32_t>;

// Case is folded before this is looked at, so a letter whose small form looks like one letter and whose capital form
// looks like another can stand for one of them only. Sorted by the first of each pair.
// clang-format off
constexpr auto pairs = std::to_array<Pair>({
    {0x0030, U'o'}, {0x0031, U'l'}, {0x0060, U'\''}, {0x0069, U'l'}, {0x007C, U'l'}, {0x00B4, U'\''},
    {0x00F0, U'd'}, {0x00F8, U'o'}, {0x0111, U'd'}, {0x0127, U'h'}, {0x0131, U'l'}, {0x0142, U'l'},
    {0x0167, U't'}, {0x01A8, U's'}, {0x0251, U'a'}, {0x0261, U'g'}, {0x0269, U'l'}, {0x028B, U'v'},
    {0x02B9, U'\''}, {0x02BC, U'\''}, {0x03B1, U'a'}, {0x03B2, U'b'}, {0x03B3, U'y'}, {0x03B5, U'e'},
    {0x03B6, U'z'}, {0x03B7, U'h'}, {0x03B9, U'l'}, {0x03BA, U'k'}, {0x03BC, U'm'}, {0x03BD, U'v'},
    {0x03BF, U'o'}, {0x03C0, U'\u043f'}, {0x03C1, U'p'}, {0x03C3, U'o'}, {0x03C4, U't'}, {0x03C5, U'u'},
    {0x03C6, U'\u0444'}, {0x03C7, U'x'}, {0x03C9, U'w'}, {0x0430, U'a'}, {0x0432, U'b'}, {0x0433, U'r'},
    {0x0435, U'e'}, {0x043A, U'k'}, {0x043C, U'm'}, {0x043D, U'h'}, {0x043E, U'o'}, {0x0440, U'p'},
    {0x0441, U'c'}, {0x0442, U't'}, {0x0443, U'y'}, {0x0445, U'x'}, {0x044C, U'b'}, {0x0455, U's'},
    {0x0456, U'l'}, {0x0458, U'j'}, {0x0461, U'w'}, {0x0475, U'v'}, {0x04AF, U'y'}, {0x04BB, U'h'},
    {0x04CF, U'l'}, {0x0501, U'd'}, {0x051B, U'q'}, {0x051D, U'w'}, {0x0566, U'q'}, {0x0570, U'h'},
    {0x0575, U'j'}, {0x0578, U'n'}, {0x057D, U'u'}, {0x0581, U'g'}, {0x0585, U'o'}, {0x13A0, U'd'},
    {0x13A1, U'r'}, {0x13A2, U't'}, {0x13A5, U'l'}, {0x13A9, U'y'}, {0x13AA, U'a'}, {0x13AB, U'j'},
    {0x13AC, U'e'}, {0x13B3, U'w'}, {0x13B7, U'm'}, {0x13BB, U'h'}, {0x13BD, U'y'}, {0x13C0, U'g'},
    {0x13C3, U'z'}, {0x13CF, U'b'}, {0x13D2, U'r'}, {0x13D4, U'w'}, {0x13D5, U's'}, {0x13D9, U'v'},
    {0x13DA, U's'}, {0x13DE, U'l'}, {0x13DF, U'c'}, {0x13E2, U'p'}, {0x13E6, U'k'}, {0x13E7, U'd'},
    {0x13F3, U'g'}, {0x13F4, U'b'}, {0x2010, U'-'}, {0x2011, U'-'}, {0x2012, U'-'}, {0x2013, U'-'},
    {0x2014, U'-'}, {0x2015, U'-'}, {0x2018, U'\''}, {0x2019, U'\''}, {0x2212, U'-'}, {0x3007, U'o'},
});
// clang-format on
static_assert(std::is_sorted(pairs.begin(), pairs.end()));

} // namespace

char32_t lookalikeOf(char32_t character) noexcept
{
    const auto it = std::lower_bound(pairs.begin(), pairs.end(), character,
                                     [](const Pair &pair, char32_t wanted) { return pair.first < wanted; });
    return it != pairs.end() && it->first == character ? it->second : character;
}

} // namespace chat
