#include "storage/sqlite/messageprojection.h"

#include "storage/sqlite/connection.h"
#include "storage/sqlite/messagerow.h"
#include "storage/sqlite/searchindex.h"

#include "protocol/chat/message.h"

#include <QCborMap>

namespace storage::sqlite {

using protocol::chat::Message;

namespace {

constexpr QLatin1String mentionsField("mentions");
constexpr QLatin1String textField("text");

void fillIn(Message &message, const NewEvent &event)
{
    message.id = protocol::chat::messageId(event.event.room, event.seq());
    message.room = event.event.room;
    message.seq = event.seq();
    message.at = event.event.at;
    message.by = event.event.by;
}

} // namespace

struct MessageProjection::Draft
{
    QString text;
    QVariant replyTo; ///< seq, or NULL
    QVariant mentions; ///< keys with spaces between, or NULL
    QVariant attachments; ///< CBOR, or NULL
};

MessageProjection::MessageProjection(Connection &connection, Catalogue &catalogue, MessageFinder &finder,
                                     SearchIndex &index)
    : m_catalogue(catalogue), m_finder(finder), m_index(index), m_names(connection),
      m_readLastNumber(connection, QStringLiteral("SELECT ifnull(max(number), 0) FROM messages")),
      m_insert(connection,
               QStringLiteral("INSERT INTO messages (number, room, seq, author, at, text, reply_to, mentions,"
                              " attachments, nonce, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                              " ON CONFLICT (nonce, author) WHERE nonce IS NOT NULL DO NOTHING")),
      m_recall(connection,
               QStringLiteral("SELECT %1, r.id FROM messages m JOIN rooms r ON r.key = m.room"
                              " WHERE m.nonce = ? AND m.author = ?")
                   .arg(messageColumns)),
      m_edit(connection,
             QStringLiteral("UPDATE messages SET text = ?, mentions = ?, checksum = ?, edited_at = ?"
                            " WHERE number = ?")),
      m_remove(connection,
               QStringLiteral("UPDATE messages SET text = '', mentions = NULL, attachments = NULL, checksum = ?,"
                              " edited_at = 0, deleted = 1, pinned = 0 WHERE number = ?")),
      m_addMention(connection,
                   QStringLiteral("INSERT OR IGNORE INTO mentions (room, person, message) VALUES (?, ?, ?)")),
      m_removeMention(connection, QStringLiteral("DELETE FROM mentions WHERE room = ? AND person = ? AND message = ?")),
      m_removeReactions(connection, QStringLiteral("DELETE FROM reactions WHERE room = ? AND message = ?"))
{
}

MaybeFault MessageProjection::load()
{
    if (const auto fault = m_readLastNumber.run())
        return fault;
    if (m_readLastNumber.next())
        m_lastNumber = m_readLastNumber.number(0);
    m_readLastNumber.finish();
    return m_readLastNumber.fault();
}

protocol::Expected<bool, Fault> MessageProjection::post(NewEvent &event, const QString &nonce)
{
    if (!event.event.message)
        return protocol::failure(Fault::Refused);
    Message &message = *event.event.message;
    auto draft = draftFrom(event, message);
    if (!draft) {
        // A message that was stored keeps being acknowledged, even when what it replied to has gone.
        const bool isKnown = draft.error() == Fault::NotFound && !recall(event, nonce);
        return isKnown ? protocol::Expected<bool, Fault>(false) : protocol::failure(draft.error());
    }
    if (const auto fault = insert(event, *draft, nonce))
        return protocol::failure(*fault);
    if (m_insert.changedRows() == 0) {
        const auto fault = recall(event, nonce);
        return fault ? protocol::failure(*fault) : protocol::Expected<bool, Fault>(false);
    }
    ++m_lastNumber;
    if (!draft->mentions.isNull()) {
        if (const auto fault = addMentions(event.room, event.seq(), draft->mentions.toString()))
            return protocol::failure(*fault);
    }
    message.text = draft->text;
    fillIn(message, event);
    return true;
}

protocol::Expected<MessageProjection::Draft, Fault> MessageProjection::draftFrom(const NewEvent &event,
                                                                                 const Message &message)
{
    Draft draft;
    draft.text = storable(message.text);
    if (!message.replyTo.isEmpty()) {
        const auto target = m_finder.find(event, message.replyTo);
        if (!target)
            return protocol::failure(target.error());
        draft.replyTo = Statement::bound(target->seq);
    }
    if (!message.mentions.isEmpty()) {
        const auto people = m_catalogue.people(message.mentions);
        if (!people)
            return protocol::failure(people.error());
        draft.mentions = Statement::bound(*people);
    }
    if (!message.attachments.isEmpty())
        draft.attachments = Statement::bound(message.attachments.toCborValue().toCbor());
    return draft;
}

MaybeFault MessageProjection::insert(const NewEvent &event, const Draft &draft, const QString &nonce)
{
    const qint64 at = event.event.at;
    return m_insert.run(m_lastNumber + 1, event.room, event.seq(), event.actor, at, draft.text, draft.replyTo,
                        draft.mentions, draft.attachments, nonce.isEmpty() ? QVariant() : Statement::bound(nonce),
                        messageChecksum(event.room, event.seq(), event.actor, at, draft.text));
}

MaybeFault MessageProjection::addMentions(qint64 room, qint64 seq, const QString &people)
{
    for (const QString &person : people.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto fault = m_addMention.run(room, person.toLongLong(), seq))
            return fault;
    }
    return std::nullopt;
}

MaybeFault MessageProjection::removeMentions(qint64 room, const FoundMessage &message)
{
    for (const QString &person : message.mentions.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto fault = m_removeMention.run(room, person.toLongLong(), message.seq))
            return fault;
    }
    return std::nullopt;
}

MaybeFault MessageProjection::recall(NewEvent &event, const QString &nonce)
{
    if (nonce.isEmpty())
        return Fault::NotFound;
    if (const auto fault = m_recall.run(nonce, event.actor))
        return fault;
    if (!m_recall.next())
        return m_recall.fault().value_or(Fault::NotFound);
    event.event = postedEvent(messageFrom(m_recall, m_recall.text(messageColumnCount), m_names));
    m_recall.finish();
    return std::nullopt;
}

MaybeFault MessageProjection::edit(NewEvent &event)
{
    const QCborValue text = event.event.detail.value(textField);
    if (!text.isString())
        return Fault::Refused;
    const auto found = m_finder.find(event, event.text(QLatin1String("id")));
    if (!found)
        return found.error();
    const auto people = m_catalogue.people(stringsIn(event.event.detail.value(mentionsField).toArray()));
    if (!people)
        return people.error();
    const QString edited = storable(text.toString());
    if (edited == found->text && *people == found->mentions)
        return Fault::Unchanged;
    const qint64 checksum = messageChecksum(event.room, found->seq, found->author, found->at, edited);
    const QVariant mentions = people->isEmpty() ? QVariant() : Statement::bound(*people);
    if (const auto fault = m_index.forget(found->number))
        return fault;
    if (const auto fault = m_edit.run(edited, mentions, checksum, event.event.at, found->number))
        return fault;
    if (const auto fault = removeMentions(event.room, *found))
        return fault;
    if (const auto fault = addMentions(event.room, found->seq, *people))
        return fault;
    event.message = found->seq;
    event.event.detail.insert(textField, edited);
    return m_index.add(found->number);
}

MaybeFault MessageProjection::remove(NewEvent &event)
{
    const auto found = m_finder.find(event, event.text(QLatin1String("id")));
    if (!found)
        return found.error();
    const qint64 checksum = messageChecksum(event.room, found->seq, found->author, found->at, {});
    if (const auto fault = m_index.forget(found->number))
        return fault;
    if (const auto fault = m_remove.run(checksum, found->number))
        return fault;
    if (const auto fault = removeMentions(event.room, *found))
        return fault;
    if (const auto fault = m_removeReactions.run(event.room, found->seq))
        return fault;
    event.message = found->seq;
    return std::nullopt;
}

} // namespace storage::sqlite
