#pragma once

#include <QByteArray>
#include <QCborValue>
#include <QList>

namespace protocol::socketio {

/// Whether the placeholders `{"_placeholder":true,"num":i}` in `data` and `count` attachments match one to one: each
/// `num` is an integer from 0 to count-1, and each of these occurs exactly once.
[[nodiscard]] bool hasMatchingPlaceholders(const QCborValue &data, int count);

/// Puts each attachment where its placeholder stands. The placeholders must match.
void restoreAttachments(QCborValue &data, const QList<QByteArray> &attachments);

} // namespace protocol::socketio
