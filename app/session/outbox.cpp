#include "session/outbox.h"

#include "session/answers.h"
#include "session/clientoptions.h"
#include "session/messagechange.h"
#include "session/outgoingrequest.h"
#include "session/roomdirectory.h"
#include "session/serverlink.h"

#include "connection/nonce.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>

namespace session {

using cache::OutgoingChange;
using protocol::chat::Message;
using std::chrono::milliseconds;

namespace {

constexpr int mostDoublings = 4;

} // namespace

Outbox::Outbox(ServerLink &link, cache::ChatCache &cache, RoomDirectory &rooms, const ClientOptions &options,
               QObject *parent)
    : QObject(parent), m_link(link), m_rooms(rooms), m_resendDelay(options.resendDelay), m_queue(cache)
{
    // Later than those who ask what has been missed.
    connect(&link, &ServerLink::readyChanged, this, &Outbox::sendAll, Qt::QueuedConnection);
    connect(&rooms, &RoomDirectory::removed, this, &Outbox::dropRefused);
}

Outbox::~Outbox() = default;

QString Outbox::post(const QString &room, const QString &text, const QString &replyTo)
{
    OutgoingChange change;
    change.room = room;
    change.kind = Kind::Post;
    change.text = text;
    change.replyTo = replyTo;
    return add(std::move(change));
}

void Outbox::edit(const QString &messageId, const QString &text)
{
    change(Kind::Edit, messageId, text);
}

void Outbox::remove(const QString &messageId)
{
    change(Kind::Delete, messageId);
}

void Outbox::react(const QString &messageId, const QString &emoji)
{
    change(Kind::React, messageId, {}, emoji);
}

void Outbox::unreact(const QString &messageId, const QString &emoji)
{
    change(Kind::Unreact, messageId, {}, emoji);
}

void Outbox::pin(const QString &messageId)
{
    change(Kind::Pin, messageId);
}

void Outbox::unpin(const QString &messageId)
{
    change(Kind::Unpin, messageId);
}

void Outbox::change(Kind kind, const QString &messageId, const QString &text, const QString &emoji)
{
    const auto position = protocol::chat::messagePositionFrom(messageId);
    if (!position)
        return;
    OutgoingChange change;
    change.room = position->room;
    change.kind = kind;
    change.messageId = messageId;
    change.text = text;
    change.emoji = emoji;
    add(std::move(change));
}

QString Outbox::add(OutgoingChange change)
{
    const QString nonce = connection::newNonce();
    change.nonce = nonce;
    change.createdAt = QDateTime::currentMSecsSinceEpoch();
    const OutboxItem &item = m_queue.add(change);
    if (item.isPost())
        Q_EMIT posted(item.toOutgoing());
    else
        Q_EMIT messageAffected(change.room, change.messageId);
    sendFirst({change.room, change.kind == Kind::Post});
    return nonce;
}

void Outbox::retry(const QString &nonce)
{
    OutboxItem *const item = m_queue.find(nonce);
    if (!item || !item->isRefused())
        return;
    item->change.state = OutgoingChange::State::Waiting;
    item->change.problem.clear();
    item->change.problemCode.clear();
    item->problem.reset();
    const QString room = item->change.room;
    m_queue.moveToEnd(nonce);
    Q_EMIT outgoingRemoved(room, nonce);
    Q_EMIT posted(item->toOutgoing());
    sendFirst({room, true});
}

void Outbox::discard(const QString &nonce)
{
    const OutboxItem *const item = m_queue.find(nonce);
    if (!item || !item->isPost())
        return;
    const OutboxLane lane{item->change.room, true};
    take(*item);
    sendFirst(lane);
}

QList<Outgoing> Outbox::outgoing(const QString &room) const
{
    QList<Outgoing> outgoing;
    for (const OutboxItem &item : m_queue.items()) {
        if (item.change.room == room && item.isShown())
            outgoing.append(item.toOutgoing());
    }
    return outgoing;
}

int Outbox::count() const
{
    return int(std::count_if(m_queue.items().begin(), m_queue.items().end(),
                             [](const OutboxItem &item) { return item.acknowledgedSeq == 0; }));
}

bool Outbox::isChanging(const QString &messageId) const
{
    return m_queue.isChanging(messageId);
}

Message Outbox::withChanges(Message message) const
{
    if (!isChanging(message.id))
        return message;
    for (const OutboxItem &item : m_queue.items()) {
        const OutgoingChange &change = item.change;
        if (change.messageId != message.id)
            continue;
        if (change.kind == Kind::Edit && change.text != message.text)
            (void)applyEdit(message, change.text, message.mentions, change.createdAt);
        else if (change.kind == Kind::Delete)
            (void)applyDeletion(message);
        else if (change.kind == Kind::Pin || change.kind == Kind::Unpin)
            (void)applyPin(message, change.kind == Kind::Pin);
        else if (change.kind == Kind::React || change.kind == Kind::Unreact)
            (void)applyReaction(message, change.emoji, m_me, change.kind == Kind::React);
    }
    return message;
}

// Sending

void Outbox::sendAll()
{
    if (!m_link.isReady())
        return;
    m_resting.clear();
    for (const OutboxLane &lane : m_queue.lanes())
        sendFirst(lane);
}

void Outbox::sendFirst(const OutboxLane &lane)
{
    if (!m_link.isReady() || m_resting.contains(lane))
        return;
    OutboxItem *const item = m_queue.first(lane);
    if (!item)
        return;
    item->isSending = true;
    tellChanged(*item);
    m_link.ask(eventFor(item->change.kind), fieldsFor(item->change), this,
               [this, nonce = item->change.nonce](const Answer<QCborMap> &answer) { handleAnswer(nonce, answer); });
}

void Outbox::handleAnswer(const QString &nonce, const Answer<QCborMap> &answer)
{
    OutboxItem *const item = m_queue.find(nonce);
    if (!item)
        return; // it was discarded
    const OutboxLane lane{item->change.room, item->isPost()};
    item->isSending = false;
    const bool isUnanswered = !answer
        && (answer.error().code == QLatin1String("no_answer") || answer.error().code == QLatin1String("offline"));
    if (answer) {
        finish(*item, *answer);
    } else if (isUnanswered) {
        item->mayHaveArrived = true;
        tellChanged(*item);
    } else if (isPassing(answer.error())) {
        postpone(*item, answer.error());
    } else {
        refuse(*item, answer.error());
    }
    sendFirst(lane);
}

void Outbox::finish(OutboxItem &item, const QCborMap &fields)
{
    const qint64 seq = fields.value(QLatin1String("seq")).toInteger();
    const RoomRecord *const room = m_rooms.record(item.change.room);
    if (item.isShown() && room && room->applied < seq) { // its event is still to come
        item.acknowledgedSeq = seq;
        item.problem.reset();
        m_queue.forgetInCache(item);
        tellChanged(item);
        return;
    }
    take(item);
}

void Outbox::refuse(OutboxItem &item, const RequestError &error)
{
    const bool isGone = error.code == QLatin1String("not_found") && item.change.kind == Kind::Delete;
    if (!item.isPost()) {
        const OutgoingChange change = item.change;
        take(item);
        if (!isGone) // somebody else was faster
            Q_EMIT changeRefused(change.room, change.messageId, error);
        return;
    }
    const bool wasShown = item.isShown();
    if (!wasShown && item.mayHaveArrived) {
        take(item); // it has, the first time
        return;
    }
    if (!m_rooms.room(item.change.room)) { // there is no place left where it could be shown
        const QString room = item.change.room;
        take(item);
        Q_EMIT changeRefused(room, {}, error);
        return;
    }
    item.postedAs.clear();
    item.problem = error;
    item.change.state = OutgoingChange::State::Refused;
    item.change.problem = error.message;
    item.change.problemCode = error.code;
    m_queue.store(item);
    if (wasShown)
        tellChanged(item);
    else
        Q_EMIT posted(item.toOutgoing()); // the message that seemed to be this one was another
}

void Outbox::postpone(OutboxItem &item, const RequestError &error)
{
    const OutboxLane lane{item.change.room, item.isPost()};
    const milliseconds usual = m_resendDelay * (1 << std::min(item.refusals, mostDoublings));
    ++item.refusals;
    item.problem = error;
    m_resting.insert(lane);
    QTimer::singleShot(error.retryAfter.value_or(usual), this, [this, lane] {
        if (m_resting.remove(lane))
            sendFirst(lane);
    });
    tellChanged(item);
}

void Outbox::tellChanged(const OutboxItem &item)
{
    if (item.isShown())
        Q_EMIT outgoingChanged(item.toOutgoing());
}

void Outbox::take(const OutboxItem &item)
{
    const OutgoingChange change = item.change;
    const bool isPost = item.isPost();
    m_queue.remove(change.nonce);
    if (isPost)
        Q_EMIT outgoingRemoved(change.room, change.nonce);
    else
        Q_EMIT messageAffected(change.room, change.messageId);
}

// What comes back

QString Outbox::claim(const Message &message)
{
    const auto isIt = [&message](const OutboxItem &item) {
        if (!item.isShown() || item.change.room != message.room)
            return false;
        if (item.acknowledgedSeq > 0)
            return item.acknowledgedSeq == message.seq;
        const bool mayBe = (item.isSending || item.mayHaveArrived) && !item.isRefused();
        return mayBe && item.change.text == message.text && item.change.replyTo == message.replyTo;
    };
    const auto item = std::find_if(m_queue.items().begin(), m_queue.items().end(), isIt);
    if (item == m_queue.items().end())
        return {};
    const QString nonce = item->change.nonce;
    item->postedAs = message.id;
    if (item->acknowledgedSeq > 0)
        m_queue.remove(nonce);
    return nonce;
}

void Outbox::forgetAcknowledged(const QString &room)
{
    drop(room, [](const OutboxItem &item) { return item.acknowledgedSeq > 0; });
}

void Outbox::dropRefused(const QString &room)
{
    drop(room, [](const OutboxItem &item) { return item.isRefused() || item.acknowledgedSeq > 0; });
}

void Outbox::drop(const QString &room, const std::function<bool(const OutboxItem &)> &isMeant)
{
    QStringList nonces;
    for (const OutboxItem &item : m_queue.items()) {
        if (item.change.room == room && isMeant(item))
            nonces.append(item.change.nonce);
    }
    for (const QString &nonce : nonces) {
        m_queue.remove(nonce);
        Q_EMIT outgoingRemoved(room, nonce);
    }
}

} // namespace session
