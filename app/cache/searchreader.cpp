#include "cache/searchreader.h"

#include "cache/facts.h"
#include "cache/messagerow.h"
#include "cache/namekey.h"

#include "protocol/chat/room.h"
#include "protocol/chat/user.h"

#include <QCborValue>

#include <algorithm>
#include <limits>

namespace cache {

using protocol::chat::Room;
using protocol::chat::RoomKind;
using protocol::chat::User;

namespace {

constexpr int maxHits = 200;

// As in the view search_source.
constexpr QChar roomMark(0xe002);
constexpr QChar authorMark(0xe003);

qint64 numberIn(const QString &cursor)
{
    bool isNumber = false;
    const qint64 number = cursor.toLongLong(&isNumber);
    return isNumber ? number : std::numeric_limits<qint64>::max();
}

/// The later of two bounds, where there are any.
qint64 later(std::optional<qint64> a, std::optional<qint64> b)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    return std::max(a.value_or(none), b.value_or(none));
}

qint64 earlier(std::optional<qint64> a, std::optional<qint64> b)
{
    constexpr qint64 none = std::numeric_limits<qint64>::max();
    return std::min(a.value_or(none), b.value_or(none));
}

SearchPage refusal(SearchPage::Problem problem, const QString &name = {})
{
    SearchPage page;
    page.problem = problem;
    page.unknownName = name;
    return page;
}

} // namespace

SearchReader::SearchReader(Database &database)
    : m_userNamed(database, QStringLiteral("SELECT id FROM users WHERE name_key = ? LIMIT 1")),
      m_me(database, QStringLiteral("SELECT value FROM facts WHERE name = ?")),
      m_rooms(database, QStringLiteral("SELECT id, name_key, room FROM rooms WHERE id IS NOT NULL")),
      m_authorKey(database, QStringLiteral("SELECT key FROM authors WHERE id = ?")),
      m_roomKey(database, QStringLiteral("SELECT key FROM rooms WHERE id = ?")),
      // The index gives the newest first, and CROSS JOIN keeps its order.
      m_find(database,
             QStringLiteral("SELECT %1, m.number, r.id, snippet(search, 0, char(57344), char(57345), char(8230), 24)"
                            " FROM search CROSS JOIN messages m ON m.number = search.rowid"
                            " JOIN rooms r ON r.key = m.room JOIN authors a ON a.key = m.author"
                            " WHERE search MATCH ? AND search.rowid < ? AND m.at >= ? AND m.at < ? AND m.deleted = 0"
                            " AND r.id IS NOT NULL ORDER BY search.rowid DESC LIMIT ?")
                 .arg(messageColumns))
{
}

SearchPage SearchReader::read(const SearchQuery &query, int limit, const QString &cursor)
{
    const SearchTerms terms = searchTermsFrom(query.text);
    const Scope scope = scopeOf(query, terms);
    if (scope.problem != SearchPage::Problem::None)
        return refusal(scope.problem, scope.unknownName);
    if (terms.words.isEmpty() && scope.author.isEmpty())
        return refusal(SearchPage::Problem::NothingAsked);
    QStringList roomTags;
    for (const QString &room : scope.rooms)
        roomTags.append(roomTag(room));
    const QString author = scope.author.isEmpty() ? QString() : authorTag(scope.author);
    const int most = std::clamp(limit, 1, maxHits);
    SearchPage page;
    m_find.run(matchExpression(terms.words, author, roomTags), numberIn(cursor), later(query.since, terms.since),
               earlier(query.until, terms.until), most + 1);
    qint64 last = 0;
    while (m_find.next()) {
        if (page.hits.size() == most) {
            page.cursor = QString::number(last);
            m_find.finish();
            break;
        }
        last = m_find.number(messageColumnCount);
        page.hits.append(
            {messageFrom(m_find, m_find.text(messageColumnCount + 1)), m_find.text(messageColumnCount + 2)});
    }
    return page;
}

SearchReader::Scope SearchReader::scopeOf(const SearchQuery &query, const SearchTerms &terms)
{
    Scope scope;
    scope.author = query.from;
    if (scope.author.isEmpty() && !terms.from.isEmpty()) {
        scope.author = userNamed(terms.from);
        if (scope.author.isEmpty()) {
            scope.problem = SearchPage::Problem::UnknownPerson;
            scope.unknownName = terms.from;
        }
    }
    if (!query.room.isEmpty()) {
        scope.rooms = {query.room};
    } else if (!terms.room.isEmpty()) {
        scope.rooms = roomsNamed(terms.room);
        if (scope.rooms.isEmpty()) {
            scope.problem = SearchPage::Problem::UnknownRoom;
            scope.unknownName = terms.room;
        }
    }
    return scope;
}

QString SearchReader::userNamed(const QString &name)
{
    const QString id = m_userNamed.first(nameKey(name)) ? m_userNamed.text(0) : QString();
    m_userNamed.finish();
    return id.isEmpty() && name.compare(QLatin1String("me"), Qt::CaseInsensitive) == 0 ? me() : id;
}

QStringList SearchReader::roomsNamed(const QString &name)
{
    const QString bare = name.startsWith(u'@') ? name.sliced(1) : name;
    const QString key = nameKey(bare);
    const QString person = userNamed(bare);
    const QString self = me();
    QStringList ids;
    m_rooms.run();
    while (m_rooms.next()) {
        const auto room = Room::fromMap(QCborValue::fromCbor(m_rooms.bytes(2)).toMap());
        const bool isDirect = room && room->kind == RoomKind::Direct;
        const bool isWithThem = isDirect && !person.isEmpty() && room->directMembers.contains(person)
            && (person != self || room->directMembers.size() == 1);
        if (isDirect ? isWithThem : m_rooms.text(1) == key)
            ids.append(m_rooms.text(0));
    }
    return ids;
}

QString SearchReader::me()
{
    const QByteArray value = m_me.first(facts::me) ? m_me.bytes(0) : QByteArray();
    m_me.finish();
    const auto user = User::fromMap(QCborValue::fromCbor(value).toMap());
    return user ? user->id : QString();
}

QString SearchReader::authorTag(const QString &id)
{
    const qint64 key = m_authorKey.first(id) ? m_authorKey.number(0) : 0;
    m_authorKey.finish();
    return authorMark + QString::number(key);
}

QString SearchReader::roomTag(const QString &id)
{
    const qint64 key = m_roomKey.first(id) ? m_roomKey.number(0) : 0;
    m_roomKey.finish();
    return roomMark + QString::number(key);
}

} // namespace cache
