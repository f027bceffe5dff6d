#include "models/timelinemodel.h"

#include "models/problemtexts.h"

#include <QDateTime>

#include <algorithm>

namespace models {

using protocol::chat::Reaction;
using session::Entry;
using session::EntryField;
using session::EntryFields;
using session::RoomDirectory;
using session::RoomState;
using session::Timeline;
using session::UserDirectory;

TimelineModel::TimelineModel(session::ChatClient &client, TimelineParts parts, QObject *parent)
    : QAbstractListModel(parent), m_client(client), m_parts(std::move(parts)),
      m_values(client, *m_parts.timeline, m_parts.emoji, m_parts.findMessage)
{
    if (count() > 0)
        m_values.noteRows(0, count() - 1);
    followTimeline();
    followPeople();
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &TimelineModel::handleMidnight);
    waitForMidnight();
}

TimelineModel::~TimelineModel() = default;

void TimelineModel::followTimeline()
{
    const Timeline *timeline = m_parts.timeline.get();
    connect(timeline, &Timeline::rowsAboutToBeInserted, this, [this](int first, int last) {
        const int row = count() - first; // of the newest of them, once they are there
        beginInsertRows({}, row, row + last - first);
    });
    connect(timeline, &Timeline::rowsInserted, this, &TimelineModel::handleInserted);
    connect(timeline, &Timeline::rowsAboutToBeRemoved, this, [this](int first, int last) {
        beginRemoveRows({}, entryOf(last), entryOf(first));
        for (int entry = first; entry <= last; ++entry)
            m_values.forget(m_parts.timeline->at(entry).key());
    });
    connect(timeline, &Timeline::rowsRemoved, this, &TimelineModel::handleRemoved);
    connect(timeline, &Timeline::rowChanged, this, &TimelineModel::handleChanged);
    connect(timeline, &Timeline::aboutToBeReset, this, [this] { beginResetModel(); });
    connect(timeline, &Timeline::reset, this, [this] {
        m_values.forgetAll();
        if (count() > 0)
            m_values.noteRows(0, count() - 1);
        endResetModel();
        Q_EMIT countChanged();
    });
    connect(timeline, &Timeline::stateChanged, this, &TimelineModel::handleTimelineState);
}

void TimelineModel::followPeople()
{
    const UserDirectory *users = &m_client.users();
    connect(users, &UserDirectory::userChanged, this, &TimelineModel::handleUser);
    connect(users, &UserDirectory::usersReset, this, [this] {
        m_values.forgetAll();
        tell(0, count() - 1);
    });
    connect(&m_client.rooms(), &RoomDirectory::changed, this, [this](const QString &room) {
        if (room == m_parts.timeline->room())
            handleReaders();
    });
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return m_values.value(entryOf(index.row()), role);
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{KeyRole, "key"},
            {KindRole, "kind"},
            {AuthorIdRole, "authorId"},
            {AuthorNameRole, "authorName"},
            {AuthorColorRole, "authorColor"},
            {AuthorInitialRole, "authorInitial"},
            {IsMineRole, "isMine"},
            {TimeTextRole, "timeText"},
            {FullTimeTextRole, "fullTimeText"},
            {DayTextRole, "dayText"},
            {ShowDayRole, "showDay"},
            {StartsGroupRole, "startsGroup"},
            {ShowUnreadLineRole, "showUnreadLine"},
            {BlocksRole, "blocks"},
            {PlainTextRole, "plainText"},
            {IsEmojiOnlyRole, "isEmojiOnly"},
            {IsEditedRole, "isEdited"},
            {IsDeletedRole, "isDeleted"},
            {IsPinnedRole, "isPinned"},
            {SendStateRole, "sendState"},
            {ProblemRole, "problem"},
            {ReplyAuthorRole, "replyAuthor"},
            {ReplyTextRole, "replyText"},
            {ReplyKeyRole, "replyKey"},
            {ReactionsRole, "reactions"},
            {MentionsMeRole, "mentionsMe"},
            {ReadByRole, "readBy"},
            {CanEditRole, "canEdit"},
            {CanDeleteRole, "canDelete"},
            {SystemTextRole, "systemText"}};
}

int TimelineModel::rowOf(const QString &key) const
{
    return rowOfEntry(m_parts.timeline->rowOf(key));
}

double TimelineModel::timeAt(int row) const
{
    return row >= 0 && row < count() ? static_cast<double>(entryAt(row).at()) : 0;
}

// What has changed

void TimelineModel::handleInserted(int first, int last)
{
    m_values.noteRows(first, last);
    endInsertRows();
    tellPlace(last + 1);
    tell(first - 1, first - 1, {ReadByRole});
    Q_EMIT countChanged();
}

void TimelineModel::handleRemoved(int first)
{
    endRemoveRows();
    tellPlace(first);
    Q_EMIT countChanged();
}

void TimelineModel::handleChanged(int entry, EntryFields fields)
{
    const QString key = m_parts.timeline->at(entry).key();
    if (fields.testFlag(EntryField::Kind)) {
        m_values.noteRows(entry, entry);
        tell(entry, entry);
        tellPlace(entry + 1);
        return;
    }
    QList<int> roles;
    if (fields.testFlag(EntryField::Text)) {
        m_values.forget(key);
        roles += {BlocksRole,     PlainTextRole, IsEmojiOnlyRole, IsEditedRole,  IsDeletedRole,
                  MentionsMeRole, CanEditRole,   CanDeleteRole,   ReactionsRole, IsPinnedRole};
        tellReplies(key);
    }
    if (fields.testFlag(EntryField::Reactions))
        roles += ReactionsRole;
    if (fields.testFlag(EntryField::Pinned))
        roles += IsPinnedRole;
    if (fields.testFlag(EntryField::SendState))
        roles += {SendStateRole, ProblemRole, CanEditRole, CanDeleteRole};
    if (fields.testFlag(EntryField::Changing))
        roles += SendStateRole;
    if (!roles.isEmpty())
        tell(entry, entry, roles);
}

void TimelineModel::handleTimelineState()
{
    const bool hasBefore = m_parts.timeline->hasBefore();
    if (std::exchange(m_hadBefore, hasBefore) != hasBefore)
        tellPlace(0);
}

void TimelineModel::handleUser(const QString &user)
{
    for (int entry = 0; entry < count(); ++entry) {
        if (!m_values.isAbout(entry, user))
            continue;
        m_values.forget(m_parts.timeline->at(entry).key());
        tell(entry, entry,
             {AuthorNameRole, AuthorColorRole, AuthorInitialRole, BlocksRole, PlainTextRole, ReplyAuthorRole,
              ReactionsRole, SystemTextRole});
    }
}

void TimelineModel::handleReaders()
{
    const RoomState *room = m_client.rooms().room(m_parts.timeline->room());
    if (room == nullptr || room->readBy == m_readBy)
        return;
    for (auto it = room->readBy.cbegin(); it != room->readBy.cend(); ++it) {
        const qint64 before = m_readBy.value(it.key(), 0);
        if (before == it.value())
            continue;
        for (const qint64 seq : {before, it.value()}) {
            const int entry = m_parts.timeline->firstRowAfter(seq) - 1;
            tell(entry, entry, {ReadByRole});
        }
    }
    m_readBy = room->readBy;
}

void TimelineModel::handleMidnight()
{
    tell(0, count() - 1, {TimeTextRole, DayTextRole});
    waitForMidnight();
}

void TimelineModel::waitForMidnight()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_midnight.start(std::chrono::milliseconds(now.msecsTo(now.date().addDays(1).startOfDay()) + 1000));
}

void TimelineModel::setUnreadAfter(qint64 seq)
{
    if (m_values.unreadAfter() == seq)
        return;
    for (const qint64 line : {m_values.unreadAfter(), seq}) {
        m_values.setUnreadAfter(seq);
        if (line != 0)
            tellPlace(m_parts.timeline->firstRowAfter(line));
    }
}

void TimelineModel::setCodeColor(const QString &color)
{
    setColor(m_colors.code, color);
}

void TimelineModel::setMentionColor(const QString &color)
{
    setColor(m_colors.mention, color);
}

void TimelineModel::setOwnMentionColor(const QString &color)
{
    setColor(m_colors.ownMention, color);
}

void TimelineModel::setColor(QString &member, const QString &color)
{
    if (member == color)
        return;
    member = color;
    m_colors.me = m_client.me().id;
    m_values.setColours(m_colors);
    tell(0, count() - 1, {BlocksRole});
    Q_EMIT colorsChanged();
}

void TimelineModel::tell(int first, int last, const QList<int> &roles)
{
    if (first >= 0 && last < count() && first <= last)
        Q_EMIT dataChanged(index(entryOf(last)), index(entryOf(first)), roles);
}

void TimelineModel::tellPlace(int entry)
{
    tell(entry, entry, {ShowDayRole, StartsGroupRole, ShowUnreadLineRole, ReadByRole});
}

void TimelineModel::tellReplies(const QString &key)
{
    for (int entry = 0; entry < count(); ++entry) {
        if (m_parts.timeline->at(entry).message.replyTo == key) {
            m_values.noteRows(entry, entry);
            tell(entry, entry, {ReplyTextRole});
        }
    }
}

// What one does

void TimelineModel::react(const QString &key, const QString &emoji)
{
    const int entry = m_parts.timeline->rowOf(key);
    if (entry < 0 || m_parts.timeline->at(entry).kind != Entry::Kind::Message)
        return;
    const QList<Reaction> &reactions = m_parts.timeline->at(entry).message.reactions;
    const bool isMine = std::any_of(reactions.cbegin(), reactions.cend(), [&](const Reaction &reaction) {
        return reaction.emoji == emoji && reaction.users.contains(m_client.me().id);
    });
    if (isMine)
        m_client.outbox().unreact(key, emoji);
    else
        m_client.outbox().react(key, emoji);
}

void TimelineModel::remove(const QString &key)
{
    const int entry = m_parts.timeline->rowOf(key);
    if (entry < 0)
        return;
    if (m_parts.timeline->at(entry).kind == Entry::Kind::Outgoing)
        m_client.outbox().discard(key);
    else
        m_client.outbox().remove(key);
}

void TimelineModel::pin(const QString &key, bool isPinned)
{
    if (isPinned)
        m_client.outbox().pin(key);
    else
        m_client.outbox().unpin(key);
}

void TimelineModel::retry(const QString &key)
{
    m_client.outbox().retry(key);
}

void TimelineModel::discard(const QString &key)
{
    m_client.outbox().discard(key);
}

void TimelineModel::remind(const QString &key, int minutes)
{
    const qint64 at
        = QDateTime::currentMSecsSinceEpoch() + std::chrono::milliseconds(std::chrono::minutes(minutes)).count();
    m_client.later().remind(m_parts.timeline->room(), key, {}, at, this,
                            [this, at](const session::Answer<QString> &id) {
                                if (id)
                                    Q_EMIT reminderSet(at);
                                else
                                    Q_EMIT problemOccurred(ProblemTexts::text(id.error()));
                            });
}

void TimelineModel::copyText(const QString &key)
{
    const int entry = m_parts.timeline->rowOf(key);
    if (entry < 0)
        return;
    const Entry &copied = m_parts.timeline->at(entry);
    m_parts.copy(copied.kind == Entry::Kind::Outgoing ? copied.outgoing.text : copied.message.text);
}

} // namespace models
