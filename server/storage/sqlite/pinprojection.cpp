#include "storage/sqlite/pinprojection.h"

namespace storage::sqlite {

PinProjection::PinProjection(Connection &connection, MessageFinder &finder)
    : m_finder(finder), m_set(connection, QStringLiteral("UPDATE messages SET pinned = ? WHERE number = ?"))
{
}

MaybeFault PinProjection::pin(NewEvent &event)
{
    const auto found = m_finder.find(event, event.text(QLatin1String("id")));
    if (!found)
        return found.error();
    if (found->isPinned)
        return Fault::Unchanged;
    event.message = found->seq;
    return m_set.run(event.seq(), found->number);
}

MaybeFault PinProjection::unpin(NewEvent &event)
{
    const auto found = m_finder.find(event, event.text(QLatin1String("id")));
    if (!found)
        return found.error();
    if (!found->isPinned)
        return Fault::Unchanged;
    event.message = found->seq;
    return m_set.run(qint64(0), found->number);
}

} // namespace storage::sqlite
