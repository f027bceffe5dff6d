#include "epollthread.h"
#include "socketpair.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace std::chrono_literals;

namespace {

bool allowDescriptors(rlim_t count)
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::max(limit.rlim_cur, std::min(count, limit.rlim_max));
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= count;
}

} // namespace

class tst_EpollTimers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSingleShotTimerFiresOnceAndNotEarly();
    void aRepeatingTimerGoesOn();
    void timersFireInTheOrderTheyAreDue();
    void zeroTimersDoNotStarveSockets();
    void whatHasArrivedIsHandledBeforeTimersThatAreDue_data();
    void whatHasArrivedIsHandledBeforeTimersThatAreDue();
    void aTimerStoppedInAnothersSlotDoesNotFire();
    void aTimerDeletedInAnothersSlotDoesNotFire();
    void aTimerRestartedInItsSlotWaitsAgain();
    void theRemainingTimeShrinksToNothing();
    void theTimersOfAnObjectAreListedAndGoWithIt();
};

void tst_EpollTimers::aSingleShotTimerFiresOnceAndNotEarly()
{
    std::atomic<int> shots = 0;
    std::atomic<qint64> elapsedMs = 0;
    std::atomic<bool> isLaterTimerDone = false;
    EpollThread thread;
    thread.run([&] {
        const auto clock = std::make_shared<QElapsedTimer>();
        clock->start();
        QTimer::singleShot(20ms, Qt::PreciseTimer, thread.context(), [&, clock] {
            elapsedMs = clock->elapsed();
            ++shots;
        });
        QTimer::singleShot(60ms, Qt::PreciseTimer, thread.context(), [&] { isLaterTimerDone = true; });
    });
    QVERIFY(QTest::qWaitFor([&] { return isLaterTimerDone.load(); }));
    QCOMPARE(shots.load(), 1);
    QVERIFY2(elapsedMs >= 20, qPrintable(QString::number(elapsedMs)));
}

void tst_EpollTimers::aRepeatingTimerGoesOn()
{
    std::atomic<int> shots = 0;
    EpollThread thread;
    thread.run([&] {
        auto *timer = new QTimer(thread.context());
        timer->callOnTimeout(thread.context(), [&] { ++shots; });
        timer->start(2ms);
    });
    QVERIFY(QTest::qWaitFor([&] { return shots >= 20; }));
    thread.run([&] { qDeleteAll(thread.context()->children()); });
    const int atTheEnd = shots;
    thread.run([] {});
    QCOMPARE(shots.load(), atTheEnd);
}

void tst_EpollTimers::timersFireInTheOrderTheyAreDue()
{
    QList<int> order;
    std::atomic<bool> isDone = false;
    EpollThread thread;
    thread.run([&] {
        for (const int delay : {30, 10, 20, 0}) {
            QTimer::singleShot(std::chrono::milliseconds(delay), Qt::PreciseTimer, thread.context(), [&, delay] {
                order.append(delay);
                isDone = order.size() == 4;
            });
        }
    });
    QVERIFY(QTest::qWaitFor([&] { return isDone.load(); }));
    QCOMPARE(order, QList<int>({0, 10, 20, 30}));
}

void tst_EpollTimers::zeroTimersDoNotStarveSockets()
{
    const SocketPair sockets;
    QVERIFY(sockets.isOpen());
    std::atomic<int> shots = 0;
    std::atomic<int> received = 0;
    EpollThread thread;
    thread.run([&] {
        for (int i = 0; i < 10; ++i) {
            auto *timer = new QTimer(thread.context());
            timer->callOnTimeout(thread.context(), [&] { ++shots; });
            timer->start(0ms);
        }
        auto *notifier = new QSocketNotifier(sockets.nearEnd(), QSocketNotifier::Read, thread.context());
        connect(notifier, &QSocketNotifier::activated, thread.context(),
                [&] { received += int(SocketPair::readAll(sockets.nearEnd()).size()); });
    });
    QVERIFY(QTest::qWaitFor([&] { return shots >= 100; }));
    for (int i = 1; i <= 20; ++i) {
        QVERIFY(sockets.sendFromFarEnd("x"));
        QVERIFY(QTest::qWaitFor([&] { return received == i; }));
    }
    thread.run([&] { qDeleteAll(thread.context()->children()); });
}

void tst_EpollTimers::aTimerStoppedInAnothersSlotDoesNotFire()
{
    std::atomic<int> shots = 0;
    std::atomic<bool> isDone = false;
    EpollThread thread;
    thread.run([&] {
        auto *first = new QTimer(thread.context());
        auto *second = new QTimer(thread.context());
        first->callOnTimeout(thread.context(), [&shots, first, second] {
            ++shots;
            first->stop();
            second->stop();
        });
        second->callOnTimeout(thread.context(), [&shots, first, second] {
            ++shots;
            first->stop();
            second->stop();
        });
        first->start(2ms);
        second->start(2ms);
        while (first->remainingTime() > 0 || second->remainingTime() > 0) {} // both are due in one turn
        QTimer::singleShot(10ms, thread.context(), [&] { isDone = true; });
    });
    QVERIFY(QTest::qWaitFor([&] { return isDone.load(); }));
    QCOMPARE(shots.load(), 1);
    thread.run([&] { qDeleteAll(thread.context()->children()); });
}

void tst_EpollTimers::aTimerDeletedInAnothersSlotDoesNotFire()
{
    std::atomic<int> shots = 0;
    std::atomic<bool> isDone = false;
    EpollThread thread;
    std::unique_ptr<QTimer> first;
    std::unique_ptr<QTimer> second;
    thread.run([&] {
        first = std::make_unique<QTimer>();
        second = std::make_unique<QTimer>();
        first->callOnTimeout(thread.context(), [&] {
            ++shots;
            first->stop();
            second.reset();
        });
        second->callOnTimeout(thread.context(), [&] {
            ++shots;
            second->stop();
            first.reset();
        });
        first->start(2ms);
        second->start(2ms);
        while (first->remainingTime() > 0 || second->remainingTime() > 0) {}
        QTimer::singleShot(10ms, thread.context(), [&] { isDone = true; });
    });
    QVERIFY(QTest::qWaitFor([&] { return isDone.load(); }));
    QCOMPARE(shots.load(), 1);
    thread.run([&] {
        first.reset();
        second.reset();
    });
}

void tst_EpollTimers::aTimerRestartedInItsSlotWaitsAgain()
{
    std::atomic<int> shots = 0;
    std::atomic<qint64> elapsedMs = 0;
    EpollThread thread;
    thread.run([&] {
        auto *timer = new QTimer(thread.context());
        timer->setTimerType(Qt::PreciseTimer);
        const auto clock = std::make_shared<QElapsedTimer>();
        timer->callOnTimeout(thread.context(), [&, timer, clock] {
            if (++shots == 1) {
                clock->start();
                timer->start(30ms);
                return;
            }
            elapsedMs = clock->elapsed();
            timer->stop();
        });
        timer->start(1ms);
    });
    QVERIFY(QTest::qWaitFor([&] { return elapsedMs != 0; }));
    QVERIFY2(elapsedMs >= 30, qPrintable(QString::number(elapsedMs)));
    QCOMPARE(shots.load(), 2);
    thread.run([&] { qDeleteAll(thread.context()->children()); });
}

void tst_EpollTimers::theRemainingTimeShrinksToNothing()
{
    EpollThread thread;
    thread.run([&] {
        QTimer timer;
        QCOMPARE(timer.remainingTime(), -1);
        timer.start(20ms);
        int last = timer.remainingTime();
        QVERIFY(last > 0 && last <= 20);
        while (last > 0) {
            const int now = timer.remainingTime();
            QVERIFY(now <= last && now >= 0);
            last = now;
        }
        timer.stop();
        QCOMPARE(timer.remainingTime(), -1);
    });
}

void tst_EpollTimers::theTimersOfAnObjectAreListedAndGoWithIt()
{
    EpollThread thread;
    thread.run([&] {
        auto *dispatcher = thread.thread().eventDispatcher();
        auto owner = std::make_unique<QObject>();
        const int id = owner->startTimer(5000ms, Qt::PreciseTimer);
        const auto timers = dispatcher->registeredTimers(owner.get());
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.first().timerId, id);
        QCOMPARE(timers.first().interval, 5000);
        QCOMPARE(timers.first().timerType, Qt::PreciseTimer);
        QVERIFY(dispatcher->remainingTime(id) > 0);
        owner.reset();
        QCOMPARE(dispatcher->remainingTime(id), -1);
        QVERIFY(!dispatcher->unregisterTimer(id));
    });
}

void tst_EpollTimers::whatHasArrivedIsHandledBeforeTimersThatAreDue_data()
{
    QTest::addColumn<int>("socketCount");
    QTest::newRow("one socket") << 1;
    QTest::newRow("more sockets than are asked for at once") << 1100;
}

void tst_EpollTimers::whatHasArrivedIsHandledBeforeTimersThatAreDue()
{
    QFETCH(int, socketCount);
    QVERIFY(allowDescriptors(rlim_t(2 * socketCount + 100)));
    EpollThread thread;
    std::vector<SocketPair> sockets(static_cast<size_t>(socketCount));
    std::vector<std::unique_ptr<QSocketNotifier>> readers;
    int handled = 0;
    std::atomic<int> handledAtTheDeadline = -1;
    thread.run([&] {
        for (const SocketPair &pair : sockets) {
            readers.push_back(std::make_unique<QSocketNotifier>(pair.nearEnd(), QSocketNotifier::Read));
            connect(readers.back().get(), &QSocketNotifier::activated, readers.back().get(), [&handled, &pair] {
                if (!SocketPair::readAll(pair.nearEnd()).isEmpty())
                    ++handled;
            });
        }
        QTimer::singleShot(1ms, Qt::PreciseTimer, thread.context(), [&] { handledAtTheDeadline = handled; });
        // The thread is busy until the deadline is over; meanwhile everything arrives.
        for (const SocketPair &pair : sockets)
            QVERIFY(pair.sendFromFarEnd("x"));
        QThread::msleep(5);
    });
    QVERIFY(QTest::qWaitFor([&] { return handledAtTheDeadline != -1; }));
    QCOMPARE(handledAtTheDeadline.load(), socketCount);
    thread.run([&] { readers.clear(); });
}

QTEST_GUILESS_MAIN(tst_EpollTimers)
#include "tst_epolltimers.moc"
