#include "chat/actions/search.h"

#include "chat/rules/jsonsize.h"
#include "chat/rules/name.h"
#include "chat/rules/searchquery.h"
#include "chat/rules/text.h"
#include "chat/settings.h"
#include "chat/state/serverstate.h"

#include <QCborArray>

#include <algorithm>

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;
using protocol::chat::RoomKind;
using protocol::chat::Search;

namespace {

constexpr int maxHits = 50;

/// The later of two bounds, where there are any.
std::optional<qint64> later(std::optional<qint64> a, std::optional<qint64> b)
{
    return a && b ? std::max(*a, *b) : a ? a : b;
}

std::optional<qint64> earlier(std::optional<qint64> a, std::optional<qint64> b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

/// A direct conversation goes by the name of the other one.
bool isCalled(const Context &context, const RoomState &room, const QString &user, const QString &nameKey)
{
    if (room.room.kind != RoomKind::Direct)
        return room.nameKey == nameKey;
    const UserRecord *named = context.state.userByNameKey(nameKey);
    return named && room.room.directMembers.contains(named->user.id)
        && (named->user.id != user || room.room.directMembers.size() == 1);
}

protocol::chat::Result<QStringList> roomsNamed(const Context &context, const Actor &actor, const QString &name)
{
    const QString key = nameKeyOf(name.startsWith(QLatin1Char('@')) ? name.sliced(1) : name);
    QStringList rooms;
    for (const QString &id : context.state.roomsOf(actor.user)) {
        const RoomState *room = context.state.room(id);
        if (room && isCalled(context, *room, actor.user, key))
            rooms.append(id);
    }
    if (rooms.isEmpty())
        return refusal(ErrorCode::NotFound, QStringLiteral("You are in no room called “%1”.").arg(name),
                       QStringLiteral("query"));
    return rooms;
}

/// Only rooms that the asker is in, whatever is asked for.
protocol::chat::Result<QStringList> roomsToSearch(const Context &context, const Actor &actor, const Search &request,
                                                  const SearchTerms &terms)
{
    if (!request.room.isEmpty()) {
        const auto standing = checkRoomPermission(context, actor.user, request.room, Permission::ReadRoom);
        if (!standing)
            return protocol::failure(standing.error());
        return QStringList{request.room};
    }
    if (!terms.room.isEmpty())
        return roomsNamed(context, actor, terms.room);
    const QSet<QString> &rooms = context.state.roomsOf(actor.user);
    return QStringList(rooms.cbegin(), rooms.cend());
}

protocol::chat::Result<QString> authorToSearch(const Context &context, const Actor &actor, const Search &request,
                                               const SearchTerms &terms)
{
    if (!request.from.isEmpty()) {
        if (!context.state.user(request.from))
            return refusal(ErrorCode::NotFound, {}, QStringLiteral("from"));
        return request.from;
    }
    if (terms.from.isEmpty())
        return QString();
    if (const UserRecord *named = context.state.userByNameKey(nameKeyOf(terms.from)))
        return named->user.id;
    if (terms.from.compare(QLatin1String("me"), Qt::CaseInsensitive) == 0)
        return actor.user;
    return refusal(ErrorCode::NotFound, QStringLiteral("There is nobody called “%1”.").arg(terms.from),
                   QStringLiteral("query"));
}

protocol::chat::Result<SearchQuery> checkSearch(const Context &context, const Actor &actor, const Search &request)
{
    if (characterCount(request.query) > context.settings.limits.maxQueryCharacters)
        return refusal(ErrorCode::TooLong, {}, QStringLiteral("query"));
    if (!isWellFormed(request.query))
        return refusal(ErrorCode::BadRequest, {}, QStringLiteral("query"));
    if (request.limit < 1)
        return refusal(ErrorCode::BadRequest, {}, QStringLiteral("limit"));
    const SearchTerms terms = searchTermsFrom(request.query);
    const auto rooms = roomsToSearch(context, actor, request, terms);
    if (!rooms)
        return protocol::failure(rooms.error());
    const auto from = authorToSearch(context, actor, request, terms);
    if (!from)
        return protocol::failure(from.error());
    SearchQuery query;
    query.rooms = *rooms;
    query.text = terms.text;
    query.from = *from;
    query.since = later(request.since, terms.since);
    query.until = earlier(request.until, terms.until);
    query.cursor = request.cursor;
    query.limit = std::min(request.limit, maxHits);
    if (query.text.isEmpty() && query.from.isEmpty()) {
        return refusal(ErrorCode::BadRequest, QStringLiteral("Search for a word or for somebody's messages."),
                       QStringLiteral("query"));
    }
    return query;
}

QCborMap hitFields(const SearchHit &hit)
{
    return {{QStringLiteral("message"), hit.message.toMap()}, {QStringLiteral("snippet"), hit.snippet}};
}

/// The hits that fit into one answer.
struct FittingHits
{
    QCborArray hits;
    bool isAll = true;
};

FittingHits fittingHits(const Context &context, const Actor &actor, const SearchPage &page)
{
    FittingHits fitting;
    qsizetype left = maxAnswerBytes;
    for (const SearchHit &hit : page.hits) {
        if (!context.state.roomsOf(actor.user).contains(hit.message.room))
            continue; // made to leave while the store was searching
        const QCborMap fields = hitFields(hit);
        left -= jsonBytesAtMost(fields) + 1;
        if (left < 0 && !fitting.hits.isEmpty()) {
            fitting.isAll = false;
            break;
        }
        fitting.hits.append(fields);
    }
    return fitting;
}

void doSearch(Context &context, const Actor &actor, const SearchQuery &query, const Reply &reply)
{
    context.store.search(query, [&context, actor, query, reply](const StoreResult<SearchPage> &page) {
        if (!page) {
            reply(protocol::failure(errorFrom(page.error())));
            return;
        }
        const FittingHits fitting = fittingHits(context, actor, *page);
        if (!fitting.isAll) {
            // The page's cursor stands behind its last hit, so ask for a page that ends where this one must.
            SearchQuery smaller = query;
            smaller.limit = std::min(query.limit - 1, int(fitting.hits.size()));
            doSearch(context, actor, smaller, reply);
            return;
        }
        QCborMap fields{{QStringLiteral("hits"), fitting.hits}};
        if (!page->cursor.isEmpty())
            fields.insert(QStringLiteral("cursor"), page->cursor);
        reply(fields);
    });
}

} // namespace

void search(Context &context, const Actor &actor, const Search &request, const Reply &reply)
{
    const auto query = checkSearch(context, actor, request);
    if (!query)
        reply(protocol::failure(query.error()));
    else if (query->rooms.isEmpty())
        reply(QCborMap{{QStringLiteral("hits"), QCborArray()}});
    else
        doSearch(context, actor, *query, reply);
}

} // namespace chat
