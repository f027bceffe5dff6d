#pragma once

#include "cache/cachedpage.h"
#include "cache/statement.h"

#include "protocol/chat/message.h"

#include <QList>
#include <QString>

#include <optional>

namespace cache {

class Database;

/// Reads pages of the history of rooms, none of which reaches beyond its span. See ChatCache for what each is.
/// Thread: that of its database, which outlives it.
class PageReader final
{
public:
    explicit PageReader(Database &database);

    [[nodiscard]] CachedPage latest(const QString &room, int limit);
    [[nodiscard]] CachedPage before(const QString &room, qint64 seq, int limit);
    [[nodiscard]] CachedPage after(const QString &room, qint64 seq, int limit);
    [[nodiscard]] CachedPage around(const QString &room, qint64 seq, int limit);
    [[nodiscard]] CachedPage fromDate(const QString &room, qint64 at, int limit);
    [[nodiscard]] std::optional<protocol::chat::Message> message(const QString &id);
    [[nodiscard]] QList<Span> spans(const QString &room);

private:
    struct Room
    {
        qint64 key = 0;
        qint64 seq = 0; ///< of the last event applied
        QString id;
    };
    /// What is asked for: the messages on both sides of a place between two seqs.
    struct Slice
    {
        qint64 from = 0; ///< the first seq after the place
        int before = 0; ///< messages, at most
        int after = 0;
    };
    [[nodiscard]] std::optional<Room> findRoom(const QString &id);
    /// An empty one if there is none.
    [[nodiscard]] Span spanWith(const Room &room, qint64 seq);
    [[nodiscard]] Span newestSpan(const Room &room);
    [[nodiscard]] CachedPage read(const Room &room, const Span &span, const Slice &slice);
    [[nodiscard]] QList<protocol::chat::Message> take(Statement &statement, const Room &room);

    Statement m_findRoom;
    Statement m_findSpan;
    Statement m_spans;
    Statement m_before;
    Statement m_after;
    Statement m_firstAt;
    Statement m_bySeq;
    Statement m_byId;
};

} // namespace cache
