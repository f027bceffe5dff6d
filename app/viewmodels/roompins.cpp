#include "viewmodels/roompins.h"

#include "models/personlook.h"
#include "models/roomtexts.h"
#include "models/timetexts.h"

#include <algorithm>

namespace viewmodels {

using namespace std::chrono_literals;
using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;
using session::ChatClient;
using session::RoomDirectory;

RoomPins::RoomPins(ChatClient &client, QString room, const markup::EmojiCatalogue &emoji, QObject *parent)
    : QObject(parent), m_client(client), m_room(std::move(room)), m_emoji(emoji)
{
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(50ms);
    connect(&m_reloadTimer, &QTimer::timeout, this, &RoomPins::reload);
    connect(&client, &ChatClient::caughtUp, this, [this] { m_reloadTimer.start(); });
    connect(&client.rooms(), &RoomDirectory::eventApplied, this, [this](const RoomEvent &event) {
        const bool mayMatter = event.type == RoomEventType::MessagePinned
            || event.type == RoomEventType::MessageUnpinned || event.type == RoomEventType::MessageEdited
            || event.type == RoomEventType::MessageDeleted;
        if (event.room == m_room && mayMatter)
            m_reloadTimer.start();
    });
}

void RoomPins::load()
{
    m_isWanted = true;
    reload();
}

void RoomPins::reload()
{
    if (!m_isWanted)
        return;
    m_client.roomRequests().pins(m_room, this, [this](const session::Answer<QList<Message>> &messages) {
        if (messages)
            show(*messages);
    });
}

void RoomPins::show(const QList<Message> &messages)
{
    QList<models::Pin> pins;
    for (const Message &message : messages) {
        const protocol::chat::User *author = m_client.users().user(message.by);
        pins.prepend({message.id, m_client.users().nameOf(message.by),
                      author != nullptr ? models::colorOf(*author) : models::colorFor(message.by),
                      models::oneLine(message.text, m_emoji, 300), models::TimeTexts().messageTime(message.at)});
    }
    m_model.setPins(pins);
}

} // namespace viewmodels
