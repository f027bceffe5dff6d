#include "cli/terminaltext.h"

namespace cli {

namespace {

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/// Marks that turn the direction of writing, and separators that some terminals break lines at.
bool isFormatting(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)
        || c == 0xfeff;
}

QChar visible(char16_t c)
{
    if (c < 0x20)
        return QChar(char16_t(0x2400 + c)); // the picture of the control character
    if (c == 0x7f)
        return QChar(0x2421);
    return QChar(QChar::ReplacementCharacter);
}

} // namespace

QString harmless(const QString &text, const QString &indent)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'\n')
            result += u'\n' + indent;
        else if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
            continue;
        else if (c == u'\t')
            result += u' ';
        else
            result += isControl(c) || isFormatting(c) ? visible(c) : text[i];
    }
    return result;
}

QString harmlessLine(const QString &text)
{
    return harmless(text, {}).replace(u'\n', visible(u'\n'));
}

QByteArray harmlessJson(const QByteArray &json)
{
    QString result;
    for (const QChar c : QString::fromUtf8(json)) {
        if (isControl(c.unicode()) || isFormatting(c.unicode()))
            result += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result.toUtf8();
}

} // namespace cli
