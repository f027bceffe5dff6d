#include "cache/messagerow.h"

#include "cache/statement.h"

#include <QCborMap>

namespace cache {

using protocol::chat::Message;
using protocol::chat::Reaction;

namespace {

// Short, because they stand in many rows.
constexpr QLatin1String mentionsKey("m");
constexpr QLatin1String reactionsKey("r");
constexpr QLatin1String attachmentsKey("a");

QStringList stringsIn(const QCborArray &array)
{
    QStringList strings;
    strings.reserve(array.size());
    for (const auto &value : array)
        strings.append(value.toString());
    return strings;
}

/// Each reaction is a list of the emoji and the users.
QCborArray toArray(const QList<Reaction> &reactions)
{
    QCborArray array;
    for (const Reaction &reaction : reactions) {
        QCborArray entry = QCborArray::fromStringList(reaction.users);
        entry.prepend(reaction.emoji);
        array.append(entry);
    }
    return array;
}

QList<Reaction> reactionsIn(const QCborArray &array)
{
    QList<Reaction> reactions;
    reactions.reserve(array.size());
    for (const auto &value : array) {
        QStringList entry = stringsIn(value.toArray());
        if (entry.isEmpty())
            continue;
        const QString emoji = entry.takeFirst();
        reactions.append({emoji, entry});
    }
    return reactions;
}

void readExtras(const QByteArray &cbor, Message &message)
{
    const QCborMap extras = QCborValue::fromCbor(cbor).toMap();
    message.mentions = stringsIn(extras.value(mentionsKey).toArray());
    message.reactions = reactionsIn(extras.value(reactionsKey).toArray());
    message.attachments = extras.value(attachmentsKey).toArray();
}

} // namespace

Message messageFrom(const Statement &row, const QString &room)
{
    Message message;
    message.room = room;
    message.seq = row.number(0);
    message.at = row.number(1);
    message.by = row.text(2);
    message.text = row.text(3);
    message.id = row.isNull(4) ? protocol::chat::messageId(room, message.seq) : row.text(4);
    message.replyTo = row.text(5);
    message.editedAt = row.number(6);
    message.isDeleted = row.flag(7);
    message.isPinned = row.flag(8);
    if (!row.isNull(9))
        readExtras(row.bytes(9), message);
    return message;
}

QVariant extrasOf(const Message &message)
{
    QCborMap extras;
    if (!message.mentions.isEmpty())
        extras.insert(mentionsKey, QCborArray::fromStringList(message.mentions));
    if (!message.reactions.isEmpty())
        extras.insert(reactionsKey, toArray(message.reactions));
    if (!message.attachments.isEmpty())
        extras.insert(attachmentsKey, message.attachments);
    return extras.isEmpty() ? QVariant() : QVariant(extras.toCborValue().toCbor());
}

} // namespace cache
