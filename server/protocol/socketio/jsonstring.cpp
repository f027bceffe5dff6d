#include "protocol/socketio/jsonwriter.h"

namespace protocol::socketio {

namespace {

constexpr qsizetype MaxBytesPerUnit = 6; // \uXXXX

constexpr bool isPlain(char16_t unit) noexcept
{
    return unit >= 0x20 && unit < 0x80 && unit != u'"' && unit != u'\\';
}

/// Copies the plain ASCII in front of [at, end) and returns how many code units that were.
qsizetype copyPlain(char *&cursor, const char16_t *at, const char16_t *end) noexcept
{
    const char16_t *start = at;
    while (at != end && isPlain(*at))
        *cursor++ = char(*at++);
    return at - start;
}

char *writeUnicodeEscape(char *cursor, char16_t unit) noexcept
{
    constexpr char Digits[] = "0123456789abcdef";
    *cursor++ = '\\';
    *cursor++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *cursor++ = Digits[(unit >> shift) & 0xf];
    return cursor;
}

/// Writes a code unit below 0x80 that JSON cannot hold as it is.
char *writeEscape(char *cursor, char16_t unit) noexcept
{
    char letter = 0;
    switch (unit) {
    case u'"':
    case u'\\':
        letter = char(unit);
        break;
    case u'\b':
        letter = 'b';
        break;
    case u'\f':
        letter = 'f';
        break;
    case u'\n':
        letter = 'n';
        break;
    case u'\r':
        letter = 'r';
        break;
    case u'\t':
        letter = 't';
        break;
    default:
        return writeUnicodeEscape(cursor, unit);
    }
    *cursor++ = '\\';
    *cursor++ = letter;
    return cursor;
}

/// Writes a code point from 0x80 on in UTF-8.
char *writeUtf8(char *cursor, char32_t point) noexcept
{
    const auto continuation = [point](int shift) { return char(0x80 | ((point >> shift) & 0x3f)); };
    if (point < 0x800) {
        *cursor++ = char(0xc0 | (point >> 6));
    } else if (point < 0x10000) {
        *cursor++ = char(0xe0 | (point >> 12));
        *cursor++ = continuation(6);
    } else {
        *cursor++ = char(0xf0 | (point >> 18));
        *cursor++ = continuation(12);
        *cursor++ = continuation(6);
    }
    *cursor++ = continuation(0);
    return cursor;
}

/// Writes the code point at `at`, of one or two units, and moves `at` behind it.
char *writeSpecial(char *cursor, const char16_t *&at, const char16_t *end) noexcept
{
    const char16_t unit = *at++;
    if (unit < 0x80)
        return writeEscape(cursor, unit);
    if (!QChar::isSurrogate(unit))
        return writeUtf8(cursor, unit);
    if (QChar::isHighSurrogate(unit) && at != end && QChar::isLowSurrogate(*at))
        return writeUtf8(cursor, QChar::surrogateToUcs4(unit, *at++));
    return writeUnicodeEscape(cursor, unit);
}

} // namespace

void appendJsonString(QByteArray &out, QStringView text)
{
    const qsizetype start = out.size();
    out.resize(start + 2 + text.size());
    char *cursor = out.data() + start;
    const char16_t *at = text.utf16();
    const char16_t *end = at + text.size();

    *cursor++ = '"';
    at += copyPlain(cursor, at, end);
    if (at != end) {
        const qsizetype written = cursor - out.constData();
        out.resize(written + (end - at) * MaxBytesPerUnit + 1);
        cursor = out.data() + written;
        while (at != end) {
            cursor = writeSpecial(cursor, at, end);
            at += copyPlain(cursor, at, end);
        }
    }
    *cursor++ = '"';
    out.resize(cursor - out.constData());
}

} // namespace protocol::socketio
