#include "http/chunkedbody.h"

#include <algorithm>
#include <charconv>

namespace http {

using protocol::failure;

namespace {

constexpr qsizetype maxLineBytes = 256;
constexpr qsizetype maxSizeDigits = 16; // what 64 bits hold

bool isExtensionText(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '\t' || (c >= ' ' && c <= '~'); });
}

} // namespace

Result<qsizetype> ChunkedBody::feed(QByteArrayView input, QByteArray &body)
{
    qsizetype used = 0;
    while (!isComplete() && used < input.size()) {
        const auto usedByState = feedState(input.sliced(used), body);
        if (!usedByState)
            return usedByState;
        if (*usedByState == 0)
            break;
        used += *usedByState;
    }
    return used;
}

Result<qsizetype> ChunkedBody::feedState(QByteArrayView input, QByteArray &body)
{
    switch (m_state) {
    case State::Size:
        return feedSize(input);
    case State::Data:
        return feedData(input, body);
    case State::DataEnd:
        return feedLineEnd(input, State::Size);
    case State::LastEnd:
        return feedLineEnd(input, State::Complete);
    case State::Complete:
        break;
    }
    return qsizetype(0);
}

Result<qsizetype> ChunkedBody::feedSize(QByteArrayView input)
{
    const qsizetype end = input.indexOf("\r\n");
    // A carriage return that is the last byte so far may be half of the line's end.
    const QByteArrayView line = end < 0 ? input.chopped(input.endsWith('\r') ? 1 : 0) : input.first(end);
    if (line.size() > maxLineBytes)
        return failure(ErrorCode::BadRequest);
    if (end < 0)
        return qsizetype(0);

    quint64 size = 0;
    const auto digits = std::from_chars(line.begin(), line.end(), size, 16);
    const QByteArrayView extension(digits.ptr, line.end());
    const bool isSize = digits.ec == std::errc() && digits.ptr - line.begin() <= maxSizeDigits;
    if (!isSize || (!extension.isEmpty() && !extension.startsWith(';')) || !isExtensionText(extension))
        return failure(ErrorCode::BadRequest);
    if (size > quint64(m_bytesLeft))
        return failure(ErrorCode::BodyTooLarge);

    m_chunkBytesLeft = qsizetype(size);
    m_bytesLeft -= m_chunkBytesLeft;
    m_state = size == 0 ? State::LastEnd : State::Data;
    return end + 2;
}

qsizetype ChunkedBody::feedData(QByteArrayView input, QByteArray &body)
{
    const qsizetype taken = std::min(m_chunkBytesLeft, input.size());
    body.append(input.first(taken));
    m_chunkBytesLeft -= taken;
    if (m_chunkBytesLeft == 0)
        m_state = State::DataEnd;
    return taken;
}

Result<qsizetype> ChunkedBody::feedLineEnd(QByteArrayView input, State next)
{
    constexpr QByteArrayView LineEnd = "\r\n";
    if (!LineEnd.startsWith(input.first(std::min(input.size(), LineEnd.size()))))
        return failure(ErrorCode::BadRequest);
    if (input.size() < LineEnd.size())
        return qsizetype(0);
    m_state = next;
    return LineEnd.size();
}

} // namespace http
