#pragma once

#include "viewmodels/chatnotifications.h"
#include "viewmodels/connectionviewmodel.h"
#include "viewmodels/personviewmodel.h"
#include "viewmodels/roomviewmodel.h"
#include "viewmodels/searchviewmodel.h"
#include "viewmodels/serversession.h"
#include "viewmodels/settingsviewmodel.h"
#include "viewmodels/switcherviewmodel.h"

#include "models/peoplemodel.h"
#include "models/publicroomsmodel.h"
#include "models/roomlistmodel.h"
#include "models/scheduledmodel.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <qqmlregistration.h>

#include <functional>
#include <memory>

namespace viewmodels {

/// One server: who and what is there, and the room that is open.
/// Thread: UI thread.
class ChatViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It comes from AppViewModel.chat")
    Q_PROPERTY(QString serverId READ serverId CONSTANT)
    Q_PROPERTY(QString serverName READ serverName NOTIFY serverNameChanged)
    Q_PROPERTY(QString address READ address CONSTANT)
    Q_PROPERTY(QString inviteLink READ inviteLink CONSTANT)
    Q_PROPERTY(viewmodels::PersonViewModel *me READ me CONSTANT)
    Q_PROPERTY(viewmodels::ConnectionViewModel *connection READ connection CONSTANT)
    Q_PROPERTY(models::RoomListModel *rooms READ rooms CONSTANT)
    Q_PROPERTY(QString roomFilter READ roomFilter WRITE setRoomFilter NOTIFY roomFilterChanged)
    Q_PROPERTY(viewmodels::RoomViewModel *room READ room NOTIFY roomChanged)
    Q_PROPERTY(viewmodels::SearchViewModel *search READ search CONSTANT)
    Q_PROPERTY(viewmodels::SwitcherViewModel *switcher READ switcher CONSTANT)
    Q_PROPERTY(models::PeopleModel *people READ people CONSTANT)
    Q_PROPERTY(models::PublicRoomsModel *directory READ directory CONSTANT)
    Q_PROPERTY(models::ScheduledModel *scheduled READ scheduled CONSTANT)
    Q_PROPERTY(bool canCreateRoom READ canCreateRoom NOTIFY canCreateRoomChanged)
    Q_PROPERTY(bool canAnnounce READ canAnnounce NOTIFY canAnnounceChanged)
    Q_PROPERTY(int unread READ unread NOTIFY unreadChanged)
    Q_PROPERTY(int mentions READ mentions NOTIFY mentionsChanged)

public:
    /// What all servers share. All of it outlives it.
    struct Parts
    {
        const markup::EmojiCatalogue &emoji;
        SettingsViewModel &settings;
        platform::Notifier &notifier;
        std::function<void(const QString &text)> copy; ///< to the clipboard
    };

    ChatViewModel(std::unique_ptr<ServerSession> session, const Parts &parts, QObject *parent = nullptr);
    ~ChatViewModel() override;

    [[nodiscard]] const QString &serverId() const { return m_session->server().id; }
    [[nodiscard]] const QString &serverName() const { return m_serverName; }
    /// `host:port`.
    [[nodiscard]] const QString &address() const { return m_session->server().address; }
    /// `confab://host:port`.
    [[nodiscard]] const QString &inviteLink() const { return m_inviteLink; }
    [[nodiscard]] viewmodels::PersonViewModel *me() { return &m_me; }
    [[nodiscard]] viewmodels::ConnectionViewModel *connection() { return &m_connection; }
    [[nodiscard]] models::RoomListModel *rooms() { return &m_rooms; }
    /// Only rooms with this in their name are in the list.
    [[nodiscard]] const QString &roomFilter() const { return m_roomFilter; }
    void setRoomFilter(const QString &roomFilter);
    /// The one that is open; null: none.
    [[nodiscard]] viewmodels::RoomViewModel *room() { return m_room; }
    [[nodiscard]] viewmodels::SearchViewModel *search() { return &m_search; }
    [[nodiscard]] viewmodels::SwitcherViewModel *switcher() { return &m_switcher; }
    [[nodiscard]] models::PeopleModel *people() { return &m_people; }
    [[nodiscard]] models::PublicRoomsModel *directory() { return &m_directory; }
    [[nodiscard]] models::ScheduledModel *scheduled() { return &m_scheduled; }
    [[nodiscard]] bool canCreateRoom() const { return m_canCreateRoom; }
    /// Whether one may announce to everybody.
    [[nodiscard]] bool canAnnounce() const { return m_canAnnounce; }
    /// In all rooms that are not muted.
    [[nodiscard]] int unread() const { return m_unread; }
    [[nodiscard]] int mentions() const { return m_mentions; }

    /// Somebody on the server, who need not be known yet; the same object each time, which lives as long as this.
    Q_INVOKABLE viewmodels::PersonViewModel *person(const QString &userId);
    /// Makes it the current one.
    Q_INVOKABLE void openRoom(const QString &roomId);
    /// Opens the conversation with somebody, which is made if need be.
    Q_INVOKABLE void openDirect(const QString &userId);
    /// No room is open then, as when the list alone is shown.
    Q_INVOKABLE void closeRoom();
    /// Makes a room and opens it.
    Q_INVOKABLE void createRoom(const QString &name, bool isPrivate, const QString &topic);
    /// Becomes a member and opens it.
    Q_INVOKABLE void joinRoom(const QString &roomId);
    /// Ends the membership.
    Q_INVOKABLE void leaveRoom(const QString &roomId);
    /// Opens the room below in the list.
    Q_INVOKABLE void nextRoom();
    /// The one above.
    Q_INVOKABLE void previousRoom();
    /// The next below with something unread.
    Q_INVOKABLE void nextUnreadRoom();
    /// The next above.
    Q_INVOKABLE void previousUnreadRoom();
    /// Opens the room at the message.
    Q_INVOKABLE void openMessage(const QString &roomId, const QString &messageId);
    /// What others see of oneself; a Presence.State.
    Q_INVOKABLE void setPresence(int state, const QString &status);
    /// Takes another name.
    Q_INVOKABLE void rename(const QString &name);
    /// Takes another colour, `#rrggbb`; empty: the one made from the id.
    Q_INVOKABLE void setColor(const QString &color);
    /// Protects the name; empty: no longer.
    Q_INVOKABLE void setPassword(const QString &password);
    /// Connects as somebody else, or with a password, after a refusal.
    Q_INVOKABLE void signIn(const QString &name, const QString &password, const QString &serverPassword);
    /// Posts to everybody.
    Q_INVOKABLE void announce(const QString &text);
    /// Asks for scheduled messages and reminders.
    Q_INVOKABLE void loadScheduled();
    /// Drops one of them.
    Q_INVOKABLE void cancelScheduled(const QString &itemId);
    /// Puts the link on the clipboard.
    Q_INVOKABLE void copyInvite();

    [[nodiscard]] ServerSession &session() { return *m_session; }
    /// Whether the window has the focus and shows this server.
    void setWindowActive(bool isActive);
    /// Names of the others who are there.
    [[nodiscard]] QStringList othersThere();

Q_SIGNALS:
    void serverNameChanged();
    void roomFilterChanged();
    void roomChanged();
    void canCreateRoomChanged();
    void canAnnounceChanged();
    void unreadChanged();
    void mentionsChanged();
    /// Something did not work; a sentence for people.
    void problemOccurred(const QString &text);
    /// A reminder is due, somebody has announced something or a moderator has acted; for people.
    void noticeReceived(const QString &text);
    /// Somebody wants to see this chat, such as by a notification.
    void attentionWanted();
    /// Who is there has changed.
    void othersThereChanged();

private:
    void followClient();
    void refresh();
    void refreshCounts();
    void showRoom(const QString &roomId);
    void step(int direction, bool onlyUnread);
    void openFirstRoom();
    void handleRemoved(const QString &roomId, session::RoomDirectory::Removal why, const QString &reason,
                       const QString &by);
    [[nodiscard]] QString noticeText(const session::Notice &notice);
    [[nodiscard]] session::AnswerHandler<session::Done> reportProblem();
    [[nodiscard]] session::AnswerHandler<QString> openWhenDone();

    const std::unique_ptr<ServerSession> m_session;
    session::ChatClient &m_client;
    const Parts m_parts;
    const models::RoomTexts m_texts;
    PersonViewModel m_me;
    ConnectionViewModel m_connection;
    models::RoomListModel m_rooms;
    models::PeopleModel m_people;
    models::PublicRoomsModel m_directory;
    models::ScheduledModel m_scheduled;
    SearchViewModel m_search;
    SwitcherViewModel m_switcher;
    ChatNotifications m_notifications;
    RoomViewModel *m_room = nullptr; ///< a child of this
    QHash<QString, PersonViewModel *> m_persons; ///< by user id; children of this, so that QML leaves them alone
    bool m_isWindowActive = false;
    QString m_serverName;
    const QString m_inviteLink;
    QString m_roomFilter;
    bool m_canCreateRoom = false;
    bool m_canAnnounce = false;
    int m_unread = 0;
    int m_mentions = 0;
};

} // namespace viewmodels
