#include "chat/rules/name.h"

#include "chat/rules/lookalikes.h"
#include "chat/rules/text.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::Result;

namespace {

constexpr char32_t zeroWidthJoiner = 0x200D;
constexpr char32_t emojiSelector = 0xFE0F;
/// Real writing has few marks on one letter; piles of them cover the lines around.
constexpr int maxMarksInARow = 3;

auto badName(const QString &message)
{
    return refusal(ErrorCode::BadName, message, QStringLiteral("name"));
}

bool isMark(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

bool isSymbol(char32_t character)
{
    return QChar::category(character) == QChar::Symbol_Other;
}

/// Letters, marks and symbols that show nothing although their category promises it.
bool isBlank(char32_t character)
{
    static constexpr std::array<char32_t, 8> blanks{0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0};
    return std::binary_search(blanks.begin(), blanks.end(), character) || (character >= 0x180B && character <= 0x180F)
        || (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0100 && character <= 0xE01EF);
}

bool isShown(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return !isBlank(character);
    }
}

/// What joins or colours emoji belongs between symbols and nowhere else.
bool isPartOfEmoji(const QList<uint> &characters, qsizetype i)
{
    const auto isEmojiAt = [&characters](qsizetype at) {
        return at >= 0 && at < characters.size()
            && (isSymbol(characters[at]) || QChar::category(characters[at]) == QChar::Symbol_Modifier
                || characters[at] == emojiSelector);
    };
    if (characters[i] == emojiSelector)
        return i > 0 && isSymbol(characters[i - 1]);
    return characters[i] == zeroWidthJoiner && isEmojiAt(i - 1) && isEmojiAt(i + 1);
}

bool areAllShown(const QList<uint> &characters)
{
    for (qsizetype i = 0; i < characters.size(); ++i) {
        if (!isShown(characters[i]) && !isPartOfEmoji(characters, i))
            return false;
    }
    return true;
}

bool hasPiledMarks(const QList<uint> &characters)
{
    int inARow = maxMarksInARow; // none may come first
    for (const char32_t character : characters) {
        inARow = isMark(character) ? inARow + 1 : 0;
        if (inARow > maxMarksInARow)
            return true;
    }
    return false;
}

bool meansSomething(const QList<uint> &characters)
{
    return std::any_of(characters.begin(), characters.end(),
                       [](char32_t character) { return QChar::isLetterOrNumber(character) || isSymbol(character); });
}

/// Scripts that are written together in one word. Others beside one another are there to deceive.
bool areWrittenTogether(const QList<QChar::Script> &scripts)
{
    static const std::array<QList<QChar::Script>, 3> mixtures{
        QList{QChar::Script_Latin, QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana},
        QList{QChar::Script_Latin, QChar::Script_Han, QChar::Script_Hangul},
        QList{QChar::Script_Latin, QChar::Script_Han, QChar::Script_Bopomofo},
    };
    return scripts.size() < 2 || std::any_of(mixtures.begin(), mixtures.end(), [&scripts](const auto &mixture) {
               return std::all_of(scripts.begin(), scripts.end(),
                                  [&mixture](QChar::Script script) { return mixture.contains(script); });
           });
}

QList<QChar::Script> scriptsOf(const QList<uint> &characters)
{
    QList<QChar::Script> scripts;
    for (const char32_t character : characters) {
        const QChar::Script script = QChar::script(character);
        if (script != QChar::Script_Common && script != QChar::Script_Inherited && !scripts.contains(script))
            scripts.append(script);
    }
    return scripts;
}

/// Whether it has more than @p max characters as people count them.
bool isLongerThan(const QString &name, int max)
{
    if (name.size() <= max)
        return false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    for (int count = 0; count <= max; ++count) {
        if (finder.toNextBoundary() < 0)
            return false;
        if (finder.position() >= name.size())
            return count >= max;
    }
    return true;
}

Result<QString> checkedName(const QString &name, int maxCharacters)
{
    // No character as people count them needs more than this on average; it also bounds the work below.
    constexpr int maxUnitsPerCharacter = 16;
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return badName(QStringLiteral("A name needs at least one character."));
    if (trimmed.size() > qsizetype(maxCharacters) * maxUnitsPerCharacter || isLongerThan(trimmed, maxCharacters))
        return badName(QStringLiteral("A name has %1 characters at most.").arg(maxCharacters));
    if (!isWellFormed(trimmed))
        return badName(QStringLiteral("The name is not valid Unicode."));
    const QList<uint> characters = trimmed.normalized(QString::NormalizationForm_C).toUcs4();
    if (!areAllShown(characters))
        return badName(QStringLiteral("A name may hold visible characters only."));
    if (hasPiledMarks(characters))
        return badName(QStringLiteral("The name has too many marks on one letter."));
    if (!meansSomething(characters))
        return badName(QStringLiteral("A name needs a letter, a digit or a symbol."));
    if (!areWrittenTogether(scriptsOf(characters)))
        return badName(QStringLiteral("A name may not mix letters of different scripts."));
    return trimmed.normalized(QString::NormalizationForm_C).simplified();
}

/// Names that would be taken for something else, as keys.
bool isReserved(const QString &nameKey)
{
    static const QStringList reserved{
        nameKeyOf(QStringLiteral("room")),     nameKeyOf(QStringLiteral("all")),
        nameKeyOf(QStringLiteral("everyone")), nameKeyOf(QStringLiteral("here")),
        nameKeyOf(QStringLiteral("channel")),  nameKeyOf(QStringLiteral("server")),
        nameKeyOf(QStringLiteral("system")),
    };
    return reserved.contains(nameKey);
}

bool isMarkOfSeveralScripts(char32_t character)
{
    return isMark(character) && QChar::script(character) == QChar::Script_Inherited;
}

} // namespace

Result<QString> checkedUserName(const QString &name, int maxCharacters)
{
    Result<QString> checked = checkedName(name, maxCharacters);
    if (!checked)
        return checked;
    if (checked->contains(QLatin1Char('@')) || checked->contains(QLatin1Char('"')))
        return badName(QStringLiteral("A name may not hold @ and quotation marks: they are for mentions."));
    if (isReserved(nameKeyOf(*checked)))
        return badName(QStringLiteral("This name is reserved."));
    return checked;
}

Result<QString> checkedRoomName(const QString &name, int maxCharacters)
{
    return checkedName(name, maxCharacters);
}

QString nameKeyOf(const QString &name)
{
    const QString folded = name.normalized(QString::NormalizationForm_KD)
                               .toCaseFolded()
                               .normalized(QString::NormalizationForm_KD)
                               .simplified();
    QString key;
    key.reserve(folded.size());
    for (const char32_t character : folded.toUcs4()) {
        if (!isMarkOfSeveralScripts(character) && QChar::category(character) != QChar::Other_Format)
            key.append(QChar::fromUcs4(lookalikeOf(character)));
    }
    return key;
}

} // namespace chat
