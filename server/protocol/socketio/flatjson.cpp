#include "protocol/socketio/flatjson.h"

#include <QCborArray>
#include <QCborMap>
#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace protocol::socketio {

namespace {

constexpr qsizetype maxMembers = 16; ///< more are rare, and finding equal keys takes longer
constexpr int maxDigits = 15; ///< such integers are exact in every reader

struct Member
{
    QLatin1String key;
    QCborValue value;
};

/// A place in the text. What reads gives nothing, and leaves the place anywhere, when it finds something unexpected.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text) : m_at(text.begin()), m_end(text.end()) {}

    [[nodiscard]] bool isAtEnd() const { return m_at == m_end; }
    [[nodiscard]] bool isAt(char c) const { return m_at != m_end && *m_at == c; }
    bool skip(char c)
    {
        const bool isThere = isAt(c);
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    bool skip(QByteArrayView word)
    {
        if (!QByteArrayView(m_at, m_end).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    /// What stands between two quotes; @p isAscii tells whether it is only that.
    std::optional<QByteArrayView> readString(bool &isAscii)
    {
        if (!skip('"'))
            return std::nullopt;
        const char *const first = m_at;
        unsigned char seen = 0;
        for (; m_at != m_end && *m_at != '"'; ++m_at) {
            const auto byte = static_cast<unsigned char>(*m_at);
            if (byte < 0x20 || byte == '\\')
                return std::nullopt;
            seen |= byte;
        }
        isAscii = seen < 0x80;
        const QByteArrayView string(first, m_at);
        return skip('"') ? std::optional(string) : std::nullopt;
    }

    std::optional<QCborValue> readInteger()
    {
        const bool isNegative = skip('-');
        const char *const first = m_at;
        qint64 value = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9' && m_at - first < maxDigits; ++m_at)
            value = value * 10 + (*m_at - '0');
        const bool isWhole = m_at != m_end && (*m_at == ',' || *m_at == '}' || *m_at == ']');
        if (m_at == first || !isWhole || (*first == '0' && (isNegative || m_at - first > 1)))
            return std::nullopt;
        return QCborValue(isNegative ? -value : value);
    }

private:
    const char *m_at;
    const char *const m_end;
};

std::optional<QCborValue> readScalar(Cursor &cursor)
{
    if (cursor.isAt('"')) {
        bool isAscii = false;
        const auto string = cursor.readString(isAscii);
        if (!string)
            return std::nullopt;
        if (isAscii)
            return QCborValue(QLatin1String(*string));
        if (!string->isValidUtf8())
            return std::nullopt;
        return QCborValue(QString::fromUtf8(*string));
    }
    if (cursor.skip("true"))
        return QCborValue(true);
    if (cursor.skip("false"))
        return QCborValue(false);
    if (cursor.skip("null"))
        return QCborValue(nullptr);
    return cursor.readInteger();
}

/// Sorted by key.
std::optional<QCborValue> readObject(Cursor &cursor)
{
    QVarLengthArray<Member, maxMembers> members;
    if (!cursor.skip('{') || cursor.isAt('}'))
        return std::nullopt;
    do {
        bool isAscii = false;
        const auto key = cursor.readString(isAscii);
        if (!key || !isAscii || !cursor.skip(':') || members.size() == maxMembers)
            return std::nullopt;
        auto value = readScalar(cursor);
        if (!value)
            return std::nullopt;
        members.push_back({QLatin1String(*key), std::move(*value)});
    } while (cursor.skip(','));
    if (!cursor.skip('}'))
        return std::nullopt;

    std::sort(members.begin(), members.end(), [](const Member &a, const Member &b) { return a.key < b.key; });
    const auto sameKey = [](const Member &a, const Member &b) { return a.key == b.key; };
    if (std::adjacent_find(members.begin(), members.end(), sameKey) != members.end())
        return std::nullopt;
    QCborMap map;
    for (Member &member : members)
        map.insert(member.key, std::move(member.value));
    return QCborValue(std::move(map));
}

std::optional<QCborValue> readArray(Cursor &cursor)
{
    QCborArray array;
    if (!cursor.skip('[') || cursor.isAt(']'))
        return std::nullopt;
    do {
        auto value = cursor.isAt('{') ? readObject(cursor) : readScalar(cursor);
        if (!value)
            return std::nullopt;
        array.append(std::move(*value));
    } while (cursor.skip(','));
    if (!cursor.skip(']'))
        return std::nullopt;
    return QCborValue(std::move(array));
}

} // namespace

std::optional<QCborValue> readFlatJson(QByteArrayView text)
{
    Cursor cursor(text);
    auto value = cursor.isAt('{') ? readObject(cursor) : readArray(cursor);
    return cursor.isAtEnd() ? std::move(value) : std::nullopt;
}

} // namespace protocol::socketio
