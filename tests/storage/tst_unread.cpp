#include "changes.h"
#include "openstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;

class tst_Unread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsMessagesOfOthersAfterThePosition();
    void countsMentionsOfTheReaderAndOfEverybody();
    void deletedMessagesDoNotCount();
    void theLastMessageIsTheLatestThatIsNotDeleted();
    void countingStopsAtAThousand();
    void answersEveryQuestionInOrder();
};

void tst_Unread::countsMessagesOfOthersAfterThePosition()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"ann"_s), join(u"r"_s, u"bob"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"4"_s)));
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"5"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"6"_s)));
    QVERIFY(store.append(react(u"r"_s, 6, u"ann"_s, u"+1"_s)));
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).unread, 2);
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 4).unread, 1);
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 6).unread, 0);
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).seq, 7);
    QCOMPARE(store.unread(u"somebody new"_s, u"r"_s, 0).unread, 3);
}

void tst_Unread::countsMentionsOfTheReaderAndOfEverybody()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    const auto mention = [&](const QString &by, const QStringList &people) {
        Message posted = message(u"r"_s, by, u"hey"_s);
        posted.mentions = people;
        QVERIFY(store.append(post(posted)));
    };
    mention(u"ann"_s, {u"bob"_s});
    mention(u"ann"_s, {u"*"_s});
    mention(u"ann"_s, {u"bob"_s, u"*"_s, u"bob"_s});
    mention(u"ann"_s, {u"cleo"_s});
    mention(u"bob"_s, {u"bob"_s, u"*"_s});
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).mentions, 3);
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 3).mentions, 1);
    QCOMPARE(store.unread(u"cleo"_s, u"r"_s, 0).mentions, 4);
    QCOMPARE(store.unread(u"ann"_s, u"r"_s, 0).mentions, 1);
}

void tst_Unread::deletedMessagesDoNotCount()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    Message posted = message(u"r"_s, u"ann"_s, u"hey"_s);
    posted.mentions = {u"bob"_s};
    QVERIFY(store.append(post(posted)));
    QVERIFY(store.append(post(posted)));
    QVERIFY(store.append(remove(u"r"_s, 2, u"ann"_s)));
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).unread, 1);
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).mentions, 1);
}

void tst_Unread::theLastMessageIsTheLatestThatIsNotDeleted()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(!store.unread(u"bob"_s, u"r"_s, 0).last);
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"first"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"second"_s)));
    QVERIFY(store.append(react(u"r"_s, 2, u"bob"_s, u"+1"_s)));
    QVERIFY(store.append(remove(u"r"_s, 3, u"ann"_s)));
    const auto last = store.unread(u"bob"_s, u"r"_s, 0).last;
    QVERIFY(last);
    QCOMPARE(*last, *store.message(u"r"_s, 2));
    QCOMPARE(last->reactions.size(), 1);
}

void tst_Unread::countingStopsAtAThousand()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    chat::Change change;
    for (int i = 0; i < 1'200; ++i)
        change.operations.emplace_back(post(u"r"_s, u"ann"_s, u"text"_s));
    QVERIFY(store.wait<chat::Committed>([&](auto done) { store->commit(change, std::move(done)); }));
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 0).unread, 1'000);
    QCOMPARE(store.unread(u"bob"_s, u"r"_s, 300).unread, 901);
}

void tst_Unread::answersEveryQuestionInOrder()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"a"_s)));
    QVERIFY(store.append(createRoom(u"b"_s)));
    QVERIFY(store.append(post(u"b"_s, u"ann"_s, u"text"_s)));
    const auto counts = store.wait<std::vector<chat::UnreadCount>>([&](auto done) {
        store->readUnread(u"bob"_s, {{u"b"_s, 0}, {u"nowhere"_s, 0}, {u"a"_s, 0}}, std::move(done));
    });
    QCOMPARE(counts->size(), size_t(3));
    QCOMPARE((*counts)[0].room, u"b"_s);
    QCOMPARE((*counts)[0].unread, 1);
    QCOMPARE((*counts)[1].room, u"nowhere"_s);
    QCOMPARE((*counts)[1].seq, 0);
    QCOMPARE((*counts)[2].seq, 1);
}

QTEST_GUILESS_MAIN(tst_Unread)
#include "tst_unread.moc"
