#include "session/searchrequests.h"

#include "session/answers.h"
#include "session/serverlink.h"
#include "session/wirevalues.h"

#include "cache/chatcache.h"

#include <QCborArray>
#include <QTimer>

namespace session {

using protocol::chat::Message;

namespace {

constexpr int hitsPerPage = 20;
/// Cursors of the server and of the cache are not to be mixed up.
constexpr QChar cacheMark = u'~';

Answer<SearchPage> readHits(const QCborMap &fields)
{
    SearchPage page;
    page.cursor = fields.value(QLatin1String("cursor")).toString();
    for (const QCborValue value : fields.value(QLatin1String("hits")).toArray()) {
        const QCborMap map = value.toMap();
        if (std::optional<Message> message = readMessage(map.value(QLatin1String("message")).toMap()))
            page.hits.append(SearchHit{std::move(*message), map.value(QLatin1String("snippet")).toString()});
    }
    return page;
}

void searchServer(ServerLink &link, const SearchRequest &request, const QString &cursor, QObject *context,
                  AnswerHandler<SearchPage> handler)
{
    QCborMap fields = given({{QStringLiteral("query"), request.query},
                             {QStringLiteral("room"), request.room},
                             {QStringLiteral("from"), request.from},
                             {QStringLiteral("cursor"), cursor}});
    if (request.since)
        fields.insert(QStringLiteral("since"), *request.since);
    if (request.until)
        fields.insert(QStringLiteral("until"), *request.until);
    link.ask(QStringLiteral("search"), fields, context, reading<SearchPage>(readHits, std::move(handler)));
}

SearchPage pageFrom(const cache::SearchPage &found)
{
    SearchPage page;
    page.isFromCache = true;
    for (const cache::SearchHit &hit : found.hits)
        page.hits.append(SearchHit{hit.message, hit.snippet});
    if (!found.cursor.isEmpty())
        page.cursor = cacheMark + found.cursor;
    return page;
}

/// What is wrong with the question; nothing if it can be answered.
std::optional<RequestError> errorOf(const cache::SearchPage &found)
{
    using Problem = cache::SearchPage::Problem;
    if (found.problem == Problem::NothingAsked)
        return RequestError{QStringLiteral("bad_request"), {}, QStringLiteral("query"), {}};
    if (found.problem == Problem::UnknownPerson || found.problem == Problem::UnknownRoom)
        return RequestError{QStringLiteral("not_found"), found.unknownName, QStringLiteral("query"), {}};
    return std::nullopt;
}

} // namespace

void SearchRequests::search(const SearchRequest &request, const QString &cursor, QObject *context,
                            AnswerHandler<SearchPage> handler)
{
    const bool isOfCache = cursor.startsWith(cacheMark);
    if (!isOfCache && m_link.isReady()) {
        searchServer(m_link, request, cursor, context, std::move(handler));
        return;
    }
    if (!isOfCache && !cursor.isEmpty()) {
        QTimer::singleShot(0, context, [handler = std::move(handler)] { handler(protocol::failure(offlineError())); });
        return;
    }
    m_cache.search({request.query, request.room, request.from, request.since, request.until}, hitsPerPage,
                   isOfCache ? cursor.mid(1) : QString(), context,
                   [handler = std::move(handler)](const cache::SearchPage &found) {
                       if (const auto error = errorOf(found))
                           handler(protocol::failure(*error));
                       else
                           handler(pageFrom(found));
                   });
}

} // namespace session
