#pragma once

#include "http/errorcode.h"

#include <QByteArray>
#include <QByteArrayView>

namespace http {

/// Takes the framing off a body in the transfer coding `chunked` (RFC 9112, section 7.1), strictly.
///
/// A chunk's size is 1 to 16 hexadecimal digits; what follows a semicolon is ignored up to the end of the line; trailer
/// fields are refused. Where a line ends never depends on quotes, nor on how the bytes arrive.
/// Thread: any, one at a time.
class ChunkedBody final
{
public:
    explicit ChunkedBody(qsizetype maxBytes) : m_bytesLeft(maxBytes) {}

    /// Appends the data in @p input to @p body and returns how many bytes of the input are used up. The rest is to be
    /// fed again when more has come. Errors: BadRequest, BodyTooLarge.
    [[nodiscard]] Result<qsizetype> feed(QByteArrayView input, QByteArray &body);

    [[nodiscard]] bool isComplete() const noexcept { return m_state == State::Complete; }

private:
    enum class State { Size, Data, DataEnd, LastEnd, Complete };

    [[nodiscard]] Result<qsizetype> feedSize(QByteArrayView input);
    [[nodiscard]] Result<qsizetype> feedLineEnd(QByteArrayView input, State next);
    [[nodiscard]] qsizetype feedData(QByteArrayView input, QByteArray &body);
    [[nodiscard]] Result<qsizetype> feedState(QByteArrayView input, QByteArray &body);

    State m_state = State::Size;
    qsizetype m_chunkBytesLeft = 0;
    qsizetype m_bytesLeft; ///< that the whole body may still have
};

} // namespace http
