#pragma once

#include <QByteArray>
#include <QCborValue>
#include <QList>
#include <QStringView>

namespace protocol::socketio {

/// Appends `value` as compact JSON in UTF-8, byte for byte as JavaScript's JSON.stringify() writes the same value.
///
/// Integers have no fraction (1.0 gives `1`), other doubles the shortest digits that read back equal, in JavaScript's
/// notation (`1e+21`, `1e-7`); NaN, infinities and undefined give `null`; map entries whose value is undefined are left
/// out; maps keep their order and integer keys become strings; a lone surrogate becomes `\udXXX`; a date gives its ISO
/// text in UTC with milliseconds; a byte array gives what Node's Buffer gives (`{"type":"Buffer","data":[...]}`).
/// The value may be nested as deep as the stack allows: data from outside has passed a Decoder.
void appendJson(QByteArray &out, const QCborValue &value);

/// The same, but each byte array is moved out of the text: `{"_placeholder":true,"num":i}` stands for it, where i is
/// its index in `attachments`, to which it is appended.
void appendJson(QByteArray &out, const QCborValue &value, QList<QByteArray> &attachments);

/// Appends the text as a JSON string, quotes included.
void appendJsonString(QByteArray &out, QStringView text);

} // namespace protocol::socketio
