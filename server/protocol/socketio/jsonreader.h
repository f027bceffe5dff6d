#pragma once

#include "protocol/socketio/errorcode.h"

#include <QByteArrayView>
#include <QCborValue>

namespace protocol::socketio {

/// Reads one JSON array or object, which must start with the first byte; only white space may follow it.
///
/// Nesting beyond `maxDepth` (at most MaxJsonDepth) is refused before anything is built. Of an object's equal keys the
/// last one counts; keys come out sorted. A number outside the range of a double is an error.
/// Errors: BadJson, JsonTooDeep.
[[nodiscard]] Result<QCborValue> readJson(QByteArrayView text, int maxDepth);

} // namespace protocol::socketio
