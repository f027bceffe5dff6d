#pragma once

#include "storage/sqlite/catalogue.h"
#include "storage/sqlite/messagefinder.h"
#include "storage/sqlite/newevent.h"
#include "storage/sqlite/personnames.h"
#include "storage/sqlite/statement.h"

namespace storage::sqlite {

class SearchIndex;

/// Writes the table of messages, which is a part of the log as well, and that of mentions.
/// Thread: writer.
class MessageProjection final
{
public:
    MessageProjection(Connection &connection, Catalogue &catalogue, MessageFinder &finder, SearchIndex &index);

    /// Reads where the table ends. Once, before anything else, and after a transaction was rolled back.
    [[nodiscard]] MaybeFault load();

    /// Adds the message and puts its id and seq into the event. NotFound when it replies to a message that is not there
    /// or is deleted. When the author has used @p nonce before, nothing is
    /// added, and the event becomes that of then; false is returned.
    [[nodiscard]] protocol::Expected<bool, Fault> post(NewEvent &event, const QString &nonce);
    [[nodiscard]] MaybeFault edit(NewEvent &event);
    [[nodiscard]] MaybeFault remove(NewEvent &event);

    /// Of the latest message over all rooms.
    [[nodiscard]] qint64 lastNumber() const { return m_lastNumber; }

private:
    struct Draft;
    [[nodiscard]] protocol::Expected<Draft, Fault> draftFrom(const NewEvent &event,
                                                             const protocol::chat::Message &message);
    [[nodiscard]] MaybeFault insert(const NewEvent &event, const Draft &draft, const QString &nonce);
    [[nodiscard]] MaybeFault addMentions(qint64 room, qint64 seq, const QString &people);
    [[nodiscard]] MaybeFault removeMentions(qint64 room, const FoundMessage &message);
    /// Makes @p event the one that was stored with @p nonce. NotFound when none was.
    [[nodiscard]] MaybeFault recall(NewEvent &event, const QString &nonce);

    Catalogue &m_catalogue;
    MessageFinder &m_finder;
    SearchIndex &m_index;
    PersonNames m_names;
    Statement m_readLastNumber;
    Statement m_insert;
    Statement m_recall;
    Statement m_edit;
    Statement m_remove;
    Statement m_addMention;
    Statement m_removeMention;
    Statement m_removeReactions;
    qint64 m_lastNumber = 0;
};

} // namespace storage::sqlite
