#pragma once

#include "viewmodels/serversession.h"
#include "viewmodels/settingsviewmodel.h"

#include "models/roomtexts.h"

#include "platform/notifier.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace viewmodels {

/// Tells people of what comes in on one server while they look elsewhere: one notification for each room, which goes
/// when the room is read. After a time without connection, rooms tell how much is new, and not each message.
/// Thread: UI thread.
class ChatNotifications final : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives it.
    ChatNotifications(ServerSession &session, SettingsViewModel &settings, platform::Notifier &notifier,
                      const markup::EmojiCatalogue &emoji, QObject *parent = nullptr);
    ~ChatNotifications() override;

    /// The room whose end is in front of somebody's eyes; empty: none.
    void setRoomBeingRead(const QString &roomId);

Q_SIGNALS:
    /// Somebody wants to see the room.
    void roomChosen(const QString &roomId);

private:
    /// How a room was when the connection was lost.
    struct Before
    {
        qint64 seq = 0;
        qint64 read = 0;
        int unread = 0;
    };

    void followNotifier();
    void handleArrival(const protocol::chat::Message &message);
    /// Shows what waited for its author's name.
    void showWaiting();
    void rememberUnread();
    [[nodiscard]] int missedIn(const session::RoomState &state) const;
    void summarize();
    void handleRoom(const QString &roomId);
    [[nodiscard]] bool isWorthTelling(const session::RoomState &state, bool isMention) const;
    [[nodiscard]] QString keyOf(const QString &roomId) const
    {
        return m_session.server().id + QLatin1Char('/') + roomId;
    }
    /// Empty when the notification is of another server.
    [[nodiscard]] QString roomOf(const QString &key) const;
    void show(const session::RoomState &state, const QString &text);

    ServerSession &m_session;
    session::ChatClient &m_client;
    SettingsViewModel &m_settings;
    platform::Notifier &m_notifier;
    const markup::EmojiCatalogue &m_emoji;
    const models::RoomTexts m_texts;
    QString m_roomBeingRead;
    QHash<QString, Before> m_before; ///< by room
    QSet<QString> m_shown; ///< rooms with a notification
    QList<protocol::chat::Message> m_waiting; ///< by people whose names are not known yet
};

} // namespace viewmodels
