#include "storage/sqlite/messagefinder.h"

#include "protocol/chat/message.h"

namespace storage::sqlite {

MessageFinder::MessageFinder(Connection &connection)
    : m_read(connection,
             QStringLiteral("SELECT number, author, at, text, mentions, pinned FROM messages"
                            " WHERE room = ? AND seq = ? AND deleted = 0"))
{
}

protocol::Expected<FoundMessage, Fault> MessageFinder::find(const NewEvent &event, const QString &id)
{
    const auto position = protocol::chat::messagePositionFrom(id);
    if (!position || position->room != event.event.room)
        return protocol::failure(Fault::NotFound);
    if (const auto fault = m_read.run(event.room, position->seq))
        return protocol::failure(*fault);
    if (!m_read.next())
        return protocol::failure(m_read.fault().value_or(Fault::NotFound));
    FoundMessage found{m_read.number(0), position->seq,  m_read.number(1), m_read.number(2),
                       m_read.text(3),   m_read.text(4), m_read.flag(5)};
    m_read.finish();
    return found;
}

} // namespace storage::sqlite
