#pragma once

#include "protocol/chat/message.h"
#include "protocol/chat/roomevent.h"

#include <algorithm>
#include <map>
#include <vector>

/// The messages of one room as somebody has them who only ever applied its events.
class AppliedEvents
{
public:
    void apply(const protocol::chat::RoomEvent &event)
    {
        using Type = protocol::chat::RoomEventType;
        const auto text = [&event](const char *field) { return event.detail.value(QLatin1String(field)).toString(); };
        if (event.type == Type::MessagePosted) {
            m_messages[event.seq] = event.message.value_or(protocol::chat::Message());
            return;
        }
        const auto position = protocol::chat::messagePositionFrom(text("id"));
        const auto found = position ? m_messages.find(position->seq) : m_messages.end();
        if (found == m_messages.end())
            return;
        protocol::chat::Message &message = found->second;
        switch (event.type) {
        case Type::MessageEdited:
            message.text = text("text");
            message.editedAt = event.at;
            message.mentions.clear();
            for (const auto &mention : event.detail.value(QLatin1String("mentions")).toArray())
                message.mentions.append(mention.toString());
            break;
        case Type::MessageDeleted:
            message = placeOf(message);
            m_pins.erase(std::remove(m_pins.begin(), m_pins.end(), message.seq), m_pins.end());
            break;
        case Type::MessagePinned:
            message.isPinned = true;
            m_pins.push_back(message.seq);
            break;
        case Type::MessageUnpinned:
            message.isPinned = false;
            m_pins.erase(std::remove(m_pins.begin(), m_pins.end(), message.seq), m_pins.end());
            break;
        case Type::ReactionAdded:
            add(message, text("emoji"), event.by);
            break;
        case Type::ReactionRemoved:
            remove(message, text("emoji"), event.by);
            break;
        default:
            break;
        }
    }
    [[nodiscard]] std::vector<protocol::chat::Message> messages() const
    {
        std::vector<protocol::chat::Message> list;
        for (const auto &[seq, message] : m_messages)
            list.push_back(message);
        return list;
    }
    [[nodiscard]] const std::vector<qint64> &pins() const { return m_pins; }

private:
    static protocol::chat::Message placeOf(const protocol::chat::Message &message)
    {
        protocol::chat::Message place;
        place.id = message.id;
        place.room = message.room;
        place.seq = message.seq;
        place.at = message.at;
        place.by = message.by;
        place.replyTo = message.replyTo;
        place.isDeleted = true;
        return place;
    }
    static void add(protocol::chat::Message &message, const QString &emoji, const QString &user)
    {
        for (protocol::chat::Reaction &reaction : message.reactions) {
            if (reaction.emoji == emoji) {
                reaction.users.append(user);
                return;
            }
        }
        message.reactions.append({emoji, {user}});
    }
    static void remove(protocol::chat::Message &message, const QString &emoji, const QString &user)
    {
        for (protocol::chat::Reaction &reaction : message.reactions) {
            if (reaction.emoji == emoji)
                reaction.users.removeOne(user);
        }
        message.reactions.removeIf([](const protocol::chat::Reaction &reaction) { return reaction.users.isEmpty(); });
    }

    std::map<qint64, protocol::chat::Message> m_messages;
    std::vector<qint64> m_pins;
};
