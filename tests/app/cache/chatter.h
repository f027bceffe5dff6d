#pragma once

#include "cache/chatcache.h"

#include "protocol/chat/message.h"
#include "protocol/chat/room.h"
#include "protocol/chat/roomevent.h"

#include <QCborMap>
#include <QList>
#include <QTemporaryDir>

#include <memory>

// What tests of the cache put into it, in few words.
namespace chatter {

using namespace Qt::StringLiterals;
using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

inline constexpr qint64 start = 1'700'000'000'000; ///< when everything begins: UTC milliseconds

/// A message that was written `seq` seconds after the start.
inline Message message(const QString &room, qint64 seq, const QString &text = u"Hello"_s, const QString &by = u"ann"_s)
{
    Message message;
    message.id = protocol::chat::messageId(room, seq);
    message.room = room;
    message.seq = seq;
    message.at = start + seq * 1000;
    message.by = by;
    message.text = text;
    return message;
}

inline QList<Message> messages(const QString &room, qint64 first, qint64 last)
{
    QList<Message> messages;
    for (qint64 seq = first; seq <= last; ++seq)
        messages.append(message(room, seq, u"Message %1"_s.arg(seq)));
    return messages;
}

inline RoomEvent roomEvent(const QString &room, qint64 seq, RoomEventType type, QCborMap detail = {},
                           const QString &by = u"bob"_s)
{
    RoomEvent event;
    event.room = room;
    event.seq = seq;
    event.type = type;
    event.by = by;
    event.at = start + seq * 1000;
    event.detail = std::move(detail);
    return event;
}

inline RoomEvent posted(const Message &message)
{
    return roomEvent(message.room, message.seq, RoomEventType::MessagePosted, {{u"message"_s, message.toMap()}},
                     message.by);
}

/// An event about the message with the seq @p about.
inline RoomEvent about(const QString &room, qint64 seq, RoomEventType type, qint64 about, QCborMap more = {},
                       const QString &by = u"bob"_s)
{
    more.insert(u"id"_s, protocol::chat::messageId(room, about));
    return roomEvent(room, seq, type, more, by);
}

inline cache::CachedRoom room(const QString &id, qint64 seq)
{
    cache::CachedRoom cached;
    cached.room.id = id;
    cached.room.name = id.toUpper();
    cached.room.seq = seq;
    cached.room.createdAt = start;
    return cached;
}

inline QList<qint64> seqs(const QList<Message> &messages)
{
    QList<qint64> seqs;
    for (const Message &message : messages)
        seqs.append(message.seq);
    return seqs;
}

inline QList<qint64> range(qint64 first, qint64 last)
{
    QList<qint64> seqs;
    for (qint64 seq = first; seq <= last; ++seq)
        seqs.append(seq);
    return seqs;
}

} // namespace chatter

/// A cache in a folder of its own, which can be closed and opened again.
class OpenCache final
{
public:
    OpenCache() { open(); }

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("cache-1.sqlite")); }
    void close() { m_cache.reset(); }
    void open()
    {
        close();
        auto opened = cache::ChatCache::open(path());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        m_cache = std::move(opened).value();
    }
    cache::ChatCache *operator->() const { return m_cache.get(); }
    cache::ChatCache &operator*() const { return *m_cache; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<cache::ChatCache> m_cache;
};
