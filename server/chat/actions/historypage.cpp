#include "chat/actions/historypage.h"

#include "chat/rules/jsonsize.h"

#include <QCborArray>

#include <utility>

namespace chat {

using Direction = protocol::chat::GetHistory::Direction;

namespace {

struct Span
{
    std::size_t first = 0;
    std::size_t end = 0; ///< one past the last
};

/// Which message may go first: the oldest or the newest one of @p span.
bool isOldestNextToGo(const HistoryQuery &query, const HistoryPage &page, const Span &span)
{
    switch (query.direction) {
    case Direction::Before:
    case Direction::Latest:
        return true;
    case Direction::After:
    case Direction::Date:
        return false;
    case Direction::Around:
        break;
    }
    return query.position - page.messages[span.first].seq > page.messages[span.end - 1].seq - query.position;
}

} // namespace

QCborMap historyFields(const HistoryQuery &query, const HistoryPage &page, qsizetype maxBytes)
{
    std::vector<QCborMap> maps;
    std::vector<qsizetype> sizes;
    qsizetype total = 0;
    for (const protocol::chat::Message &message : page.messages) {
        maps.push_back(message.toMap());
        sizes.push_back(jsonBytesAtMost(maps.back()) + 1);
        total += sizes.back();
    }
    Span span{0, maps.size()};
    while (total > maxBytes && span.end - span.first > 1) {
        if (isOldestNextToGo(query, page, span))
            total -= sizes[span.first++];
        else
            total -= sizes[--span.end];
    }
    QCborArray messages;
    for (std::size_t i = span.first; i < span.end; ++i)
        messages.append(std::move(maps[i]));
    return {
        {QStringLiteral("messages"), messages},
        {QStringLiteral("hasBefore"), page.hasBefore || span.first > 0},
        {QStringLiteral("hasAfter"), page.hasAfter || span.end < maps.size()},
    };
}

} // namespace chat
