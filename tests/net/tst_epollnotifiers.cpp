#include "epollthread.h"
#include "notifier.h"
#include "socketpair.h"

#include <QSocketNotifier>
#include <QTest>

#include <atomic>
#include <fcntl.h>
#include <memory>
#include <tuple>

namespace {

void fill(int descriptor)
{
    const QByteArray bytes(4096, 'x');
    while (::send(descriptor, bytes.constData(), size_t(bytes.size()), MSG_DONTWAIT) > 0) {}
}

} // namespace

class tst_EpollNotifiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderIsCalledAsLongAsSomethingIsUnread();
    void aWriterIsCalledWhenThereIsRoomAgain();
    void readingAndWritingAreWatchedApart();
    void aDisabledNotifierIsSilentUntilItIsEnabled();
    void aHangUpWakesTheReader();
    void aNotifierRemovedByAnothersSlotIsNotCalled();
    void aDescriptorThatIsClosedAndReusedIsWatchedAnew_data();
    void aDescriptorThatIsClosedAndReusedIsWatchedAnew();
    void aNewNotifierDoesNotGetTheEventOfItsDescriptorsPredecessor();
    void moreDescriptorsThanOneTurnTakesAreAllServed();
};

void tst_EpollNotifiers::aReaderIsCalledAsLongAsSomethingIsUnread()
{
    const SocketPair sockets;
    std::atomic<int> calls = 0;
    EpollThread thread;
    Notifier reader;
    thread.run([&] {
        reader = watch(sockets.nearEnd(), QSocketNotifier::Read, [&] {
            char byte;
            QCOMPARE(::recv(sockets.nearEnd(), &byte, 1, 0), ssize_t(1));
            ++calls;
        });
    });
    QVERIFY(sockets.sendFromFarEnd("abc"));
    QVERIFY(QTest::qWaitFor([&] { return calls == 3; }));
    thread.run([&] { reader.reset(); });
    QCOMPARE(calls.load(), 3);
}

void tst_EpollNotifiers::aWriterIsCalledWhenThereIsRoomAgain()
{
    const SocketPair sockets;
    fill(sockets.nearEnd());
    std::atomic<int> calls = 0;
    EpollThread thread;
    Notifier writer;
    thread.run([&] {
        writer = watch(sockets.nearEnd(), QSocketNotifier::Write, [&] {
            ++calls;
            writer->setEnabled(false);
        });
    });
    for (int turn = 0; turn < 5; ++turn)
        thread.run([] {});
    QCOMPARE(calls.load(), 0);
    QVERIFY(!SocketPair::readAll(sockets.farEnd()).isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return calls == 1; }));
    thread.run([&] { writer.reset(); });
    QCOMPARE(calls.load(), 1);
}

void tst_EpollNotifiers::readingAndWritingAreWatchedApart()
{
    const SocketPair sockets;
    std::atomic<int> reads = 0;
    std::atomic<int> writes = 0;
    EpollThread thread;
    Notifier reader;
    Notifier writer;
    thread.run([&] {
        reader = watch(sockets.nearEnd(), QSocketNotifier::Read,
                       [&] { reads += int(SocketPair::readAll(sockets.nearEnd()).size()); });
        writer = watch(sockets.nearEnd(), QSocketNotifier::Write, [&] { ++writes; });
    });
    QVERIFY(QTest::qWaitFor([&] { return writes >= 2; }));
    QCOMPARE(reads.load(), 0);
    thread.run([&] { writer.reset(); });
    const int writesSoFar = writes;
    QVERIFY(sockets.sendFromFarEnd("x"));
    QVERIFY(QTest::qWaitFor([&] { return reads == 1; }));
    QCOMPARE(writes.load(), writesSoFar);
    thread.run([&] { reader.reset(); });
}

void tst_EpollNotifiers::aDisabledNotifierIsSilentUntilItIsEnabled()
{
    const SocketPair sockets;
    std::atomic<int> received = 0;
    EpollThread thread;
    Notifier reader;
    thread.run([&] {
        reader = watch(sockets.nearEnd(), QSocketNotifier::Read,
                       [&] { received += int(SocketPair::readAll(sockets.nearEnd()).size()); });
        reader->setEnabled(false);
    });
    QVERIFY(sockets.sendFromFarEnd("x"));
    for (int turn = 0; turn < 5; ++turn)
        thread.run([] {});
    QCOMPARE(received.load(), 0);
    thread.run([&] { reader->setEnabled(true); });
    QVERIFY(QTest::qWaitFor([&] { return received == 1; }));
    thread.run([&] { reader.reset(); });
}

void tst_EpollNotifiers::aHangUpWakesTheReader()
{
    SocketPair sockets;
    std::atomic<bool> hasSeenTheEnd = false;
    EpollThread thread;
    Notifier reader;
    thread.run([&] {
        reader = watch(sockets.nearEnd(), QSocketNotifier::Read, [&] {
            char byte;
            hasSeenTheEnd = ::recv(sockets.nearEnd(), &byte, 1, 0) == 0;
            reader->setEnabled(false);
        });
    });
    sockets.closeEnd(1);
    QVERIFY(QTest::qWaitFor([&] { return hasSeenTheEnd.load(); }));
    thread.run([&] { reader.reset(); });
}

void tst_EpollNotifiers::aNotifierRemovedByAnothersSlotIsNotCalled()
{
    const SocketPair one;
    const SocketPair other;
    std::atomic<int> calls = 0;
    EpollThread thread;
    Notifier first;
    Notifier second;
    thread.run([&] {
        first = watch(one.nearEnd(), QSocketNotifier::Read, [&] {
            ++calls;
            std::ignore = SocketPair::readAll(one.nearEnd());
            second.reset();
        });
        second = watch(other.nearEnd(), QSocketNotifier::Read, [&] {
            ++calls;
            std::ignore = SocketPair::readAll(other.nearEnd());
            first.reset();
        });
        QVERIFY(one.sendFromFarEnd("x")); // both are ready when the thread looks next
        QVERIFY(other.sendFromFarEnd("x"));
    });
    QVERIFY(QTest::qWaitFor([&] { return calls > 0; }));
    thread.run([&] {
        first.reset();
        second.reset();
    });
    QCOMPARE(calls.load(), 1);
}

void tst_EpollNotifiers::aDescriptorThatIsClosedAndReusedIsWatchedAnew_data()
{
    QTest::addColumn<bool>("isClosedFirst");
    QTest::newRow("its notifier goes before it is closed") << false;
    QTest::newRow("it is closed before its notifier goes") << true;
}

void tst_EpollNotifiers::aDescriptorThatIsClosedAndReusedIsWatchedAnew()
{
    QFETCH(bool, isClosedFirst);
    const SocketPair later;
    EpollThread thread;
    std::atomic<int> received = 0;
    SocketPair reused;
    Notifier reader;
    thread.run([&] {
        const int number = reused.nearEnd();
        Notifier early = watch(number, QSocketNotifier::Read, [] {});
        if (!isClosedFirst)
            early.reset();
        ::close(number);
        early.reset();
        QCOMPARE(::fcntl(later.nearEnd(), F_DUPFD_CLOEXEC, number), number);
        reader = watch(number, QSocketNotifier::Read,
                       [&, number] { received += int(SocketPair::readAll(number).size()); });
    });
    QVERIFY(later.sendFromFarEnd("hello"));
    QVERIFY(QTest::qWaitFor([&] { return received == 5; }));
    thread.run([&] { reader.reset(); });
}

void tst_EpollNotifiers::aNewNotifierDoesNotGetTheEventOfItsDescriptorsPredecessor()
{
    // Two sockets are ready in one turn; the slot of either closes the other and opens a quiet one under its number.
    SocketPair one;
    SocketPair other;
    const SocketPair quiet;
    std::atomic<int> calls = 0;
    std::atomic<int> strayCalls = 0;
    EpollThread thread;
    Notifier first;
    Notifier second;
    Notifier successor;
    const auto replace = [&](Notifier &notifier, int descriptor) {
        ++calls;
        notifier.reset();
        ::close(descriptor);
        QCOMPARE(::fcntl(quiet.nearEnd(), F_DUPFD_CLOEXEC, descriptor), descriptor);
        successor = watch(descriptor, QSocketNotifier::Read, [&] { ++strayCalls; });
    };
    thread.run([&] {
        first = watch(one.nearEnd(), QSocketNotifier::Read, [&] {
            first->setEnabled(false);
            replace(second, other.nearEnd());
        });
        second = watch(other.nearEnd(), QSocketNotifier::Read, [&] {
            second->setEnabled(false);
            replace(first, one.nearEnd());
        });
        QVERIFY(one.sendFromFarEnd("x"));
        QVERIFY(other.sendFromFarEnd("x"));
    });
    QVERIFY(QTest::qWaitFor([&] { return calls > 0; }));
    for (int turn = 0; turn < 5; ++turn)
        thread.run([] {});
    thread.run([&] {
        first.reset();
        second.reset();
        successor.reset();
    });
    QCOMPARE(calls.load(), 1);
    QCOMPARE(strayCalls.load(), 0);
}

void tst_EpollNotifiers::moreDescriptorsThanOneTurnTakesAreAllServed()
{
    constexpr int count = 1200;
    std::vector<std::unique_ptr<SocketPair>> sockets;
    std::vector<Notifier> readers;
    for (int i = 0; i < count; ++i) {
        sockets.push_back(std::make_unique<SocketPair>());
        QVERIFY(sockets.back()->isOpen());
        QVERIFY(sockets.back()->sendFromFarEnd("x"));
    }
    std::atomic<int> received = 0;
    EpollThread thread;
    thread.run([&] {
        for (const auto &pair : sockets) {
            readers.push_back(watch(pair->nearEnd(), QSocketNotifier::Read, [&received, descriptor = pair->nearEnd()] {
                received += int(SocketPair::readAll(descriptor).size());
            }));
        }
    });
    QVERIFY(QTest::qWaitFor([&] { return received == count; }));
    thread.run([&] { readers.clear(); });
}

QTEST_GUILESS_MAIN(tst_EpollNotifiers)
#include "tst_epollnotifiers.moc"
