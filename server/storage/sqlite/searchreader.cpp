#include "storage/sqlite/searchreader.h"

#include "storage/sqlite/messagerow.h"
#include "storage/sqlite/searchindex.h"
#include "storage/sqlite/searchwords.h"
#include "storage/sqlite/snippet.h"

#include <algorithm>
#include <limits>

namespace storage::sqlite {

using chat::SearchPage;
using chat::SearchQuery;

namespace {

constexpr qint64 anyNumber = std::numeric_limits<qint64>::max();
/// Matches of one part that are looked at before the rooms become a part of the expression.
constexpr qint64 matchesToWalk = 3'000;

} // namespace

struct SearchReader::Search
{
    QStringList words;
    QString authorTag; ///< empty: anybody
    qint64 author = -1; ///< key, -1: anybody
    QStringList roomTags;
    QByteArray rooms; ///< keys as a JSON array
    qint64 since = 0;
    qint64 until = 0;
    qint64 before = 0; ///< number of the message that ended the page before this
    bool isElsewhere = false; ///< whether most matches of a part were in other rooms
    size_t wanted = 0; ///< one more than a page, which tells whether there is a next one
    std::vector<Hit> hits;

    [[nodiscard]] bool isFull() const { return hits.size() >= wanted; }
    [[nodiscard]] bool findsNothing() const { return roomTags.isEmpty() || (words.isEmpty() && authorTag.isEmpty()); }
};

SearchReader::SearchReader(Connection &connection, PersonNames &names, RoomKeys &rooms, MessageReader &messages)
    : m_connection(connection), m_names(names), m_rooms(rooms), m_messages(messages),
      m_readParts(connection,
                  QStringLiteral("SELECT part FROM search_parts WHERE part <= ? AND last_at >= ?"
                                 " AND first_at < ? ORDER BY part DESC"))
{
}

protocol::Expected<SearchPage, Fault> SearchReader::read(const SearchQuery &query)
{
    auto search = prepare(query);
    if (!search)
        return protocol::failure(search.error());
    if (search->findsNothing())
        return SearchPage();
    const auto parts = partsFor(*search);
    if (!parts)
        return protocol::failure(parts.error());
    for (const qint64 part : *parts) {
        if (search->isFull())
            break;
        if (const auto fault = searchPart(*search, part))
            return protocol::failure(*fault);
    }
    return pageFrom(*search);
}

protocol::Expected<SearchReader::Search, Fault> SearchReader::prepare(const SearchQuery &query)
{
    Search search;
    search.words = searchWords(query.text);
    search.since = query.since.value_or(std::numeric_limits<qint64>::min());
    search.until = query.until.value_or(std::numeric_limits<qint64>::max());
    bool isNumber = false;
    search.before = query.cursor.toLongLong(&isNumber);
    if (!isNumber || search.before < 1)
        search.before = anyNumber;
    search.wanted = size_t(std::max(query.limit, 1)) + 1;
    if (!query.from.isEmpty()) {
        search.author = m_names.key(query.from);
        search.authorTag = authorTag + QString::number(search.author);
    }
    for (const QString &id : query.rooms) {
        const auto room = m_rooms.key(id);
        if (!room && endsTransaction(room.error()))
            return protocol::failure(room.error());
        if (!room)
            continue;
        search.roomTags.append(roomTag + QString::number(*room));
        search.rooms += (search.rooms.isEmpty() ? '[' : ',') + QByteArray::number(*room);
    }
    search.rooms += ']';
    return search;
}

protocol::Expected<std::vector<qint64>, Fault> SearchReader::partsFor(const Search &search)
{
    const qint64 newest = search.before == anyNumber ? anyNumber : searchPartOf(search.before - 1);
    if (const auto fault = m_readParts.run(newest, search.since, search.until))
        return protocol::failure(*fault);
    std::vector<qint64> parts;
    while (m_readParts.next())
        parts.push_back(m_readParts.number(0));
    if (const auto fault = m_readParts.fault())
        return protocol::failure(*fault);
    return parts;
}

MaybeFault SearchReader::searchPart(Search &search, qint64 part)
{
    const QString table = searchTable(part);
    const QString inRooms = matchExpression(search.words, search.roomTags, search.authorTag);
    if (search.isElsewhere)
        return collect(search, table, inRooms, search.before, 0);
    const QString anywhere = matchExpression(search.words, {}, search.authorTag);
    if (const auto fault = collect(search, table, anywhere, search.before, matchesToWalk))
        return fault;
    if (search.isFull())
        return std::nullopt;
    Statement walked(m_connection,
                     QStringLiteral("SELECT count(*), min(rowid) FROM (SELECT rowid FROM %1 WHERE %1"
                                    " MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?)")
                         .arg(table));
    if (const auto fault = walked.run(anywhere, search.before, matchesToWalk))
        return fault;
    if (!walked.next() || walked.number(0) < matchesToWalk)
        return walked.fault(); // these were all
    const qint64 oldest = walked.number(1);
    walked.finish();
    search.isElsewhere = true;
    return collect(search, table, inRooms, oldest, 0);
}

MaybeFault SearchReader::collect(Search &search, const QString &table, const QString &expression, qint64 before,
                                 qint64 walked)
{
    // The inner SELECT gives the newest first, and CROSS JOIN keeps its order. It is not one with the outer, so that
    // only so many matches are looked at.
    Statement statement(
        m_connection,
        QStringLiteral("SELECT %1, m.number, m.room FROM (SELECT rowid AS number FROM %2 WHERE %2 MATCH ?"
                       " AND rowid < ? ORDER BY rowid DESC LIMIT ?) s"
                       " CROSS JOIN messages m ON m.number = s.number"
                       " WHERE m.room IN (SELECT value FROM json_each(?)) AND m.at >= ? AND m.at < ?"
                       " AND m.deleted = 0 AND (? < 0 OR m.author = ?) LIMIT ?")
            .arg(messageColumns, table));
    if (const auto fault = statement.run(expression, before, walked == 0 ? qint64(-1) : walked,
                                         QString::fromLatin1(search.rooms), search.since, search.until, search.author,
                                         search.author, qint64(search.wanted - search.hits.size())))
        return fault;
    while (statement.next()) {
        const qint64 room = statement.number(messageColumnCount + 1);
        search.hits.push_back(
            {statement.number(messageColumnCount), room, messageFrom(statement, m_rooms.id(room), m_names)});
    }
    return statement.fault();
}

protocol::Expected<SearchPage, Fault> SearchReader::pageFrom(Search &search)
{
    SearchPage page;
    if (search.isFull()) {
        search.hits.pop_back();
        page.cursor = QString::number(search.hits.back().number);
    }
    for (Hit &hit : search.hits) {
        if (const auto fault = m_messages.addReactions(hit.room, hit.message))
            return protocol::failure(*fault);
        QString snippet = snippetOf(hit.message.text, search.words);
        page.hits.push_back({std::move(hit.message), std::move(snippet)});
    }
    return page;
}

} // namespace storage::sqlite
