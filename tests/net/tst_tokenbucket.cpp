#include "net/tokenbucket.h"

#include <QTest>

using net::TokenBucket;
using namespace std::chrono_literals;

class tst_TokenBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsTheBurstThenTheRate();
    void saysHowLongToWait();
    void neverHoldsMoreThanTheBurst();
    void aBurstBelowOneStillLetsOneThrough();
    void aRateOfZeroLiftsTheLimit();
    void knowsWhenItIsFull();
};

void tst_TokenBucket::allowsTheBurstThenTheRate()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(10, 3, start);
    for (int i = 0; i < 3; ++i)
        QVERIFY(bucket.tryTake(start));
    QVERIFY(!bucket.tryTake(start));
    QVERIFY(!bucket.tryTake(start + 99ms));
    QVERIFY(bucket.tryTake(start + 101ms));
    QVERIFY(!bucket.tryTake(start + 101ms));
    int taken = 0;
    for (int ms = 102; ms <= 2101; ++ms)
        taken += bucket.tryTake(start + std::chrono::milliseconds(ms)) ? 1 : 0;
    QVERIFY2(taken == 20 || taken == 19, qPrintable(QString::number(taken)));
}

void tst_TokenBucket::saysHowLongToWait()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(4, 1, start);
    QCOMPARE(bucket.untilNext(start), 0ms);
    QVERIFY(bucket.tryTake(start));
    QCOMPARE(bucket.untilNext(start), 250ms);
    QCOMPARE(bucket.untilNext(start + 150ms), 100ms);
    QVERIFY(bucket.tryTake(start + 250ms));
}

void tst_TokenBucket::neverHoldsMoreThanTheBurst()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(100, 5, start);
    int taken = 0;
    while (taken < 100 && bucket.tryTake(start + 1h))
        ++taken;
    QCOMPARE(taken, 5);
}

void tst_TokenBucket::aBurstBelowOneStillLetsOneThrough()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(1, 0, start);
    QVERIFY(bucket.tryTake(start));
    QVERIFY(!bucket.tryTake(start));
}

void tst_TokenBucket::aRateOfZeroLiftsTheLimit()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(0, 1, start);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(bucket.tryTake(start));
    QCOMPARE(bucket.untilNext(start), 0ms);
    QVERIFY(bucket.isFull(start));
}

void tst_TokenBucket::knowsWhenItIsFull()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(1, 2, start);
    QVERIFY(bucket.isFull(start));
    QVERIFY(bucket.tryTake(start));
    QVERIFY(!bucket.isFull(start + 500ms));
    QVERIFY(bucket.isFull(start + 1s));
}

QTEST_GUILESS_MAIN(tst_TokenBucket)
#include "tst_tokenbucket.moc"
