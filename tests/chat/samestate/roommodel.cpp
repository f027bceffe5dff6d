#include "samestate/roommodel.h"

#include <QJsonObject>

#include <algorithm>

namespace {

const QLatin1String seqField("seq");
const QLatin1String userField("user");

QString text(const QCborMap &map, QLatin1String field)
{
    return map.value(field).toString();
}

qint64 number(const QCborMap &map, QLatin1String field)
{
    return map.value(field).toInteger();
}

void removeAll(QCborMap &map, std::initializer_list<QLatin1String> fields)
{
    for (const QLatin1String field : fields)
        map.remove(field);
}

/// What a member.* event says stays out of the room's own fields.
void keepRoomFields(QCborMap &room)
{
    removeAll(room,
              {QLatin1String("seq"), QLatin1String("read"), QLatin1String("unread"), QLatin1String("mentions"),
               QLatin1String("last"), QLatin1String("role"), QLatin1String("mutedUntil"), QLatin1String("members")});
}

void blank(QCborMap &message)
{
    removeAll(message, {QLatin1String("mentions"), QLatin1String("pinned"), QLatin1String("edited")});
    message.insert(QLatin1String("text"), QString());
    message.insert(QLatin1String("deleted"), true);
    message.insert(QLatin1String("reactions"), QCborArray());
    message.insert(QLatin1String("attachments"), QCborArray());
}

} // namespace

RoomModel::RoomModel(const QString &me, const QCborMap &room)
    : m_me(me), m_room(room), m_seq(number(room, seqField)), m_read(number(room, QLatin1String("read")))
{
    keepRoomFields(m_room);
}

void RoomModel::addMessages(const QCborArray &messages)
{
    for (const QCborValue message : messages)
        m_messages.insert(number(message.toMap(), seqField), message.toMap());
}

void RoomModel::addMembers(const QCborArray &members)
{
    for (const QCborValue entry : members) {
        const QCborMap member = entry.toMap();
        QCborMap kept{{QLatin1String("role"), member.value(QLatin1String("role"))}};
        if (const qint64 until = number(member, QLatin1String("mutedUntil")); until > 0)
            kept.insert(QLatin1String("mutedUntil"), until);
        m_members.insert(text(member, userField), kept);
    }
}

void RoomModel::setPins(const QCborArray &messages)
{
    m_pins.clear();
    for (const QCborValue message : messages)
        m_pins.append(text(message.toMap(), QLatin1String("id")));
}

bool RoomModel::apply(const QCborMap &event)
{
    const qint64 seq = number(event, seqField);
    if (seq <= m_seq)
        return true;
    if (seq != m_seq + 1)
        return false;
    m_seq = seq;
    const QString type = text(event, QLatin1String("type"));
    if (type.startsWith(QLatin1String("member.")))
        applyToMembers(type, event);
    else if (type.startsWith(QLatin1String("room.")))
        applyToRoom(type, event);
    else
        applyToMessage(type, event);
    return true;
}

void RoomModel::applyToRoom(const QString &type, const QCborMap &event)
{
    if (type != QLatin1String("room.updated"))
        return;
    for (const QLatin1String field : {QLatin1String("name"), QLatin1String("topic")}) {
        if (event.contains(field))
            m_room.insert(field, event.value(field));
    }
    if (event.contains(QLatin1String("slowModeMs"))) {
        m_room.remove(QLatin1String("slowModeMs"));
        if (number(event, QLatin1String("slowModeMs")) > 0)
            m_room.insert(QLatin1String("slowModeMs"), event.value(QLatin1String("slowModeMs")));
    }
    if (event.contains(QLatin1String("announcementOnly"))) {
        m_room.remove(QLatin1String("announcementOnly"));
        if (event.value(QLatin1String("announcementOnly")).toBool())
            m_room.insert(QLatin1String("announcementOnly"), true);
    }
}

void RoomModel::applyToMessage(const QString &type, const QCborMap &event)
{
    if (type == QLatin1String("message.posted")) {
        const QCborMap message = event.value(QLatin1String("message")).toMap();
        m_messages.insert(number(message, seqField), message);
        if (text(event, QLatin1String("by")) == m_me)
            m_read = m_seq;
        return;
    }
    const QString id = text(event, QLatin1String("id"));
    const auto it = std::find_if(m_messages.begin(), m_messages.end(),
                                 [&id](const QCborMap &message) { return text(message, QLatin1String("id")) == id; });
    if (type == QLatin1String("message.deleted") || type == QLatin1String("message.unpinned"))
        m_pins.removeAll(id);
    if (it == m_messages.end())
        return;
    QCborMap &message = *it;
    if (type == QLatin1String("message.deleted")) {
        blank(message);
    } else if (message.value(QLatin1String("deleted")).toBool()) {
        return; // what was done to it before has gone with it
    } else if (type == QLatin1String("message.edited")) {
        message.insert(QLatin1String("text"), event.value(QLatin1String("text")));
        message.insert(QLatin1String("edited"), event.value(QLatin1String("at")));
        message.remove(QLatin1String("mentions"));
        if (!event.value(QLatin1String("mentions")).toArray().isEmpty())
            message.insert(QLatin1String("mentions"), event.value(QLatin1String("mentions")));
    } else if (type == QLatin1String("message.pinned")) {
        message.insert(QLatin1String("pinned"), true);
        m_pins.removeAll(id);
        m_pins.append(id);
    } else if (type == QLatin1String("message.unpinned")) {
        message.remove(QLatin1String("pinned"));
    } else {
        applyToReactions(type == QLatin1String("reaction.added"), message, event);
    }
}

void RoomModel::applyToReactions(bool isAdded, QCborMap &message, const QCborMap &event) const
{
    const QString emoji = text(event, QLatin1String("emoji"));
    const QString user = text(event, QLatin1String("by"));
    QCborArray reactions;
    bool isKnown = false;
    for (const QCborValue entry : message.value(QLatin1String("reactions")).toArray()) {
        QCborMap reaction = entry.toMap();
        if (text(reaction, QLatin1String("emoji")) == emoji) {
            isKnown = true;
            QCborArray users;
            for (const QCborValue other : reaction.value(QLatin1String("users")).toArray()) {
                if (other.toString() != user)
                    users.append(other);
            }
            if (isAdded)
                users.append(user);
            if (users.isEmpty())
                continue;
            reaction.insert(QLatin1String("users"), users);
        }
        reactions.append(reaction);
    }
    if (isAdded && !isKnown)
        reactions.append(QCborMap{{QLatin1String("emoji"), emoji}, {QLatin1String("users"), QCborArray{user}}});
    message.insert(QLatin1String("reactions"), reactions);
}

void RoomModel::addMember(const QString &user, const QString &role)
{
    m_members.insert(user, {{QLatin1String("role"), role}});
    if (user == m_me)
        m_read = m_seq;
}

void RoomModel::applyToMembers(const QString &type, const QCborMap &event)
{
    const QString user = text(event, userField);
    if (type == QLatin1String("member.joined")) {
        addMember(user, text(event, QLatin1String("role")));
    } else if (type == QLatin1String("member.left") || type == QLatin1String("member.kicked")
               || type == QLatin1String("member.banned")) {
        m_members.remove(user);
    } else if (type == QLatin1String("member.muted") && m_members.contains(user)) {
        m_members[user].remove(QLatin1String("mutedUntil"));
        if (const qint64 until = number(event, QLatin1String("until")); until > 0)
            m_members[user].insert(QLatin1String("mutedUntil"), until);
    } else if (type == QLatin1String("member.role") && m_members.contains(user)) {
        m_members[user].insert(QLatin1String("role"), event.value(QLatin1String("role")));
    }
}

bool RoomModel::countsAsUnread(const QCborMap &message) const
{
    return number(message, seqField) > m_read && text(message, QLatin1String("by")) != m_me
        && !message.value(QLatin1String("deleted")).toBool();
}

int RoomModel::unread() const
{
    return int(std::count_if(m_messages.begin(), m_messages.end(),
                             [this](const QCborMap &message) { return countsAsUnread(message); }));
}

int RoomModel::mentions() const
{
    return int(std::count_if(m_messages.begin(), m_messages.end(), [this](const QCborMap &message) {
        const QCborArray people = message.value(QLatin1String("mentions")).toArray();
        return countsAsUnread(message) && (people.contains(m_me) || people.contains(QStringLiteral("*")));
    }));
}

QString RoomModel::lastMessage() const
{
    for (auto it = m_messages.end(); it != m_messages.begin();) {
        --it;
        if (!it->value(QLatin1String("deleted")).toBool())
            return text(*it, QLatin1String("id"));
    }
    return {};
}

QCborMap RoomModel::snapshot() const
{
    QCborArray messages;
    for (const QCborMap &message : m_messages)
        messages.append(message);
    QCborMap members;
    for (auto it = m_members.begin(); it != m_members.end(); ++it)
        members.insert(it.key(), it.value());
    const QCborMap all{
        {QLatin1String("room"), m_room},         {QLatin1String("seq"), m_seq},
        {QLatin1String("read"), m_read},         {QLatin1String("unread"), unread()},
        {QLatin1String("mentions"), mentions()}, {QLatin1String("messages"), messages},
        {QLatin1String("members"), members},     {QLatin1String("pins"), QCborArray::fromStringList(m_pins)},
    };
    // A way through JSON sorts the fields.
    return QCborMap::fromJsonObject(all.toJsonObject());
}
