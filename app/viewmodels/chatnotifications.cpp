#include "viewmodels/chatnotifications.h"

#include "viewmodels/notificationpolicy.h"

#include <algorithm>

namespace viewmodels {

using platform::Notification;
using platform::Notifier;
using protocol::chat::Message;
using protocol::chat::RoomKind;
using session::ChatClient;
using session::NotifyLevel;
using session::RoomDirectory;
using session::RoomState;

namespace {

NotifyLevel levelOf(SettingsViewModel::Notifications notifications)
{
    switch (notifications) {
    case SettingsViewModel::Notifications::All:
        return NotifyLevel::All;
    case SettingsViewModel::Notifications::Mentions:
        return NotifyLevel::Mentions;
    case SettingsViewModel::Notifications::Nothing:
        return NotifyLevel::Nothing;
    }
    return NotifyLevel::Mentions;
}

} // namespace

ChatNotifications::ChatNotifications(ServerSession &session, SettingsViewModel &settings, Notifier &notifier,
                                     const markup::EmojiCatalogue &emoji, QObject *parent)
    : QObject(parent), m_session(session), m_client(session.client()), m_settings(settings), m_notifier(notifier),
      m_emoji(emoji), m_texts(session.client())
{
    rememberUnread();
    connect(&m_client.rooms(), &RoomDirectory::messageArrived, this, &ChatNotifications::handleArrival);
    connect(&m_client.rooms(), &RoomDirectory::changed, this, &ChatNotifications::handleRoom);
    connect(&m_client.rooms(), &RoomDirectory::removed, this, &ChatNotifications::handleRoom);
    connect(&m_client, &ChatClient::stateChanged, this, [this](session::ConnectionState state) {
        if (state == session::ConnectionState::Waiting || state == session::ConnectionState::Offline)
            rememberUnread();
    });
    connect(&m_client, &ChatClient::caughtUp, this, &ChatNotifications::summarize);
    connect(&m_client.users(), &session::UserDirectory::userChanged, this, &ChatNotifications::showWaiting);
    connect(&m_client.users(), &session::UserDirectory::usersReset, this, &ChatNotifications::showWaiting);
    followNotifier();
}

ChatNotifications::~ChatNotifications()
{
    for (const QString &room : std::as_const(m_shown))
        m_notifier.close(keyOf(room));
}

void ChatNotifications::followNotifier()
{
    connect(&m_notifier, &Notifier::activated, this, [this](const QString &key) {
        if (const QString room = roomOf(key); !room.isEmpty())
            Q_EMIT roomChosen(room);
    });
    connect(&m_notifier, &Notifier::replied, this, [this](const QString &key, const QString &text) {
        const QString room = roomOf(key);
        if (!room.isEmpty() && !text.trimmed().isEmpty())
            m_client.outbox().post(room, text.trimmed());
    });
    connect(&m_notifier, &Notifier::markedRead, this, [this](const QString &key) {
        if (const RoomState *state = m_client.rooms().room(roomOf(key)))
            m_client.markRead(state->room.id, state->room.seq);
    });
}

void ChatNotifications::setRoomBeingRead(const QString &roomId)
{
    m_roomBeingRead = roomId;
}

QString ChatNotifications::roomOf(const QString &key) const
{
    const QString prefix = keyOf({});
    return key.startsWith(prefix) ? key.mid(prefix.size()) : QString();
}

bool ChatNotifications::isWorthTelling(const RoomState &state, bool isMention) const
{
    ArrivalSituation situation;
    situation.roomLevel = state.notify;
    situation.generalLevel = levelOf(m_settings.notifications());
    situation.isDoNotDisturb = m_settings.doNotDisturb()
        || m_client.users().presence(m_client.me().id).state == protocol::chat::PresenceState::DoNotDisturb;
    situation.isMention = isMention;
    situation.isDirect = state.room.kind == RoomKind::Direct;
    situation.isBeingRead = state.room.id == m_roomBeingRead;
    return shouldNotify(situation);
}

void ChatNotifications::handleArrival(const Message &message)
{
    const RoomState *state = m_client.rooms().room(message.room);
    if (state == nullptr)
        return;
    const bool isMention = message.mentions.contains(m_client.me().id) || message.mentions.contains(QLatin1String("*"));
    if (!isWorthTelling(*state, isMention))
        return;
    if (m_client.users().user(message.by) == nullptr) { // somebody new: the server tells of them in a moment
        m_waiting.append(message);
        return;
    }
    const bool showsText = m_settings.showMessageText();
    show(*state, showsText ? m_texts.preview(state->room, message, m_emoji) : tr("New message"));
}

void ChatNotifications::showWaiting()
{
    for (const Message &message : std::exchange(m_waiting, {}))
        handleArrival(message);
}

void ChatNotifications::show(const RoomState &state, const QString &text)
{
    Notification notification;
    notification.key = keyOf(state.room.id);
    notification.title = m_texts.name(state.room);
    notification.text = text;
    notification.canReply = true;
    notification.canMarkRead = true;
    notification.sound = m_settings.sounds() ? Notification::Sound::Message : Notification::Sound::None;
    m_shown.insert(state.room.id);
    m_notifier.show(notification);
}

void ChatNotifications::rememberUnread()
{
    m_before.clear();
    for (const QString &id : m_client.rooms().ids()) {
        const RoomState &state = *m_client.rooms().room(id);
        m_before.insert(id, {state.room.seq, state.read, state.unread});
    }
}

int ChatNotifications::missedIn(const RoomState &state) const
{
    const Before before = m_before.value(state.room.id);
    // The server may not know yet of what was read last, and counts it again.
    const qint64 happened = state.room.seq - before.seq;
    const int unreadBefore = state.read == before.read ? before.unread : 0;
    return int(std::min<qint64>(state.unread - unreadBefore, happened));
}

void ChatNotifications::summarize()
{
    for (const QString &id : m_client.rooms().ids()) {
        const RoomState *state = m_client.rooms().room(id);
        const int missed = missedIn(*state);
        if (missed > 0 && isWorthTelling(*state, state->mentions > 0))
            show(*state, tr("%n new message(s)", nullptr, missed));
    }
    rememberUnread();
}

void ChatNotifications::handleRoom(const QString &roomId)
{
    if (!m_shown.contains(roomId))
        return;
    const RoomState *state = m_client.rooms().room(roomId);
    if (state != nullptr && state->unread > 0)
        return;
    m_shown.remove(roomId);
    m_notifier.close(keyOf(roomId));
}

} // namespace viewmodels
