#include "changes.h"
#include "openstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;
using chat::StoreError;
using protocol::chat::Reaction;
using protocol::chat::RoomEvent;

class tst_Messages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPostedMessageIsReadBackAsItWas();
    void textsComeBackExactly_data();
    void textsComeBackExactly();
    void seqsRunWithoutGapsThroughMessagesAndOtherEvents();
    void aKnownNonceGivesTheMessageOfThen();
    void aNonceCountsWithinOneBatchToo();
    void aNonceBelongsToItsAuthor();
    void anEditChangesTextMentionsAndTime();
    void anEditThatChangesNothingIsUnchanged();
    void aDeletedMessageKeepsOnlyItsPlace();
    void nothingCanBeDoneToADeletedMessage();
    void aReplyNeedsItsMessage();
    void aKnownNonceWinsOverAMissingReply();
    void reactionsKeepTheOrderOfTheirFirstAddition();
    void reactingTwiceIsUnchanged();
    void pinsComeInTheOrderOfPinning();
    void anEventInARoomThatIsNotThereIsNotFound();
    void aMessageOfAnotherRoomIsNotFound();
};

namespace {

void prepareRoom(OpenStore &store)
{
    QVERIFY2(store.error().isEmpty(), qPrintable(store.error()));
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"ann"_s), join(u"r"_s, u"bob"_s)));
}

} // namespace

void tst_Messages::aPostedMessageIsReadBackAsItWas()
{
    OpenStore store;
    prepareRoom(store);
    const auto first = store.append(post(u"r"_s, u"ann"_s, u"Hello"_s));
    QVERIFY(first);
    Message wanted = message(u"r"_s, u"bob"_s, u"Hello to you, @ann"_s);
    wanted.at = 1'700'000'000'123;
    wanted.replyTo = protocol::chat::messageId(u"r"_s, *first);
    wanted.mentions = {u"ann"_s, u"*"_s};
    wanted.attachments = {QCborMap{{u"name"_s, u"cat.png"_s}, {u"size"_s, 17}}};
    const auto committed = store.commit(post(wanted, u"n1"_s));
    QVERIFY(committed);
    QVERIFY(committed->events.front().isNew);
    wanted.seq = 5;
    wanted.id = u"r-5"_s;

    const RoomEvent &event = committed->events.front().event;
    QCOMPARE(event.seq, 5);
    QCOMPARE(event.message, wanted);
    QCOMPARE(*store.message(u"r"_s, 5), wanted);
    QCOMPARE(store.events(u"r"_s, 4), std::vector<RoomEvent>{event});
}

void tst_Messages::textsComeBackExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes and statements") << u"'); DROP TABLE messages; -- \" ` \\"_s;
    QTest::newRow("wildcards") << u"%_*?[]"_s;
    QTest::newRow("placeholders") << u":name ?1 @x $y"_s;
    QTest::newRow("a NUL inside") << u"a\0b"_s;
    QTest::newRow("beyond the first plane") << u"\U0001F600 \U0001F468\u200D\U0001F469"_s;
    QTest::newRow("characters of the search's own") << u"\ue000x\ue001 \ue0021 \ue003"_s;
    QTest::newRow("line ends and white space") << u" \r\n\t a \n"_s;
    QTest::newRow("long") << QString(100'000, u'x');
}

void tst_Messages::textsComeBackExactly()
{
    QFETCH(QString, text);
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, text, text.left(60))));
    QCOMPARE(store.message(u"r"_s, 4)->text, text);
    store.reopen();
    QCOMPARE(store.message(u"r"_s, 4)->text, text);
}

void tst_Messages::seqsRunWithoutGapsThroughMessagesAndOtherEvents()
{
    OpenStore store;
    prepareRoom(store);
    QCOMPARE(*store.append(post(u"r"_s, u"ann"_s, u"one"_s)), 4);
    QCOMPARE(*store.append(react(u"r"_s, 4, u"bob"_s, u"+1"_s)), 5);
    QCOMPARE(store.append(react(u"r"_s, 4, u"bob"_s, u"+1"_s)).error(), StoreError::Unchanged);
    QCOMPARE(*store.append(post(u"r"_s, u"bob"_s, u"two"_s)), 6);
    store.reopen();
    QCOMPARE(*store.append(post(u"r"_s, u"bob"_s, u"three"_s)), 7);
    const auto events = store.events(u"r"_s);
    QCOMPARE(events.size(), size_t(7));
    for (size_t i = 0; i < events.size(); ++i)
        QCOMPARE(events[i].seq, qint64(i) + 1);
    QCOMPARE(store.events(u"r"_s, 2, 3).size(), size_t(3));
    QCOMPARE(store.events(u"r"_s, 2, 3).back().seq, 5);
}

void tst_Messages::aKnownNonceGivesTheMessageOfThen()
{
    OpenStore store;
    prepareRoom(store);
    const auto first = store.commit(post(u"r"_s, u"ann"_s, u"once"_s, u"n"_s));
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"between"_s, u"m"_s)));
    store.reopen();
    const auto again = store.commit(post(u"r"_s, u"ann"_s, u"once"_s, u"n"_s));
    QVERIFY(again);
    QVERIFY(!again->events.front().isNew);
    QCOMPARE(again->events.front().event, first->events.front().event);
    QCOMPARE(store.events(u"r"_s).size(), size_t(5));
}

void tst_Messages::aNonceCountsWithinOneBatchToo()
{
    OpenStore store;
    prepareRoom(store);
    std::vector<chat::AppendedEvent> results;
    for (int i = 0; i < 3; ++i) {
        chat::Change change;
        change.operations.emplace_back(post(u"r"_s, u"ann"_s, u"once"_s, u"n"_s));
        store->commit(change, [&](chat::StoreResult<chat::Committed> committed) {
            results.push_back(committed->events.front());
        });
    }
    QVERIFY(store.tasks().runUntil([&] { return results.size() == 3; }));
    QVERIFY(results[0].isNew && !results[1].isNew && !results[2].isNew);
    QCOMPARE(results[1].event, results[0].event);
    QCOMPARE(store.events(u"r"_s).size(), size_t(4));
}

void tst_Messages::aNonceBelongsToItsAuthor()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.commit(post(u"r"_s, u"ann"_s, u"mine"_s, u"n"_s))->events.front().isNew);
    QVERIFY(store.commit(post(u"r"_s, u"bob"_s, u"mine too"_s, u"n"_s))->events.front().isNew);
    // Without a nonce nothing is compared.
    QVERIFY(store.commit(post(u"r"_s, u"bob"_s, u"same"_s))->events.front().isNew);
    QVERIFY(store.commit(post(u"r"_s, u"bob"_s, u"same"_s))->events.front().isNew);
}

void tst_Messages::anEditChangesTextMentionsAndTime()
{
    OpenStore store;
    prepareRoom(store);
    Message posted = message(u"r"_s, u"ann"_s, u"frist"_s);
    posted.mentions = {u"bob"_s};
    QVERIFY(store.append(post(posted)));
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).mentions, 1);
    QVERIFY(store.append(edit(u"r"_s, 4, u"ann"_s, u"first"_s, {u"cleo"_s}, 1'700'000'009'000)));
    const Message edited = *store.message(u"r"_s, 4);
    QCOMPARE(edited.text, u"first"_s);
    QCOMPARE(edited.mentions, QStringList{u"cleo"_s});
    QCOMPARE(edited.editedAt, 1'700'000'009'000);
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).mentions, 0);
    QCOMPARE(store.unread(u"cleo"_s, u"r"_s, 0).mentions, 1);
    const RoomEvent event = store.events(u"r"_s, 4).front();
    QCOMPARE(event.type, RoomEventType::MessageEdited);
    QCOMPARE(event.detail.value(u"id"_s).toString(), u"r-4"_s);
    QCOMPARE(event.detail.value(u"text"_s).toString(), u"first"_s);
    QCOMPARE(event.detail.value(u"mentions"_s).toArray(), QCborArray{u"cleo"_s});
}

void tst_Messages::anEditThatChangesNothingIsUnchanged()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"same"_s)));
    QCOMPARE(store.append(edit(u"r"_s, 4, u"ann"_s, u"same"_s)).error(), StoreError::Unchanged);
    QCOMPARE(store.events(u"r"_s).size(), size_t(4));
}

void tst_Messages::aDeletedMessageKeepsOnlyItsPlace()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"first"_s)));
    Message posted = message(u"r"_s, u"ann"_s, u"secret"_s);
    posted.mentions = {u"bob"_s};
    posted.attachments = {QCborMap{{u"name"_s, u"secret.txt"_s}}};
    posted.replyTo = u"r-4"_s;
    QVERIFY(store.append(post(posted)));
    QVERIFY(store.append(edit(u"r"_s, 5, u"ann"_s, u"more secret"_s, {u"bob"_s})));
    QVERIFY(store.append(react(u"r"_s, 5, u"bob"_s, u"+1"_s)));
    QVERIFY(store.append(on(RoomEventType::MessagePinned, u"r"_s, 5, u"bob"_s)));
    QVERIFY(store.append(remove(u"r"_s, 5, u"ann"_s)));

    Message wanted = message(u"r"_s, u"ann"_s, QString());
    wanted.id = u"r-5"_s;
    wanted.seq = 5;
    wanted.replyTo = u"r-4"_s;
    wanted.isDeleted = true;
    wanted.text = u""_s;
    QCOMPARE(*store.message(u"r"_s, 5), wanted);
    QVERIFY(store.pins(u"r"_s).empty());
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).mentions, 0);
    for (const RoomEvent &event : store.events(u"r"_s))
        QVERIFY(!event.toMap().toCborValue().toDiagnosticNotation().contains(u"secret"_s));
    store.close();
    QFile file(store.databasePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("secret"));
}

void tst_Messages::nothingCanBeDoneToADeletedMessage()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"gone"_s)));
    QVERIFY(store.append(remove(u"r"_s, 4, u"ann"_s)));
    QCOMPARE(store.append(edit(u"r"_s, 4, u"ann"_s, u"back"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.append(remove(u"r"_s, 4, u"ann"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.append(react(u"r"_s, 4, u"ann"_s, u"+1"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.append(unreact(u"r"_s, 4, u"ann"_s, u"+1"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.append(on(RoomEventType::MessagePinned, u"r"_s, 4, u"ann"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.append(edit(u"r"_s, 99, u"ann"_s, u"never there"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.append(edit(u"r"_s, 1, u"ann"_s, u"no message"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.events(u"r"_s).size(), size_t(5));
}

void tst_Messages::aReplyNeedsItsMessage()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"gone"_s)));
    QVERIFY(store.append(remove(u"r"_s, 4, u"ann"_s)));
    for (const QString &id : {u"r-4"_s, u"r-3"_s, u"r-99"_s, u"other-4"_s, u"nonsense"_s}) {
        Message reply = message(u"r"_s, u"bob"_s, u"what?"_s);
        reply.replyTo = id;
        QCOMPARE(store.append(post(reply, u"n"_s)).error(), StoreError::NotFound);
    }
    QCOMPARE(store.events(u"r"_s).size(), size_t(5));
}

void tst_Messages::aKnownNonceWinsOverAMissingReply()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"question"_s)));
    Message reply = message(u"r"_s, u"bob"_s, u"answer"_s);
    reply.replyTo = u"r-4"_s;
    QCOMPARE(*store.append(post(reply, u"n"_s)), 5);
    QVERIFY(store.append(remove(u"r"_s, 4, u"ann"_s)));
    const auto again = store.commit(post(reply, u"n"_s));
    QVERIFY(again);
    QVERIFY(!again->events.front().isNew);
    QCOMPARE(again->events.front().event.seq, 5);
}

void tst_Messages::reactionsKeepTheOrderOfTheirFirstAddition()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"vote"_s)));
    QVERIFY(store.append(react(u"r"_s, 4, u"cleo"_s, u"A"_s)));
    QVERIFY(store.append(react(u"r"_s, 4, u"bob"_s, u"B"_s)));
    QVERIFY(store.append(react(u"r"_s, 4, u"ann"_s, u"A"_s)));
    QCOMPARE(store.message(u"r"_s, 4)->reactions,
             QList<Reaction>({{u"A"_s, {u"cleo"_s, u"ann"_s}}, {u"B"_s, {u"bob"_s}}}));
    // The first who chose A goes: A stays in its place as long as somebody else holds it.
    QVERIFY(store.append(unreact(u"r"_s, 4, u"cleo"_s, u"A"_s)));
    QCOMPARE(store.message(u"r"_s, 4)->reactions, QList<Reaction>({{u"A"_s, {u"ann"_s}}, {u"B"_s, {u"bob"_s}}}));
    QVERIFY(store.append(unreact(u"r"_s, 4, u"ann"_s, u"A"_s)));
    QVERIFY(store.append(react(u"r"_s, 4, u"cleo"_s, u"A"_s)));
    QCOMPARE(store.message(u"r"_s, 4)->reactions, QList<Reaction>({{u"B"_s, {u"bob"_s}}, {u"A"_s, {u"cleo"_s}}}));
    QCOMPARE(store.history({u"r"_s})->messages.front().reactions.size(), 2);
}

void tst_Messages::reactingTwiceIsUnchanged()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"vote"_s)));
    QVERIFY(store.append(react(u"r"_s, 4, u"bob"_s, u"A"_s)));
    QCOMPARE(store.append(react(u"r"_s, 4, u"bob"_s, u"A"_s)).error(), StoreError::Unchanged);
    QCOMPARE(store.append(unreact(u"r"_s, 4, u"bob"_s, u"B"_s)).error(), StoreError::Unchanged);
    QVERIFY(store.append(unreact(u"r"_s, 4, u"bob"_s, u"A"_s)));
    QCOMPARE(store.append(unreact(u"r"_s, 4, u"bob"_s, u"A"_s)).error(), StoreError::Unchanged);
}

void tst_Messages::pinsComeInTheOrderOfPinning()
{
    OpenStore store;
    prepareRoom(store);
    for (int i = 0; i < 3; ++i)
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"text %1"_s.arg(i))));
    const auto setPinned
        = [&](RoomEventType type, qint64 seq) { return store.append(on(type, u"r"_s, seq, u"ann"_s)); };
    QVERIFY(setPinned(RoomEventType::MessagePinned, 6));
    QVERIFY(setPinned(RoomEventType::MessagePinned, 4));
    QCOMPARE(setPinned(RoomEventType::MessagePinned, 4).error(), StoreError::Unchanged);
    QCOMPARE(setPinned(RoomEventType::MessageUnpinned, 5).error(), StoreError::Unchanged);
    const auto pinned = [&] {
        QList<qint64> seqs;
        for (const Message &message : store.pins(u"r"_s))
            seqs.append(message.seq);
        return seqs;
    };
    QCOMPARE(pinned(), QList<qint64>({6, 4}));
    QVERIFY(store.message(u"r"_s, 6)->isPinned);
    QVERIFY(setPinned(RoomEventType::MessageUnpinned, 6));
    QVERIFY(!store.message(u"r"_s, 6)->isPinned);
    QVERIFY(setPinned(RoomEventType::MessagePinned, 6));
    QCOMPARE(pinned(), QList<qint64>({4, 6}));
}

void tst_Messages::anEventInARoomThatIsNotThereIsNotFound()
{
    OpenStore store;
    QCOMPARE(store.append(post(u"nowhere"_s, u"ann"_s, u"hello?"_s)).error(), StoreError::NotFound);
    QCOMPARE(store.message(u"nowhere"_s, 1).error(), StoreError::NotFound);
    QCOMPARE(store.history({u"nowhere"_s}).error(), StoreError::NotFound);
    QVERIFY(store.pins(u"nowhere"_s).empty());
    QVERIFY(store.load().rooms.empty());
}

void tst_Messages::aMessageOfAnotherRoomIsNotFound()
{
    OpenStore store;
    prepareRoom(store);
    QVERIFY(store.append(createRoom(u"s"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"here"_s)));
    auto wrong = react(u"r"_s, 4, u"bob"_s, u"A"_s);
    wrong.event.room = u"s"_s;
    QCOMPARE(store.append(wrong).error(), StoreError::NotFound);
    QCOMPARE(store.message(u"s"_s, 4).error(), StoreError::NotFound);
}

QTEST_GUILESS_MAIN(tst_Messages)
#include "tst_messages.moc"
