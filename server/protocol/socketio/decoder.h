#pragma once

#include "protocol/socketio/errorcode.h"
#include "protocol/socketio/packet.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace protocol::socketio {

/// The side that decodes. A server refuses CONNECT_ERROR; a client accepts it.
enum class Role : quint8 { Server, Client };

/// What a Decoder accepts. The size of one message is bounded by the transport.
struct DecoderLimits
{
    int maxAttachments = 10; ///< per packet
    int maxJsonDepth = 32; ///< arrays and objects inside one another, the event's own array included
    qsizetype maxNamespaceBytes = 512; ///< in UTF-8, the leading slash included
    qsizetype maxAttachmentBytes = 10'000'000; ///< of one packet's attachments together, held until it is complete
    Role role = Role::Server;
};

/// Turns the messages of one connection into Socket.IO packets, and puts binary packets together again.
///
/// One decoder serves one connection and sees its messages in order. While no packet is incomplete it holds no memory
/// but itself. After an error it is reset; the connection is expected to be closed.
/// Thread: any, one at a time.
class Decoder
{
public:
    explicit Decoder(DecoderLimits limits = {});
    ~Decoder();
    Decoder(Decoder &&) noexcept;
    Decoder &operator=(Decoder &&) noexcept;

    /// Takes the text of one message, in valid UTF-8 and without the Engine.IO type character. Returns the packet, or
    /// nothing while its attachments are still to come.
    [[nodiscard]] Result<std::optional<Packet>> addText(QByteArrayView text);

    /// Takes one binary message. Returns the packet once this was its last attachment.
    [[nodiscard]] Result<std::optional<Packet>> addBinary(const QByteArray &bytes);

    [[nodiscard]] bool isAwaitingAttachments() const noexcept { return m_pending != nullptr; }

    /// Forgets an incomplete packet.
    void reset() noexcept;

private:
    struct PendingPacket;

    [[nodiscard]] Packet takeCompletePacket();

    DecoderLimits m_limits;
    std::unique_ptr<PendingPacket> m_pending;
};

} // namespace protocol::socketio
