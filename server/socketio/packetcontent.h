#pragma once

#include "protocol/socketio/encoder.h"

#include <QByteArray>
#include <QCborArray>
#include <QString>

#include <optional>

namespace socketio {

/// What an event or an acknowledgement carries, on its way out: as values, or as JSON where whoever sends it has
/// written that himself, which is much less work than making values of it first.
/// Thread: any (a value type).
class PacketContent final
{
public:
    /// @p values: [name, args…] of an event, [args…] of an acknowledgement. Not explicit: content usually is values.
    PacketContent(QCborArray values) : m_values(std::move(values)) {}
    /// @p json is such an array, without white space around it and without binary values.
    [[nodiscard]] static PacketContent fromJson(QByteArray json);

    /// The packet of @p type, Event or Ack, that carries it in namespace @p nsp.
    [[nodiscard]] protocol::socketio::EncodedPacket encode(protocol::socketio::PacketType type, const QString &nsp,
                                                           std::optional<quint64> id = std::nullopt) const;
    /// Read from the JSON where there is only that.
    [[nodiscard]] QCborArray values() const;

private:
    QCborArray m_values;
    QByteArray m_json; ///< empty: there are values
};

} // namespace socketio
