#pragma once

#include "http/chunkedbody.h"
#include "http/errorcode.h"
#include "http/request.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace http {

struct RequestLimits
{
    qsizetype maxHeadBytes = 16 * 1024;
    int maxFields = 100;
    qsizetype maxTargetBytes = 8 * 1024;
    qsizetype maxBodyBytes = 1'000'000;
};

/// Reads one HTTP/1.1 request from the bytes of a connection, strictly: whatever two parsers could understand in two
/// ways is refused (RFC 9112, section 11.2, request smuggling). Boost.Beast does the parsing; on top of it, folded
/// header lines, transfer codings other than `chunked`, repeated Host or Content-Length fields and missing Host fields
/// are refused.
///
/// Feed it with what has arrived and drop as many bytes as it says it has used; feed the rest again when more has come.
/// Thread: any, one at a time.
class RequestParser final
{
public:
    explicit RequestParser(const RequestLimits &limits = {});
    ~RequestParser();
    RequestParser(RequestParser &&) noexcept;
    RequestParser &operator=(RequestParser &&) noexcept;

    /// Returns how many bytes of @p input are used up. After an error the connection cannot go on.
    [[nodiscard]] Result<qsizetype> feed(QByteArrayView input);

    /// The request line and the header fields are known; the body may still be on its way.
    [[nodiscard]] bool isHeadComplete() const;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] const RequestHead &head() const;
    /// The client waits for `100 Continue` before it sends the body (RFC 9110, section 10.1.1).
    [[nodiscard]] bool expectsContinue() const;
    /// The finished request; the parser is used up afterwards.
    [[nodiscard]] Request takeRequest();

private:
    class BeastParser;

    [[nodiscard]] Result<qsizetype> feedHead(QByteArrayView input);
    [[nodiscard]] Result<qsizetype> feedBody(QByteArrayView input);

    RequestLimits m_limits;
    std::unique_ptr<BeastParser> m_parser;
    std::optional<ChunkedBody> m_chunkedBody; ///< set once the head has announced one
    qsizetype m_scannedBytes = 0; ///< of the head, in which its end has been looked for
};

} // namespace http
