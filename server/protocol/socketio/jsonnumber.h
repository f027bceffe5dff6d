#pragma once

#include <QByteArray>

namespace protocol::socketio {

/// Appends the digits of an integer.
void appendJsonInteger(QByteArray &out, qint64 number);

/// Appends a number as JavaScript writes it: the shortest digits that read back equal, an exponent only below 1e-6 and
/// from 1e21 on, and `null` for NaN and the infinities. Source: Number::toString and SerializeJSONProperty in ECMA-262.
void appendJsonDouble(QByteArray &out, double number);

} // namespace protocol::socketio
