#include "session/cleanline.h"

#include <QList>

namespace session {

namespace {

constexpr char32_t zeroWidthJoiner = 0x200D;
constexpr char32_t emojiSelector = 0xFE0F;
constexpr qsizetype mostUnitsPerCharacter = 8; ///< of what is looked at, for each that may stay

bool isOfEmoji(const QList<uint> &characters, qsizetype i)
{
    if (i < 0 || i >= characters.size())
        return false;
    const QChar::Category category = QChar::category(characters[i]);
    return category == QChar::Symbol_Other || category == QChar::Symbol_Modifier || characters[i] == emojiSelector;
}

bool isUnseen(const QList<uint> &characters, qsizetype i)
{
    if (characters[i] == zeroWidthJoiner)
        return !isOfEmoji(characters, i - 1) || !isOfEmoji(characters, i + 1);
    const QChar::Category category = QChar::category(characters[i]);
    return category == QChar::Other_Format || category == QChar::Other_Surrogate;
}

bool breaksLine(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

} // namespace

QString cleanLine(const QString &text, int mostCharacters)
{
    const QList<uint> characters = text.left(mostCharacters * mostUnitsPerCharacter).toUcs4();
    QList<char32_t> line;
    for (qsizetype i = 0; i < characters.size() && line.size() < mostCharacters; ++i) {
        if (!isUnseen(characters, i))
            line.append(breaksLine(characters[i]) ? U' ' : char32_t(characters[i]));
    }
    return QString::fromUcs4(line.constData(), line.size());
}

} // namespace session
