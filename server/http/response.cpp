#include "http/response.h"

#include <algorithm>

namespace http {

namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 426:
        return "Upgrade Required";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

bool hasControlCharacter(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (quint8(c) < 0x20 && c != '\t') || c == 0x7f; });
}

} // namespace

Response::Response(int status) : m_status(status) {}

Response::Response(int status, QByteArray contentType, QByteArray body) : m_status(status), m_body(std::move(body))
{
    m_fields.push_back({QByteArrayLiteral("Content-Type"), std::move(contentType)});
}

bool Response::addField(QByteArrayView name, QByteArrayView value)
{
    if (hasControlCharacter(name) || hasControlCharacter(value))
        return false;
    m_fields.push_back({name.toByteArray(), value.toByteArray()});
    return true;
}

QByteArray Response::serialized(ConnectionUse connection, BodyUse body) const
{
    QByteArray out;
    out.reserve(256 + m_body.size());
    out.append("HTTP/1.1 ").append(QByteArray::number(m_status)).append(' ').append(reasonPhrase(m_status));
    out.append("\r\n");
    for (const Field &field : m_fields)
        out.append(field.name).append(": ").append(field.value).append("\r\n");
    if (m_status != 204)
        out.append("Content-Length: ").append(QByteArray::number(m_body.size())).append("\r\n");
    out.append(connection == ConnectionUse::KeepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    if (body == BodyUse::Send)
        out.append(m_body);
    return out;
}

} // namespace http
