#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <span>

namespace net {

/// Reads the frames a client sends (RFC 6455, section 5), however they are cut into pieces, and joins fragments.
/// Strict: only masked frames, no extensions, lengths in their shortest form, text in well-formed UTF-8.
///
/// Memory grows with what has arrived, never with what a header announces. A message that arrives whole is handed on
/// where it lies, without a copy.
/// Thread: that of its owner (a value type).
class WebSocketFrameReader final
{
public:
    enum class Event : quint8 {
        NeedsMore, ///< the input is used up
        Text, ///< a whole message; payload() is valid UTF-8
        Binary, ///< a whole message
        Ping, ///< to be answered with the same payload
        Pong,
        Close, ///< the last frame; payload() is empty, or a valid code and reason
        ProtocolError, ///< nothing can be read any more, now and below
        InvalidText, ///< text, or the reason of a close frame, is not UTF-8
        TooLarge ///< a message beyond the limit
    };

    /// @p maxMessageBytes: a message that is longer, or says it will be, is not read on.
    explicit WebSocketFrameReader(qint64 maxMessageBytes) : m_maxMessageBytes(maxMessageBytes) {}

    /// Takes from the front of @p input, which it may change, until something has happened. Call it until it says
    /// NeedsMore or the connection is given up.
    [[nodiscard]] Event read(std::span<char> &input);

    /// What belongs to the event; valid until the next read() and as long as the input is.
    [[nodiscard]] QByteArrayView payload() const { return m_payload; }
    /// The same as an array of its own, without a copy where possible.
    [[nodiscard]] QByteArray takePayload();

private:
    static constexpr size_t largestHeader = 14;

    [[nodiscard]] bool takeHeader(std::span<char> &input);
    [[nodiscard]] size_t headerBytes() const;
    [[nodiscard]] Event judgeHeaderStart() const;
    [[nodiscard]] Event beginFrame();
    [[nodiscard]] Event takeFrame(std::span<char> &input);
    [[nodiscard]] Event takeControl(std::span<char> part);
    [[nodiscard]] Event takeData(std::span<char> part);
    [[nodiscard]] Event endWith(Event event);

    [[nodiscard]] quint8 opcode() const { return quint8(m_header[0]) & 0x0f; }
    [[nodiscard]] bool isFinal() const { return (quint8(m_header[0]) & 0x80) != 0; }
    [[nodiscard]] bool isControl() const { return (opcode() & 0x08) != 0; }

    qint64 m_maxMessageBytes;
    QByteArrayView m_payload;
    QByteArray m_message; ///< of the message that is being received, unmasked
    QByteArray m_control; ///< of the control frame that is being received, where it comes in pieces
    qint64 m_frameLeft = 0; ///< bytes of the frame that have not come yet
    qsizetype m_checkedBytes = 0; ///< of m_message: known to be whole UTF-8 sequences
    std::array<char, largestHeader> m_header = {};
    std::array<char, 4> m_mask = {}; ///< turned so that its first byte is for the next byte of the frame
    quint8 m_headerFill = 0;
    quint8 m_messageOpcode = 0; ///< of the message that is being received; 0 when none is
    bool m_isInFrame = false;
    bool m_isMessageHandedOn = false; ///< m_message belongs to the last event
    Event m_end = Event::NeedsMore; ///< what all further calls return, once it is something else
};

} // namespace net
