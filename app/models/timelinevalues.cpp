#include "models/timelinevalues.h"

#include "models/namelist.h"
#include "models/personlook.h"
#include "models/problemtexts.h"
#include "models/roomrights.h"
#include "models/timelinemodel.h"
#include "models/timetexts.h"

#include <QDateTime>

#include <chrono>

namespace models {

using protocol::chat::Message;
using protocol::chat::Reaction;
using protocol::chat::User;
using session::Entry;
using session::Outgoing;
using session::RoomState;
using SendState = TimelineModel::SendState;

namespace {

/// Messages of one author that follow each other within it stand together.
constexpr std::chrono::milliseconds groupPause = std::chrono::minutes(5);

const QString &replyTarget(const Entry &entry)
{
    return entry.kind == Entry::Kind::Outgoing ? entry.outgoing.replyTo : entry.message.replyTo;
}

} // namespace

TimelineValues::TimelineValues(session::ChatClient &client, const session::Timeline &timeline,
                               const markup::EmojiCatalogue &emoji, MessageFinder findMessage)
    : m_client(client), m_timeline(timeline), m_findMessage(std::move(findMessage)), m_roomTexts(client),
      m_emoji(emoji), m_texts(client.users(), emoji)
{
}

QVariant TimelineValues::value(int row, int role)
{
    const Entry &entry = m_timeline.at(row);
    switch (role) {
    case TimelineModel::KeyRole:
        return entry.key();
    case TimelineModel::KindRole:
        return static_cast<int>(entry.kind == Entry::Kind::Event ? TimelineModel::Kind::System
                                                                 : TimelineModel::Kind::Message);
    case TimelineModel::SystemTextRole:
        return entry.kind == Entry::Kind::Event ? m_roomTexts.event(entry.event) : QString();
    case TimelineModel::ReadByRole:
        return nameList(readers(row), 3);
    default:
        break;
    }
    static_assert(TimelineModel::AuthorIdRole < TimelineModel::TimeTextRole
                  && TimelineModel::TimeTextRole < TimelineModel::BlocksRole
                  && TimelineModel::BlocksRole < TimelineModel::IsEditedRole);
    if (role < TimelineModel::TimeTextRole)
        return authorValue(entry, role);
    if (role < TimelineModel::BlocksRole)
        return placeValue(row, role);
    if (role < TimelineModel::IsEditedRole)
        return textValue(entry, role);
    if (role >= TimelineModel::ReplyAuthorRole && role <= TimelineModel::ReplyKeyRole)
        return replyValue(entry, role);
    return stateValue(entry, role);
}

// Where a row stands among the others

QVariant TimelineValues::placeValue(int row, int role) const
{
    const qint64 at = m_timeline.at(row).at();
    switch (role) {
    case TimelineModel::TimeTextRole:
        return TimeTexts().messageTime(at);
    case TimelineModel::FullTimeTextRole:
        return TimeTexts().full(at);
    case TimelineModel::DayTextRole:
        return TimeTexts().day(at);
    case TimelineModel::ShowDayRole:
        return showsDay(row);
    case TimelineModel::StartsGroupRole:
        return startsGroup(row);
    case TimelineModel::ShowUnreadLineRole:
        return showsUnreadLine(row);
    default:
        return {};
    }
}

bool TimelineValues::showsDay(int row) const
{
    if (row == 0)
        return !m_timeline.hasBefore();
    return !TimeTexts::isSameDay(m_timeline.at(row - 1).at(), m_timeline.at(row).at());
}

bool TimelineValues::startsGroup(int row) const
{
    if (row == 0 || showsDay(row) || showsUnreadLine(row))
        return true;
    const Entry &entry = m_timeline.at(row);
    const Entry &before = m_timeline.at(row - 1);
    if (entry.kind == Entry::Kind::Event || before.kind == Entry::Kind::Event)
        return true;
    return authorOf(entry, me()) != authorOf(before, me()) || entry.at() - before.at() > groupPause.count();
}

bool TimelineValues::showsUnreadLine(int row) const
{
    const qint64 seq = m_timeline.at(row).seq();
    if (m_unreadAfter == 0 || seq <= m_unreadAfter)
        return false;
    return row == 0 ? !m_timeline.hasBefore() : m_timeline.at(row - 1).seq() <= m_unreadAfter;
}

// Who wrote it

QString TimelineValues::authorOf(const Entry &entry, const QString &me)
{
    switch (entry.kind) {
    case Entry::Kind::Message:
        return entry.message.by;
    case Entry::Kind::Outgoing:
        return me;
    case Entry::Kind::Event:
        return entry.event.by;
    }
    return {};
}

QVariant TimelineValues::authorValue(const Entry &entry, int role) const
{
    const QString author = authorOf(entry, me());
    switch (role) {
    case TimelineModel::AuthorIdRole:
        return author;
    case TimelineModel::AuthorNameRole:
        return m_client.users().nameOf(author);
    case TimelineModel::AuthorInitialRole:
        return initialOf(m_client.users().nameOf(author));
    case TimelineModel::AuthorColorRole: {
        const User *user = m_client.users().user(author);
        return user != nullptr ? colorOf(*user) : colorFor(author);
    }
    case TimelineModel::IsMineRole:
        return entry.kind != Entry::Kind::Event && author == me();
    default:
        return {};
    }
}

bool TimelineValues::isAbout(int row, const QString &user) const
{
    const Entry &entry = m_timeline.at(row);
    if (authorOf(entry, me()) == user)
        return true;
    if (entry.kind == Entry::Kind::Event)
        return entry.event.user() == user;
    if (entry.message.mentions.contains(user))
        return true;
    const Message *replied = repliedTo(entry);
    if (replied != nullptr && replied->by == user)
        return true;
    const QList<Reaction> &reactions = entry.message.reactions;
    return std::any_of(reactions.cbegin(), reactions.cend(),
                       [&](const Reaction &reaction) { return reaction.users.contains(user); });
}

// What it says

QVariant TimelineValues::textValue(const Entry &entry, int role)
{
    const bool isOutgoing = entry.kind == Entry::Kind::Outgoing;
    const MessageText &text
        = m_texts.text(entry.key(), isOutgoing ? entry.outgoing.text : entry.message.text, entry.message.mentions);
    if (role == TimelineModel::BlocksRole)
        return text.blocks;
    if (role == TimelineModel::PlainTextRole)
        return text.plain;
    return text.isEmojiOnly;
}

QVariant TimelineValues::replyValue(const Entry &entry, int role) const
{
    if (role == TimelineModel::ReplyKeyRole)
        return replyTarget(entry);
    const Message *replied = repliedTo(entry);
    if (replied == nullptr)
        return QString();
    return role == TimelineModel::ReplyAuthorRole ? m_client.users().nameOf(replied->by)
                                                  : oneLine(replied->text, m_emoji);
}

const Message *TimelineValues::repliedTo(const Entry &entry) const
{
    const QString &id = replyTarget(entry);
    if (id.isEmpty())
        return nullptr;
    const int row = m_timeline.rowOf(id);
    if (row >= 0 && m_timeline.at(row).kind == Entry::Kind::Message)
        return &m_timeline.at(row).message;
    const auto known = m_replied.constFind(id);
    return known == m_replied.cend() ? nullptr : &*known;
}

void TimelineValues::noteRows(int first, int last)
{
    if (m_replied.size() > session::Timeline::maxEntries)
        m_replied.clear();
    for (int row = first; row <= last; ++row) {
        const QString &id = replyTarget(m_timeline.at(row));
        if (id.isEmpty() || m_replied.contains(id))
            continue;
        const int replied = m_timeline.rowOf(id);
        // Kept also when it is in the slice: it may leave it.
        const std::optional<Message> message = replied >= 0 ? m_timeline.at(replied).message : m_findMessage(id);
        if (message)
            m_replied.insert(id, *message);
    }
}

bool TimelineValues::concernsMe(const Message &message) const
{
    if (message.by == me())
        return false;
    return message.mentions.contains(me()) || message.mentions.contains(QLatin1String("*"));
}

// How it stands with it

QVariant TimelineValues::stateValue(const Entry &entry, int role) const
{
    const Outgoing::State state = entry.outgoing.state;
    const bool isOutgoing = entry.kind == Entry::Kind::Outgoing;
    const bool isMessage = entry.kind == Entry::Kind::Message;
    const bool isRefused = isOutgoing && state == Outgoing::State::Refused;
    switch (role) {
    case TimelineModel::IsEditedRole:
        return entry.message.editedAt != 0;
    case TimelineModel::IsDeletedRole:
        return entry.message.isDeleted;
    case TimelineModel::IsPinnedRole:
        return entry.message.isPinned;
    case TimelineModel::SendStateRole:
        return static_cast<int>(isRefused                            ? SendState::Refused
                                    : isOutgoing || entry.isChanging ? SendState::Sending
                                                                     : SendState::Sent);
    case TimelineModel::ProblemRole:
        return isRefused && entry.outgoing.problem ? ProblemTexts::text(*entry.outgoing.problem) : QString();
    case TimelineModel::ReactionsRole:
        return reactions(entry);
    case TimelineModel::MentionsMeRole:
        return isMessage && concernsMe(entry.message);
    case TimelineModel::CanEditRole:
        return isRefused || (isMessage && entry.message.by == me() && !entry.message.isDeleted);
    case TimelineModel::CanDeleteRole:
        return isOutgoing || canDelete(entry);
    default:
        return {};
    }
}

bool TimelineValues::canDelete(const Entry &entry) const
{
    if (entry.kind != Entry::Kind::Message || entry.message.isDeleted)
        return false;
    if (entry.message.by == me())
        return true;
    const RoomState *room = m_client.rooms().room(m_timeline.room());
    return room != nullptr && RoomRights::of(*room, m_client.me(), QDateTime::currentMSecsSinceEpoch()).canDeleteOthers;
}

QVariantList TimelineValues::reactions(const Entry &entry) const
{
    QVariantList list;
    for (const Reaction &reaction : entry.message.reactions) {
        QStringList names;
        for (const QString &user : reaction.users)
            names.append(m_client.users().nameOf(user));
        list.append(QVariantMap{{QStringLiteral("emoji"), reaction.emoji},
                                {QStringLiteral("count"), static_cast<int>(reaction.users.size())},
                                {QStringLiteral("isMine"), reaction.users.contains(me())},
                                {QStringLiteral("names"), nameList(names)}});
    }
    return list;
}

QStringList TimelineValues::readers(int row) const
{
    const RoomState *room = m_client.rooms().room(m_timeline.room());
    const qint64 seq = m_timeline.at(row).seq();
    if (room == nullptr || seq == 0)
        return {};
    const qint64 next = row + 1 < m_timeline.count() ? m_timeline.at(row + 1).seq() : 0;
    QStringList names;
    for (auto it = room->readBy.cbegin(); it != room->readBy.cend(); ++it) {
        const bool isElsewhere = it.value() < seq || (next != 0 && it.value() >= next)
            || (next == 0 && row + 1 == m_timeline.count() && m_timeline.hasAfter());
        if (isElsewhere || it.key() == me() || it.key() == authorOf(m_timeline.at(row), me()))
            continue;
        names.append(m_client.users().nameOf(it.key()));
    }
    names.sort();
    return names;
}

} // namespace models
