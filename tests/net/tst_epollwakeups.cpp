#include "epollthread.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

class tst_EpollWakeUps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventPostedFromAnotherThreadEndsTheWait();
    void noWakeUpIsLostBetweenTwoThreads();
    void eventsOfEachSenderArriveInOrder();
    void aThreadEndsHoweverSoonItIsToldTo();
    void anInterruptEndsTheWait();
    void withoutWaitingItReturnsAtOnce();
    void anEventLoopWithinASlotWorks();
};

void tst_EpollWakeUps::anEventPostedFromAnotherThreadEndsTheWait()
{
    EpollThread thread;
    std::counting_semaphore<> isAboutToBlock(0);
    std::counting_semaphore<> isDone(0);
    thread.run([&] {
        connect(thread.thread().eventDispatcher(), &QAbstractEventDispatcher::aboutToBlock, thread.context(),
                [&] { isAboutToBlock.release(); });
    });
    for (int i = 0; i < 100; ++i) {
        QVERIFY(isAboutToBlock.try_acquire_for(5s));
        thread.post([&] { isDone.release(); });
        QVERIFY(isDone.try_acquire_for(5s));
    }
}

void tst_EpollWakeUps::noWakeUpIsLostBetweenTwoThreads()
{
    constexpr int rounds = 5000;
    std::atomic<int> passed = 0;
    EpollThread one;
    EpollThread other;
    std::function<void(EpollThread &, EpollThread &)> pass = [&](EpollThread &from, EpollThread &to) {
        if (++passed < rounds)
            to.post([&] { pass(to, from); });
    };
    one.post([&] { pass(one, other); });
    QVERIFY(QTest::qWaitFor([&] { return passed == rounds; }, 20000));
}

void tst_EpollWakeUps::eventsOfEachSenderArriveInOrder()
{
    constexpr int senders = 4;
    constexpr int perSender = 3000;
    std::vector<int> last(senders, -1);
    std::atomic<int> received = 0;
    std::atomic<int> misplaced = 0;
    EpollThread thread;
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&, sender] {
            for (int number = 0; number < perSender; ++number) {
                thread.post([&, sender, number] {
                    misplaced += last[size_t(sender)] + 1 == number ? 0 : 1;
                    last[size_t(sender)] = number;
                    ++received;
                });
            }
        });
    }
    for (std::thread &sender : threads)
        sender.join();
    QVERIFY(QTest::qWaitFor([&] { return received == senders * perSender; }, 10000));
    QCOMPARE(misplaced.load(), 0);
}

void tst_EpollWakeUps::aThreadEndsHoweverSoonItIsToldTo()
{
    for (int i = 0; i < 200; ++i) {
        QThread thread;
        net::Mailbox mailbox;
        thread.setEventDispatcher(new net::EpollEventDispatcher);
        mailbox.moveToThread(&thread);
        thread.start();
        if (i % 2 == 0)
            mailbox.post([] {});
        thread.quit();
        QVERIFY(thread.wait(5000));
        mailbox.close();
    }
}

void tst_EpollWakeUps::anInterruptEndsTheWait()
{
    EpollThread thread;
    std::atomic<int> turns = 0;
    std::atomic<QAbstractEventDispatcher *> dispatcher = nullptr;
    thread.run([&] {
        dispatcher = thread.thread().eventDispatcher();
        connect(dispatcher, &QAbstractEventDispatcher::awake, thread.context(), [&] { ++turns; });
    });
    for (int i = 0; i < 20; ++i) {
        const int before = turns;
        dispatcher.load()->interrupt();
        QVERIFY(QTest::qWaitFor([&] { return turns > before; }));
    }
}

void tst_EpollWakeUps::withoutWaitingItReturnsAtOnce()
{
    EpollThread thread;
    thread.run([&] {
        auto *dispatcher = thread.thread().eventDispatcher();
        while (dispatcher->processEvents(QEventLoop::AllEvents)) {}
        QVERIFY(!dispatcher->processEvents(QEventLoop::AllEvents));
        bool isDone = false;
        QTimer::singleShot(1ms, thread.context(), [&] { isDone = true; });
        while (!isDone)
            dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(isDone);
    });
}

void tst_EpollWakeUps::anEventLoopWithinASlotWorks()
{
    EpollThread thread;
    QEventLoop *inner = nullptr;
    std::counting_semaphore<> isRunning(0);
    std::atomic<bool> isDone = false;
    thread.post([&] {
        QEventLoop loop;
        inner = &loop;
        isRunning.release();
        loop.exec();
        isDone = true;
    });
    QVERIFY(isRunning.try_acquire_for(5s));
    thread.run([] {}); // answered by the inner loop
    QVERIFY(!isDone);
    thread.run([&] { inner->quit(); });
    QVERIFY(QTest::qWaitFor([&] { return isDone.load(); }));
}

QTEST_GUILESS_MAIN(tst_EpollWakeUps)
#include "tst_epollwakeups.moc"
