#include "session/pageloader.h"

#include "session/answers.h"
#include "session/messagechange.h"
#include "session/roomdirectory.h"
#include "session/serverlink.h"
#include "session/wirevalues.h"

#include "cache/chatcache.h"

#include <QCborArray>
#include <QPointer>

#include <algorithm>

namespace session {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;
using Kind = PageRequest::Kind;

namespace {

QCborMap fieldsFor(const QString &room, const PageRequest &request)
{
    QCborMap fields{{QStringLiteral("room"), room}, {QStringLiteral("limit"), request.limit}};
    switch (request.kind) {
    case Kind::Latest:
        break;
    case Kind::Before:
        fields.insert(QStringLiteral("before"), request.position);
        break;
    case Kind::After:
        fields.insert(QStringLiteral("after"), request.position);
        break;
    case Kind::Around:
        fields.insert(QStringLiteral("around"), request.position);
        break;
    case Kind::Date:
        fields.insert(QStringLiteral("date"), request.position);
        break;
    }
    return fields;
}

cache::CachedPage read(const cache::ChatCache &cache, const QString &room, const PageRequest &request)
{
    switch (request.kind) {
    case Kind::Latest:
        return cache.latest(room, request.limit);
    case Kind::Before:
        return cache.before(room, request.position, request.limit);
    case Kind::After:
        return cache.after(room, request.position, request.limit);
    case Kind::Around:
        return cache.around(room, request.position, request.limit);
    case Kind::Date:
        break;
    }
    return cache.fromDate(room, request.position, request.limit);
}

/// Whether the page is that of the place asked for.
bool isAnswer(const PageRequest &request, const cache::CachedPage &page)
{
    switch (request.kind) {
    case Kind::Latest:
        return !page.span.isEmpty();
    case Kind::Before:
        return page.span.contains(request.position - 1);
    case Kind::After:
        return page.span.contains(request.position + 1);
    case Kind::Around:
        return page.span.contains(request.position);
    case Kind::Date:
        break;
    }
    // There may be earlier ones of that day which are not known, unless an older message of the same piece is.
    const bool isBeginningKnown = page.hasBefore || page.span.first == 1;
    return !page.messages.isEmpty() && page.messages.last().at >= request.position && isBeginningKnown;
}

/// Far more than can be said in a room while an answer is on its way.
constexpr qint64 mostAhead = 100'000;

/// The messages of the side that was asked for.
QList<Message> readSide(const QCborMap &fields, const QString &room, const PageRequest &request, qint64 newest)
{
    QList<Message> messages = readMessages(fields.value(QLatin1String("messages")), room);
    const qint64 first = request.kind == Kind::After ? request.position + 1 : 1;
    const qint64 last = request.kind == Kind::Before ? request.position - 1 : newest + mostAhead;
    messages.removeIf([=](const Message &message) { return message.seq < first || message.seq > last; });
    return messages;
}

/// Whether the page says that there is more on the side asked for, and brings nothing of it: so it would for ever.
bool isDeadEnd(const PageRequest &request, const Page &page)
{
    const bool saysMore
        = (request.kind == Kind::Before && page.hasBefore) || (request.kind == Kind::After && page.hasAfter);
    return saysMore && page.messages.isEmpty();
}

/// Does to the page what has happened while it was on its way; it may show that already.
void applyTo(Page &page, const RoomEvent &event)
{
    if (event.type == RoomEventType::MessagePosted) {
        const bool isNext = !page.hasAfter && (page.messages.isEmpty() || page.messages.last().seq < event.seq);
        if (!isNext)
            return;
        if (std::optional<Message> message = Message::fromMap(event.detail.value(QLatin1String("message")).toMap()))
            page.messages.append(std::move(*message));
        return;
    }
    const QString id = event.text(QLatin1String("id"));
    const auto message = std::find_if(page.messages.begin(), page.messages.end(),
                                      [&id](const Message &known) { return known.id == id; });
    if (message != page.messages.end())
        (void)applyChange(*message, event);
}

} // namespace

PageLoader::PageLoader(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, QObject *parent)
    : QObject(parent), m_link(link), m_cache(cache), m_rooms(rooms)
{
}

std::optional<Page> PageLoader::fromCache(const QString &room, const PageRequest &request) const
{
    return pageFrom(room, request, read(m_cache, room, request));
}

std::optional<Page> PageLoader::pageFrom(const QString &room, const PageRequest &request,
                                         const cache::CachedPage &cached) const
{
    if (!isAnswer(request, cached))
        return std::nullopt;
    Page page;
    page.messages = cached.messages;
    page.first = cached.hasBefore ? cached.messages.first().seq : cached.span.first;
    page.last = cached.hasAfter ? cached.messages.last().seq : cached.span.last;
    page.hasBefore = cached.hasBefore || cached.span.first > 1;
    page.hasAfter = cached.hasAfter || cached.span.last < newestSeq(room);
    return page;
}

void PageLoader::fetch(const QString &room, const PageRequest &request, QObject *context, AnswerHandler<Page> handler)
{
    ++m_flights[room].count;
    const auto take
        = [=, this, newest = newestSeq(room), guard = QPointer<QObject>(context)](const Answer<QCborMap> &answer) {
              std::optional<Page> page;
              if (answer)
                  page = takePage(room, request, newest, *answer);
              if (--m_flights[room].count == 0)
                  m_flights.remove(room);
              if (guard && page)
                  handler(*page);
              else if (guard)
                  handler(protocol::failure(answer.error()));
          };
    m_link.ask(QStringLiteral("history:get"), fieldsFor(room, request), this, take);
}

Page PageLoader::takePage(const QString &room, const PageRequest &request, qint64 newest, const QCborMap &fields)
{
    const RoomState *known = m_rooms.room(room);
    Page page;
    page.messages = readSide(fields, room, request, std::max(newest, known ? known->room.seq : newest));
    page.hasBefore = fields.value(QLatin1String("hasBefore")).toBool();
    page.hasAfter = request.kind != Kind::Latest && fields.value(QLatin1String("hasAfter")).toBool();
    const bool isAtDeadEnd = isDeadEnd(request, page);
    if (isAtDeadEnd)
        page.hasBefore = page.hasAfter = false;
    for (const RoomEvent &event : m_flights[room].events)
        applyTo(page, event);
    newest = std::max(newest, newestSeq(room));
    const bool isEmpty = page.messages.isEmpty();
    page.first = page.hasBefore && !isEmpty ? page.messages.first().seq : 1;
    page.last = isEmpty ? newest
        : page.hasAfter ? page.messages.last().seq
                        : std::max(newest, page.messages.last().seq);
    if (request.kind == Kind::Before)
        page.last = request.position - 1;
    else if (request.kind == Kind::After)
        page.first = request.position + 1;
    // An empty page with something before or after it says nothing about what is where.
    const bool isEndMissing
        = (request.kind != Kind::After && page.hasBefore) || (request.kind != Kind::Before && page.hasAfter);
    const bool isTelling = !isAtDeadEnd && (!isEmpty || !isEndMissing);
    if (isTelling && page.first <= page.last && m_rooms.room(room))
        m_cache.storePage(room, page.messages, {page.first, page.last});
    return page;
}

void PageLoader::noteEvent(const RoomEvent &event)
{
    const auto flight = m_flights.find(event.room);
    if (flight != m_flights.end() && (event.type == RoomEventType::MessagePosted || changesMessage(event.type)))
        flight->events.push_back(event);
}

qint64 PageLoader::newestSeq(const QString &room) const
{
    const RoomRecord *record = m_rooms.record(room);
    return record ? record->applied : 0;
}

} // namespace session
