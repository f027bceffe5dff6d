#pragma once

#include "storage/sqlite/connection.h"
#include "storage/sqlite/messagereader.h"
#include "storage/sqlite/personnames.h"
#include "storage/sqlite/roomkeys.h"
#include "storage/sqlite/statement.h"

#include "chat/ports/queries.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace storage::sqlite {

/// Finds messages by their words, the newest first.
///
/// The parts of the index are searched one after the other, from the newest, until a page is full. In each, the newest
/// matches are looked at one by one; when hardly any of them is in the wanted rooms, the rooms become a part of the
/// expression, so that the rest is not even visited.
/// Thread: that of its connection.
class SearchReader final
{
public:
    SearchReader(Connection &connection, PersonNames &names, RoomKeys &rooms, MessageReader &messages);

    /// Nothing is found when there is neither a word nor an author in it.
    [[nodiscard]] protocol::Expected<chat::SearchPage, Fault> read(const chat::SearchQuery &query);

private:
    struct Search;
    struct Hit
    {
        qint64 number = 0;
        qint64 room = 0; ///< key
        protocol::chat::Message message;
    };
    [[nodiscard]] protocol::Expected<Search, Fault> prepare(const chat::SearchQuery &query);
    [[nodiscard]] protocol::Expected<std::vector<qint64>, Fault> partsFor(const Search &search);
    [[nodiscard]] MaybeFault searchPart(Search &search, qint64 part);
    /// Looks at matches older than @p before. @p walked: at so many of them at most, 0 for all.
    [[nodiscard]] MaybeFault collect(Search &search, const QString &table, const QString &expression, qint64 before,
                                     qint64 walked);
    [[nodiscard]] protocol::Expected<chat::SearchPage, Fault> pageFrom(Search &search);

    Connection &m_connection;
    PersonNames &m_names;
    RoomKeys &m_rooms;
    MessageReader &m_messages;
    Statement m_readParts;
};

} // namespace storage::sqlite
