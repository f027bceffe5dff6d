#include "http/query.h"

namespace http {

namespace {

bool isEncoded(QByteArrayView text)
{
    return text.contains('%') || text.contains('+');
}

QByteArray decoded(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    if (!isEncoded(text))
        return bytes;
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes);
}

bool isName(QByteArrayView encoded, QByteArrayView name)
{
    return isEncoded(encoded) ? decoded(encoded) == name : encoded == name;
}

} // namespace

template <typename Visit>
void Query::forEach(const Visit &visit) const
{
    QByteArrayView rest = m_text;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView item = end == -1 ? rest : rest.first(end);
        rest = end == -1 ? QByteArrayView() : rest.sliced(end + 1);
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArrayView name = equals == -1 ? item : item.first(equals);
        const QByteArrayView value = equals == -1 ? QByteArrayView() : item.sliced(equals + 1);
        if (!visit(name, value))
            return;
    }
}

std::optional<QByteArray> Query::value(QByteArrayView name) const
{
    std::optional<QByteArray> found;
    forEach([&](QByteArrayView encodedName, QByteArrayView encodedValue) {
        if (isName(encodedName, name))
            found = decoded(encodedValue);
        return !found;
    });
    return found;
}

bool Query::repeats(QByteArrayView name) const
{
    int count = 0;
    forEach([&](QByteArrayView encodedName, QByteArrayView) {
        count += isName(encodedName, name) ? 1 : 0;
        return count < 2;
    });
    return count > 1;
}

std::vector<std::pair<QByteArray, QByteArray>> Query::items() const
{
    std::vector<std::pair<QByteArray, QByteArray>> result;
    forEach([&](QByteArrayView name, QByteArrayView value) {
        result.emplace_back(decoded(name), decoded(value));
        return true;
    });
    return result;
}

} // namespace http
