#include "require.h"

#include "http/requestparser.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace http;

namespace {

// Small, so that short inputs reach them.
constexpr RequestLimits Limits{.maxHeadBytes = 512, .maxFields = 8, .maxTargetBytes = 128, .maxBodyBytes = 256};

enum class Outcome { Incomplete, Refused, Complete };

struct Reading
{
    Outcome outcome = Outcome::Incomplete;
    qsizetype usedBytes = 0;
    Request request;
};

/// Feeds the input as a connection would that receives `pieceSize` bytes at a time.
Reading read(QByteArrayView input, qsizetype pieceSize)
{
    RequestParser parser(Limits);
    Reading reading;
    for (qsizetype received = 0; received < input.size();) {
        received = std::min(received + pieceSize, input.size());
        const QByteArrayView waiting = input.first(received).sliced(reading.usedBytes);
        const auto used = parser.feed(waiting);
        if (!used) {
            reading.outcome = Outcome::Refused;
            return reading;
        }
        fuzz::require(*used >= 0 && *used <= waiting.size(), "no more is used than was given");
        reading.usedBytes += *used;
        if (parser.isComplete()) {
            reading.outcome = Outcome::Complete;
            reading.request = parser.takeRequest();
            return reading;
        }
    }
    return reading;
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < '\x7f' && !QByteArrayView("\"(),/:;<=>?@[\\]{}").contains(c);
    });
}

bool isFieldValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || (quint8(c) >= ' ' && c != '\x7f'); });
}

void requireWellFormed(const Request &request)
{
    fuzz::require(isToken(request.head.method), "a method is a token");
    fuzz::require(!request.head.target.isEmpty() && request.head.target.size() <= Limits.maxTargetBytes, "target size");
    for (const char c : request.head.target)
        fuzz::require(c > ' ' && c < '\x7f', "a target is visible ASCII");
    fuzz::require(qsizetype(request.head.fields.size()) <= Limits.maxFields, "field count");
    for (const Field &field : request.head.fields) {
        fuzz::require(isToken(field.name), "a field name is a token");
        fuzz::require(isFieldValue(field.value), "a field value has no control characters");
    }
    fuzz::require(request.body.size() <= Limits.maxBodyBytes, "body size");
    fuzz::require(request.head.fieldCount("Content-Length") <= 1, "one length at most");
    fuzz::require(request.head.fieldCount("Host") <= 1, "one host at most");
    const bool hasBothLengths = request.head.field("Content-Length") && request.head.field("Transfer-Encoding");
    fuzz::require(!hasBothLengths, "one way to find the end of the body");
}

void requireSame(const Reading &whole, const Reading &pieces)
{
    fuzz::require(whole.outcome == pieces.outcome, "how the bytes arrive does not change the outcome");
    if (whole.outcome != Outcome::Complete)
        return;
    fuzz::require(whole.usedBytes == pieces.usedBytes, "how the bytes arrive does not change where a request ends");
    fuzz::require(whole.request.body == pieces.request.body, "how the bytes arrive does not change the body");
    const auto isSameField = [](const Field &a, const Field &b) { return a.name == b.name && a.value == b.value; };
    fuzz::require(std::ranges::equal(whole.request.head.fields, pieces.request.head.fields, isSameField),
                  "how the bytes arrive does not change the fields");
}

} // namespace

/// Input: what one connection sends. A request is well-formed or refused, and it does not matter in what pieces its
/// bytes arrive.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const Reading whole = read(input, qsizetype(size));
    if (whole.outcome == Outcome::Complete)
        requireWellFormed(whole.request);
    requireSame(whole, read(input, 1));
    requireSame(whole, read(input, 7));
    return 0;
}
