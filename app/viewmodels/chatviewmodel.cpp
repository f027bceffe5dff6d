#include "viewmodels/chatviewmodel.h"

#include "viewmodels/assign.h"

#include "models/namelist.h"
#include "models/problemtexts.h"
#include "models/timetexts.h"

#include <QDateTime>

namespace viewmodels {

using protocol::chat::PresenceState;
using protocol::chat::Role;
using session::ChatClient;
using session::NotifyLevel;
using session::RoomDirectory;
using session::RoomState;
using session::UserDirectory;

namespace {

/// The room that was open last, in the cache.
const QString lastRoomKey = QStringLiteral("window/room");

} // namespace

ChatViewModel::ChatViewModel(std::unique_ptr<ServerSession> session, const Parts &parts, QObject *parent)
    : QObject(parent), m_session(std::move(session)), m_client(m_session->client()), m_parts(parts), m_texts(m_client),
      m_me(m_client, {}), m_connection(m_client), m_rooms(m_client, parts.emoji), m_people(m_client),
      m_directory(m_client),
      m_search(m_client,
               {[this] { return m_room != nullptr ? m_room->roomId() : QString(); },
                [this](const QString &room, const QString &message) { openMessage(room, message); }}),
      m_switcher(m_client,
                 {[this](const QString &room) { openRoom(room); }, [this](const QString &user) { openDirect(user); }}),
      m_notifications(*m_session, parts.settings, parts.notifier, parts.emoji),
      m_inviteLink(QStringLiteral("confab://") + m_session->server().address)
{
    for (const QString &id : m_session->cache().roomsWithDraft())
        m_rooms.setHasDraft(id, true);
    followClient();
    refresh();
    refreshCounts();
    openFirstRoom();
}

ChatViewModel::~ChatViewModel()
{
    // What it shows goes before what it shows it from.
    delete std::exchange(m_room, nullptr);
    qDeleteAll(findChildren<RoomViewModel *>(QString(), Qt::FindDirectChildrenOnly));
}

void ChatViewModel::followClient()
{
    const RoomDirectory *rooms = &m_client.rooms();
    connect(rooms, &RoomDirectory::added, this, &ChatViewModel::refreshCounts);
    connect(rooms, &RoomDirectory::changed, this, &ChatViewModel::refreshCounts);
    connect(rooms, &RoomDirectory::removed, this, &ChatViewModel::handleRemoved);
    connect(&m_client, &ChatClient::meChanged, this, &ChatViewModel::refresh);
    connect(&m_client, &ChatClient::serverChanged, this, &ChatViewModel::refresh);
    connect(&m_client, &ChatClient::welcomed, this, &ChatViewModel::refresh);
    connect(&m_client, &ChatClient::welcomed, this, &ChatViewModel::openFirstRoom);
    connect(&m_client, &ChatClient::noticeReceived, this, [this](const session::Notice &notice) {
        if (const QString text = noticeText(notice); !text.isEmpty())
            Q_EMIT noticeReceived(text);
    });
    connect(&m_client.outbox(), &session::Outbox::changeRefused, this,
            [this](const QString &, const QString &, const session::RequestError &error) {
                Q_EMIT problemOccurred(models::ProblemTexts::text(error));
            });
    connect(&m_client.users(), &UserDirectory::presenceChanged, this, &ChatViewModel::othersThereChanged);
    connect(&m_client.users(), &UserDirectory::userChanged, this, &ChatViewModel::othersThereChanged);
    connect(&m_client.users(), &UserDirectory::usersReset, this, &ChatViewModel::othersThereChanged);
    connect(&m_session->cache(), &cache::ChatCache::writeFailed, this, &ChatViewModel::problemOccurred);
    connect(&m_notifications, &ChatNotifications::roomChosen, this, [this](const QString &id) {
        openRoom(id);
        Q_EMIT attentionWanted();
    });
}

void ChatViewModel::refresh()
{
    const QString &called = m_client.server().name;
    const QString known = called.isEmpty() ? m_session->server().name : called;
    assign(this, m_serverName, known.isEmpty() ? m_session->server().address : known,
           &ChatViewModel::serverNameChanged);
    assign(this, m_canCreateRoom, m_client.me().role >= Role::Member, &ChatViewModel::canCreateRoomChanged);
    assign(this, m_canAnnounce, m_client.me().role >= Role::Admin, &ChatViewModel::canAnnounceChanged);
}

void ChatViewModel::refreshCounts()
{
    int unread = 0;
    int mentions = 0;
    for (const QString &id : m_client.rooms().ids()) {
        const RoomState *state = m_client.rooms().room(id);
        if (state->notify == NotifyLevel::Nothing)
            continue;
        unread += state->unread;
        mentions += state->mentions;
    }
    assign(this, m_unread, unread, &ChatViewModel::unreadChanged);
    assign(this, m_mentions, mentions, &ChatViewModel::mentionsChanged);
}

PersonViewModel *ChatViewModel::person(const QString &userId)
{
    PersonViewModel *&person = m_persons[userId];
    if (person == nullptr)
        person = new PersonViewModel(m_client, userId, this);
    return person;
}

QStringList ChatViewModel::othersThere()
{
    QStringList names;
    for (const protocol::chat::User &user : m_client.users().all()) {
        const bool isThere = m_client.users().presence(user.id).state != PresenceState::Offline;
        if (isThere && user.id != m_client.me().id)
            names.append(user.name);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

// The room that is open

void ChatViewModel::openFirstRoom()
{
    if (m_room != nullptr || m_client.rooms().ids().isEmpty())
        return;
    const QString last = m_session->cache().value(lastRoomKey);
    const bool isThere = m_client.rooms().room(last) != nullptr;
    showRoom(isThere                                                           ? last
                 : m_client.rooms().room(QStringLiteral("general")) != nullptr ? QStringLiteral("general")
                                                                               : m_rooms.idAt(0));
}

void ChatViewModel::openRoom(const QString &roomId)
{
    if (m_client.rooms().room(roomId) != nullptr)
        showRoom(roomId);
}

void ChatViewModel::closeRoom()
{
    showRoom({});
}

void ChatViewModel::showRoom(const QString &roomId)
{
    if ((m_room != nullptr ? m_room->roomId() : QString()) == roomId)
        return;
    RoomViewModel *previous = m_room;
    m_room = nullptr;
    if (!roomId.isEmpty()) {
        m_room = new RoomViewModel(roomId, {m_client, m_session->cache(), m_parts.emoji, m_parts.copy}, this);
        m_room->setWindowActive(m_isWindowActive);
        connect(m_room, &RoomViewModel::problemOccurred, this, &ChatViewModel::problemOccurred);
        connect(m_room, &RoomViewModel::noticed, this, &ChatViewModel::noticeReceived);
        connect(m_room, &RoomViewModel::isAtLatestChanged, this, [this] { setWindowActive(m_isWindowActive); });
        connect(m_room->composer(), &ComposerViewModel::draftChanged, this,
                [this, roomId](bool has) { m_rooms.setHasDraft(roomId, has); });
        m_session->cache().setValue(lastRoomKey, roomId);
    }
    m_rooms.setCurrent(roomId);
    setWindowActive(m_isWindowActive);
    Q_EMIT roomChanged();
    if (previous != nullptr)
        previous->deleteLater(); // views of it may still be on the screen in this turn
}

void ChatViewModel::setWindowActive(bool isActive)
{
    m_isWindowActive = isActive;
    if (m_room != nullptr)
        m_room->setWindowActive(isActive);
    const bool isReading = isActive && m_room != nullptr && m_room->isAtLatest();
    m_notifications.setRoomBeingRead(isReading ? m_room->roomId() : QString());
}

void ChatViewModel::openMessage(const QString &roomId, const QString &messageId)
{
    openRoom(roomId);
    if (m_room != nullptr && m_room->roomId() == roomId)
        m_room->jumpTo(messageId);
}

void ChatViewModel::step(int direction, bool onlyUnread)
{
    const int count = m_rooms.count();
    const int current = m_room != nullptr ? m_rooms.rowOf(m_room->roomId()) : -1;
    int row = current < 0 && direction < 0 ? count : current;
    for (int i = 0; i < count; ++i) {
        row = (row + direction + count) % count;
        if (!onlyUnread || m_rooms.isUnread(m_rooms.idAt(row))) {
            openRoom(m_rooms.idAt(row));
            return;
        }
    }
}

void ChatViewModel::nextRoom()
{
    step(1, false);
}

void ChatViewModel::previousRoom()
{
    step(-1, false);
}

void ChatViewModel::nextUnreadRoom()
{
    step(1, true);
}

void ChatViewModel::previousUnreadRoom()
{
    step(-1, true);
}

void ChatViewModel::setRoomFilter(const QString &roomFilter)
{
    if (assign(this, m_roomFilter, roomFilter, &ChatViewModel::roomFilterChanged))
        m_rooms.setFilter(roomFilter);
}

void ChatViewModel::handleRemoved(const QString &roomId, RoomDirectory::Removal why, const QString &reason,
                                  const QString &by)
{
    const bool wasOpen = m_room != nullptr && m_room->roomId() == roomId;
    const QString name = wasOpen ? m_room->name() : QString();
    if (wasOpen) {
        showRoom({});
        openFirstRoom();
    }
    refreshCounts();
    if (why != RoomDirectory::Removal::Kicked && why != RoomDirectory::Removal::Banned)
        return;
    const QString who = m_client.users().nameOf(by);
    const QString because = reason.isEmpty() ? QString() : QStringLiteral(" “%1”").arg(reason);
    Q_EMIT noticeReceived((why == RoomDirectory::Removal::Kicked ? tr("%1 took you out of the room %2.")
                                                                 : tr("%1 banned you from the room %2."))
                              .arg(who, name)
                          + because);
}

} // namespace viewmodels
