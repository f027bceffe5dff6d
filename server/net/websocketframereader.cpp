#include "net/websocketframereader.h"

#include "protocol/utf8.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <utility>

namespace net {

using protocol::isValidUtf8;
using protocol::wholeUtf8Bytes;

namespace {

enum Opcode : quint8 { Continuation = 0x0, Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xa };

constexpr quint8 reservedBits = 0x70;
constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7f;
constexpr quint8 lengthIn16Bits = 126;
constexpr quint8 lengthIn64Bits = 127;
constexpr quint8 largestControl = 125;

bool isKnown(quint8 opcode)
{
    return opcode <= Binary || (opcode >= Close && opcode <= Pong);
}

/// Section 7.4 of the RFC, and the codes registered since.
bool mayBeSent(quint16 closeCode)
{
    return (closeCode >= 1000 && closeCode <= 1003) || (closeCode >= 1007 && closeCode <= 1014)
        || (closeCode >= 3000 && closeCode <= 4999);
}

WebSocketFrameReader::Event judgeClose(QByteArrayView payload)
{
    using Event = WebSocketFrameReader::Event;
    if (payload.isEmpty())
        return Event::Close;
    if (payload.size() == 1 || !mayBeSent(qFromBigEndian<quint16>(payload.data())))
        return Event::ProtocolError;
    return isValidUtf8(payload.sliced(2)) ? Event::Close : Event::InvalidText;
}

void unmask(std::span<char> bytes, std::array<char, 4> &mask)
{
    std::array<char, 8> twice;
    std::copy(mask.begin(), mask.end(), twice.begin());
    std::copy(mask.begin(), mask.end(), twice.begin() + 4);
    quint64 wideMask;
    std::memcpy(&wideMask, twice.data(), sizeof wideMask);
    size_t i = 0;
    for (; i + sizeof wideMask <= bytes.size(); i += sizeof wideMask) {
        quint64 word;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        word ^= wideMask;
        std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    for (; i < bytes.size(); ++i)
        bytes[i] = char(bytes[i] ^ mask[i % 4]);
    std::rotate(mask.begin(), mask.begin() + bytes.size() % 4, mask.end());
}

} // namespace

WebSocketFrameReader::Event WebSocketFrameReader::read(std::span<char> &input)
{
    m_payload = {};
    if (std::exchange(m_isMessageHandedOn, false))
        m_message = QByteArray();
    if (!m_control.isEmpty() && !m_isInFrame)
        m_control = QByteArray();
    while (m_end == Event::NeedsMore) {
        if (!m_isInFrame && !takeHeader(input))
            break;
        const Event event = takeFrame(input);
        if (event != Event::NeedsMore)
            return event;
        if (m_isInFrame)
            break;
    }
    return m_end;
}

QByteArray WebSocketFrameReader::takePayload()
{
    const QByteArrayView payload = std::exchange(m_payload, {});
    if (m_isMessageHandedOn && payload.data() == m_message.constData())
        return std::exchange(m_message, {});
    return payload.toByteArray();
}

bool WebSocketFrameReader::takeHeader(std::span<char> &input)
{
    for (size_t size = headerBytes(); m_headerFill < size; size = headerBytes()) {
        if (input.empty())
            return false;
        const size_t count = std::min(size - m_headerFill, input.size());
        std::copy_n(input.begin(), count, m_header.begin() + m_headerFill);
        m_headerFill = quint8(m_headerFill + count);
        input = input.subspan(count);
        if (m_headerFill == 2 && endWith(judgeHeaderStart()) != Event::NeedsMore)
            return false;
    }
    return endWith(beginFrame()) == Event::NeedsMore;
}

size_t WebSocketFrameReader::headerBytes() const
{
    if (m_headerFill < 2)
        return 2;
    const quint8 length = quint8(m_header[1]) & lengthBits;
    const size_t extraLength = length == lengthIn64Bits ? 8 : length == lengthIn16Bits ? 2 : 0;
    return 2 + extraLength + m_mask.size();
}

WebSocketFrameReader::Event WebSocketFrameReader::judgeHeaderStart() const
{
    const bool isMasked = (quint8(m_header[1]) & maskBit) != 0;
    if ((quint8(m_header[0]) & reservedBits) != 0 || !isKnown(opcode()) || !isMasked)
        return Event::ProtocolError;
    if (isControl())
        return isFinal() && (quint8(m_header[1]) & lengthBits) <= largestControl ? Event::NeedsMore
                                                                                 : Event::ProtocolError;
    const bool isInMessage = m_messageOpcode != 0;
    return (opcode() == Continuation) == isInMessage ? Event::NeedsMore : Event::ProtocolError;
}

WebSocketFrameReader::Event WebSocketFrameReader::beginFrame()
{
    quint64 length = quint8(m_header[1]) & lengthBits;
    if (length == lengthIn16Bits) {
        length = qFromBigEndian<quint16>(&m_header[2]);
        if (length < lengthIn16Bits)
            return Event::ProtocolError;
    } else if (length == lengthIn64Bits) {
        length = qFromBigEndian<quint64>(&m_header[2]);
        if (length <= 0xffff || length >> 63 != 0)
            return Event::ProtocolError;
    }
    if (!isControl() && qint64(length) > m_maxMessageBytes - m_message.size())
        return Event::TooLarge;
    if (!isControl() && opcode() != Continuation)
        m_messageOpcode = opcode();
    std::copy_n(m_header.begin() + m_headerFill - m_mask.size(), m_mask.size(), m_mask.begin());
    m_frameLeft = qint64(length);
    m_headerFill = 0;
    m_isInFrame = true;
    return Event::NeedsMore;
}

WebSocketFrameReader::Event WebSocketFrameReader::takeFrame(std::span<char> &input)
{
    const std::span<char> part = input.first(std::min(size_t(m_frameLeft), input.size()));
    input = input.subspan(part.size());
    unmask(part, m_mask);
    m_frameLeft -= qint64(part.size());
    m_isInFrame = m_frameLeft > 0;
    return endWith(isControl() ? takeControl(part) : takeData(part));
}

WebSocketFrameReader::Event WebSocketFrameReader::takeControl(std::span<char> part)
{
    m_payload = QByteArrayView(part.data(), qsizetype(part.size()));
    if (m_isInFrame || !m_control.isEmpty()) {
        m_control.append(m_payload);
        m_payload = m_control;
    }
    if (m_isInFrame)
        return Event::NeedsMore;
    if (opcode() == Close)
        return judgeClose(m_payload);
    return opcode() == Ping ? Event::Ping : Event::Pong;
}

WebSocketFrameReader::Event WebSocketFrameReader::takeData(std::span<char> part)
{
    const bool isText = m_messageOpcode == Text;
    const bool isComplete = !m_isInFrame && isFinal();
    m_payload = QByteArrayView(part.data(), qsizetype(part.size()));
    if (!isComplete || !m_message.isEmpty()) {
        m_message.append(m_payload);
        m_payload = m_message;
    }
    if (isText) {
        const auto whole = wholeUtf8Bytes(m_payload.sliced(m_checkedBytes));
        if (!whole || (isComplete && m_checkedBytes + *whole != m_payload.size()))
            return Event::InvalidText;
        m_checkedBytes += *whole;
    }
    if (!isComplete)
        return Event::NeedsMore;
    m_messageOpcode = 0;
    m_checkedBytes = 0;
    m_isMessageHandedOn = true;
    return isText ? Event::Text : Event::Binary;
}

WebSocketFrameReader::Event WebSocketFrameReader::endWith(Event event)
{
    if (event == Event::Close || event >= Event::ProtocolError)
        m_end = event;
    if (event >= Event::ProtocolError)
        m_payload = {};
    return event;
}

} // namespace net
