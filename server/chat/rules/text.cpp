#include "chat/rules/text.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

namespace {

/// The UTF-16 units of @p text that begin a character.
bool beginsCharacter(QChar unit)
{
    return !unit.isLowSurrogate();
}

bool isVisible(char32_t character)
{
    switch (character) {
    case 0x115F: // fillers, which count as letters but show nothing
    case 0x1160:
    case 0x2800:
    case 0x3164:
    case 0xFFA0:
        return false;
    default:
        break;
    }
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

qsizetype utf8Bytes(QStringView text)
{
    qsizetype bytes = 0;
    for (const QChar unit : text)
        bytes += unit.unicode() < 0x80 ? 1 : unit.unicode() < 0x800 || unit.isSurrogate() ? 2 : 3;
    return bytes;
}

} // namespace

bool isWellFormed(QStringView text) noexcept
{
    for (auto it = text.begin(); it != text.end(); ++it) {
        if (it->isNull() || it->isLowSurrogate())
            return false;
        if (it->isHighSurrogate() && (++it == text.end() || !it->isLowSurrogate()))
            return false;
    }
    return true;
}

bool isVisible(QStringView text) noexcept
{
    for (auto it = text.begin(); it != text.end(); ++it) {
        const bool isPair = it->isHighSurrogate() && it + 1 != text.end();
        const char32_t character = isPair ? QChar::surrogateToUcs4(*it, *(it + 1)) : it->unicode();
        if (isVisible(character))
            return true;
        if (isPair)
            ++it;
    }
    return false;
}

qsizetype characterCount(QStringView text) noexcept
{
    return std::count_if(text.begin(), text.end(), beginsCharacter);
}

protocol::chat::Result<std::monostate> checkText(QStringView text, int maxCharacters)
{
    if (text.size() > maxCharacters && characterCount(text) > maxCharacters) {
        return refusal(ErrorCode::TooLong, QStringLiteral("A message has %1 characters at most.").arg(maxCharacters),
                       QStringLiteral("text"));
    }
    if (!isWellFormed(text))
        return refusal(ErrorCode::BadRequest, QStringLiteral("The text is not valid Unicode."), QStringLiteral("text"));
    if (!isVisible(text))
        return refusal(ErrorCode::BadRequest, QStringLiteral("The message is empty."), QStringLiteral("text"));
    return std::monostate();
}

protocol::chat::Result<std::monostate> checkNonce(QStringView nonce, int maxBytes)
{
    if (nonce.isEmpty() || !isWellFormed(nonce)) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("Every message needs a nonce chosen by its sender."),
                       QStringLiteral("nonce"));
    }
    if (utf8Bytes(nonce) > maxBytes) {
        return refusal(ErrorCode::TooLong, QStringLiteral("A nonce has %1 bytes at most.").arg(maxBytes),
                       QStringLiteral("nonce"));
    }
    return std::monostate();
}

} // namespace chat
