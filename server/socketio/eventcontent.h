#pragma once

#include "protocol/socketio/encoder.h"

#include <QByteArray>
#include <QCborArray>
#include <QString>

namespace socketio {

/// The name and the arguments of an event on its way out: as values, or as JSON where whoever sends it has written that
/// himself, which is much less work than making values of it first.
/// Thread: any (a value type).
class EventContent final
{
public:
    /// @p nameAndArgs is [name, args…]. Not explicit: values are what an event usually is.
    EventContent(QCborArray nameAndArgs) : m_nameAndArgs(std::move(nameAndArgs)) {}
    /// @p json is such an array, without white space around it and without binary values.
    [[nodiscard]] static EventContent fromJson(QByteArray json);

    /// The packet that carries the event in namespace @p nsp.
    [[nodiscard]] protocol::socketio::EncodedPacket encode(const QString &nsp) const;
    /// [name, args…]; read from the JSON where there is only that.
    [[nodiscard]] QCborArray nameAndArgs() const;

private:
    QCborArray m_nameAndArgs;
    QByteArray m_json; ///< empty: there are values
};

} // namespace socketio
