#include "models/roomlistmodel.h"

#include "models/personlook.h"
#include "models/timetexts.h"

namespace models {

using protocol::chat::RoomKind;
using session::NotifyLevel;
using session::RoomDirectory;
using session::RoomState;
using session::UserDirectory;

RoomListModel::RoomListModel(session::ChatClient &client, const markup::EmojiCatalogue &emoji, QObject *parent)
    : OrderedModel({"roomId", "name", "kind", "section", "sectionTitle", "unread", "mentions", "isMuted", "hasDraft",
                    "lastText", "lastTime", "typing", "isCurrent", "presence", "initial", "color", "topic"},
                   parent),
      m_client(client), m_emoji(emoji), m_texts(client)
{
    refreshAll();
    const RoomDirectory *rooms = &client.rooms();
    connect(rooms, &RoomDirectory::added, this, &RoomListModel::refresh);
    connect(rooms, &RoomDirectory::changed, this, &RoomListModel::refresh);
    connect(rooms, &RoomDirectory::typingChanged, this, &RoomListModel::refresh);
    connect(rooms, &RoomDirectory::removed, this, [this](const QString &id) {
        m_rows.remove(id);
        drop(id);
    });
    connect(&client.users(), &UserDirectory::usersReset, this, &RoomListModel::refreshAll);
    connect(&client.users(), &UserDirectory::userChanged, this, &RoomListModel::refreshThoseOf);
    connect(&client.users(), &UserDirectory::presenceChanged, this, [this](const QString &user) {
        if (const QString direct = m_client.rooms().directWith(user); !direct.isEmpty())
            refresh(direct);
    });
}

void RoomListModel::setFilter(const QString &filter)
{
    m_filter = filter;
    refreshAll();
}

void RoomListModel::setCurrent(const QString &id)
{
    const QString previous = std::exchange(m_current, id);
    refresh(previous);
    refresh(id);
}

void RoomListModel::setHasDraft(const QString &id, bool has)
{
    if (has)
        m_withDraft.insert(id);
    else
        m_withDraft.remove(id);
    refresh(id);
}

bool RoomListModel::isUnread(const QString &id) const
{
    const RoomState *state = m_client.rooms().room(id);
    return state != nullptr && state->unread > 0;
}

void RoomListModel::refreshAll()
{
    for (const QString &id : m_client.rooms().ids())
        refresh(id);
}

void RoomListModel::refreshThoseOf(const QString &user)
{
    const QString direct = m_client.rooms().directWith(user);
    if (!direct.isEmpty())
        refresh(direct);
    for (const QString &id : m_client.rooms().ids()) {
        const RoomState *state = m_client.rooms().room(id);
        if (state->last && state->last->by == user && id != direct)
            refresh(id);
    }
}

void RoomListModel::refresh(const QString &id)
{
    const RoomState *state = m_client.rooms().room(id);
    const QString name = state != nullptr ? m_texts.name(state->room) : QString();
    if (state == nullptr || (!m_filter.isEmpty() && !name.contains(m_filter, Qt::CaseInsensitive))) {
        m_rows.remove(id);
        drop(id);
        return;
    }

    Row &row = m_rows[id];
    row.section = sectionOf(*state);
    QList<int> changed;
    row.values.resize(EndOfRoles - RoomIdRole);
    for (int role = RoomIdRole; role < EndOfRoles; ++role) {
        QVariant &known = row.values[role - RoomIdRole];
        const QVariant fresh = freshValue(*state, row.section, role);
        if (known == fresh)
            continue;
        known = fresh;
        changed.append(role);
    }
    if (changed.isEmpty() && contains(id))
        return;

    const bool isDirect = row.section == Section::Direct;
    const bool isCalled = row.section == Section::Unread && state->mentions > 0;
    place(id, static_cast<int>(row.section) * 2 + (isCalled ? 0 : 1), isDirect && state->last ? -state->last->at : 0,
          name);
    if (!changed.isEmpty())
        tellChanged(id, changed);
}

RoomListModel::Section RoomListModel::sectionOf(const RoomState &state) const
{
    const auto known = m_rows.constFind(state.room.id);
    if (state.room.id == m_current && known != m_rows.cend() && !known->values.isEmpty())
        return known->section;
    if (state.unread > 0 && state.notify != NotifyLevel::Nothing)
        return Section::Unread;
    if (state.isFavourite)
        return Section::Favourites;
    return state.room.kind == RoomKind::Direct ? Section::Direct : Section::Rooms;
}

QString RoomListModel::title(Section section)
{
    switch (section) {
    case Section::Unread:
        return tr("Unread");
    case Section::Favourites:
        return tr("Favourites");
    case Section::Rooms:
        return tr("Rooms");
    case Section::Direct:
        return tr("Direct messages");
    }
    return {};
}

QVariant RoomListModel::value(const QString &id, int role) const
{
    return m_rows.value(id).values.value(role - RoomIdRole);
}

QVariant RoomListModel::freshValue(const RoomState &state, Section section, int role) const
{
    switch (role) {
    case RoomIdRole:
        return state.room.id;
    case NameRole:
        return m_texts.name(state.room);
    case KindRole:
        return static_cast<int>(state.room.kind);
    case SectionRole:
        return static_cast<int>(section);
    case SectionTitleRole:
        return title(section);
    case UnreadRole:
        return state.unread;
    case MentionsRole:
        return state.mentions;
    case IsMutedRole:
        return state.notify == NotifyLevel::Nothing;
    case HasDraftRole:
        return m_withDraft.contains(state.room.id);
    case LastTextRole:
        return state.last ? m_texts.preview(state.room, *state.last, m_emoji) : QString();
    case LastTimeRole:
        return state.last ? TimeTexts().listTime(state.last->at) : QString();
    case TypingRole:
        return m_texts.typing(state.typing);
    case IsCurrentRole:
        return state.room.id == m_current;
    case PresenceRole:
        return presenceOf(state);
    case InitialRole:
        return initialOf(m_texts.name(state.room));
    case ColorRole:
        return m_texts.color(state.room);
    case TopicRole:
        return state.room.topic;
    default:
        return {};
    }
}

QVariant RoomListModel::presenceOf(const RoomState &state) const
{
    const QString other = m_texts.otherUser(state.room);
    return other.isEmpty() ? -1 : static_cast<int>(m_client.users().presence(other).state);
}

} // namespace models
