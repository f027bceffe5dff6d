#include "net/deadline.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <random>
#include <vector>

using namespace net;
using namespace std::chrono_literals;

class tst_Deadline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expireInTheOrderTheyAreDue();
    void expiresOnceAndNotEarly();
    void aLongOneIsNotEarlyEither();
    void longOnesThatMayExpireTogetherDo();
    void beingLateIsMadeUpForByATenth();
    void aCancelledOneDoesNotExpire();
    void onePutOffExpiresLater();
    void oneBroughtForwardExpiresEarlier();
    void mayBeDestroyedInItsOwnCallback();
    void mayBeSetAgainInItsOwnCallback();
    void mayCancelOthersThatAreDueWithIt();
    void mayMoveToAnotherQueue();
    void mayOutliveItsQueue();
    void aStoppedQueueKeepsSilent();
    void tenThousandExpireInOrderAlthoughHalfAreCancelled();
    void thoseDueAtOnceExpireInTheOrderTheyWereSet();
    void manyDueAtOnceLetOthersHaveTheirTurn();
};

void tst_Deadline::expireInTheOrderTheyAreDue()
{
    DeadlineQueue queue;
    QList<int> order;
    std::vector<std::unique_ptr<Deadline>> deadlines;
    for (const int delay : {30, 5, 20, 10, 0}) {
        deadlines.push_back(std::make_unique<Deadline>([&order, delay] { order.append(delay); }));
        deadlines.back()->expireIn(queue, std::chrono::milliseconds(delay));
    }
    QVERIFY(order.isEmpty()); // not even that of 0 within the call
    QVERIFY(QTest::qWaitFor([&] { return order.size() == 5; }));
    QCOMPARE(order, QList<int>({0, 5, 10, 20, 30}));
}

void tst_Deadline::expiresOnceAndNotEarly()
{
    DeadlineQueue queue;
    int count = 0;
    DeadlineQueue::Clock::time_point expiredAt;
    Deadline deadline([&] {
        ++count;
        expiredAt = DeadlineQueue::Clock::now();
    });
    const auto before = DeadlineQueue::Clock::now();
    deadline.expireIn(queue, 20ms);
    QVERIFY(deadline.isPending());
    bool isLater = false;
    Deadline later([&] { isLater = true; });
    later.expireIn(queue, 50ms);
    QVERIFY(QTest::qWaitFor([&] { return isLater; }));
    QCOMPARE(count, 1);
    QVERIFY(!deadline.isPending());
    QVERIFY(expiredAt - before >= 20ms);
}

void tst_Deadline::aLongOneIsNotEarlyEither()
{
    DeadlineQueue queue;
    const auto before = DeadlineQueue::Clock::now();
    DeadlineQueue::Clock::time_point expiredAt = before;
    Deadline deadline([&] { expiredAt = DeadlineQueue::Clock::now(); });
    deadline.expireIn(queue, 1010ms);
    QVERIFY(QTest::qWaitFor([&] { return !deadline.isPending(); }));
    QVERIFY(expiredAt - before >= 1010ms);
}

void tst_Deadline::longOnesThatMayExpireTogetherDo()
{
    DeadlineQueue queue;
    const auto before = DeadlineQueue::Clock::now();
    std::vector<DeadlineQueue::Clock::time_point> expiredAt;
    std::vector<std::unique_ptr<Deadline>> deadlines;
    for (int i = 0; i < 64; ++i) {
        deadlines.push_back(std::make_unique<Deadline>([&] { expiredAt.push_back(DeadlineQueue::Clock::now()); }));
        deadlines.back()->expireTogether(queue, 1000ms + i * 1ms);
    }
    QVERIFY(QTest::qWaitFor([&] { return expiredAt.size() == 64; }));
    QVERIFY(expiredAt.front() - before >= 1000ms - 64ms);
    // 64 ms of deadlines in steps of 32 or 64 ms: three moments, not 64.
    int moments = 1;
    for (size_t i = 1; i < expiredAt.size(); ++i)
        moments += expiredAt[i] - expiredAt[i - 1] > 8ms ? 1 : 0;
    QVERIFY2(moments <= 4, qPrintable(QString::number(moments)));
}

void tst_Deadline::beingLateIsMadeUpForByATenth()
{
    DeadlineQueue queue;
    QStringList order;
    Deadline sooner([&] { order.append(QStringLiteral("after 85 ms")); });
    Deadline later([&] { order.append(QStringLiteral("after 95 ms")); });
    bool isFirst = true;
    Deadline late([&] {
        if (!std::exchange(isFirst, false)) {
            order.append(QStringLiteral("made up for"));
            return;
        }
        later.expireIn(queue, 95ms);
        sooner.expireIn(queue, 85ms);
        late.expireNext(queue, 100ms);
    });
    late.expireIn(queue, 1ms);
    const auto before = DeadlineQueue::Clock::now();
    while (DeadlineQueue::Clock::now() - before < 40ms) {} // the event loop is busy
    QVERIFY(QTest::qWaitFor([&] { return order.size() == 3; }));
    QCOMPARE(
        order,
        QStringList({QStringLiteral("after 85 ms"), QStringLiteral("made up for"), QStringLiteral("after 95 ms")}));
}

void tst_Deadline::aCancelledOneDoesNotExpire()
{
    DeadlineQueue queue;
    bool hasExpired = false;
    bool isLater = false;
    Deadline cancelled([&] { hasExpired = true; });
    Deadline later([&] { isLater = true; });
    cancelled.expireIn(queue, 5ms);
    later.expireIn(queue, 10ms);
    cancelled.cancel();
    cancelled.cancel();
    QVERIFY(!cancelled.isPending());
    {
        Deadline destroyed([&] { hasExpired = true; });
        destroyed.expireIn(queue, 5ms);
    }
    QVERIFY(QTest::qWaitFor([&] { return isLater; }));
    QVERIFY(!hasExpired);
}

void tst_Deadline::onePutOffExpiresLater()
{
    DeadlineQueue queue;
    QList<int> order;
    Deadline putOff([&] { order.append(1); });
    Deadline other([&] { order.append(2); });
    putOff.expireIn(queue, 5ms);
    other.expireIn(queue, 15ms);
    putOff.expireIn(queue, 30ms);
    QVERIFY(QTest::qWaitFor([&] { return order.size() == 2; }));
    QCOMPARE(order, QList<int>({2, 1}));
}

void tst_Deadline::oneBroughtForwardExpiresEarlier()
{
    DeadlineQueue queue;
    bool hasExpired = false;
    Deadline deadline([&] { hasExpired = true; });
    deadline.expireIn(queue, 1h);
    deadline.expireIn(queue, 5ms);
    QVERIFY(QTest::qWaitFor([&] { return hasExpired; }));
}

void tst_Deadline::mayBeDestroyedInItsOwnCallback()
{
    struct Owner
    {
        std::unique_ptr<Deadline> deadline;
        QByteArray text = "still here";
    };
    DeadlineQueue queue;
    bool isLater = false;
    auto owner = std::make_unique<Owner>();
    QByteArray copied;
    owner->deadline = std::make_unique<Deadline>([&owner, &copied] {
        copied = owner->text;
        owner.reset();
    });
    Deadline later([&] { isLater = true; });
    owner->deadline->expireIn(queue, 1ms);
    later.expireIn(queue, 2ms);
    QVERIFY(QTest::qWaitFor([&] { return isLater; }));
    QVERIFY(!owner);
    QCOMPARE(copied, QByteArray("still here"));
}

void tst_Deadline::mayBeSetAgainInItsOwnCallback()
{
    DeadlineQueue queue;
    int count = 0;
    std::unique_ptr<Deadline> deadline;
    deadline = std::make_unique<Deadline>([&] {
        if (++count < 5)
            deadline->expireIn(queue, 0ms);
    });
    deadline->expireIn(queue, 0ms);
    QVERIFY(QTest::qWaitFor([&] { return count == 5; }));
    QVERIFY(!deadline->isPending());
}

void tst_Deadline::mayCancelOthersThatAreDueWithIt()
{
    DeadlineQueue queue;
    std::vector<std::unique_ptr<Deadline>> deadlines;
    int count = 0;
    for (int i = 0; i < 100; ++i) {
        deadlines.push_back(std::make_unique<Deadline>([&] {
            ++count;
            for (const auto &deadline : deadlines)
                deadline->cancel();
        }));
        deadlines.back()->expireIn(queue, 1ms);
    }
    bool isLater = false;
    Deadline later([&] { isLater = true; });
    later.expireIn(queue, 10ms);
    QVERIFY(QTest::qWaitFor([&] { return isLater; }));
    QCOMPARE(count, 1);
}

void tst_Deadline::mayMoveToAnotherQueue()
{
    DeadlineQueue one;
    DeadlineQueue other;
    int count = 0;
    Deadline deadline([&] { ++count; });
    deadline.expireIn(one, 1ms);
    deadline.expireIn(other, 1ms);
    one.stop();
    QVERIFY(QTest::qWaitFor([&] { return count == 1; }));
}

void tst_Deadline::mayOutliveItsQueue()
{
    auto queue = std::make_unique<DeadlineQueue>();
    Deadline deadline([] {});
    deadline.expireIn(*queue, 1h);
    queue.reset();
    QVERIFY(!deadline.isPending());
    deadline.cancel();
}

void tst_Deadline::aStoppedQueueKeepsSilent()
{
    DeadlineQueue stopped;
    bool hasExpired = false;
    Deadline before([&] { hasExpired = true; });
    Deadline after([&] { hasExpired = true; });
    before.expireIn(stopped, 1ms);
    stopped.stop();
    after.expireIn(stopped, 1ms);

    DeadlineQueue running;
    bool isLater = false;
    Deadline later([&] { isLater = true; });
    later.expireIn(running, 20ms);
    QVERIFY(QTest::qWaitFor([&] { return isLater; }));
    QVERIFY(!hasExpired);
}

void tst_Deadline::tenThousandExpireInOrderAlthoughHalfAreCancelled()
{
    constexpr int count = 10000;
    DeadlineQueue queue;
    std::mt19937 random(1);
    std::vector<std::unique_ptr<Deadline>> deadlines;
    std::vector<int> delays(count);
    std::vector<int> expired;
    for (size_t i = 0; i < count; ++i) {
        delays[i] = int(random() % 200);
        deadlines.push_back(std::make_unique<Deadline>([&expired, i] { expired.push_back(int(i)); }));
        deadlines.back()->expireIn(queue, 1h);
    }
    std::vector<DeadlineQueue::Clock::time_point> earliest(count);
    for (size_t i = 0; i < count; ++i) {
        earliest[i] = DeadlineQueue::Clock::now() + std::chrono::milliseconds(delays[i]);
        deadlines[i]->expireIn(queue, std::chrono::milliseconds(delays[i]));
    }
    for (size_t i = 0; i < count; i += 2)
        deadlines[i]->cancel();
    QVERIFY(QTest::qWaitFor([&] { return expired.size() == count / 2; }));
    for (size_t n = 0; n < expired.size(); ++n) {
        const auto i = size_t(expired[n]);
        QVERIFY2(i % 2 == 1, "a cancelled one expired");
        if (n > 0) // the call that set it came a moment after this reading of the clock
            QVERIFY(earliest[size_t(expired[n - 1])] <= earliest[i] + 5ms);
    }
    std::sort(expired.begin(), expired.end());
    QVERIFY2(std::adjacent_find(expired.begin(), expired.end()) == expired.end(), "one expired twice");
}

void tst_Deadline::thoseDueAtOnceExpireInTheOrderTheyWereSet()
{
    constexpr int count = 1000;
    DeadlineQueue queue;
    std::vector<int> expired;
    std::vector<std::unique_ptr<Deadline>> deadlines;
    for (int i = 0; i < count; ++i) {
        deadlines.push_back(std::make_unique<Deadline>([&expired, i] { expired.push_back(i); }));
        deadlines.back()->expireTogether(queue, 1s);
    }
    QVERIFY(QTest::qWaitFor([&] { return expired.size() == count; }));
    QVERIFY(std::is_sorted(expired.begin(), expired.end()));
}

void tst_Deadline::manyDueAtOnceLetOthersHaveTheirTurn()
{
    constexpr int count = 1000;
    DeadlineQueue queue;
    int expired = 0;
    int expiredBefore = -1;
    std::vector<std::unique_ptr<Deadline>> deadlines;
    for (int i = 0; i < count; ++i) {
        deadlines.push_back(std::make_unique<Deadline>([&] {
            if (++expired == 1)
                QMetaObject::invokeMethod(
                    &queue, [&] { expiredBefore = expired; }, Qt::QueuedConnection);
        }));
        deadlines.back()->expireIn(queue, 0ms);
    }
    QVERIFY(QTest::qWaitFor([&] { return expired == count; }));
    QVERIFY2(expiredBefore > 0 && expiredBefore < count / 2, qPrintable(QString::number(expiredBefore)));
}

QTEST_GUILESS_MAIN(tst_Deadline)
#include "tst_deadline.moc"
