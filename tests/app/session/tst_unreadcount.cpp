#include "session/unreadcount.h"

#include <QTest>

using session::UnreadCount;

/// Counting what is unread as the server does.
class tst_UnreadCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesInIsCounted();
    void readingSomeLeavesTheOthers();
    void whatIsOnlyKnownByNumberIsUncertainWhenReadInPart();
    void aDeletionCountsOnceAndOnlyWhileUnread();
    void anEditMovesMentions();
    void itCountsUpToAThousand();
    void whatTheServerSaysReplacesWhatItHasCounted();
};

void tst_UnreadCount::whatComesInIsCounted()
{
    UnreadCount count;
    count.reset(10, 7, 2, 1);
    count.addPosted(11, false);
    count.addPosted(13, true);
    QCOMPARE(count.unread(), 4);
    QCOMPARE(count.mentions(), 2);
    QCOMPARE(count.read(), 7);
    QVERIFY(count.isCertain());
}

void tst_UnreadCount::readingSomeLeavesTheOthers()
{
    UnreadCount count;
    count.reset(10, 7, 2, 1);
    count.addPosted(11, true);
    count.addPosted(12, false);
    count.addPosted(14, true);
    count.markRead(12, 14);
    QCOMPARE(count.unread(), 1);
    QCOMPARE(count.mentions(), 1);
    QVERIFY(count.isCertain());
    count.markRead(11, 14); // never back
    QCOMPARE(count.read(), 12);
    count.markRead(14, 14);
    QCOMPARE(count.unread(), 0);
    QCOMPARE(count.mentions(), 0);
}

void tst_UnreadCount::whatIsOnlyKnownByNumberIsUncertainWhenReadInPart()
{
    UnreadCount count;
    count.reset(10, 2, 5, 0);
    count.addPosted(11, false);
    count.markRead(6, 11);
    QVERIFY(!count.isCertain());
    count.reset(11, 6, 3, 0);
    QVERIFY(count.isCertain());
    QCOMPARE(count.unread(), 3);
}

void tst_UnreadCount::aDeletionCountsOnceAndOnlyWhileUnread()
{
    UnreadCount count;
    count.reset(10, 7, 2, 0);
    count.addPosted(11, true);
    count.noteDeleted(11);
    count.noteDeleted(11);
    QCOMPARE(count.unread(), 2);
    QCOMPARE(count.mentions(), 0);
    count.noteDeleted(9);
    QCOMPARE(count.unread(), 1);
    count.noteDeleted(5); // was read
    QCOMPARE(count.unread(), 1);
    QVERIFY(count.isCertain());
    count.reset(10, 7, 2, 1);
    count.noteDeleted(9);
    QVERIFY(!count.isCertain()); // was it the one with the mention?
}

void tst_UnreadCount::anEditMovesMentions()
{
    UnreadCount count;
    count.reset(10, 10, 0, 0);
    count.addPosted(11, false);
    count.noteEdited(11, true);
    QCOMPARE(count.mentions(), 1);
    count.noteEdited(11, true);
    QCOMPARE(count.mentions(), 1);
    count.noteEdited(11, false);
    QCOMPARE(count.mentions(), 0);
    QCOMPARE(count.unread(), 1);
    count.noteEdited(9, true); // was read
    QCOMPARE(count.mentions(), 0);
    QVERIFY(count.isCertain());
}

void tst_UnreadCount::itCountsUpToAThousand()
{
    UnreadCount count;
    count.reset(2000, 0, 1000, 0);
    count.addPosted(2001, false);
    QCOMPARE(count.unread(), 1000);
    count.noteDeleted(100);
    QVERIFY(!count.isCertain()); // how many more are there?
    UnreadCount known;
    known.reset(0, 0, 0, 0);
    for (qint64 seq = 1; seq <= 1200; ++seq)
        known.addPosted(seq, true);
    QCOMPARE(known.unread(), 1000);
    QCOMPARE(known.mentions(), 1000);
    known.markRead(300, 1200);
    QCOMPARE(known.unread(), 900);
    QVERIFY(known.isCertain());
}

void tst_UnreadCount::whatTheServerSaysReplacesWhatItHasCounted()
{
    UnreadCount count;
    count.reset(10, 7, 2, 0);
    for (qint64 seq = 11; seq <= 15; ++seq)
        count.addPosted(seq, false);
    count.reset(13, 9, 4, 1);
    QCOMPARE(count.unread(), 6); // 14 and 15 came after what the server says
    QCOMPARE(count.mentions(), 1);
    QCOMPARE(count.read(), 9);
}

QTEST_APPLESS_MAIN(tst_UnreadCount)
#include "tst_unreadcount.moc"
