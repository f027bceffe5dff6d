#include "http/query.h"

#include <algorithm>

namespace http {

namespace {

QByteArray decoded(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    bytes.replace('+', ' ');
    return QByteArray::fromPercentEncoding(bytes);
}

} // namespace

Query::Query(QByteArrayView query)
{
    while (!query.isEmpty()) {
        const qsizetype end = query.indexOf('&');
        const QByteArrayView item = end == -1 ? query : query.first(end);
        query = end == -1 ? QByteArrayView() : query.sliced(end + 1);
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        const QByteArrayView name = equals == -1 ? item : item.first(equals);
        const QByteArrayView value = equals == -1 ? QByteArrayView() : item.sliced(equals + 1);
        m_items.emplace_back(decoded(name), decoded(value));
    }
}

std::optional<QByteArray> Query::value(QByteArrayView name) const
{
    const auto it = std::find_if(m_items.begin(), m_items.end(),
                                 [name](const auto &item) { return QByteArrayView(item.first) == name; });
    if (it == m_items.end())
        return std::nullopt;
    return it->second;
}

bool Query::repeats(QByteArrayView name) const
{
    return std::count_if(m_items.begin(), m_items.end(),
                         [name](const auto &item) { return QByteArrayView(item.first) == name; })
        > 1;
}

} // namespace http
