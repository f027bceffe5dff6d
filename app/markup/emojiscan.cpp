#include "markup/emojiscan.h"

#include "markup/characters.h"

#include <algorithm>
#include <array>

namespace markup {

namespace {

constexpr char32_t joiner = 0x200d;
constexpr char32_t asEmoji = 0xfe0f; // variation selector
constexpr char32_t keycap = 0x20e3;

struct Range
{
    char32_t first;
    char32_t last;
};

/// Of the first plane: what is an emoji even without a variation selector.
constexpr std::array alwaysEmoji{
    Range{0x231a, 0x231b}, Range{0x23e9, 0x23ec}, Range{0x23f0, 0x23f0}, Range{0x23f3, 0x23f3}, Range{0x25fd, 0x25fe},
    Range{0x2614, 0x2615}, Range{0x2648, 0x2653}, Range{0x267f, 0x267f}, Range{0x2693, 0x2693}, Range{0x26a1, 0x26a1},
    Range{0x26aa, 0x26ab}, Range{0x26bd, 0x26be}, Range{0x26c4, 0x26c5}, Range{0x26ce, 0x26ce}, Range{0x26d4, 0x26d4},
    Range{0x26ea, 0x26ea}, Range{0x26f2, 0x26f3}, Range{0x26f5, 0x26f5}, Range{0x26fa, 0x26fa}, Range{0x26fd, 0x26fd},
    Range{0x2705, 0x2705}, Range{0x270a, 0x270b}, Range{0x2728, 0x2728}, Range{0x274c, 0x274c}, Range{0x274e, 0x274e},
    Range{0x2753, 0x2755}, Range{0x2757, 0x2757}, Range{0x2795, 0x2797}, Range{0x27b0, 0x27b0}, Range{0x27bf, 0x27bf},
    Range{0x2b1b, 0x2b1c}, Range{0x2b50, 0x2b50}, Range{0x2b55, 0x2b55},
};

bool isPictograph(char32_t c)
{
    const auto contains = [c](const Range &range) { return c >= range.first && c <= range.last; };
    return (c >= 0x1f000 && c <= 0x1faff) || std::any_of(alwaysEmoji.begin(), alwaysEmoji.end(), contains);
}

bool isFlagLetter(char32_t c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

bool isModifier(char32_t c)
{
    return c == asEmoji || c == keycap || (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f);
}

/// What can become an emoji by a variation selector.
bool isSymbol(char32_t c)
{
    constexpr char32_t information = 0x2139; // a letter to Unicode
    return c == information || (c > 0x7f && !QChar::isLetterOrNumber(c) && !QChar::isSpace(c));
}

bool isKey(char32_t c)
{
    return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*';
}

/// Reads a text emoji by emoji.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_text(text) {}

    bool isAtEnd() const { return m_at >= m_text.size(); }

    bool takeSpace()
    {
        if (isAtEnd() || !m_text[m_at].isSpace())
            return false;
        ++m_at;
        return true;
    }

    bool takeEmoji()
    {
        if (isFlagLetter(peek()))
            return takeFlag();
        do {
            if (!takeOne())
                return false;
        } while (takeIf([](char32_t c) { return c == joiner; }));
        return true;
    }

private:
    char32_t peek() const { return isAtEnd() ? 0 : codePointAt(m_text, m_at).value; }

    template <typename Test>
    bool takeIf(Test test)
    {
        if (isAtEnd() || !test(peek()))
            return false;
        m_at += codePointAt(m_text, m_at).length;
        return true;
    }

    bool takeFlag() { return takeIf(isFlagLetter) && takeIf(isFlagLetter); }

    bool takeOne()
    {
        const char32_t base = peek();
        if (base == 0 || isModifier(base) || base == joiner) {
            // A skin tone may stand alone.
            return takeIf([](char32_t c) { return c >= 0x1f3fb && c <= 0x1f3ff; });
        }
        m_at += codePointAt(m_text, m_at).length;
        bool isEmoji = isPictograph(base);
        while (isModifier(peek())) {
            isEmoji = isEmoji || (peek() == asEmoji && isSymbol(base)) || (peek() == keycap && isKey(base));
            takeIf(isModifier);
        }
        return isEmoji;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<int> countEmojiOnly(QStringView text)
{
    int count = 0;
    Scanner scanner(text);
    while (!scanner.isAtEnd()) {
        if (scanner.takeSpace())
            continue;
        if (!scanner.takeEmoji())
            return std::nullopt;
        ++count;
    }
    return count;
}

} // namespace markup
