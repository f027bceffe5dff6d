#include "chat/rules/emoji.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>

namespace chat {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// What can be shown as a picture, in order. Wider than the current Unicode so that tomorrow's emoji fit as well.
constexpr std::array pictures{
    Range{0x00A9, 0x00A9},   Range{0x00AE, 0x00AE},   Range{0x203C, 0x203C},   Range{0x2049, 0x2049},
    Range{0x2122, 0x2122},   Range{0x2139, 0x2139},   Range{0x2194, 0x2199},   Range{0x21A9, 0x21AA},
    Range{0x231A, 0x231B},   Range{0x2328, 0x2328},   Range{0x2388, 0x2388},   Range{0x23CF, 0x23CF},
    Range{0x23E9, 0x23F3},   Range{0x23F8, 0x23FA},   Range{0x24C2, 0x24C2},   Range{0x25AA, 0x25AB},
    Range{0x25B6, 0x25B6},   Range{0x25C0, 0x25C0},   Range{0x25FB, 0x25FE},   Range{0x2600, 0x2767},
    Range{0x2795, 0x2797},   Range{0x27A1, 0x27A1},   Range{0x27B0, 0x27B0},   Range{0x27BF, 0x27BF},
    Range{0x2934, 0x2935},   Range{0x2B05, 0x2B07},   Range{0x2B1B, 0x2B1C},   Range{0x2B50, 0x2B50},
    Range{0x2B55, 0x2B55},   Range{0x3030, 0x3030},   Range{0x303D, 0x303D},   Range{0x3297, 0x3297},
    Range{0x3299, 0x3299},   Range{0x1F000, 0x1F0FF}, Range{0x1F10D, 0x1F10F}, Range{0x1F12F, 0x1F12F},
    Range{0x1F16C, 0x1F171}, Range{0x1F17E, 0x1F17F}, Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A},
    Range{0x1F201, 0x1F20F}, Range{0x1F21A, 0x1F21A}, Range{0x1F22F, 0x1F22F}, Range{0x1F232, 0x1F23A},
    Range{0x1F23C, 0x1F23F}, Range{0x1F249, 0x1F3FA}, Range{0x1F400, 0x1FAFF}, Range{0x1FC00, 0x1FFFD},
};

constexpr char32_t joiner = 0x200D;
constexpr char32_t pictureSelector = 0xFE0F;
constexpr char32_t keycap = 0x20E3;

bool isPicture(char32_t character)
{
    const auto after = std::upper_bound(pictures.begin(), pictures.end(), character,
                                        [](char32_t value, const Range &range) { return value < range.first; });
    return after != pictures.begin() && character <= std::prev(after)->last;
}

bool isSkinTone(char32_t character)
{
    return character >= 0x1F3FB && character <= 0x1F3FF;
}

bool isRegionalIndicator(char32_t character)
{
    return character >= 0x1F1E6 && character <= 0x1F1FF;
}

bool isTag(char32_t character)
{
    return character >= 0xE0020 && character <= 0xE007F;
}

bool isKeycapBase(char32_t character)
{
    return (character >= U'0' && character <= U'9') || character == U'#' || character == U'*';
}

/// Reads one emoji from the front of a list of characters.
class EmojiReader
{
public:
    explicit EmojiReader(const QList<uint> &characters) : m_characters(characters) {}

    bool isExactlyOne()
    {
        if (isKeycapBase(peek()))
            return readKeycap() && isAtEnd();
        if (isRegionalIndicator(peek()))
            return m_characters.size() == 2 && isRegionalIndicator(m_characters[1]);
        while (readPicture()) {
            if (isAtEnd())
                return true;
            if (!take(joiner))
                return false;
        }
        return false;
    }

private:
    bool isAtEnd() const { return m_next == m_characters.size(); }
    char32_t peek() const { return isAtEnd() ? 0 : m_characters[m_next]; }
    bool take(char32_t character)
    {
        if (peek() != character || isAtEnd())
            return false;
        ++m_next;
        return true;
    }

    bool readKeycap()
    {
        ++m_next;
        take(pictureSelector);
        return take(keycap);
    }

    bool readPicture()
    {
        if (!isPicture(peek()) && !isSkinTone(peek()))
            return false;
        ++m_next;
        if (isSkinTone(peek()))
            ++m_next;
        take(pictureSelector);
        while (isTag(peek()))
            ++m_next;
        return true;
    }

    const QList<uint> &m_characters;
    qsizetype m_next = 0;
};

bool isShortcode(QStringView text)
{
    if (text.size() < 3 || text.front() != QLatin1Char(':') || text.back() != QLatin1Char(':'))
        return false;
    const QStringView name = text.sliced(1, text.size() - 2);
    return std::all_of(name.begin(), name.end(), [](QChar unit) {
        const char16_t code = unit.unicode();
        return (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9') || code == u'_' || code == u'+'
            || code == u'-';
    });
}

} // namespace

bool isEmoji(QStringView text)
{
    return isShortcode(text) || EmojiReader(text.toUcs4()).isExactlyOne();
}

} // namespace chat
