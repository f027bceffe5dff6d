#include "net/outgoingqueue.h"

#include "socketpair.h"

#include <QTest>

#include <random>

using net::OutgoingQueue;
using SendResult = OutgoingQueue::SendResult;

class tst_OutgoingQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEverythingWhereThereIsRoom();
    void partialSendsKeepTheBytesExact_data();
    void partialSendsKeepTheBytesExact();
    void isBlockedWhenNobodyReads();
    void failsWhenThePeerHasGone();
    void sharesTheChunksAndLetsThemGo();
    void clearingForgetsWhatWasLeft();
};

void tst_OutgoingQueue::sendsEverythingWhereThereIsRoom()
{
    const SocketPair sockets;
    QVERIFY(sockets.isOpen());
    OutgoingQueue queue;
    queue.append("one ");
    queue.append("");
    queue.append("two ");
    queue.append("three");
    QCOMPARE(queue.bytes(), 13);
    QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Done);
    QVERIFY(queue.isEmpty());
    QCOMPARE(SocketPair::readAll(sockets.farEnd()), QByteArray("one two three"));
    QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Done); // nothing left to say
    QVERIFY(SocketPair::readAll(sockets.farEnd()).isEmpty());
}

void tst_OutgoingQueue::partialSendsKeepTheBytesExact_data()
{
    QTest::addColumn<int>("chunkCount");
    QTest::addColumn<int>("largestChunk");
    QTest::newRow("one chunk that is larger than the kernel's buffer") << 1 << 300'000;
    QTest::newRow("a few large chunks") << 12 << 50'000;
    QTest::newRow("more small chunks than one call takes") << 3000 << 200;
}

void tst_OutgoingQueue::partialSendsKeepTheBytesExact()
{
    QFETCH(int, chunkCount);
    QFETCH(int, largestChunk);
    const SocketPair sockets;
    sockets.shrinkSendBuffer();
    std::mt19937 random(7);
    OutgoingQueue queue;
    QByteArray expected;
    QByteArray received;
    int blocked = 0;
    const auto pump = [&] {
        const SendResult result = queue.sendTo(sockets.nearEnd());
        QVERIFY(result == (queue.isEmpty() ? SendResult::Done : SendResult::Blocked));
        blocked += result == SendResult::Blocked ? 1 : 0;
        received += SocketPair::readAll(sockets.farEnd());
        QCOMPARE(queue.bytes(), qint64(expected.size() - received.size()));
    };
    for (int i = 0; i < chunkCount; ++i) {
        QByteArray chunk(chunkCount == 1 ? largestChunk : 1 + int(random() % unsigned(largestChunk)),
                         Qt::Uninitialized);
        for (char &byte : chunk)
            byte = char(random());
        expected += chunk;
        queue.append(chunk);
        if (i % 100 == 99)
            pump(); // more is queued while part of it has left
    }
    while (!queue.isEmpty())
        pump();
    received += SocketPair::readAll(sockets.farEnd());
    QVERIFY2(blocked > 0, "the buffer was never full, so nothing was tested");
    QVERIFY(received == expected);
}

void tst_OutgoingQueue::isBlockedWhenNobodyReads()
{
    const SocketPair sockets;
    sockets.shrinkSendBuffer();
    OutgoingQueue queue;
    queue.append(QByteArray(1'000'000, 'x'));
    QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Blocked);
    const qint64 left = queue.bytes();
    QVERIFY(left > 0 && left < 1'000'000);
    QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Blocked);
    QCOMPARE(queue.bytes(), left);
}

void tst_OutgoingQueue::failsWhenThePeerHasGone()
{
    for (const int chunks : {1, 2}) { // they leave by different system calls
        SocketPair sockets;
        sockets.closeEnd(1);
        OutgoingQueue queue;
        for (int i = 0; i < chunks; ++i)
            queue.append("anybody there?");
        QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Failed);
    }
}

void tst_OutgoingQueue::sharesTheChunksAndLetsThemGo()
{
    const SocketPair sockets;
    QByteArray bytes(1000, 'x');
    OutgoingQueue queue;
    queue.append(bytes);
    queue.append(bytes);
    QVERIFY(!bytes.isDetached());
    QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Done);
    QVERIFY(bytes.isDetached());
}

void tst_OutgoingQueue::clearingForgetsWhatWasLeft()
{
    const SocketPair sockets;
    sockets.shrinkSendBuffer();
    OutgoingQueue queue;
    for (int i = 0; i < 10; ++i)
        queue.append(QByteArray(100'000, 'x'));
    QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Blocked);
    queue.clear();
    QVERIFY(queue.isEmpty());
    while (!SocketPair::readAll(sockets.farEnd()).isEmpty()) {}
    queue.append("new");
    QCOMPARE(queue.sendTo(sockets.nearEnd()), SendResult::Done);
    QCOMPARE(SocketPair::readAll(sockets.farEnd()), QByteArray("new"));
}

QTEST_GUILESS_MAIN(tst_OutgoingQueue)
#include "tst_outgoingqueue.moc"
