#pragma once

#include "storage/sqlite/banprojection.h"
#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/memberprojection.h"
#include "storage/sqlite/messagefinder.h"
#include "storage/sqlite/messageprojection.h"
#include "storage/sqlite/pinprojection.h"
#include "storage/sqlite/reactionprojection.h"
#include "storage/sqlite/roomprojection.h"
#include "storage/sqlite/searchindex.h"

#include "chat/ports/records.h"

namespace storage::sqlite {

/// Appends events to the logs of rooms and lets the projections bring their tables up to date.
/// Thread: writer.
class EventWriter final
{
public:
    EventWriter(Connection &connection, Catalogue &catalogue, SearchIndex &index);

    [[nodiscard]] MaybeFault load();

    /// NotFound also for a room that is not there; Unchanged also for making one that is.
    [[nodiscard]] protocol::Expected<chat::AppendedEvent, Fault> append(chat::AppendEvent &&append);

    [[nodiscard]] const MessageProjection &messages() const { return m_messages; }

private:
    [[nodiscard]] protocol::Expected<NewEvent, Fault> place(protocol::chat::RoomEvent &event);
    [[nodiscard]] MaybeFault project(NewEvent &event);
    [[nodiscard]] MaybeFault log(const NewEvent &event);

    Catalogue &m_catalogue;
    MessageFinder m_finder;
    MessageProjection m_messages;
    PinProjection m_pins;
    ReactionProjection m_reactions;
    MemberProjection m_members;
    BanProjection m_bans;
    RoomProjection m_rooms;
    Statement m_log;
};

} // namespace storage::sqlite
