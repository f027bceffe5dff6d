#include "connection/backoff.h"

#include <QTest>

#include <set>

using namespace std::chrono_literals;
using connection::Backoff;
using connection::BackoffOptions;

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysGrowUpToTheLargest();
    void theyStartSmallAgainAfterASuccess();
    void jitterSpreadsThemAroundTheDelay();
    void jitterNeverExceedsTheLargest();
    void aHintReplacesOneDelay();
};

void tst_Backoff::delaysGrowUpToTheLargest()
{
    Backoff backoff(BackoffOptions{100ms, 1s, 3, 0});
    for (const auto expected : {100ms, 300ms, 900ms, 1000ms, 1000ms})
        QCOMPARE(backoff.next(), expected);
}

void tst_Backoff::theyStartSmallAgainAfterASuccess()
{
    Backoff backoff(BackoffOptions{100ms, 1s, 2, 0});
    QCOMPARE(backoff.next(), 100ms);
    QCOMPARE(backoff.next(), 200ms);
    backoff.reset();
    QCOMPARE(backoff.next(), 100ms);
}

void tst_Backoff::jitterSpreadsThemAroundTheDelay()
{
    std::set<qint64> delays;
    for (quint32 seed = 0; seed < 100; ++seed) {
        Backoff backoff(BackoffOptions{1000ms, 8s, 2, 0.5}, seed);
        delays.insert(backoff.next().count());
    }
    QVERIFY(*delays.begin() >= 500);
    QVERIFY(*delays.rbegin() <= 1500);
    QVERIFY2(*delays.begin() < 700 && *delays.rbegin() > 1300, "the whole range is used");
    QVERIFY2(delays.size() > 50, "they differ");
}

void tst_Backoff::jitterNeverExceedsTheLargest()
{
    for (quint32 seed = 0; seed < 100; ++seed) {
        Backoff backoff(BackoffOptions{1000ms, 1000ms, 2, 1}, seed);
        QVERIFY(backoff.next() <= 1000ms);
    }
}

void tst_Backoff::aHintReplacesOneDelay()
{
    Backoff backoff(BackoffOptions{100ms, 1s, 2, 0});
    backoff.setHint(1h);
    QVERIFY(backoff.hasHint());
    QCOMPARE(backoff.next(), 1h);
    QVERIFY(!backoff.hasHint());
    QCOMPARE(backoff.next(), 200ms);
    backoff.setHint(-5ms);
    QCOMPARE(backoff.next(), 0ms);
}

QTEST_GUILESS_MAIN(tst_Backoff)
#include "tst_backoff.moc"
