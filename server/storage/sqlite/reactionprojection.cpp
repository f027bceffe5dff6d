#include "storage/sqlite/reactionprojection.h"

namespace storage::sqlite {

ReactionProjection::ReactionProjection(Connection &connection, MessageFinder &finder)
    : m_finder(finder),
      // An emoji keeps its place on the message for as long as anybody holds it there.
      m_add(connection,
            QStringLiteral("INSERT INTO reactions (room, message, emoji, person, emoji_since, added)"
                           " VALUES (?, ?, ?, ?, ifnull((SELECT emoji_since FROM reactions"
                           " WHERE room = ? AND message = ? AND emoji = ? LIMIT 1), ?), ?)"
                           " ON CONFLICT DO NOTHING")),
      m_remove(connection,
               QStringLiteral("DELETE FROM reactions WHERE room = ? AND message = ? AND emoji = ?"
                              " AND person = ?"))
{
}

MaybeFault ReactionProjection::add(NewEvent &event)
{
    const auto found = m_finder.find(event, event.text(QLatin1String("id")));
    if (!found)
        return found.error();
    const QString emoji = event.text(QLatin1String("emoji"));
    if (emoji.isEmpty())
        return Fault::Refused;
    event.message = found->seq;
    if (const auto fault = m_add.run(event.room, found->seq, emoji, event.actor, event.room, found->seq, emoji,
                                     event.seq(), event.seq()))
        return fault;
    if (m_add.changedRows() == 0)
        return Fault::Unchanged;
    return std::nullopt;
}

MaybeFault ReactionProjection::remove(NewEvent &event)
{
    const auto found = m_finder.find(event, event.text(QLatin1String("id")));
    if (!found)
        return found.error();
    event.message = found->seq;
    if (const auto fault = m_remove.run(event.room, found->seq, event.text(QLatin1String("emoji")), event.actor))
        return fault;
    if (m_remove.changedRows() == 0)
        return Fault::Unchanged;
    return std::nullopt;
}

} // namespace storage::sqlite
