#include "protocol/chat/message.h"

#include "protocol/chat/fieldreader.h"

#include <algorithm>

namespace protocol::chat {

namespace {

QCborArray toArray(const QList<Reaction> &reactions)
{
    QCborArray array;
    for (const Reaction &reaction : reactions) {
        array.append(QCborMap{{QLatin1String("emoji"), reaction.emoji},
                              {QLatin1String("users"), QCborArray::fromStringList(reaction.users)}});
    }
    return array;
}

/// Nothing when an entry is not as it should be.
std::optional<QList<Reaction>> reactionsFrom(const QCborArray &array)
{
    QList<Reaction> reactions;
    reactions.reserve(array.size());
    for (const auto &entry : array) {
        const QCborMap map = entry.toMap();
        FieldReader fields(map);
        Reaction reaction;
        reaction.emoji = fields.text(QLatin1String("emoji"), anyLength);
        reaction.users = fields.ids(QLatin1String("users"), anyLength);
        if (fields.hasFailed())
            return std::nullopt;
        reactions.append(std::move(reaction));
    }
    return reactions;
}

} // namespace

QCborMap Message::toMap() const
{
    QCborMap map{{QLatin1String("id"), id}, {QLatin1String("room"), room}, {QLatin1String("seq"), seq},
                 {QLatin1String("at"), at}, {QLatin1String("by"), by},     {QLatin1String("text"), text}};
    if (!replyTo.isEmpty())
        map.insert(QLatin1String("replyTo"), replyTo);
    if (editedAt != 0)
        map.insert(QLatin1String("edited"), editedAt);
    if (isDeleted)
        map.insert(QLatin1String("deleted"), true);
    if (isPinned)
        map.insert(QLatin1String("pinned"), true);
    if (!mentions.isEmpty())
        map.insert(QLatin1String("mentions"), QCborArray::fromStringList(mentions));
    map.insert(QLatin1String("reactions"), toArray(reactions));
    map.insert(QLatin1String("attachments"), attachments);
    return map;
}

std::optional<Message> Message::fromMap(const QCborMap &map)
{
    FieldReader fields(map);
    Message message;
    message.id = fields.id(QLatin1String("id"));
    message.room = fields.id(QLatin1String("room"));
    message.seq = fields.integer(QLatin1String("seq"), 0);
    message.at = fields.integer(QLatin1String("at"), 0);
    message.by = fields.id(QLatin1String("by"));
    message.text = fields.text(QLatin1String("text"), anyLength);
    message.replyTo = fields.optionalId(QLatin1String("replyTo"));
    message.editedAt = fields.optionalInteger(QLatin1String("edited"), 0).value_or(0);
    message.isDeleted = fields.optionalBoolean(QLatin1String("deleted")).value_or(false);
    message.isPinned = fields.optionalBoolean(QLatin1String("pinned")).value_or(false);
    if (fields.has(QLatin1String("mentions")))
        message.mentions = fields.ids(QLatin1String("mentions"), anyLength);
    auto reactions = reactionsFrom(fields.optionalMaps(QLatin1String("reactions"), anyLength));
    message.attachments = fields.optionalMaps(QLatin1String("attachments"), anyLength);
    if (fields.hasFailed() || !reactions)
        return std::nullopt;
    message.reactions = std::move(*reactions);
    return message;
}

QString messageId(const QString &room, qint64 seq)
{
    return room + u'-' + QString::number(seq);
}

std::optional<MessagePosition> messagePositionFrom(const QString &id)
{
    const qsizetype dash = id.lastIndexOf(u'-');
    if (dash <= 0)
        return std::nullopt;
    const QStringView number = QStringView(id).sliced(dash + 1);
    const bool isCanonical = !number.isEmpty() && number.front() != u'0'
        && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isInRange = false;
    const qint64 seq = number.toLongLong(&isInRange);
    if (!isCanonical || !isInRange || seq > maxExactInteger)
        return std::nullopt;
    return MessagePosition{id.left(dash), seq};
}

} // namespace protocol::chat
