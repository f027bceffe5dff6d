#include "http/requestparser.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <optional>

namespace http {

namespace beast = boost::beast::http;
using protocol::failure;

/// Receives what Beast finds, as plain values.
class RequestParser::BeastParser final : public beast::basic_parser<true>
{
public:
    explicit BeastParser(const RequestLimits &limits) : m_limits(limits)
    {
        header_limit(std::uint32_t(limits.maxHeadBytes));
        body_limit(std::uint64_t(limits.maxBodyBytes));
        eager(false);
    }

    Request request;
    int version = 0; ///< 11 for HTTP/1.1

private:
    using string_view = boost::beast::string_view;

    void on_request_impl(beast::verb, string_view method, string_view target, int httpVersion,
                         boost::beast::error_code &) override
    {
        version = httpVersion;
        request.head.method = QByteArray(method.data(), qsizetype(method.size()));
        request.head.target = QByteArray(target.data(), qsizetype(target.size()));
    }

    void on_response_impl(int, string_view, int, boost::beast::error_code &) override {}

    void on_field_impl(beast::field, string_view name, string_view value, boost::beast::error_code &error) override
    {
        if (is_header_done()) { // a trailer: nobody needs them, and they could pass for header fields
            error = beast::error::bad_field;
            return;
        }
        if (int(request.head.fields.size()) >= m_limits.maxFields) {
            error = beast::error::header_limit;
            return;
        }
        request.head.fields.push_back(
            {QByteArray(name.data(), qsizetype(name.size())), QByteArray(value.data(), qsizetype(value.size()))});
    }

    void on_header_impl(boost::beast::error_code &) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const &, boost::beast::error_code &) override {}

    std::size_t on_body_impl(string_view body, boost::beast::error_code &) override
    {
        request.body.append(body.data(), qsizetype(body.size()));
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t, string_view extensions, boost::beast::error_code &error) override
    {
        if (extensions.size() > 256) // nobody needs them; they only serve to send bytes that count nowhere
            error = beast::error::bad_chunk_extension;
    }

    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, boost::beast::error_code &) override
    {
        request.body.append(body.data(), qsizetype(body.size()));
        return body.size();
    }

    void on_finish_impl(boost::beast::error_code &) override {}

    const RequestLimits m_limits;
};

namespace {

ErrorCode translated(const boost::beast::error_code &error)
{
    if (error == beast::error::body_limit)
        return ErrorCode::BodyTooLarge;
    if (error == beast::error::header_limit)
        return ErrorCode::HeadTooLarge;
    if (error == beast::error::bad_version)
        return ErrorCode::VersionNotSupported;
    return ErrorCode::BadRequest;
}

/// Header lines that begin with white space continue the line before; different parsers join them differently.
bool hasFoldedLine(QByteArrayView head)
{
    return head.contains("\r\n ") || head.contains("\r\n\t");
}

/// Only what a name, an address and a port are made of (RFC 3986, section 3.2.2, without the characters nobody uses).
bool isHost(QByteArrayView host)
{
    return std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("-._~%:[]").contains(c);
    });
}

std::optional<ErrorCode> judgeHead(const RequestHead &head, int version)
{
    if (version != 10 && version != 11)
        return ErrorCode::VersionNotSupported;
    const int hosts = head.fieldCount("Host");
    if (hosts > 1 || (hosts == 0 && version == 11) || (hosts == 1 && !isHost(*head.field("Host"))))
        return ErrorCode::BadRequest;
    if (head.fieldCount("Content-Length") > 1 || head.fieldCount("Transfer-Encoding") > 1)
        return ErrorCode::BadRequest;
    const auto length = head.field("Content-Length");
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (length && !std::all_of(length->begin(), length->end(), isDigit)) // Beast takes "5, 5" for 5
        return ErrorCode::BadRequest;
    const auto coding = head.field("Transfer-Encoding");
    if (coding && (!isSameToken(*coding, "chunked") || version == 10 || head.field("Content-Length")))
        return ErrorCode::BadRequest;
    for (const char c : head.target) {
        if (quint8(c) <= 0x20 || quint8(c) >= 0x7f)
            return ErrorCode::BadRequest;
    }
    return std::nullopt;
}

} // namespace

RequestParser::RequestParser(const RequestLimits &limits) : m_limits(limits) {}
RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser &&) noexcept = default;
RequestParser &RequestParser::operator=(RequestParser &&) noexcept = default;

Result<qsizetype> RequestParser::feed(QByteArrayView input)
{
    if (isHeadComplete())
        return feedBody(input);
    const auto used = feedHead(input);
    if (!used || !isHeadComplete())
        return used;
    const auto usedByBody = feedBody(input.sliced(*used));
    if (!usedByBody)
        return usedByBody;
    return *used + *usedByBody;
}

Result<qsizetype> RequestParser::feedHead(QByteArrayView input)
{
    // A line break or two before a request line is tolerated (RFC 9112, section 2.2).
    qsizetype skipped = 0;
    while (skipped < 4 && input.sliced(skipped).startsWith("\r\n"))
        skipped += 2;
    const QByteArrayView rest = input.sliced(skipped);

    const qsizetype scanFrom = std::max<qsizetype>(0, m_scannedBytes - skipped - 3);
    const qsizetype end = rest.indexOf("\r\n\r\n", std::min(scanFrom, rest.size()));
    m_scannedBytes = input.size();
    if (end == -1) {
        if (rest.size() > m_limits.maxHeadBytes) {
            const bool isStillRequestLine = !rest.first(m_limits.maxTargetBytes).contains('\n');
            return failure(isStillRequestLine ? ErrorCode::TargetTooLong : ErrorCode::HeadTooLarge);
        }
        return qsizetype(0);
    }
    const QByteArrayView head = rest.first(end + 4);
    if (head.size() > m_limits.maxHeadBytes)
        return failure(ErrorCode::HeadTooLarge);
    if (hasFoldedLine(head))
        return failure(ErrorCode::BadRequest);

    m_parser = std::make_unique<BeastParser>(m_limits);
    boost::beast::error_code error;
    m_parser->put(boost::asio::const_buffer(head.data(), size_t(head.size())), error);
    if (error)
        return failure(translated(error));
    RequestHead &parsed = m_parser->request.head;
    if (parsed.target.size() > m_limits.maxTargetBytes)
        return failure(ErrorCode::TargetTooLong);
    if (const auto flaw = judgeHead(parsed, m_parser->version))
        return failure(*flaw);
    parsed.version = m_parser->version;
    parsed.keepsAlive = m_parser->keep_alive();
    if (m_parser->chunked())
        m_chunkedBody.emplace(m_limits.maxBodyBytes);
    return skipped + head.size();
}

Result<qsizetype> RequestParser::feedBody(QByteArrayView input)
{
    if (m_chunkedBody)
        return m_chunkedBody->feed(input, m_parser->request.body);

    qsizetype used = 0;
    while (!m_parser->is_done() && used < input.size()) {
        boost::beast::error_code error;
        const size_t taken
            = m_parser->put(boost::asio::const_buffer(input.data() + used, size_t(input.size() - used)), error);
        used += qsizetype(taken);
        if (error)
            return failure(translated(error));
        if (taken == 0)
            break;
    }
    return used;
}

bool RequestParser::isHeadComplete() const
{
    return m_parser && m_parser->is_header_done();
}

bool RequestParser::isComplete() const
{
    return m_parser && (m_chunkedBody ? m_chunkedBody->isComplete() : m_parser->is_done());
}

const RequestHead &RequestParser::head() const
{
    return m_parser->request.head;
}

bool RequestParser::expectsContinue() const
{
    const auto expectation = head().field("Expect");
    return expectation && isSameToken(*expectation, "100-continue");
}

Request RequestParser::takeRequest()
{
    return std::move(m_parser->request);
}

} // namespace http
