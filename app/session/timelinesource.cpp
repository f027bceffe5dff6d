#include "session/timelinesource.h"

#include "session/clientoptions.h"
#include "session/outbox.h"
#include "session/roomdirectory.h"
#include "session/serverlink.h"
#include "session/timeline.h"

namespace session {

using protocol::chat::RoomEvent;

TimelineSource::TimelineSource(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, Outbox &outbox,
                               const ClientOptions &options, QObject *parent)
    : QObject(parent), m_link(link), m_rooms(rooms), m_outbox(outbox), m_pageSize(options.pageSize),
      m_updateInterval(options.updateInterval), m_pages(link, cache, rooms)
{
    connect(&outbox, &Outbox::posted, this, [this](const Outgoing &outgoing) {
        for (Timeline *timeline : timelines(outgoing.room))
            timeline->addOutgoing(outgoing);
    });
    connect(&outbox, &Outbox::outgoingChanged, this, [this](const Outgoing &outgoing) {
        for (Timeline *timeline : timelines(outgoing.room))
            timeline->changeOutgoing(outgoing);
    });
    connect(&outbox, &Outbox::outgoingRemoved, this, [this](const QString &room, const QString &nonce) {
        for (Timeline *timeline : timelines(room))
            timeline->removeOutgoing(nonce);
    });
    connect(&outbox, &Outbox::messageAffected, this, [this](const QString &room, const QString &messageId) {
        for (Timeline *timeline : timelines(room))
            timeline->showChanges(messageId);
    });
    connect(&link, &ServerLink::readyChanged, this, [this](bool isReady) {
        for (Timeline *timeline : m_timelines.values()) {
            if (isReady)
                timeline->resumeLoading();
        }
    });
}

void TimelineSource::add(Timeline *timeline)
{
    m_timelines.insert(timeline->room(), timeline);
}

void TimelineSource::remove(Timeline *timeline)
{
    m_timelines.remove(timeline->room(), timeline);
}

qint64 TimelineSource::newestSeq(const QString &room) const
{
    const RoomRecord *record = m_rooms.record(room);
    return record ? record->applied : 0;
}

bool TimelineSource::showsEvents(const QString &room) const
{
    const RoomState *state = m_rooms.room(room);
    return !state || state->room.kind != protocol::chat::RoomKind::Direct;
}

bool TimelineSource::isOnline() const
{
    return m_link.isReady();
}

void TimelineSource::apply(const RoomEvent &event, const QString &nonce)
{
    m_pages.noteEvent(event);
    if (showsEvents(event.room))
        m_systemEvents.add(event);
    for (Timeline *timeline : timelines(event.room))
        timeline->apply(event, nonce);
}

void TimelineSource::reset(const QString &room)
{
    m_systemEvents.forget(room);
    for (Timeline *timeline : timelines(room))
        timeline->beginAnew();
}

void TimelineSource::forget(const QString &room)
{
    m_systemEvents.forget(room);
}

} // namespace session
