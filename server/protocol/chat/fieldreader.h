#pragma once

#include "protocol/chat/error.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QHash>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace protocol::chat {

/// The greatest whole number that every client can hold exactly: 2^53 - 1.
inline constexpr qint64 maxExactInteger = 9'007'199'254'740'991;
/// No id is longer.
inline constexpr int maxIdCharacters = 128;
/// Nor any cursor.
inline constexpr int maxCursorCharacters = 1024;
/// For texts and lists whose size does not matter.
inline constexpr int anyLength = std::numeric_limits<int>::max();

/// Takes a request's fields out of the map that came over the wire. The first field that is wrong is remembered, and
/// result() then gives its refusal: read all fields first, ask for the result last. Fields that are absent or null
/// count as not given; fields that nobody asks for are ignored.
/// Thread: any, one at a time. The map outlives the reader.
class FieldReader final
{
public:
    explicit FieldReader(const QCborMap &map) : m_map(map) {}

    // Required fields. BadRequest when absent or of the wrong type; the returned value is then empty.

    /// An id: not empty.
    [[nodiscard]] QString id(QLatin1String name);
    /// Text of any length from 0 to @p maxCharacters (Unicode code points); TooLong beyond.
    [[nodiscard]] QString text(QLatin1String name, int maxCharacters);
    /// Not empty, and at most @p maxBytes in UTF-8; TooLong beyond.
    [[nodiscard]] QString shortText(QLatin1String name, int maxBytes);
    [[nodiscard]] bool boolean(QLatin1String name);
    [[nodiscard]] qint64 integer(QLatin1String name, qint64 min, qint64 max = maxExactInteger);
    /// One of a list of names, such as roleFrom() reads.
    template <typename Enum>
    [[nodiscard]] Enum choice(QLatin1String name, std::optional<Enum> (*read)(QStringView) noexcept)
    {
        const std::optional<Enum> value = readChoice(name, read, Need::Required);
        return value.value_or(Enum());
    }
    /// Ids, none of them empty, at most @p maxCount; TooMany beyond.
    [[nodiscard]] QStringList ids(QLatin1String name, int maxCount);
    /// A map from ids to whole numbers from 0, at most @p maxCount; TooMany beyond.
    [[nodiscard]] QHash<QString, qint64> positions(QLatin1String name, int maxCount);

    // Optional ones: nothing, or the default, when absent.

    [[nodiscard]] QString optionalId(QLatin1String name);
    [[nodiscard]] std::optional<QString> optionalText(QLatin1String name, int maxCharacters);
    /// At most @p maxBytes in UTF-8.
    [[nodiscard]] std::optional<QString> optionalBytes(QLatin1String name, int maxBytes);
    [[nodiscard]] std::optional<bool> optionalBoolean(QLatin1String name);
    [[nodiscard]] std::optional<qint64> optionalInteger(QLatin1String name, qint64 min, qint64 max = maxExactInteger);
    template <typename Enum>
    [[nodiscard]] std::optional<Enum> optionalChoice(QLatin1String name,
                                                     std::optional<Enum> (*read)(QStringView) noexcept)
    {
        return readChoice(name, read, Need::Optional);
    }
    /// At most @p maxCount maps; TooMany beyond.
    [[nodiscard]] QCborArray optionalMaps(QLatin1String name, int maxCount);
    /// Where a page begins; empty: at the beginning.
    [[nodiscard]] QString cursor(QLatin1String name)
    {
        return optionalText(name, maxCursorCharacters).value_or(QString());
    }
    /// How many entries of a page are asked for: at least 1; more than @p most is taken for @p most.
    [[nodiscard]] int pageSize(QLatin1String name, int usual, int most);

    [[nodiscard]] bool has(QLatin1String name) const;

    /// Refuses unless something has been refused before.
    void refuse(ErrorCode code, QLatin1String field, const QString &message);

    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }
    /// @p request, or the first refusal.
    template <typename Request>
    [[nodiscard]] Result<Request> result(Request request)
    {
        if (m_error)
            return failure(std::move(*m_error));
        return request;
    }

private:
    enum class Need { Required, Optional };

    /// The field's value; undefined, and refused if @p need says so, when it is not given.
    [[nodiscard]] QCborValue value(QLatin1String name, Need need);
    [[nodiscard]] std::optional<QString> string(QLatin1String name, Need need);
    [[nodiscard]] std::optional<QString> characters(QLatin1String name, int max, Need need);
    [[nodiscard]] std::optional<QString> bytes(QLatin1String name, int max, Need need);
    [[nodiscard]] std::optional<qint64> number(QLatin1String name, qint64 min, qint64 max, Need need);
    [[nodiscard]] std::optional<bool> truth(QLatin1String name, Need need);
    [[nodiscard]] bool isId(const QCborValue &value) const;
    void refuseChoice(QLatin1String name);

    template <typename Enum>
    [[nodiscard]] std::optional<Enum> readChoice(QLatin1String name, std::optional<Enum> (*read)(QStringView) noexcept,
                                                 Need need)
    {
        const std::optional<QString> given = string(name, need);
        if (!given)
            return std::nullopt;
        const std::optional<Enum> known = read(*given);
        if (!known)
            refuseChoice(name);
        return known;
    }

    const QCborMap &m_map;
    std::optional<Error> m_error;
};

/// The whole number in @p value, which clients may also write as a fraction of zero (`5.0`).
[[nodiscard]] std::optional<qint64> wholeNumber(const QCborValue &value);

} // namespace protocol::chat
