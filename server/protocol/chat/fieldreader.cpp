#include "protocol/chat/fieldreader.h"

#include <cmath>

namespace protocol::chat {

namespace {

/// Whether @p text has more than @p max code points; counts only when the size alone does not tell.
bool isLongerThan(const QString &text, int max)
{
    if (text.size() <= max)
        return false;
    qsizetype count = 0;
    for (const QChar unit : text) {
        if (!unit.isLowSurrogate() && ++count > max)
            return true;
    }
    return false;
}

bool hasMoreBytesThan(const QString &text, int max)
{
    return text.size() > max || (text.size() > max / 3 && text.toUtf8().size() > max);
}

} // namespace

std::optional<qint64> wholeNumber(const QCborValue &value)
{
    if (value.isInteger())
        return value.toInteger();
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (std::trunc(number) != number || std::abs(number) > double(maxExactInteger))
        return std::nullopt;
    return qint64(number);
}

QString FieldReader::id(QLatin1String name)
{
    const QCborValue given = value(name, Need::Required);
    if (given.isUndefined())
        return {};
    if (isId(given))
        return given.toString();
    refuse(ErrorCode::BadRequest, name, QStringLiteral("must be an id"));
    return {};
}

QString FieldReader::text(QLatin1String name, int maxCharacters)
{
    return characters(name, maxCharacters, Need::Required).value_or(QString());
}

QString FieldReader::shortText(QLatin1String name, int maxBytes)
{
    const QString text = bytes(name, maxBytes, Need::Required).value_or(QString());
    if (text.isEmpty())
        refuse(ErrorCode::BadRequest, name, QStringLiteral("must not be empty"));
    return text;
}

bool FieldReader::boolean(QLatin1String name)
{
    return truth(name, Need::Required).value_or(false);
}

qint64 FieldReader::integer(QLatin1String name, qint64 min, qint64 max)
{
    return number(name, min, max, Need::Required).value_or(0);
}

QStringList FieldReader::ids(QLatin1String name, int maxCount)
{
    const QCborValue given = value(name, Need::Required);
    if (given.isUndefined())
        return {};
    if (!given.isArray()) {
        refuse(ErrorCode::BadRequest, name, QStringLiteral("must be a list of ids"));
        return {};
    }
    const QCborArray array = given.toArray();
    if (array.size() > maxCount) {
        refuse(ErrorCode::TooMany, name, QStringLiteral("may have %1 entries at most").arg(maxCount));
        return {};
    }
    QStringList ids;
    ids.reserve(array.size());
    for (const auto &entry : array) {
        if (!isId(entry)) {
            refuse(ErrorCode::BadRequest, name, QStringLiteral("must be a list of ids"));
            return {};
        }
        ids.append(entry.toString());
    }
    return ids;
}

QHash<QString, qint64> FieldReader::positions(QLatin1String name, int maxCount)
{
    const QCborValue given = value(name, Need::Required);
    if (given.isUndefined())
        return {};
    if (!given.isMap()) {
        refuse(ErrorCode::BadRequest, name, QStringLiteral("must be an object of ids and numbers"));
        return {};
    }
    const QCborMap map = given.toMap();
    if (map.size() > maxCount) {
        refuse(ErrorCode::TooMany, name, QStringLiteral("may have %1 entries at most").arg(maxCount));
        return {};
    }
    QHash<QString, qint64> positions;
    positions.reserve(map.size());
    for (auto entry = map.cbegin(); entry != map.cend(); ++entry) {
        const std::optional<qint64> position = wholeNumber(entry.value());
        if (!isId(entry.key()) || !position || *position < 0 || *position > maxExactInteger) {
            refuse(ErrorCode::BadRequest, name, QStringLiteral("must be an object of ids and numbers"));
            return {};
        }
        positions.insert(entry.key().toString(), *position);
    }
    return positions;
}

QString FieldReader::optionalId(QLatin1String name)
{
    return has(name) ? id(name) : QString();
}

std::optional<QString> FieldReader::optionalText(QLatin1String name, int maxCharacters)
{
    return characters(name, maxCharacters, Need::Optional);
}

std::optional<QString> FieldReader::optionalBytes(QLatin1String name, int maxBytes)
{
    return bytes(name, maxBytes, Need::Optional);
}

std::optional<bool> FieldReader::optionalBoolean(QLatin1String name)
{
    return truth(name, Need::Optional);
}

std::optional<qint64> FieldReader::optionalInteger(QLatin1String name, qint64 min, qint64 max)
{
    return number(name, min, max, Need::Optional);
}

QCborArray FieldReader::optionalMaps(QLatin1String name, int maxCount)
{
    const QCborValue given = value(name, Need::Optional);
    if (given.isUndefined())
        return {};
    const QCborArray array = given.toArray();
    bool isGood = given.isArray();
    for (const auto &entry : array)
        isGood = isGood && entry.isMap();
    if (!isGood)
        refuse(ErrorCode::BadRequest, name, QStringLiteral("must be a list of objects"));
    else if (array.size() > maxCount)
        refuse(ErrorCode::TooMany, name, QStringLiteral("may have %1 entries at most").arg(maxCount));
    return array;
}

int FieldReader::pageSize(QLatin1String name, int usual, int most)
{
    const qint64 given = optionalInteger(name, 1).value_or(usual);
    return int(std::min<qint64>(given, most));
}

bool FieldReader::has(QLatin1String name) const
{
    const QCborValue given = m_map.value(name);
    return !given.isUndefined() && !given.isNull();
}

void FieldReader::refuse(ErrorCode code, QLatin1String field, const QString &message)
{
    if (!m_error)
        m_error = Error{code, QStringLiteral("“%1” %2.").arg(field, message), field, std::nullopt};
}

void FieldReader::refuseChoice(QLatin1String name)
{
    refuse(ErrorCode::BadRequest, name, QStringLiteral("is none of the known values"));
}

QCborValue FieldReader::value(QLatin1String name, Need need)
{
    QCborValue given = m_map.value(name);
    if (!given.isUndefined() && !given.isNull())
        return given;
    if (need == Need::Required)
        refuse(ErrorCode::BadRequest, name, QStringLiteral("is missing"));
    return QCborValue(QCborValue::Undefined);
}

std::optional<QString> FieldReader::string(QLatin1String name, Need need)
{
    const QCborValue given = value(name, need);
    if (given.isUndefined())
        return std::nullopt;
    if (given.isString())
        return given.toString();
    refuse(ErrorCode::BadRequest, name, QStringLiteral("must be a string"));
    return std::nullopt;
}

std::optional<QString> FieldReader::characters(QLatin1String name, int max, Need need)
{
    std::optional<QString> given = string(name, need);
    if (given && isLongerThan(*given, max)) {
        refuse(ErrorCode::TooLong, name, QStringLiteral("may have %1 characters at most").arg(max));
        return std::nullopt;
    }
    return given;
}

std::optional<QString> FieldReader::bytes(QLatin1String name, int max, Need need)
{
    std::optional<QString> given = string(name, need);
    if (given && hasMoreBytesThan(*given, max)) {
        refuse(ErrorCode::TooLong, name, QStringLiteral("may have %1 bytes at most").arg(max));
        return std::nullopt;
    }
    return given;
}

std::optional<qint64> FieldReader::number(QLatin1String name, qint64 min, qint64 max, Need need)
{
    const QCborValue given = value(name, need);
    if (given.isUndefined())
        return std::nullopt;
    const std::optional<qint64> whole = wholeNumber(given);
    if (whole && *whole >= min && *whole <= max)
        return whole;
    refuse(ErrorCode::BadRequest, name, QStringLiteral("must be a whole number from %1 to %2").arg(min).arg(max));
    return std::nullopt;
}

std::optional<bool> FieldReader::truth(QLatin1String name, Need need)
{
    const QCborValue given = value(name, need);
    if (given.isUndefined())
        return std::nullopt;
    if (given.isBool())
        return given.toBool();
    refuse(ErrorCode::BadRequest, name, QStringLiteral("must be true or false"));
    return std::nullopt;
}

bool FieldReader::isId(const QCborValue &value) const
{
    if (!value.isString())
        return false;
    const qsizetype size = value.toString().size();
    return size > 0 && size <= maxIdCharacters;
}

} // namespace protocol::chat
