#pragma once

#include "http/request.h"
#include "http/response.h"

#include <QByteArrayList>

namespace engineio {

/// Which web pages may use the server from a browser. Programs other than browsers send no Origin and are not
/// concerned.
struct CorsOptions
{
    /// `scheme://host[:port]` each; `*` stands for any. Pages of the server's own origin are always allowed.
    QByteArrayList allowedOrigins;
    /// Lets allowed pages send cookies. Not possible together with `*`, which would let any page act for its visitor.
    bool allowCredentials = false;
};

/// Checks the Origin of requests, WebSocket upgrades included, and adds the fields that let browsers read the answers
/// (Fetch standard, section 3.2).
/// Thread: any; never changes.
class CorsPolicy final
{
public:
    explicit CorsPolicy(CorsOptions options) : m_options(std::move(options)) {}

    /// False when a page asks that is neither of this origin nor allowed.
    [[nodiscard]] bool permits(const http::RequestHead &head) const;
    void addFields(http::Response &response, const http::RequestHead &head) const;
    /// The answer to an OPTIONS request.
    [[nodiscard]] http::Response preflightResponse(const http::RequestHead &head) const;

private:
    [[nodiscard]] bool isListed(QByteArrayView origin) const;
    [[nodiscard]] bool allowsAny() const;

    CorsOptions m_options;
};

} // namespace engineio
