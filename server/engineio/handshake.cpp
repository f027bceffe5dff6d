#include "engineio/handshake.h"

#include <QDateTime>

namespace engineio {

Handshake::Handshake(const http::RequestHead &head)
    : m_address(head.peerAddress), m_issuedAt(QDateTime::currentMSecsSinceEpoch())
{
    qsizetype size = head.target.size() + 1;
    for (const http::Field &field : head.fields)
        size += field.name.size() + field.value.size() + 3;
    m_text.reserve(size);
    m_text.append(head.target).append('\n');
    for (const http::Field &field : head.fields)
        m_text.append(field.name).append(": ").append(field.value).append('\n');
}

QByteArrayView Handshake::url() const
{
    const QByteArrayView text(m_text);
    return text.first(std::max<qsizetype>(0, text.indexOf('\n')));
}

std::vector<std::pair<QByteArray, QByteArray>> Handshake::fields() const
{
    std::vector<std::pair<QByteArray, QByteArray>> result;
    QByteArrayView rest = QByteArrayView(m_text).sliced(std::min(m_text.size(), url().size() + 1));
    while (!rest.isEmpty()) {
        const QByteArrayView line = rest.first(rest.indexOf('\n'));
        const qsizetype colon = line.indexOf(": ");
        result.emplace_back(line.first(colon).toByteArray(), line.sliced(colon + 2).toByteArray());
        rest = rest.sliced(line.size() + 1);
    }
    return result;
}

std::optional<QByteArrayView> Handshake::field(QByteArrayView name) const
{
    QByteArrayView rest = QByteArrayView(m_text).sliced(std::min(m_text.size(), url().size() + 1));
    while (!rest.isEmpty()) {
        const QByteArrayView line = rest.first(rest.indexOf('\n'));
        const qsizetype colon = line.indexOf(": ");
        if (http::isSameToken(line.first(colon), name))
            return line.sliced(colon + 2);
        rest = rest.sliced(line.size() + 1);
    }
    return std::nullopt;
}

http::Query Handshake::query() const
{
    const QByteArrayView full = url();
    const qsizetype mark = full.indexOf('?');
    return http::Query(mark == -1 ? QByteArrayView() : full.sliced(mark + 1));
}

} // namespace engineio
