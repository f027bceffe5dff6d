#include "chat/rules/line.h"

#include "chat/rules/text.h"

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

namespace {

/// Embeddings, overrides and isolates would also turn around what is shown after the text.
bool turnsDirection(QChar unit)
{
    const ushort code = unit.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool isForbidden(QChar unit)
{
    const QChar::Category category = unit.category();
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph || turnsDirection(unit);
}

} // namespace

protocol::chat::Result<QString> checkedLine(const QString &text, int maxCharacters, const QString &field)
{
    const QString line = text.trimmed().normalized(QString::NormalizationForm_C);
    if (characterCount(line) > maxCharacters)
        return refusal(ErrorCode::TooLong, QStringLiteral("At most %1 characters.").arg(maxCharacters), field);
    if (!isWellFormed(line) || std::any_of(line.begin(), line.end(), isForbidden)) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("It may hold no line breaks and no control characters."),
                       field);
    }
    return line;
}

} // namespace chat
