#pragma once

#include "protocol/chat/roomevent.h"

#include <QCborArray>
#include <QString>
#include <QStringList>

namespace storage::sqlite {

/// An event on its way into the log, its seq already given.
struct NewEvent
{
    protocol::chat::RoomEvent &event;
    qint64 room = 0; ///< key
    qint64 actor = 0; ///< key
    qint64 message = 0; ///< seq of the message it is about, 0: none

    [[nodiscard]] qint64 seq() const { return event.seq; }
    [[nodiscard]] QString text(QLatin1String field) const { return event.text(field); }
    [[nodiscard]] qint64 number(QLatin1String field) const { return event.number(field); }
};

[[nodiscard]] inline QStringList stringsIn(const QCborArray &array)
{
    QStringList strings;
    for (const auto &entry : array)
        strings.append(entry.toString());
    return strings;
}

} // namespace storage::sqlite
