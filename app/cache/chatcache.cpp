#include "cache/chatcache.h"

#include "cache/database.h"
#include "cache/facts.h"
#include "cache/pagereader.h"
#include "cache/searcher.h"
#include "cache/statereader.h"
#include "cache/writer.h"
#include "cache/writesession.h"

#include <QCborMap>

namespace cache {

using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::User;

namespace {

/// Under which what belongs to no room is queued.
const QString noRoom;

} // namespace

ChatCache::ChatCache()
    : m_writer(std::make_unique<Writer>([this](const QString &problem) {
          QMetaObject::invokeMethod(
              this, [this, problem] { Q_EMIT writeFailed(problem); }, Qt::QueuedConnection);
      }))
{
}

// Readers go before the writer, which alone may tidy up the file when it is the last to close it.
ChatCache::~ChatCache()
{
    m_searcher.reset();
    m_state.reset();
    m_pages.reset();
    m_database.reset();
    m_writer.reset();
}

OpenResult<std::unique_ptr<ChatCache>> ChatCache::open(const QString &path)
{
    std::unique_ptr<ChatCache> cache(new ChatCache);
    if (const auto error = cache->start(path))
        return protocol::failure(*error);
    return cache;
}

std::optional<OpenError> ChatCache::start(const QString &path)
{
    const auto opened = m_writer->start(path);
    if (!opened)
        return opened.error();
    m_damagedFile = opened->damagedFile;
    auto database = Database::open(path, Database::Kind::Reader);
    if (!database) {
        return OpenError{OpenError::Code::Unusable,
                         QStringLiteral("%1 cannot be read: %2").arg(path, database.error().message)};
    }
    m_database = std::move(database).value();
    m_pages = std::make_unique<PageReader>(*m_database);
    m_state = std::make_unique<StateReader>(*m_database);
    m_searcher = std::make_unique<Searcher>(path, *m_writer);
    return std::nullopt;
}

void ChatCache::queue(const QString &room, Change change)
{
    m_queued.insert(room, m_writer->post(std::move(change)));
}

void ChatCache::waitFor(const QString &room) const
{
    const auto ticket = m_queued.constFind(room);
    if (ticket != m_queued.cend())
        m_writer->waitFor(*ticket);
}

void ChatCache::flush() const
{
    m_writer->waitFor(m_writer->post([](WriteSession &) {}));
}

QByteArray ChatCache::fact(const QString &name) const
{
    waitFor(noRoom);
    return m_state->fact(name);
}

void ChatCache::setFact(const QString &name, const QByteArray &value)
{
    queue(noRoom, [name, value](WriteSession &session) { session.setFact(name, value); });
}

QString ChatCache::value(const QString &key) const
{
    return QString::fromUtf8(fact(facts::callersPrefix + key));
}

void ChatCache::setValue(const QString &key, const QString &value)
{
    setFact(facts::callersPrefix + key, value.toUtf8());
}

QString ChatCache::serverName() const
{
    return QString::fromUtf8(fact(facts::serverName));
}

void ChatCache::setServerName(const QString &name)
{
    setFact(facts::serverName, name.toUtf8());
}

QString ChatCache::serverId() const
{
    return QString::fromUtf8(fact(facts::serverId));
}

void ChatCache::setServerId(const QString &id)
{
    setFact(facts::serverId, id.toUtf8());
}

std::optional<User> ChatCache::me() const
{
    return User::fromMap(QCborValue::fromCbor(fact(facts::me)).toMap());
}

void ChatCache::setMe(const User &user)
{
    setFact(facts::me, user.toMap().toCborValue().toCbor());
}

QList<User> ChatCache::users() const
{
    waitFor(noRoom);
    return m_state->users();
}

void ChatCache::storeUsers(const QList<User> &users)
{
    queue(noRoom, [users](WriteSession &session) { session.storeUsers(users); });
}

QList<CachedRoom> ChatCache::rooms() const
{
    flush();
    return m_state->rooms();
}

void ChatCache::storeRoom(const CachedRoom &room)
{
    queue(room.room.id, [room](WriteSession &session) { session.storeRoom(room); });
}

void ChatCache::storeReadState(const QString &room, const ReadState &state)
{
    queue(room, [room, state](WriteSession &session) { session.rooms().storeReadState(room, state); });
}

void ChatCache::setNotifyLevel(const QString &room, NotifyLevel level)
{
    queue(room, [room, level](WriteSession &session) { session.rooms().setNotifyLevel(room, level); });
}

void ChatCache::setFavourite(const QString &room, bool isFavourite)
{
    queue(room, [room, isFavourite](WriteSession &session) { session.rooms().setFavourite(room, isFavourite); });
}

void ChatCache::removeRoom(const QString &room)
{
    queue(room, [room](WriteSession &session) { session.removeRoom(room); });
}

void ChatCache::resetRoom(const QString &room)
{
    queue(room, [room](WriteSession &session) { session.rooms().reset(room); });
}

void ChatCache::apply(const RoomEvent &event)
{
    queue(event.room, [event](WriteSession &session) { session.apply(event); });
}

void ChatCache::storePage(const QString &room, const QList<Message> &messages, Span known)
{
    queue(room, [room, messages, known](WriteSession &session) { session.storePage(room, messages, known); });
}

CachedPage ChatCache::latest(const QString &room, int limit) const
{
    waitFor(room);
    return m_pages->latest(room, limit);
}

CachedPage ChatCache::before(const QString &room, qint64 seq, int limit) const
{
    waitFor(room);
    return m_pages->before(room, seq, limit);
}

CachedPage ChatCache::after(const QString &room, qint64 seq, int limit) const
{
    waitFor(room);
    return m_pages->after(room, seq, limit);
}

CachedPage ChatCache::around(const QString &room, qint64 seq, int limit) const
{
    waitFor(room);
    return m_pages->around(room, seq, limit);
}

CachedPage ChatCache::fromDate(const QString &room, qint64 at, int limit) const
{
    waitFor(room);
    return m_pages->fromDate(room, at, limit);
}

std::optional<Message> ChatCache::message(const QString &id) const
{
    const auto position = protocol::chat::messagePositionFrom(id);
    position ? waitFor(position->room) : flush();
    return m_pages->message(id);
}

QList<Span> ChatCache::spans(const QString &room) const
{
    waitFor(room);
    return m_pages->spans(room);
}

QList<OutgoingChange> ChatCache::outgoing() const
{
    waitFor(noRoom);
    return m_state->outgoing();
}

void ChatCache::storeOutgoing(const OutgoingChange &change)
{
    queue(noRoom, [change](WriteSession &session) { session.storeOutgoing(change); });
}

void ChatCache::removeOutgoing(const QString &nonce)
{
    queue(noRoom, [nonce](WriteSession &session) { session.removeOutgoing(nonce); });
}

Draft ChatCache::draft(const QString &room) const
{
    waitFor(room);
    return m_state->draft(room);
}

void ChatCache::setDraft(const QString &room, const Draft &draft)
{
    queue(room, [room, draft](WriteSession &session) { session.setDraft(room, draft); });
}

QStringList ChatCache::roomsWithDraft() const
{
    flush();
    return m_state->roomsWithDraft();
}

void ChatCache::search(const SearchQuery &query, int limit, const QString &cursor, QObject *context,
                       SearchCallback callback)
{
    m_searcher->search(query, limit, cursor, context, std::move(callback));
}

} // namespace cache
