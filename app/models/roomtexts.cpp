#include "models/roomtexts.h"

#include "models/namelist.h"
#include "models/personlook.h"

#include "markup/parser.h"
#include "markup/styledtext.h"

namespace models {

using protocol::chat::Message;
using protocol::chat::Room;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;
using protocol::chat::RoomKind;
using protocol::chat::User;

QString oneLine(const QString &text, const markup::EmojiCatalogue &emoji, int mostCharacters)
{
    // Marks around what is cut off would stay visible; a little more text than is shown makes that rare.
    const QString beginning = text.left(mostCharacters + mostCharacters / 2);
    QString line = markup::plainText(markup::parse(beginning, {.mentions = {}, .emoji = &emoji})).simplified();
    if (line.size() > mostCharacters) {
        const bool isSplitPair = line.at(mostCharacters - 1).isHighSurrogate();
        line = line.left(mostCharacters - (isSplitPair ? 1 : 0)) + QChar(0x2026);
    }
    return line;
}

QString RoomTexts::otherUser(const Room &room) const
{
    if (room.kind != RoomKind::Direct)
        return {};
    for (const QString &id : room.directMembers) {
        if (id != m_client.me().id)
            return id;
    }
    return m_client.me().id;
}

QString RoomTexts::name(const Room &room) const
{
    if (room.kind != RoomKind::Direct)
        return room.name;
    const QString other = otherUser(room);
    return other == m_client.me().id ? tr("Notes to myself") : nameOrSomebody(other);
}

QString RoomTexts::color(const Room &room) const
{
    const QString other = otherUser(room);
    const User *user = other.isEmpty() ? nullptr : m_client.users().user(other);
    return user != nullptr ? colorOf(*user) : colorFor(room.id);
}

QString RoomTexts::preview(const Room &room, const Message &message, const markup::EmojiCatalogue &emoji) const
{
    const QString text = oneLine(message.text, emoji);
    if (message.by == m_client.me().id)
        return tr("You: %1").arg(text);
    if (room.kind == RoomKind::Direct)
        return text;
    return tr("%1: %2").arg(nameOrSomebody(message.by), text);
}

QString RoomTexts::typing(const QStringList &users) const
{
    QStringList names;
    for (const QString &id : users)
        names.append(nameOrSomebody(id));
    if (names.isEmpty())
        return {};
    if (names.size() > 3)
        return tr("Several people are typing…");
    if (names.size() == 1)
        return tr("%1 is typing…").arg(names.first());
    return tr("%1 are typing…").arg(nameList(names));
}

QString RoomTexts::nameOrSomebody(const QString &user) const
{
    const QString name = m_client.users().nameOf(user);
    return name.isEmpty() ? tr("Somebody") : name;
}

QString RoomTexts::event(const RoomEvent &event) const
{
    const QString by = nameOrSomebody(event.by);
    switch (event.type) {
    case RoomEventType::RoomCreated:
        return event.by.isEmpty() ? tr("This is the beginning of the room") : tr("%1 made this room").arg(by);
    case RoomEventType::RoomUpdated:
        if (event.detail.contains(QLatin1String("name")))
            return tr("%1 renamed the room to “%2”").arg(by, event.text(QLatin1String("name")));
        if (event.detail.contains(QLatin1String("topic"))) {
            const QString topic = event.text(QLatin1String("topic"));
            return topic.isEmpty() ? tr("%1 removed the topic").arg(by) : tr("%1 set the topic: %2").arg(by, topic);
        }
        return tr("%1 changed the room").arg(by);
    default:
        return memberEvent(event);
    }
}

QString RoomTexts::memberEvent(const RoomEvent &event) const
{
    const QString by = nameOrSomebody(event.by);
    const QString user = nameOrSomebody(event.user());
    const bool isOwn = event.by == event.user() || event.by.isEmpty();
    switch (event.type) {
    case RoomEventType::MemberJoined:
        return isOwn ? tr("%1 joined").arg(user) : tr("%1 added %2").arg(by, user);
    case RoomEventType::MemberLeft:
        return tr("%1 left").arg(user);
    case RoomEventType::MemberKicked:
        return tr("%1 removed %2").arg(by, user);
    case RoomEventType::MemberBanned:
        return tr("%1 banned %2").arg(by, user);
    case RoomEventType::MemberUnbanned:
        return tr("%1 lifted the ban of %2").arg(by, user);
    case RoomEventType::MemberMuted:
        return event.number(QLatin1String("until")) == 0 ? tr("%1 lets %2 write again").arg(by, user)
                                                         : tr("%1 muted %2").arg(by, user);
    case RoomEventType::MemberRole:
        return tr("%1 changed the role of %2").arg(by, user);
    default:
        return {};
    }
}

} // namespace models
