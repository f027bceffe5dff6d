#include "viewmodels/roomviewmodel.h"

#include "viewmodels/assign.h"

#include "models/namelist.h"
#include "models/personlook.h"
#include "models/presencetext.h"
#include "models/problemtexts.h"
#include "models/timetexts.h"

#include <QDateTime>

#include <chrono>

namespace viewmodels {

using session::RoomDirectory;
using session::RoomState;
using session::Timeline;
using session::UserDirectory;

namespace {

/// Rooms up to this size show the names of their members.
constexpr int fewMembers = 20;

} // namespace

RoomViewModel::RoomViewModel(const QString &roomId, const Parts &parts, QObject *parent)
    : QObject(parent), m_roomId(roomId), m_client(parts.client), m_texts(parts.client),
      m_timeline(parts.client, timelineParts(parts)), m_composer(parts.client, parts.cache, m_timeline, parts.emoji),
      m_members(parts.client, roomId), m_pins(parts.client, roomId, parts.emoji), m_reading(parts.client, m_timeline)
{
    m_muteTimer.setSingleShot(true);
    connect(&m_muteTimer, &QTimer::timeout, this, &RoomViewModel::refresh);
    followRoom();
    followTimeline();
    m_reading.begin();
    refresh();
    refreshTyping();
    refreshLoading();
}

RoomViewModel::~RoomViewModel() = default;

models::TimelineParts RoomViewModel::timelineParts(const Parts &parts)
{
    return {m_client.openTimeline(m_roomId), parts.emoji,
            [&cache = parts.cache](const QString &id) { return cache.message(id); }, parts.copy};
}

void RoomViewModel::followRoom()
{
    connect(&m_client.rooms(), &RoomDirectory::changed, this, [this](const QString &id) {
        if (id == m_roomId)
            refresh();
    });
    connect(&m_client.rooms(), &RoomDirectory::typingChanged, this, [this](const QString &id) {
        if (id == m_roomId)
            refreshTyping();
    });
    connect(&m_client, &session::ChatClient::meChanged, this, &RoomViewModel::refresh);
    connect(&m_client.users(), &UserDirectory::usersReset, this, &RoomViewModel::refresh);
    const auto refreshIfMeant = [this](const QString &user) {
        if (m_client.rooms().directWith(user) == m_roomId)
            refresh();
    };
    connect(&m_client.users(), &UserDirectory::userChanged, this, refreshIfMeant);
    connect(&m_client.users(), &UserDirectory::presenceChanged, this, refreshIfMeant);
    connect(&m_members, &models::MembersModel::loaded, this, &RoomViewModel::refreshMemberNames);
    connect(&m_members, &models::MembersModel::countChanged, this, &RoomViewModel::refreshMemberNames);
    connect(&m_members, &models::MembersModel::dataChanged, this, &RoomViewModel::refreshMemberNames);
}

void RoomViewModel::followTimeline()
{
    connect(&m_timeline.timeline(), &Timeline::stateChanged, this, &RoomViewModel::refreshLoading);
    connect(&m_timeline, &models::TimelineModel::problemOccurred, this, &RoomViewModel::problemOccurred);
    connect(&m_timeline, &models::TimelineModel::reminderSet, this, [this](qint64 at) {
        Q_EMIT noticed(tr("You will be reminded at %1.").arg(models::TimeTexts().messageTime(at)));
    });
    connect(&m_composer, &ComposerViewModel::problemOccurred, this, &RoomViewModel::problemOccurred);
    connect(&m_composer, &ComposerViewModel::scheduled, this, [this](qint64 at) {
        Q_EMIT noticed(tr("It will be posted at %1.").arg(models::TimeTexts().messageTime(at)));
    });
    connect(&m_reading, &RoomReading::positionRequested, this, &RoomViewModel::positionRequested);
    connect(&m_reading, &RoomReading::newBelowChanged, this, &RoomViewModel::newBelowChanged);
    connect(&m_reading, &RoomReading::hasUnreadAboveChanged, this, &RoomViewModel::hasUnreadAboveChanged);
}

// How the room is

void RoomViewModel::refresh()
{
    static_assert(static_cast<int>(Kind::Direct) == static_cast<int>(protocol::chat::RoomKind::Direct));
    static_assert(static_cast<int>(NotifyLevel::Nothing) == static_cast<int>(session::NotifyLevel::Nothing));
    const RoomState *found = m_client.rooms().room(m_roomId);
    if (found == nullptr)
        return;
    const RoomState state = *found; // what the signals lead to may change the list of rooms
    const QString roomName = m_texts.name(state.room);
    assign(this, m_kind, static_cast<Kind>(state.room.kind), &RoomViewModel::kindChanged);
    assign(this, m_isDirect, m_kind == Kind::Direct, &RoomViewModel::isDirectChanged);
    assign(this, m_name, roomName, &RoomViewModel::nameChanged);
    assign(this, m_topic, state.room.topic, &RoomViewModel::topicChanged);
    assign(this, m_memberCount, state.room.memberCount, &RoomViewModel::memberCountChanged);
    assign(this, m_initial, models::initialOf(roomName), &RoomViewModel::initialChanged);
    assign(this, m_color, m_texts.color(state.room), &RoomViewModel::colorChanged);
    assign(this, m_isFavourite, state.isFavourite, &RoomViewModel::isFavouriteChanged);
    assign(this, m_notifyLevel, static_cast<NotifyLevel>(state.notify), &RoomViewModel::notifyLevelChanged);
    assign(this, m_unread, state.unread, &RoomViewModel::unreadChanged);
    assign(this, m_isAnnouncementOnly, state.room.isAnnouncementOnly, &RoomViewModel::isAnnouncementOnlyChanged);
    const auto slowMode = state.room.slowMode;
    assign(this, m_slowModeMs, static_cast<double>(slowMode.count()), &RoomViewModel::slowModeMsChanged);
    assign(this, m_slowModeText,
           slowMode.count() > 0 ? tr("Slow mode: one message every %1").arg(models::TimeTexts().duration(slowMode))
                                : QString(),
           &RoomViewModel::slowModeTextChanged);
    refreshRights(state);
    refreshPresence(state);
    if (!m_isDirect && state.room.memberCount <= fewMembers)
        m_members.load();
}

void RoomViewModel::refreshRights(const RoomState &state)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto rights = models::RoomRights::of(state, m_client.me(), now);
    assign(this, m_myRole, static_cast<int>(rights.role), &RoomViewModel::myRoleChanged);
    assign(this, m_canPost, rights.canPost, &RoomViewModel::canPostChanged);
    assign(this, m_cannotPostReason, reasonNotToPost(state, rights), &RoomViewModel::cannotPostReasonChanged);
    assign(this, m_canPin, rights.canPin, &RoomViewModel::canPinChanged);
    assign(this, m_canInvite, rights.canInvite, &RoomViewModel::canInviteChanged);
    assign(this, m_canUpdate, rights.canUpdate, &RoomViewModel::canUpdateChanged);
    assign(this, m_canModerate, rights.canModerate, &RoomViewModel::canModerateChanged);
    assign(this, m_canSetRoles, rights.canSetRoles, &RoomViewModel::canSetRolesChanged);
    assign(this, m_canLeave, rights.canLeave, &RoomViewModel::canLeaveChanged);
    const qint64 wait = state.mutedUntil - now;
    constexpr qint64 day = std::chrono::milliseconds(std::chrono::hours(24)).count();
    if (wait > 0 && wait < day)
        m_muteTimer.start(std::chrono::milliseconds(wait + 100));
}

QString RoomViewModel::reasonNotToPost(const RoomState &state, const models::RoomRights &rights) const
{
    if (rights.canPost)
        return {};
    if (!rights.isMuted)
        return tr("Only moderators write in this room.");
    // The end of the year 9999 means for good.
    const bool isForGood = QDateTime::fromMSecsSinceEpoch(state.mutedUntil, Qt::UTC).date().year() >= 9999;
    return isForGood
        ? tr("You may not write in this room.")
        : tr("You may not write in this room until %1.").arg(models::TimeTexts().messageTime(state.mutedUntil));
}

void RoomViewModel::refreshPresence(const RoomState &state)
{
    const QString other = m_texts.otherUser(state.room);
    const session::Presence presence = m_client.users().presence(other);
    const protocol::chat::User *user = m_client.users().user(other);
    assign(this, m_presence, static_cast<int>(presence.state), &RoomViewModel::presenceChanged);
    QString text;
    if (!other.isEmpty())
        text = presence.status.isEmpty() ? models::presenceText(presence, user != nullptr ? user->lastSeenAt : 0)
                                         : presence.status;
    assign(this, m_presenceText, text, &RoomViewModel::presenceTextChanged);
}

void RoomViewModel::refreshMemberNames()
{
    QStringList names;
    for (int row = 0; row < m_members.count() && row < fewMembers; ++row)
        names.append(m_client.users().nameOf(m_members.idAt(row)));
    assign(this, m_memberNames, models::nameList(names), &RoomViewModel::memberNamesChanged);
}

void RoomViewModel::refreshTyping()
{
    const RoomState *state = m_client.rooms().room(m_roomId);
    assign(this, m_typingText, state != nullptr ? m_texts.typing(state->typing) : QString(),
           &RoomViewModel::typingTextChanged);
}

void RoomViewModel::refreshLoading()
{
    const Timeline &timeline = m_timeline.timeline();
    assign(this, m_isLoading, timeline.isLoading(), &RoomViewModel::isLoadingChanged);
    assign(this, m_hasOlder, timeline.hasBefore(), &RoomViewModel::hasOlderChanged);
    assign(this, m_hasNewer, timeline.hasAfter(), &RoomViewModel::hasNewerChanged);
    assign(this, m_problem, timeline.error() ? models::ProblemTexts::text(*timeline.error()) : QString(),
           &RoomViewModel::problemChanged);
}

void RoomViewModel::setIsFavourite(bool isFavourite)
{
    m_client.rooms().setFavourite(m_roomId, isFavourite);
    refresh();
}

void RoomViewModel::setNotifyLevel(NotifyLevel notifyLevel)
{
    m_client.rooms().setNotify(m_roomId, static_cast<session::NotifyLevel>(notifyLevel));
    refresh();
}

// Where one reads

void RoomViewModel::setIsAtLatest(bool isAtLatest)
{
    if (m_reading.setAtLatest(isAtLatest))
        Q_EMIT isAtLatestChanged();
}

void RoomViewModel::setWindowActive(bool windowActive)
{
    if (m_reading.setWindowActive(windowActive))
        Q_EMIT windowActiveChanged();
}

void RoomViewModel::jumpTo(const QString &messageId)
{
    m_reading.jumpTo(messageId);
}

void RoomViewModel::jumpToDate(double ms)
{
    m_reading.jumpToDate(static_cast<qint64>(ms));
}

void RoomViewModel::jumpToLatest()
{
    m_reading.jumpToLatest();
}

void RoomViewModel::jumpToFirstUnread()
{
    m_reading.jumpToFirstUnread();
}

void RoomViewModel::loadOlder()
{
    m_timeline.timeline().loadBefore();
}

void RoomViewModel::loadNewer()
{
    m_timeline.timeline().loadAfter();
}

void RoomViewModel::markSeen(int row)
{
    m_reading.markSeen(row);
}

void RoomViewModel::hideUnreadLine()
{
    m_reading.hideUnreadLine();
}

void RoomViewModel::loadMembers()
{
    m_members.load();
}

void RoomViewModel::loadPins()
{
    m_pins.load();
}

} // namespace viewmodels
