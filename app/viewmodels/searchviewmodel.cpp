#include "viewmodels/searchviewmodel.h"

#include "viewmodels/assign.h"

#include "models/personlook.h"
#include "models/problemtexts.h"
#include "models/roomtexts.h"
#include "models/timetexts.h"

#include "markup/styledtext.h"

namespace viewmodels {

using namespace std::chrono_literals;
using session::SearchPage;

namespace {

constexpr QChar hitBegins(0xE000);
constexpr QChar hitEnds(0xE001);

/// What was found in bold; marks that are missing or doubled do no harm.
QString snippetHtml(const QString &snippet)
{
    QString html;
    bool isOpen = false;
    for (const QString &part : QString(snippet).replace(hitEnds, hitBegins).split(hitBegins)) {
        if (!part.isEmpty())
            html += isOpen ? QStringLiteral("<b>%1</b>").arg(markup::escaped(part)) : markup::escaped(part);
        isOpen = !isOpen;
    }
    return html;
}

} // namespace

SearchViewModel::SearchViewModel(session::ChatClient &client, Places places, QObject *parent)
    : QObject(parent), m_client(client), m_places(std::move(places))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &SearchViewModel::begin);
}

void SearchViewModel::setQuery(const QString &query)
{
    if (assign(this, m_query, query, &SearchViewModel::queryChanged))
        m_timer.start();
}

void SearchViewModel::setInThisRoom(bool inThisRoom)
{
    if (assign(this, m_inThisRoom, inThisRoom, &SearchViewModel::inThisRoomChanged))
        m_timer.start();
}

void SearchViewModel::begin()
{
    m_timer.stop();
    if (m_query.trimmed().isEmpty()) {
        ++m_question;
        m_hits.clear();
        m_cursor.clear();
        show();
        assign(this, m_isBusy, false, &SearchViewModel::isBusyChanged);
        assign(this, m_problem, {}, &SearchViewModel::problemChanged);
        assign(this, m_isEmptyResult, false, &SearchViewModel::isEmptyResultChanged);
        return;
    }
    ask({});
}

void SearchViewModel::loadMore()
{
    if (m_hasMore && !m_isBusy)
        ask(m_cursor);
}

void SearchViewModel::ask(const QString &cursor)
{
    const int question = ++m_question;
    session::SearchRequest request;
    request.query = m_query;
    if (m_inThisRoom)
        request.room = m_places.currentRoom();
    assign(this, m_isBusy, true, &SearchViewModel::isBusyChanged);
    m_client.searching().search(request, cursor, this,
                                [this, question, cursor](const session::Answer<SearchPage> &page) {
                                    if (question == m_question)
                                        handlePage(page, cursor.isEmpty());
                                });
}

void SearchViewModel::handlePage(const session::Answer<SearchPage> &page, bool isFirst)
{
    if (!page && !isFirst && page.error().code == QLatin1String("offline")) {
        ask({}); // the pages of server and cache do not fit together
        return;
    }
    assign(this, m_isBusy, false, &SearchViewModel::isBusyChanged);
    assign(this, m_problem, page ? QString() : models::ProblemTexts::text(page.error()),
           &SearchViewModel::problemChanged);
    if (isFirst)
        m_hits.clear();
    m_cursor.clear();
    if (page) {
        m_hits += page->hits;
        m_cursor = page->cursor;
        assign(this, m_isOffline, page->isFromCache, &SearchViewModel::isOfflineChanged);
    }
    show();
    assign(this, m_isEmptyResult, page && m_hits.isEmpty(), &SearchViewModel::isEmptyResultChanged);
}

void SearchViewModel::show()
{
    QList<models::SearchResult> results;
    results.reserve(m_hits.size());
    for (const session::SearchHit &hit : std::as_const(m_hits))
        results.append(resultFrom(hit));
    m_results.setResults(results);
    assign(this, m_hasMore, !m_cursor.isEmpty(), &SearchViewModel::hasMoreChanged);
}

models::SearchResult SearchViewModel::resultFrom(const session::SearchHit &hit) const
{
    const protocol::chat::User *author = m_client.users().user(hit.message.by);
    const session::RoomState *room = m_client.rooms().room(hit.message.room);
    models::SearchResult result;
    result.messageId = hit.message.id;
    result.roomId = hit.message.room;
    result.roomName = room != nullptr ? models::RoomTexts(m_client).name(room->room) : QString();
    result.authorName = author != nullptr ? author->name : QString();
    result.color = author != nullptr ? models::colorOf(*author) : models::colorFor(hit.message.by);
    result.initial = models::initialOf(result.authorName);
    result.timeText = models::TimeTexts().messageTime(hit.message.at);
    result.snippetHtml = snippetHtml(hit.snippet);
    return result;
}

void SearchViewModel::open(int row)
{
    if (row < 0 || row >= m_hits.size())
        return;
    const protocol::chat::Message message = m_hits.at(row).message;
    m_places.open(message.room, message.id);
}

void SearchViewModel::clear()
{
    setQuery({});
    begin();
}

} // namespace viewmodels
