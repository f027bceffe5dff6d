#include "session/timeline.h"

#include "session/messagechange.h"
#include "session/outbox.h"
#include "session/timelinesource.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace session {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

Timeline::Timeline(QString room, TimelineSource &source)
    : m_room(std::move(room)), m_source(source), m_sourceGuard(&source)
{
    m_arrivalTimer.setSingleShot(true);
    m_arrivalTimer.setInterval(source.updateInterval());
    connect(&m_arrivalTimer, &QTimer::timeout, this, &Timeline::showArrived);
    source.add(this);
}

Timeline::~Timeline()
{
    if (m_sourceGuard) // be it that somebody lets go of things in the wrong order
        m_source.remove(this);
}

int Timeline::rowOf(const QString &key) const
{
    if (const auto position = protocol::chat::messagePositionFrom(key); position && position->room == m_room)
        return rowOfSeq(position->seq);
    const auto it = std::find_if(m_entries.begin() + logCount(), m_entries.end(),
                                 [&key](const Entry &entry) { return entry.outgoing.nonce == key; });
    return it == m_entries.end() ? -1 : int(it - m_entries.begin());
}

int Timeline::firstRowAfter(qint64 seq) const
{
    const auto end = m_entries.begin() + logCount();
    const auto it = std::upper_bound(m_entries.begin(), end, seq,
                                     [](qint64 wanted, const Entry &entry) { return wanted < entry.seq(); });
    return int(it - m_entries.begin());
}

int Timeline::rowOfSeq(qint64 seq) const
{
    const int row = firstRowAfter(seq - 1);
    return row < logCount() && at(row).seq() == seq ? row : -1;
}

// What happens in the room

void Timeline::apply(const RoomEvent &event, const QString &nonce)
{
    if (changesMessage(event.type)) {
        changeMessage(event);
        if (isAtNewest())
            m_last = std::max(m_last, event.seq);
        return;
    }
    if (!m_hasShown || event.seq <= m_last) {
        removeOutgoing(nonce);
        return;
    }
    const bool isPosted = event.type == RoomEventType::MessagePosted;
    std::optional<Message> message;
    if (isPosted)
        message = Message::fromMap(event.detail.value(QLatin1String("message")).toMap());
    if (m_hasAfter) {
        if (message) {
            ++m_newerCount;
            Q_EMIT stateChanged();
        }
        return;
    }
    m_last = event.seq;
    if (message && !nonce.isEmpty())
        becomeMessage(*message, nonce);
    else if (message)
        arrive(entryFor(*message));
    else if (!isPosted && m_source.showsEvents(m_room))
        arrive(Entry{Entry::Kind::Event, {}, {}, event, false});
}

void Timeline::arrive(Entry entry)
{
    m_arrived.push_back(std::move(entry));
    if (!m_arrivalTimer.isActive())
        m_arrivalTimer.start();
}

void Timeline::showArrived()
{
    m_arrivalTimer.stop();
    if (m_arrived.empty())
        return;
    std::vector<Entry> arrived = std::exchange(m_arrived, {});
    if (!m_isFollowing && count() + int(arrived.size()) > maxEntries) {
        // Somebody looks at what would be pushed out.
        m_last = arrived.front().seq() - 1;
        m_hasAfter = true;
        m_newerCount += int(std::count_if(arrived.begin(), arrived.end(),
                                          [](const Entry &entry) { return entry.kind == Entry::Kind::Message; }));
        removeRows(logCount(), m_outgoingCount);
        Q_EMIT stateChanged();
        return;
    }
    const auto skipped = std::max(0, int(arrived.size()) - maxEntries);
    if (skipped > 0) { // nothing that is shown now would stay
        removeRows(0, logCount());
        m_first = arrived[std::size_t(skipped)].seq();
        m_hasBefore = true;
    }
    insertRows(
        logCount(),
        std::deque<Entry>(std::make_move_iterator(arrived.begin() + skipped), std::make_move_iterator(arrived.end())));
    trimOldest();
    if (skipped > 0)
        Q_EMIT stateChanged();
}

void Timeline::changeMessage(const RoomEvent &event)
{
    const auto position = protocol::chat::messagePositionFrom(event.text(QLatin1String("id")));
    if (!position)
        return;
    const auto hasArrived = [&](const Entry &entry) { return entry.seq() == position->seq; };
    if (std::any_of(m_arrived.begin(), m_arrived.end(), hasArrived))
        showArrived();
    const int row = rowOfSeq(position->seq);
    if (row < 0 || at(row).kind != Entry::Kind::Message)
        return;
    const QString &id = at(row).message.id;
    const auto base = m_bases.find(id);
    const EntryFields fields = applyChange(base == m_bases.end() ? m_entries[std::size_t(row)].message : *base, event);
    refresh(row, fields);
}

/// Shows the message with our changes, as far as there are some.
void Timeline::refresh(int row, EntryFields fields)
{
    Entry &entry = m_entries[std::size_t(row)];
    const QString id = entry.message.id;
    const Message base = m_bases.value(id, entry.message);
    const bool isChanging = m_source.outbox().isChanging(id);
    const Message shown = isChanging ? m_source.outbox().withChanges(base) : base;
    if (isChanging)
        m_bases.insert(id, base);
    else
        m_bases.remove(id);
    fields.setFlag(EntryField::Changing, entry.isChanging != isChanging);
    if (shown != entry.message) {
        fields.setFlag(EntryField::Pinned,
                       fields.testFlag(EntryField::Pinned) || shown.isPinned != entry.message.isPinned);
        fields.setFlag(EntryField::Reactions,
                       fields.testFlag(EntryField::Reactions) || shown.reactions != entry.message.reactions);
        fields.setFlag(EntryField::Text,
                       fields.testFlag(EntryField::Text) || shown.text != entry.message.text
                           || shown.isDeleted != entry.message.isDeleted || shown.editedAt != entry.message.editedAt);
    }
    entry.message = shown;
    entry.isChanging = isChanging;
    if (fields)
        Q_EMIT rowChanged(row, fields);
}

void Timeline::showChanges(const QString &messageId)
{
    showArrived();
    const int row = rowOf(messageId);
    if (row >= 0 && at(row).kind == Entry::Kind::Message)
        refresh(row, {});
}

// What is outgoing

void Timeline::addOutgoing(const Outgoing &outgoing)
{
    showArrived();
    if (!isAtNewest() || rowOf(outgoing.nonce) >= 0)
        return;
    Entry entry;
    entry.kind = Entry::Kind::Outgoing;
    entry.outgoing = outgoing;
    std::deque<Entry> entries;
    entries.push_back(std::move(entry));
    insertRows(count(), std::move(entries));
    trimOldest();
}

void Timeline::changeOutgoing(const Outgoing &outgoing)
{
    const int row = rowOf(outgoing.nonce);
    if (row < 0)
        return;
    m_entries[std::size_t(row)].outgoing = outgoing;
    Q_EMIT rowChanged(row, EntryField::SendState);
}

void Timeline::removeOutgoing(const QString &nonce)
{
    if (nonce.isEmpty())
        return;
    if (const int row = rowOf(nonce); row >= 0)
        removeRows(row, 1);
}

void Timeline::becomeMessage(const Message &message, const QString &nonce)
{
    showArrived();
    const int row = rowOf(nonce);
    if (row != logCount()) { // others that were refused stand before it
        removeOutgoing(nonce);
        std::deque<Entry> entries;
        entries.push_back(entryFor(message));
        insertRows(logCount(), std::move(entries));
        trimOldest();
        return;
    }
    --m_outgoingCount;
    m_entries[std::size_t(row)] = entryFor(message);
    Q_EMIT rowChanged(row, EntryField::Kind);
}

void Timeline::showOutgoing()
{
    for (const Outgoing &outgoing : m_source.outbox().outgoing(m_room))
        addOutgoing(outgoing);
}

// Rows

Entry Timeline::entryFor(const Message &message)
{
    Entry entry;
    entry.message = message;
    entry.isChanging = m_source.outbox().isChanging(message.id);
    if (entry.isChanging) {
        m_bases.insert(message.id, message);
        entry.message = m_source.outbox().withChanges(message);
    }
    return entry;
}

/// Its messages, and what else has happened between them.
std::deque<Entry> Timeline::entriesFrom(const Page &page)
{
    std::deque<Entry> entries;
    const std::vector<RoomEvent> events = m_source.systemEvents().between(m_room, page.first, page.last);
    auto event = events.begin();
    const auto addEvents = [&](qint64 before) {
        for (; event != events.end() && event->seq < before; ++event)
            entries.push_back(Entry{Entry::Kind::Event, {}, {}, *event, false});
    };
    for (const Message &message : page.messages) {
        if (message.seq < page.first || message.seq > page.last)
            continue;
        addEvents(message.seq);
        entries.push_back(entryFor(message));
    }
    addEvents(page.last + 1);
    return entries;
}

void Timeline::insertRows(int row, std::deque<Entry> entries)
{
    if (entries.empty())
        return;
    const int last = row + int(entries.size()) - 1;
    const bool isOutgoing = entries.front().kind == Entry::Kind::Outgoing;
    Q_EMIT rowsAboutToBeInserted(row, last);
    m_entries.insert(m_entries.begin() + row, std::make_move_iterator(entries.begin()),
                     std::make_move_iterator(entries.end()));
    if (isOutgoing)
        m_outgoingCount += int(entries.size());
    Q_EMIT rowsInserted(row, last);
}

void Timeline::removeRows(int first, int count)
{
    if (count <= 0)
        return;
    Q_EMIT rowsAboutToBeRemoved(first, first + count - 1);
    const auto begin = m_entries.begin() + first;
    for (auto it = begin; it != begin + count; ++it) {
        m_bases.remove(it->message.id);
        m_outgoingCount -= it->kind == Entry::Kind::Outgoing ? 1 : 0;
    }
    m_entries.erase(begin, begin + count);
    Q_EMIT rowsRemoved(first, first + count - 1);
}

void Timeline::trimOldest()
{
    const int surplus = std::min(count() - maxEntries, logCount() - 1);
    if (surplus <= 0)
        return;
    removeRows(0, surplus);
    m_first = at(0).seq();
    if (!std::exchange(m_hasBefore, true))
        Q_EMIT stateChanged();
}

void Timeline::trimNewest()
{
    const int surplus = count() - maxEntries;
    if (surplus <= 0)
        return;
    m_newerCount = 0;
    removeRows(maxEntries, surplus);
    removeRows(logCount(), m_outgoingCount); // those belong to the newest end
    m_last = at(count() - 1).seq();
    m_hasAfter = true;
}

} // namespace session
