#include "hosting/announcement.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hosting {

namespace {

constexpr int protocolVersion = 1;
constexpr qsizetype minIdCharacters = 8;
constexpr qsizetype maxIdCharacters = 64;

// The names of the fields.
const QString confabField = QStringLiteral("confab");
const QString questionField = QStringLiteral("find");
const QString answerField = QStringLiteral("here");
const QString paddingField = QStringLiteral("padding");
const QString idField = QStringLiteral("id");
const QString nameField = QStringLiteral("name");
const QString portField = QStringLiteral("port");
const QString peopleField = QStringLiteral("people");
const QString versionField = QStringLiteral("version");

/// Only an object of our version counts.
std::optional<QJsonObject> toObject(const QByteArray &datagram)
{
    if (datagram.size() > maxDatagramBytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(datagram);
    if (!document.isObject() || document.object().value(confabField) != QJsonValue(protocolVersion))
        return std::nullopt;
    return document.object();
}

bool isId(const QString &text)
{
    if (text.size() < minIdCharacters || text.size() > maxIdCharacters)
        return false;
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'_'); });
}

bool canBeShown(char32_t character)
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
        return true;
    }
}

/// What can be seen of @p text, in one line.
QString visibleText(const QString &text)
{
    QString visible;
    const auto characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (character == U'\t' || character == U'\n')
            visible += u' ';
        else if (canBeShown(character))
            visible += QString::fromUcs4(&character, 1);
    }
    return visible.simplified();
}

qsizetype characterCount(const QString &text)
{
    return text.toUcs4().size();
}

/// The number, if it is a whole one within the bounds.
std::optional<int> toNumber(const QJsonValue &value, int minimum, int maximum)
{
    const double number = value.toDouble(minimum - 1.0);
    if (!(number >= minimum && number <= maximum) || number != int(number))
        return std::nullopt;
    return int(number);
}

QByteArray toDatagram(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray encodeQuestion(const QString &nonce)
{
    QJsonObject question{{confabField, protocolVersion}, {questionField, nonce}, {paddingField, QString()}};
    const qsizetype missing = questionBytes - toDatagram(question).size();
    question.insert(paddingField, QString(missing, u' '));
    return toDatagram(question);
}

std::optional<QString> decodeQuestion(const QByteArray &datagram)
{
    if (datagram.size() < questionBytes)
        return std::nullopt;
    const auto question = toObject(datagram);
    if (!question)
        return std::nullopt;
    const QString nonce = question->value(questionField).toString();
    if (!isId(nonce))
        return std::nullopt;
    return nonce;
}

QByteArray encodeAnswer(const QString &nonce, const Announcement &announcement)
{
    QJsonObject answer{{confabField, protocolVersion},
                       {answerField, nonce},
                       {idField, announcement.id},
                       {portField, announcement.port},
                       {peopleField, std::clamp(announcement.people, 0, Announcement::maxPeople)},
                       {versionField, visibleText(announcement.version).left(Announcement::maxVersionCharacters)}};
    QList<uint> name = visibleText(announcement.name).toUcs4();
    name.resize(std::min<qsizetype>(name.size(), Announcement::maxNameCharacters));
    QByteArray datagram;
    do {
        answer.insert(nameField, QString::fromUcs4(reinterpret_cast<const char32_t *>(name.constData()), name.size()));
        datagram = toDatagram(answer);
        if (!name.isEmpty())
            name.removeLast();
    } while (datagram.size() > questionBytes && !name.isEmpty());
    return datagram;
}

std::optional<Announcement> decodeAnswer(const QByteArray &datagram, const QString &nonce)
{
    const auto answer = toObject(datagram);
    if (!answer || answer->value(answerField) != QJsonValue(nonce))
        return std::nullopt;
    const auto port = toNumber(answer->value(portField), 1, 65535);
    const auto people = toNumber(answer->value(peopleField), 0, Announcement::maxPeople);
    Announcement announcement;
    announcement.id = answer->value(idField).toString();
    announcement.name = visibleText(answer->value(nameField).toString());
    announcement.version = visibleText(answer->value(versionField).toString());
    const bool isWithinBounds = port && people && isId(announcement.id) && !announcement.name.isEmpty()
        && characterCount(announcement.name) <= Announcement::maxNameCharacters
        && characterCount(announcement.version) <= Announcement::maxVersionCharacters;
    if (!isWithinBounds)
        return std::nullopt;
    announcement.port = quint16(*port);
    announcement.people = *people;
    return announcement;
}

} // namespace hosting
