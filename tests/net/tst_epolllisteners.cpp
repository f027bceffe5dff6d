#include "epollthread.h"
#include "notifier.h"
#include "socketpair.h"

#include <QEventLoop>
#include <QTest>

#include <atomic>
#include <memory>
#include <tuple>
#include <vector>

namespace {

class CountingListener final : public net::ReadinessListener
{
public:
    explicit CountingListener(int descriptor) : m_descriptor(descriptor) {}

    void handleReadable() override { bytes += int(SocketPair::readAll(m_descriptor).size()); }
    void handleWritable() override { ++writes; }

    std::atomic<int> bytes = 0;
    std::atomic<int> writes = 0;

private:
    const int m_descriptor;
};

net::EpollEventDispatcher &dispatcherOfThisThread()
{
    return *qobject_cast<net::EpollEventDispatcher *>(QAbstractEventDispatcher::instance());
}

} // namespace

class tst_EpollListeners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlotMayRunAnEventLoopWhileOthersWaitForTheirTurn();
    void aListenerIsCalledForWhatItWaitsFor();
    void aListenerThatHasGoneIsNotCalled();
    void aListenerAndANotifierMayShareADescriptor();
};

void tst_EpollListeners::aSlotMayRunAnEventLoopWhileOthersWaitForTheirTurn()
{
    // All are ready in one turn. The first that is called runs a turn of its own, which finds the others in other
    // places of its list and leaves them alone; the outer turn then still knows all of them.
    constexpr int count = 20;
    std::vector<SocketPair> sockets(count);
    int handled = 0;
    std::atomic<int> handledInOneTurn = -1;
    EpollThread thread;
    std::vector<Notifier> readers;
    thread.run([&] {
        for (const SocketPair &pair : sockets) {
            readers.push_back(watch(pair.nearEnd(), QSocketNotifier::Read, [&] {
                if (!SocketPair::readAll(pair.nearEnd()).isEmpty() && ++handled == 1) {
                    QEventLoop().processEvents(QEventLoop::ExcludeSocketNotifiers);
                    thread.post([&] { handledInOneTurn = handled; }); // runs when the next turn begins
                }
            }));
            QVERIFY(pair.sendFromFarEnd("x"));
        }
    });
    QVERIFY(QTest::qWaitFor([&] { return handledInOneTurn != -1; }));
    thread.run([&] { readers.clear(); });
    QCOMPARE(handledInOneTurn.load(), count);
}

void tst_EpollListeners::aListenerIsCalledForWhatItWaitsFor()
{
    const SocketPair sockets;
    CountingListener listener(sockets.nearEnd());
    EpollThread thread;
    const auto waitFor = [&](net::Readiness interest) {
        thread.run([&] { dispatcherOfThisThread().watch(sockets.nearEnd(), listener, interest); });
    };
    waitFor({.isToRead = true});
    QVERIFY(sockets.sendFromFarEnd("abc"));
    QVERIFY(QTest::qWaitFor([&] { return listener.bytes == 3; }));
    QCOMPARE(listener.writes.load(), 0);
    waitFor({.isToRead = true, .isToWrite = true});
    QVERIFY(QTest::qWaitFor([&] { return listener.writes > 0; }));
    waitFor({});
    QVERIFY(sockets.sendFromFarEnd("d"));
    const int writes = listener.writes;
    for (int turn = 0; turn < 5; ++turn)
        thread.run([] {});
    QCOMPARE(listener.bytes.load(), 3);
    QCOMPARE(listener.writes.load(), writes);
    waitFor({.isToRead = true});
    QVERIFY(QTest::qWaitFor([&] { return listener.bytes == 4; }));
    thread.run([&] { dispatcherOfThisThread().unwatch(sockets.nearEnd()); });
}

void tst_EpollListeners::aListenerThatHasGoneIsNotCalled()
{
    SocketPair sockets;
    auto listener = std::make_unique<CountingListener>(sockets.nearEnd());
    EpollThread thread;
    Notifier remover;
    const SocketPair trigger;
    std::atomic<bool> isRemoved = false;
    thread.run([&] {
        // Ready in the same turn, and before: whoever is watched first is reported first.
        remover = watch(trigger.nearEnd(), QSocketNotifier::Read, [&] {
            std::ignore = SocketPair::readAll(trigger.nearEnd());
            dispatcherOfThisThread().unwatch(sockets.nearEnd());
            listener.reset();
            isRemoved = true;
        });
        dispatcherOfThisThread().watch(sockets.nearEnd(), *listener, {.isToRead = true});
        QVERIFY(trigger.sendFromFarEnd("x"));
        QVERIFY(sockets.sendFromFarEnd("x"));
    });
    QVERIFY(QTest::qWaitFor([&] { return isRemoved.load(); }));
    thread.run([&] { remover.reset(); });
    QCOMPARE(SocketPair::readAll(sockets.nearEnd()), QByteArray("x"));
}

void tst_EpollListeners::aListenerAndANotifierMayShareADescriptor()
{
    const SocketPair sockets;
    CountingListener listener(sockets.nearEnd());
    EpollThread thread;
    Notifier writer;
    std::atomic<int> writes = 0;
    thread.run([&] {
        dispatcherOfThisThread().watch(sockets.nearEnd(), listener, {.isToRead = true});
        writer = watch(sockets.nearEnd(), QSocketNotifier::Write, [&] { ++writes; });
    });
    QVERIFY(QTest::qWaitFor([&] { return writes > 0; }));
    QVERIFY(sockets.sendFromFarEnd("abc"));
    QVERIFY(QTest::qWaitFor([&] { return listener.bytes == 3; }));
    thread.run([&] { writer.reset(); });
    QVERIFY(sockets.sendFromFarEnd("d"));
    QVERIFY(QTest::qWaitFor([&] { return listener.bytes == 4; }));
    thread.run([&] { dispatcherOfThisThread().unwatch(sockets.nearEnd()); });
}

QTEST_GUILESS_MAIN(tst_EpollListeners)
#include "tst_epolllisteners.moc"
