#include "chatter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace chatter;
using cache::CachedPage;
using cache::Span;
using Spans = QList<Span>;

class tst_Pages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansThatTouchBecomeOne_data();
    void spansThatTouchBecomeOne();
    void singleMessagesAreSpansOfTheirOwn();
    void theLatestPageIsCompleteWhenItReachesTheRoomsSeq();
    void pagesBeforeEndWhereTheirSpanDoes();
    void pagesAfterEndWhereTheirSpanDoes();
    void aPageAroundAMessageHasBothSides();
    void aPageAtAPlaceThatIsNotKnownIsEmpty();
    void aDateLeadsToTheFirstMessageFromThenOn();
    void aDateIsOnlyAnsweredForSureWhenTheMessageBeforeIsKnown();
    void pagesAreReadBackByTheirEnds();
    void aPageIsSeenByTheNextRead();
    void idsThatAreNotTheUsualOnesAreFound();
};

void tst_Pages::spansThatTouchBecomeOne_data()
{
    QTest::addColumn<Spans>("added");
    QTest::addColumn<Spans>("known");
    QTest::newRow("apart") << Spans{{1, 3}, {5, 7}} << Spans{{1, 3}, {5, 7}};
    QTest::newRow("touching") << Spans{{1, 3}, {4, 7}} << Spans{{1, 7}};
    QTest::newRow("touching from above") << Spans{{4, 7}, {1, 3}} << Spans{{1, 7}};
    QTest::newRow("overlapping") << Spans{{1, 5}, {3, 7}} << Spans{{1, 7}};
    QTest::newRow("one inside the other") << Spans{{1, 9}, {3, 7}} << Spans{{1, 9}};
    QTest::newRow("one around the other") << Spans{{3, 7}, {1, 9}} << Spans{{1, 9}};
    QTest::newRow("closing a gap") << Spans{{1, 3}, {7, 9}, {4, 6}} << Spans{{1, 9}};
    QTest::newRow("around several") << Spans{{2, 3}, {5, 6}, {8, 9}, {1, 20}} << Spans{{1, 20}};
    QTest::newRow("nothing") << Spans{{0, 0}} << Spans{};
    QTest::newRow("the wrong way round") << Spans{{7, 3}} << Spans{};
    QTest::newRow("from before the first event") << Spans{{-5, 3}} << Spans{{1, 3}};
}

void tst_Pages::spansThatTouchBecomeOne()
{
    QFETCH(Spans, added);
    QFETCH(Spans, known);
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 100));
    cache->storeRoom(room(u"other"_s, 100));
    cache->storePage(u"other"_s, {}, {50, 60});
    for (const Span &span : added)
        cache->storePage(u"r"_s, {}, span);
    QCOMPARE(cache->spans(u"r"_s), known);
    QCOMPARE(cache->spans(u"other"_s), Spans({{50, 60}}));
}

void tst_Pages::singleMessagesAreSpansOfTheirOwn()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 100));
    cache->storePage(u"r"_s, {message(u"r"_s, 70), message(u"r"_s, 10)}, {});
    QCOMPARE(cache->spans(u"r"_s), Spans({{10, 10}, {70, 70}}));
    QCOMPARE(seqs(cache->before(u"r"_s, 71, 10).messages), QList<qint64>{70});
    QVERIFY(!cache->before(u"r"_s, 71, 10).isComplete);
}

void tst_Pages::theLatestPageIsCompleteWhenItReachesTheRoomsSeq()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 20));
    cache->storePage(u"r"_s, messages(u"r"_s, 5, 18), {5, 18});
    CachedPage page = cache->latest(u"r"_s, 5);
    QCOMPARE(seqs(page.messages), range(14, 18));
    QVERIFY(!page.isComplete); // 19 and 20 may be messages
    QVERIFY(page.hasBefore);
    QVERIFY(!page.hasAfter);
    cache->storePage(u"r"_s, {}, {19, 20}); // they are not
    page = cache->latest(u"r"_s, 5);
    QCOMPARE(seqs(page.messages), range(14, 18));
    QCOMPARE(page.span, Span({5, 20}));
    QVERIFY(page.isComplete);
    page = cache->latest(u"r"_s, 50);
    QCOMPARE(seqs(page.messages), range(5, 18));
    QVERIFY(!page.isComplete);
    QVERIFY(!page.hasBefore);
    cache->storePage(u"r"_s, messages(u"r"_s, 2, 4), {1, 4});
    page = cache->latest(u"r"_s, 50);
    QCOMPARE(seqs(page.messages), range(2, 18));
    QVERIFY(page.isComplete);
}

void tst_Pages::pagesBeforeEndWhereTheirSpanDoes()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 40));
    cache->storePage(u"r"_s, messages(u"r"_s, 1, 10), {1, 10});
    cache->storePage(u"r"_s, messages(u"r"_s, 20, 40), {20, 40});
    CachedPage page = cache->before(u"r"_s, 30, 5);
    QCOMPARE(seqs(page.messages), range(25, 29));
    QVERIFY(page.isComplete && page.hasBefore && page.hasAfter);
    page = cache->before(u"r"_s, 23, 5);
    QCOMPARE(seqs(page.messages), range(20, 22));
    QVERIFY(!page.isComplete && !page.hasBefore);
    QCOMPARE(page.span, Span({20, 40}));
    page = cache->before(u"r"_s, 20, 5);
    QVERIFY(page.messages.isEmpty() && page.span.isEmpty() && !page.isComplete);
    page = cache->before(u"r"_s, 4, 5);
    QCOMPARE(seqs(page.messages), range(1, 3));
    QVERIFY(page.isComplete && !page.hasBefore);
    page = cache->before(u"r"_s, 1, 5);
    QVERIFY(page.messages.isEmpty() && page.isComplete);
}

void tst_Pages::pagesAfterEndWhereTheirSpanDoes()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 40));
    cache->storePage(u"r"_s, messages(u"r"_s, 1, 10), {1, 10});
    cache->storePage(u"r"_s, messages(u"r"_s, 20, 40), {20, 40});
    CachedPage page = cache->after(u"r"_s, 25, 5);
    QCOMPARE(seqs(page.messages), range(26, 30));
    QVERIFY(page.isComplete && page.hasBefore && page.hasAfter);
    page = cache->after(u"r"_s, 7, 5);
    QCOMPARE(seqs(page.messages), range(8, 10));
    QVERIFY(!page.isComplete && !page.hasAfter);
    page = cache->after(u"r"_s, 10, 5);
    QVERIFY(page.messages.isEmpty() && page.span.isEmpty() && !page.isComplete);
    page = cache->after(u"r"_s, 38, 5);
    QCOMPARE(seqs(page.messages), range(39, 40));
    QVERIFY(page.isComplete && !page.hasAfter);
    page = cache->after(u"r"_s, 40, 5);
    QVERIFY(page.messages.isEmpty() && page.isComplete);
}

void tst_Pages::aPageAroundAMessageHasBothSides()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 40));
    cache->storePage(u"r"_s, messages(u"r"_s, 10, 30), {10, 30});
    CachedPage page = cache->around(u"r"_s, 20, 6);
    QCOMPARE(seqs(page.messages), range(17, 22));
    QVERIFY(page.isComplete && page.hasBefore && page.hasAfter);
    page = cache->around(u"r"_s, 29, 6);
    QCOMPARE(seqs(page.messages), range(26, 30));
    QVERIFY(!page.isComplete && !page.hasAfter);
    page = cache->around(u"r"_s, 11, 6);
    QCOMPARE(seqs(page.messages), range(10, 13));
    QVERIFY(!page.isComplete && !page.hasBefore);
}

void tst_Pages::aPageAtAPlaceThatIsNotKnownIsEmpty()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 40));
    cache->storePage(u"r"_s, messages(u"r"_s, 10, 12), {10, 12});
    for (const CachedPage &page : {cache->around(u"r"_s, 20, 6), cache->around(u"none"_s, 11, 6),
                                   cache->latest(u"none"_s, 6), cache->fromDate(u"none"_s, start, 6)}) {
        QVERIFY(page.messages.isEmpty());
        QVERIFY(page.span.isEmpty());
        QVERIFY(!page.isComplete);
    }
}

void tst_Pages::aDateLeadsToTheFirstMessageFromThenOn()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 40));
    cache->storeRoom(room(u"other"_s, 40));
    cache->storePage(u"r"_s, messages(u"r"_s, 1, 40), {1, 40});
    cache->storePage(u"other"_s, messages(u"other"_s, 1, 40), {1, 40});
    CachedPage page = cache->fromDate(u"r"_s, start + 9'500, 3);
    QCOMPARE(seqs(page.messages), range(10, 12));
    QCOMPARE(page.messages.first().room, u"r"_s);
    QVERIFY(page.isComplete && page.hasBefore && page.hasAfter);
    QCOMPARE(seqs(cache->fromDate(u"r"_s, start + 10'000, 3).messages), range(10, 12));
    QCOMPARE(seqs(cache->fromDate(u"r"_s, 0, 3).messages), range(1, 3));
    QVERIFY(cache->fromDate(u"r"_s, 0, 3).isComplete);
    page = cache->fromDate(u"r"_s, start + 100'000, 3);
    QCOMPARE(seqs(page.messages), range(38, 40)); // nothing so late: the newest
    QVERIFY(page.isComplete);
}

void tst_Pages::aDateIsOnlyAnsweredForSureWhenTheMessageBeforeIsKnown()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 40));
    cache->storePage(u"r"_s, messages(u"r"_s, 20, 40), {20, 40});
    const CachedPage page = cache->fromDate(u"r"_s, start + 9'500, 3);
    QCOMPARE(seqs(page.messages), range(20, 22));
    QVERIFY(!page.isComplete);
    QVERIFY(cache->fromDate(u"r"_s, start + 20'500, 3).isComplete);
}

void tst_Pages::pagesAreReadBackByTheirEnds()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 500));
    cache->storePage(u"r"_s, messages(u"r"_s, 1, 500), {1, 500});
    QList<qint64> found;
    CachedPage page = cache->latest(u"r"_s, 30);
    for (;;) {
        found = seqs(page.messages) + found;
        if (!page.hasBefore)
            break;
        page = cache->before(u"r"_s, page.messages.first().seq, 30);
    }
    QCOMPARE(found, range(1, 500));
}

void tst_Pages::aPageIsSeenByTheNextRead()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    for (qint64 seq = 1; seq <= 300; ++seq) {
        cache->apply(posted(message(u"r"_s, seq)));
        QCOMPARE(cache->latest(u"r"_s, 1).messages.value(0).seq, seq);
    }
}

void tst_Pages::idsThatAreNotTheUsualOnesAreFound()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 10));
    Message odd = message(u"r"_s, 4);
    odd.id = u"an id without meaning"_s;
    Message misleading = message(u"r"_s, 6);
    misleading.id = u"r-5"_s;
    cache->storePage(u"r"_s, {odd, message(u"r"_s, 5), misleading}, {4, 6});
    QCOMPARE(cache->message(u"an id without meaning"_s), odd);
    QCOMPARE(cache->message(u"r-5"_s), message(u"r"_s, 5));
    QVERIFY(!cache->message(u"r-4"_s));
    QVERIFY(!cache->message(u"r-99"_s));
    QVERIFY(!cache->message(u"-"_s));
    RoomEvent deletion = roomEvent(u"r"_s, 11, RoomEventType::MessageDeleted, {{u"id"_s, odd.id}});
    cache->apply(deletion);
    QVERIFY(cache->after(u"r"_s, 3, 1).messages.value(0).isDeleted);
}

QTEST_GUILESS_MAIN(tst_Pages)
#include "tst_pages.moc"
