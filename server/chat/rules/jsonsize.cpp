#include "chat/rules/jsonsize.h"

#include <QCborArray>
#include <QString>

namespace chat {

namespace {

constexpr qsizetype longestNumber = 25; // "-2.2250738585072014e-308"

qsizetype stringBytesAtMost(const QString &text)
{
    qsizetype bytes = 2;
    for (const QChar unit : text) {
        const char16_t code = unit.unicode();
        if (code < 0x20)
            bytes += 6; // \u0001
        else if (code == u'"' || code == u'\\' || code == u'/')
            bytes += 2;
        else
            bytes += code < 0x80 ? 1 : 3;
    }
    return bytes;
}

} // namespace

qsizetype jsonBytesAtMost(const QCborMap &map)
{
    qsizetype bytes = 2;
    for (const auto &[key, value] : map)
        bytes += stringBytesAtMost(key.toString()) + jsonBytesAtMost(QCborValue(value)) + 2;
    return bytes;
}

qsizetype jsonBytesAtMost(const QCborValue &value)
{
    if (value.isString())
        return stringBytesAtMost(value.toString());
    if (value.isMap())
        return jsonBytesAtMost(value.toMap());
    if (value.isArray()) {
        qsizetype bytes = 2;
        const QCborArray array = value.toArray();
        for (const QCborValue &element : array)
            bytes += jsonBytesAtMost(element) + 1;
        return bytes;
    }
    if (value.isByteArray())
        return value.toByteArray().size() * 4 / 3 + 64;
    return longestNumber;
}

} // namespace chat
