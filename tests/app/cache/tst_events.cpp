#include "chatter.h"

#include <QRandomGenerator>
#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace chatter;
using cache::Span;
using protocol::chat::Reaction;
using Spans = QList<Span>;

class tst_Events : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsExtendTheNewestSpan();
    void aPostWithoutItsPastBeginsASpan();
    void aPageThatMeetsTheNewestSpanJoinsIt();
    void eventsThatAreNotTheNextAreIgnored();
    void editsDeletionsPinsAndReactionsChangeTheMessage();
    void whatIsNotCachedIsPassedOver();
    void eventsSeenInAPageAlreadyChangeNothing();
    void anOldPageDoesNotBringBackWhatWasDeletedOrEdited();
    void anyHistoryComesOutAsThePagesOfItsEnd();
};

namespace {

/// A room of a server: it applies its own events, in the plainest way.
class PlainRoom
{
public:
    explicit PlainRoom(quint32 seed) : m_random(seed) {}

    [[nodiscard]] RoomEvent next()
    {
        const qint64 seq = ++m_seq;
        if (m_messages.isEmpty() || m_random.bounded(3) == 0) {
            m_messages.append(message(u"r"_s, seq, u"Text %1"_s.arg(seq)));
            return posted(m_messages.last());
        }
        Message &target = m_messages[qsizetype(m_random.bounded(quint32(m_messages.size())))];
        return target.isDeleted ? roomEvent(u"r"_s, seq, RoomEventType::MemberJoined, {{u"user"_s, u"x"_s}})
                                : change(seq, target);
    }

    [[nodiscard]] qint64 seq() const { return m_seq; }
    [[nodiscard]] const QList<Message> &messages() const { return m_messages; }
    [[nodiscard]] QList<Message> between(qint64 first, qint64 last) const
    {
        QList<Message> found;
        for (const Message &message : m_messages) {
            if (message.seq >= first && message.seq <= last)
                found.append(message);
        }
        return found;
    }

private:
    RoomEvent change(qint64 seq, Message &target)
    {
        switch (m_random.bounded(6)) {
        case 0:
            target.text = u"Edited %1"_s.arg(seq);
            target.mentions = {u"cid"_s};
            target.editedAt = start + seq * 1000;
            return about(u"r"_s, seq, RoomEventType::MessageEdited, target.seq,
                         {{u"text"_s, target.text}, {u"mentions"_s, QCborArray{u"cid"_s}}});
        case 1:
            target.text.clear();
            target.editedAt = 0;
            target.isDeleted = true;
            target.isPinned = false;
            target.mentions.clear();
            target.reactions.clear();
            return about(u"r"_s, seq, RoomEventType::MessageDeleted, target.seq);
        case 2:
            target.isPinned = !target.isPinned;
            return about(u"r"_s, seq, target.isPinned ? RoomEventType::MessagePinned : RoomEventType::MessageUnpinned,
                         target.seq);
        default:
            return react(seq, target);
        }
    }

    RoomEvent react(qint64 seq, Message &target)
    {
        const QString emoji = m_random.bounded(2) == 0 ? u"👍"_s : u"🎉"_s;
        const QString by = u"user%1"_s.arg(m_random.bounded(3));
        const QCborMap detail{{u"emoji"_s, emoji}};
        qsizetype index = 0;
        while (index < target.reactions.size() && target.reactions[index].emoji != emoji)
            ++index;
        if (index == target.reactions.size())
            target.reactions.append({emoji, {}});
        QStringList &users = target.reactions[index].users;
        if (!users.contains(by)) {
            users.append(by);
            return about(u"r"_s, seq, RoomEventType::ReactionAdded, target.seq, detail, by);
        }
        users.removeAll(by);
        if (users.isEmpty())
            target.reactions.removeAt(index);
        return about(u"r"_s, seq, RoomEventType::ReactionRemoved, target.seq, detail, by);
    }

    QRandomGenerator m_random;
    qint64 m_seq = 0;
    QList<Message> m_messages;
};

} // namespace

void tst_Events::postsExtendTheNewestSpan()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 10));
    cache->storePage(u"r"_s, messages(u"r"_s, 8, 10), {8, 10});
    cache->apply(posted(message(u"r"_s, 11)));
    cache->apply(roomEvent(u"r"_s, 12, RoomEventType::MemberJoined, {{u"user"_s, u"cid"_s}}));
    cache->apply(posted(message(u"r"_s, 13)));
    QCOMPARE(cache->spans(u"r"_s), Spans({{8, 13}}));
    QCOMPARE(seqs(cache->latest(u"r"_s, 9).messages), QList<qint64>({8, 9, 10, 11, 13}));
}

void tst_Events::aPostWithoutItsPastBeginsASpan()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 10));
    cache->storePage(u"r"_s, messages(u"r"_s, 3, 5), {3, 5});
    cache->apply(posted(message(u"r"_s, 11)));
    QCOMPARE(cache->spans(u"r"_s), Spans({{3, 5}, {11, 11}}));
    QCOMPARE(seqs(cache->latest(u"r"_s, 9).messages), QList<qint64>{11});
}

void tst_Events::aPageThatMeetsTheNewestSpanJoinsIt()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 10));
    cache->apply(posted(message(u"r"_s, 11)));
    cache->storePage(u"r"_s, messages(u"r"_s, 2, 10), {1, 10});
    QCOMPARE(cache->spans(u"r"_s), Spans({{1, 11}}));
    QVERIFY(cache->latest(u"r"_s, 20).isComplete);
}

void tst_Events::eventsThatAreNotTheNextAreIgnored()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 10));
    cache->apply(posted(message(u"r"_s, 10))); // known already
    cache->apply(posted(message(u"r"_s, 12))); // 11 is missing
    cache->apply(posted(message(u"elsewhere"_s, 1))); // a room that is not known
    QVERIFY(cache->spans(u"r"_s).isEmpty());
    QCOMPARE(cache->rooms().size(), 1);
    QCOMPARE(cache->rooms().first().room.seq, 10);
    cache->apply(posted(message(u"r"_s, 11)));
    cache->apply(posted(message(u"r"_s, 12)));
    QCOMPARE(cache->spans(u"r"_s), Spans({{11, 12}}));
}

void tst_Events::editsDeletionsPinsAndReactionsChangeTheMessage()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    Message expected = message(u"r"_s, 1, u"Soup?"_s);
    expected.replyTo = u"r-0"_s;
    expected.attachments = {QCborMap{{u"name"_s, u"a.png"_s}}};
    cache->apply(posted(expected));
    cache->apply(about(u"r"_s, 2, RoomEventType::MessageEdited, 1,
                       {{u"text"_s, u"Soup, @bob?"_s}, {u"mentions"_s, QCborArray{u"bob"_s}}}));
    cache->apply(about(u"r"_s, 3, RoomEventType::MessagePinned, 1));
    cache->apply(about(u"r"_s, 4, RoomEventType::ReactionAdded, 1, {{u"emoji"_s, u"👍"_s}}, u"bob"_s));
    cache->apply(about(u"r"_s, 5, RoomEventType::ReactionAdded, 1, {{u"emoji"_s, u"🎉"_s}}, u"bob"_s));
    cache->apply(about(u"r"_s, 6, RoomEventType::ReactionAdded, 1, {{u"emoji"_s, u"👍"_s}}, u"cid"_s));
    expected.text = u"Soup, @bob?"_s;
    expected.mentions = {u"bob"_s};
    expected.editedAt = start + 2000;
    expected.isPinned = true;
    expected.reactions = {Reaction{u"👍"_s, {u"bob"_s, u"cid"_s}}, Reaction{u"🎉"_s, {u"bob"_s}}};
    QCOMPARE(cache->message(u"r-1"_s), expected);
    cache->apply(about(u"r"_s, 7, RoomEventType::ReactionRemoved, 1, {{u"emoji"_s, u"🎉"_s}}, u"bob"_s));
    cache->apply(about(u"r"_s, 8, RoomEventType::MessageUnpinned, 1));
    expected.isPinned = false;
    expected.reactions.removeLast();
    cache.open();
    QCOMPARE(cache->message(u"r-1"_s), expected);
    cache->apply(about(u"r"_s, 9, RoomEventType::MessageDeleted, 1));
    Message deleted = message(u"r"_s, 1, {});
    deleted.replyTo = u"r-0"_s;
    deleted.isDeleted = true;
    QCOMPARE(cache->message(u"r-1"_s), deleted);
}

void tst_Events::whatIsNotCachedIsPassedOver()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 10));
    cache->apply(about(u"r"_s, 11, RoomEventType::MessageDeleted, 3));
    cache->apply(about(u"r"_s, 12, RoomEventType::ReactionAdded, 4, {{u"emoji"_s, u"👍"_s}}));
    cache->apply(roomEvent(u"r"_s, 13, RoomEventType::MessagePosted, {{u"message"_s, u"nonsense"_s}}));
    QCOMPARE(cache->rooms().first().room.seq, 13);
    QVERIFY(!cache->message(u"r-3"_s));
}

void tst_Events::eventsSeenInAPageAlreadyChangeNothing()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 1));
    Message known = message(u"r"_s, 1);
    known.reactions = {Reaction{u"👍"_s, {u"bob"_s}}};
    const Message later = message(u"r"_s, 3);
    cache->storePage(u"r"_s, {known, later}, {1, 3}); // from after event 3
    cache->apply(about(u"r"_s, 2, RoomEventType::ReactionAdded, 1, {{u"emoji"_s, u"👍"_s}}, u"bob"_s));
    cache->apply(posted(later));
    QCOMPARE(cache->latest(u"r"_s, 10).messages, QList({known, later}));
    QCOMPARE(cache->spans(u"r"_s), Spans({{1, 3}}));
}

void tst_Events::anOldPageDoesNotBringBackWhatWasDeletedOrEdited()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    const QList<Message> before{message(u"r"_s, 1, u"a secret"_s), message(u"r"_s, 2, u"a mistkae"_s)};
    for (const Message &message : before)
        cache->apply(posted(message));
    cache->apply(about(u"r"_s, 3, RoomEventType::MessageDeleted, 1));
    cache->apply(about(u"r"_s, 4, RoomEventType::MessageEdited, 2, {{u"text"_s, u"a mistake"_s}}));
    cache->storePage(u"r"_s, before, {1, 2});
    QVERIFY(cache->message(u"r-1"_s)->text.isEmpty());
    QCOMPARE(cache->message(u"r-2"_s)->text, u"a mistake"_s);
}

void tst_Events::anyHistoryComesOutAsThePagesOfItsEnd()
{
    for (quint32 seed = 1; seed <= 5; ++seed) {
        QRandomGenerator random(seed);
        PlainRoom server(seed * 77);
        for (int i = 0; i < 200; ++i)
            std::ignore = server.next();
        OpenCache cache;
        cache->storeRoom(room(u"r"_s, server.seq()));
        for (int i = 0; i < 600; ++i) {
            switch (random.bounded(12)) {
            case 0: {
                const qint64 first = random.bounded(1, int(server.seq()));
                const qint64 last = random.bounded(int(first), int(server.seq()) + 1);
                cache->storePage(u"r"_s, server.between(first, last), {first, last});
                break;
            }
            case 1:
                if (random.bounded(10) == 0)
                    cache.open();
                break;
            default:
                cache->apply(server.next());
            }
        }
        for (const Span &span : cache->spans(u"r"_s)) {
            const auto page = cache->after(u"r"_s, span.first - 1, 1000);
            QCOMPARE(page.messages, server.between(span.first, span.last));
        }
        QCOMPARE(cache->rooms().first().room.seq, server.seq());
    }
}

QTEST_GUILESS_MAIN(tst_Events)
#include "tst_events.moc"
