#include "net/mailbox.h"
#include "net/workerpool.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace net;

class tst_Mailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTasksInOrderAndNotAtOnce();
    void aTaskPostedByATaskRunsAfterThoseWaiting();
    void afterClosingNothingRuns();
    void aDroppedTaskMayPostWhenItIsDestroyed();
    void keepsTheOrderOfEachOfSeveralThreads();
    void aWorkerRunsWhatWasPostedBeforeItStops();
    void runningInTheWorkerItselfIsImmediate();
};

void tst_Mailbox::runsTasksInOrderAndNotAtOnce()
{
    Mailbox mailbox;
    QList<int> order;
    for (int i = 0; i < 5; ++i)
        mailbox.post([&order, i] { order.append(i); });
    QVERIFY(order.isEmpty());
    QCoreApplication::sendPostedEvents(&mailbox);
    QCOMPARE(order, QList<int>({0, 1, 2, 3, 4}));
}

void tst_Mailbox::aTaskPostedByATaskRunsAfterThoseWaiting()
{
    Mailbox mailbox;
    QList<int> order;
    mailbox.post([&] {
        order.append(1);
        mailbox.post([&] { order.append(3); });
    });
    mailbox.post([&] { order.append(2); });
    QVERIFY(QTest::qWaitFor([&] { return order.size() == 3; }));
    QCOMPARE(order, QList<int>({1, 2, 3}));
}

void tst_Mailbox::afterClosingNothingRuns()
{
    Mailbox mailbox;
    bool hasRun = false;
    mailbox.post([&] { hasRun = true; });
    mailbox.close();
    mailbox.post([&] { hasRun = true; });
    QCoreApplication::sendPostedEvents(&mailbox);
    QVERIFY(!hasRun);
}

void tst_Mailbox::aDroppedTaskMayPostWhenItIsDestroyed()
{
    Mailbox mailbox;
    bool isDestroyed = false;
    auto poster = std::shared_ptr<int>(new int, [&](int *value) {
        delete value;
        mailbox.post([] {});
        isDestroyed = true;
    });
    mailbox.post([kept = std::move(poster)] {});
    mailbox.close(); // must not hold its lock meanwhile
    QVERIFY(isDestroyed);
}

void tst_Mailbox::keepsTheOrderOfEachOfSeveralThreads()
{
    constexpr int senders = 4;
    constexpr int perSender = 5000;
    WorkerPool pool(1);
    std::vector<int> last(senders, -1);
    std::atomic<int> misplaced = 0;
    std::atomic<int> received = 0;
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&, sender] {
            for (int number = 0; number < perSender; ++number) {
                pool.at(0).post([&, sender, number] {
                    misplaced += last[size_t(sender)] + 1 == number && pool.at(0).isCurrent() ? 0 : 1;
                    last[size_t(sender)] = number;
                    ++received;
                });
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    pool.at(0).run([] {});
    QCOMPARE(received.load(), senders * perSender);
    QCOMPARE(misplaced.load(), 0);
}

void tst_Mailbox::aWorkerRunsWhatWasPostedBeforeItStops()
{
    std::atomic<int> runs = 0;
    for (int i = 0; i < 50; ++i) {
        Worker worker(0);
        worker.start();
        for (int n = 0; n < 10; ++n)
            worker.post([&] { ++runs; });
        worker.stop();
        worker.post([&] { ++runs; }); // too late
        QCOMPARE(runs.load(), (i + 1) * 10);
    }
}

void tst_Mailbox::runningInTheWorkerItselfIsImmediate()
{
    WorkerPool pool(2);
    QList<int> order;
    pool.at(1).run([&] {
        pool.at(1).run([&] { order.append(1); });
        order.append(2);
        QCOMPARE(pool.current(), &pool.at(1));
    });
    QCOMPARE(order, QList<int>({1, 2}));
    QVERIFY(!pool.current());
}

QTEST_GUILESS_MAIN(tst_Mailbox)
#include "tst_mailbox.moc"
