#include "engineio/corspolicy.h"

namespace engineio {

namespace {

bool isSameOrigin(QByteArrayView origin, const http::RequestHead &head)
{
    const qsizetype schemeEnd = origin.indexOf("://");
    const auto host = head.field("Host");
    return schemeEnd != -1 && host && http::isSameToken(origin.sliced(schemeEnd + 3), *host);
}

} // namespace

bool CorsPolicy::allowsAny() const
{
    return m_options.allowedOrigins.contains("*");
}

bool CorsPolicy::isListed(QByteArrayView origin) const
{
    for (const QByteArray &allowed : m_options.allowedOrigins) {
        if (http::isSameToken(allowed, origin))
            return true;
    }
    return false;
}

bool CorsPolicy::permits(const http::RequestHead &head) const
{
    const auto origin = head.field("Origin");
    return !origin || allowsAny() || isSameOrigin(*origin, head) || isListed(*origin);
}

void CorsPolicy::addFields(http::Response &response, const http::RequestHead &head) const
{
    const auto origin = head.field("Origin");
    if (m_options.allowedOrigins.isEmpty())
        return;
    if (allowsAny()) {
        response.addField("Access-Control-Allow-Origin", "*");
        return;
    }
    response.addField("Vary", "Origin");
    if (!origin || !isListed(*origin))
        return;
    response.addField("Access-Control-Allow-Origin", *origin);
    if (m_options.allowCredentials)
        response.addField("Access-Control-Allow-Credentials", "true");
}

http::Response CorsPolicy::preflightResponse(const http::RequestHead &head) const
{
    http::Response response(204);
    addFields(response, head);
    response.addField("Access-Control-Allow-Methods", "GET,POST,OPTIONS");
    if (const auto requested = head.field("Access-Control-Request-Headers"))
        response.addField("Access-Control-Allow-Headers", *requested);
    response.addField("Access-Control-Max-Age", "600");
    return response;
}

} // namespace engineio
