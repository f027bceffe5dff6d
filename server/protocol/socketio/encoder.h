#pragma once

#include "protocol/socketio/packet.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCborArray>
#include <QList>
#include <QStringView>

#include <optional>

namespace protocol::socketio {

/// A packet as it goes on the wire: one text message, then one binary message per attachment, in order.
struct EncodedPacket
{
    QByteArray text; ///< without the Engine.IO type character
    QList<QByteArray> attachments;
};

/// Writes a packet. An Event or Ack whose data holds byte arrays becomes a binary one (`5n-`, `6n-`); an undefined
/// `data` writes no payload.
[[nodiscard]] EncodedPacket encode(const Packet &packet);

/// The same as encode() for an Event, without building a Packet: `nameAndArgs` is [name, args...].
[[nodiscard]] EncodedPacket encodeEvent(const QString &nsp, const QCborArray &nameAndArgs,
                                        std::optional<quint64> id = std::nullopt);

/// The same as encode() for an Event or Ack whose data is JSON already, without white space around it and without
/// binary values.
[[nodiscard]] EncodedPacket encodeJson(PacketType type, const QString &nsp, std::optional<quint64> id,
                                       QByteArrayView json);

/// Adds a further last argument to the text of an encoded Event or Ack, which always ends with `]`.
/// `json` is the argument as JSON (a string with its quotes). Used for the recovery offset, which comes after encoding.
void appendArgument(QByteArray &text, QByteArrayView json);

} // namespace protocol::socketio
