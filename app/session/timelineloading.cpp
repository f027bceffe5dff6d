// How a Timeline gets its rows.

#include "session/timeline.h"

#include "session/answers.h"
#include "session/timelinesource.h"

#include <algorithm>
#include <utility>

namespace session {

using Kind = PageRequest::Kind;

namespace {

bool isJump(const PageRequest &request)
{
    return request.kind != Kind::Before && request.kind != Kind::After;
}

} // namespace

void Timeline::loadLatest()
{
    if (isAtNewest() && !m_isLoading) {
        showArrived();
        Q_EMIT jumped(count() - 1);
        return;
    }
    jump({Kind::Latest, 0, m_source.pageSize()});
}

void Timeline::loadAround(const QString &messageId)
{
    const auto position = protocol::chat::messagePositionFrom(messageId);
    if (position && position->room == m_room)
        jump({Kind::Around, position->seq, m_source.pageSize()});
    else
        takeError({Kind::Around, 0, 0}, RequestError{QStringLiteral("not_found"), {}, {}, {}});
}

void Timeline::loadFromDate(qint64 utcMs)
{
    jump({Kind::Date, utcMs, m_source.pageSize()});
}

void Timeline::loadBefore()
{
    if (m_hasShown && m_hasBefore && !m_isLoading)
        extend({Kind::Before, m_first, m_source.pageSize()});
}

void Timeline::loadAfter()
{
    if (m_hasShown && m_hasAfter && !m_isLoading)
        extend({Kind::After, m_last, m_source.pageSize()});
}

void Timeline::jump(const PageRequest &request)
{
    const std::optional<Page> page = m_source.pages().fromCache(m_room, request);
    const bool isAll = page && (request.kind != Kind::Latest || !page->hasAfter);
    if (isAll) {
        takePage(request, *page);
        return;
    }
    if (request.kind == Kind::Latest && !m_hasShown) { // what little there is, meanwhile
        Page known = page.value_or(Page{{}, 1, m_source.newestSeq(m_room), true, false});
        known.hasAfter = false;
        showJump(known);
    }
    fetch(request);
}

void Timeline::extend(const PageRequest &request)
{
    if (const std::optional<Page> page = m_source.pages().fromCache(m_room, request))
        takePage(request, *page);
    else
        fetch(request);
}

void Timeline::fetch(const PageRequest &request)
{
    m_wanted = request;
    m_isLoading = true;
    m_error.reset();
    const quint64 load = ++m_loads;
    Q_EMIT stateChanged();
    if (!m_source.isOnline())
        return;
    m_source.pages().fetch(m_room, request, this, [this, request, load](const Answer<Page> &page) {
        if (load != m_loads)
            return;
        if (page)
            takePage(request, *page);
        else
            takeError(request, page.error());
    });
}

void Timeline::beginAnew()
{
    m_hasShown = false;
    jump({Kind::Latest, 0, m_source.pageSize()});
}

void Timeline::resumeLoading()
{
    if (m_wanted)
        fetch(PageRequest(*m_wanted));
}

void Timeline::takeError(const PageRequest &request, const RequestError &error)
{
    const bool isLost = error.code == QLatin1String("offline") || error.code == QLatin1String("no_answer");
    if (isLost && !m_source.isOnline())
        return; // it is asked for again
    ++m_loads;
    m_wanted.reset();
    m_isLoading = false;
    m_error = error;
    Q_EMIT stateChanged();
    if (isJump(request))
        Q_EMIT jumped(-1);
}

void Timeline::takePage(const PageRequest &request, const Page &page)
{
    ++m_loads;
    m_wanted.reset();
    m_isLoading = false;
    m_error.reset();
    if (isJump(request)) {
        const bool isThere = request.kind != Kind::Around
            || std::any_of(page.messages.begin(), page.messages.end(),
                           [&](const auto &message) { return message.seq == request.position; });
        if (!isThere) {
            takeError(request, RequestError{QStringLiteral("not_found"), {}, {}, {}});
            return;
        }
        showJump(page);
        Q_EMIT jumped(targetRow(request));
        return;
    }
    const bool hasNew = request.kind == Kind::Before ? prepend(page) : append(page);
    Q_EMIT stateChanged();
    if (!hasNew && request.kind == Kind::Before)
        loadBefore();
    else if (!hasNew)
        loadAfter();
}

void Timeline::showJump(const Page &page)
{
    m_arrivalTimer.stop();
    m_arrived.clear();
    m_bases.clear();
    Q_EMIT aboutToBeReset();
    m_outgoingCount = 0;
    m_entries = entriesFrom(page);
    m_first = page.first;
    m_last = page.last;
    m_hasBefore = page.hasBefore;
    m_hasAfter = page.hasAfter;
    m_hasShown = true;
    m_newerCount = 0;
    Q_EMIT reset();
    showOutgoing();
    Q_EMIT stateChanged();
}

bool Timeline::prepend(const Page &page)
{
    Page older = page;
    older.last = m_first - 1;
    m_first = std::min(m_first, page.first);
    m_hasBefore = page.hasBefore;
    std::deque<Entry> entries = entriesFrom(older);
    const bool hasNew = !entries.empty();
    showArrived();
    insertRows(0, std::move(entries));
    trimNewest();
    return hasNew;
}

bool Timeline::append(const Page &page)
{
    Page newer = page;
    newer.first = m_last + 1;
    m_hasAfter = page.hasAfter;
    m_last = std::max(m_last, page.last);
    std::deque<Entry> entries = entriesFrom(newer);
    const bool hasNew = !entries.empty();
    insertRows(logCount(), std::move(entries));
    trimOldest();
    if (m_hasAfter)
        return hasNew;
    m_newerCount = 0;
    showOutgoing();
    return true;
}

int Timeline::targetRow(const PageRequest &request) const
{
    switch (request.kind) {
    case Kind::Around:
        return rowOfSeq(request.position);
    case Kind::Date: {
        const auto it = std::find_if(m_entries.begin(), m_entries.begin() + logCount(), [&](const Entry &entry) {
            return entry.kind == Entry::Kind::Message && entry.at() >= request.position;
        });
        return it == m_entries.begin() + logCount() ? logCount() - 1 : int(it - m_entries.begin());
    }
    case Kind::Latest:
    case Kind::Before:
    case Kind::After:
        break;
    }
    return count() - 1;
}

} // namespace session
