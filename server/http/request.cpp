#include "http/request.h"

#include <algorithm>

namespace http {

bool isSameToken(QByteArrayView a, QByteArrayView b)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; };
    return a.size() == b.size()
        && std::equal(a.begin(), a.end(), b.begin(), [lower](char x, char y) { return lower(x) == lower(y); });
}

QByteArrayView RequestHead::path() const
{
    const QByteArrayView view(target);
    const qsizetype end = view.indexOf('?');
    return end == -1 ? view : view.first(end);
}

QByteArrayView RequestHead::query() const
{
    const QByteArrayView view(target);
    const qsizetype end = view.indexOf('?');
    return end == -1 ? QByteArrayView() : view.sliced(end + 1);
}

std::optional<QByteArrayView> RequestHead::field(QByteArrayView name) const
{
    const auto it = std::find_if(fields.begin(), fields.end(),
                                 [name](const Field &field) { return isSameToken(field.name, name); });
    if (it == fields.end())
        return std::nullopt;
    return QByteArrayView(it->value);
}

int RequestHead::fieldCount(QByteArrayView name) const
{
    return int(std::count_if(fields.begin(), fields.end(),
                             [name](const Field &field) { return isSameToken(field.name, name); }));
}

bool RequestHead::fieldHasToken(QByteArrayView name, QByteArrayView token) const
{
    for (const Field &field : fields) {
        if (!isSameToken(field.name, name))
            continue;
        QByteArrayView rest(field.value);
        while (!rest.isEmpty()) {
            const qsizetype comma = rest.indexOf(',');
            const QByteArrayView item = comma == -1 ? rest : rest.first(comma);
            if (isSameToken(item.trimmed(), token))
                return true;
            rest = comma == -1 ? QByteArrayView() : rest.sliced(comma + 1);
        }
    }
    return false;
}

} // namespace http
