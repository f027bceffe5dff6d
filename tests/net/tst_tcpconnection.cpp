#include "acceptingworker.h"
#include "rawclient.h"
#include "socketpair.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTest>

namespace {

/// Sends back at once what it receives.
class EchoingListener final : public net::TcpConnectionListener
{
public:
    net::TcpConnection *connection = nullptr;
    int disconnects = 0;

    void handleReceived(std::span<char> bytes) override
    {
        connection->enqueue(QByteArray(bytes.data(), qsizetype(bytes.size())));
        connection->flushOutgoing();
    }
    void handleOverflow() override {}
    void handleDisconnected() override { ++disconnects; }
};

} // namespace

class tst_TcpConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIsQueuedInOrder();
    void aReaderThatNeverReadsIsReportedOnceAndNothingMoreIsQueued();
    void aReaderWhoCatchesUpGetsEverything();
    void muchAtOnceDoesNotMakeAReaderSlow();
    void handsOnWhatArrives();
    void whatArrivesWhileItDoesNotReadIsHandedOnLater();
    void aListenerThatRunsAnEventLoopGetsTheBytesInOrder();
    void aListenerMayDestroyTheConnection();
    void aPeerThatIsDoneSendingStillGetsWhatIsQueued();
    void readsWithQtsEventLoopToo();
    void droppingResetsTheConnection();
    void closingTwiceReportsOnce();
    void thePeersCloseIsReportedOnce();
};

void tst_TcpConnection::sendsWhatIsQueuedInOrder()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] {
        server.connection->enqueue("one ");
        server.connection->enqueue("two ");
        server.connection->enqueue("three");
    });
    QCOMPARE(client.read(13), QByteArray("one two three"));
    server.worker.run([&] { QCOMPARE(server.connection->bytesToWrite(), 0); });
}

void tst_TcpConnection::aReaderThatNeverReadsIsReportedOnceAndNothingMoreIsQueued()
{
    constexpr qint64 most = 100'000;
    AcceptingWorker server(most);
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    const QByteArray chunk(50'000, 'x');
    for (int i = 0; i < 1000 && server.overflows == 0; ++i) {
        server.worker.run([&] {
            server.connection->enqueue(chunk);
            QVERIFY(server.connection->bytesToWrite() <= most);
        });
    }
    QVERIFY(QTest::qWaitFor([&] { return server.overflows == 1; }));
    server.worker.run([&] {
        QVERIFY(!server.connection->isReaderKeepingUp());
        for (int i = 0; i < 10; ++i)
            server.connection->enqueue(chunk);
        QCOMPARE(server.connection->bytesToWrite(), 0);
    });
    server.worker.run([] {});
    QCOMPARE(server.overflows.load(), 1);
    QCOMPARE(server.disconnects.load(), 0); // what follows is the listener's decision
}

void tst_TcpConnection::aReaderWhoCatchesUpGetsEverything()
{
    AcceptingWorker server(50'000'000);
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    QByteArray expected;
    std::atomic<bool> isKeepingUp = true;
    for (int i = 0; isKeepingUp && i < 400; ++i) {
        const QByteArray chunk(50'000, char('a' + i % 26));
        expected += chunk;
        server.worker.run([&] { server.connection->enqueue(chunk); });
        server.worker.run([&] { isKeepingUp = server.connection->isReaderKeepingUp(); });
    }
    QVERIFY(!isKeepingUp);
    QVERIFY(client.read(expected.size()) == expected);
    QVERIFY(QTest::qWaitFor([&] {
        server.worker.run([&] { isKeepingUp = server.connection->isReaderKeepingUp(); });
        return isKeepingUp.load();
    }));
    QCOMPARE(server.overflows.load(), 0);
}

void tst_TcpConnection::muchAtOnceDoesNotMakeAReaderSlow()
{
    AcceptingWorker server(10'000);
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] {
        for (int i = 0; i < 30; ++i)
            server.connection->enqueue(QByteArray(1000, 'x')); // three times the limit, but the kernel takes it
    });
    QCOMPARE(client.read(30'000).size(), 30'000);
    QCOMPARE(server.overflows.load(), 0);
}

void tst_TcpConnection::handsOnWhatArrives()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    const QByteArray large(300'000, 'x'); // more than is read at once
    QVERIFY(client.send("small "));
    QVERIFY(client.send(large));
    QVERIFY(QTest::qWaitFor([&] { return server.receivedBytes() == 300'006; }));
    server.worker.run([&] {
        QVERIFY(server.received == "small " + large);
        QCOMPARE(server.connection->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    });
}

void tst_TcpConnection::whatArrivesWhileItDoesNotReadIsHandedOnLater()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] { server.connection->setReading(false); });
    QVERIFY(client.send("later"));
    for (int turn = 0; turn < 5; ++turn)
        server.worker.run([] {});
    QCOMPARE(server.receivedBytes(), 0);
    server.worker.run([&] { server.connection->setReading(true); });
    QVERIFY(QTest::qWaitFor([&] { return server.receivedBytes() == 5; }));
}

void tst_TcpConnection::aListenerThatRunsAnEventLoopGetsTheBytesInOrder()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    const RawClient other(server.port()); // the one the worker keeps
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 2; }));
    std::atomic<bool> isInside = false;
    std::atomic<bool> isOver = false;
    int depth = 0;
    int greatestDepth = 0;
    server.worker.run([&] {
        server.onReceived = [&] {
            greatestDepth = std::max(greatestDepth, ++depth);
            isInside = true;
            QEventLoop loop;
            while (!isOver)
                loop.processEvents(QEventLoop::WaitForMoreEvents);
            --depth;
        };
    });
    QVERIFY(other.send("first "));
    QVERIFY(QTest::qWaitFor([&] { return isInside.load(); }));
    QVERIFY(other.send("second"));
    for (int turn = 0; turn < 5; ++turn)
        server.worker.run([] {});
    server.worker.run([&] { QCOMPARE(server.received, QByteArray("first ")); });
    server.worker.run([&] { isOver = true; });
    QVERIFY(QTest::qWaitFor([&] { return server.receivedBytes() == 12; }));
    server.worker.run([&] { QCOMPARE(server.received, QByteArray("first second")); });
    QCOMPARE(greatestDepth, 1);
}

void tst_TcpConnection::aListenerMayDestroyTheConnection()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] { server.onReceived = [&] { server.connection.reset(); }; });
    QVERIFY(client.send("goodbye"));
    QCOMPARE(client.readToTheEnd().end, RawClient::End::Reset);
    QCOMPARE(server.receivedBytes(), 7);
    QCOMPARE(server.disconnects.load(), 0);
}

void tst_TcpConnection::aPeerThatIsDoneSendingStillGetsWhatIsQueued()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] { server.onReceived = [&] { server.connection->enqueue("answer"); }; });
    QVERIFY(client.send("question"));
    client.finishSending();
    const auto received = client.readToTheEnd();
    QCOMPARE(received.bytes, QByteArray("answer"));
    QCOMPARE(received.end, RawClient::End::Closed);
    QVERIFY(QTest::qWaitFor([&] { return server.disconnects == 1; }));
}

void tst_TcpConnection::readsWithQtsEventLoopToo()
{
    SocketPair sockets;
    net::Worker worker(0); // its thread is over before: this one does the work, with Qt's own event loop
    worker.start();
    worker.stop();
    EchoingListener listener;
    auto connection = std::make_unique<net::TcpConnection>(sockets.giveNearEnd(), QHostAddress(),
                                                           net::ConnectionTicket(), 1'000'000);
    listener.connection = connection.get();
    connection->setListener(&listener);
    connection->attachTo(worker);
    QVERIFY(sockets.sendFromFarEnd("echo"));
    QVERIFY(QTest::qWaitFor([&] { return SocketPair::readAll(sockets.farEnd()) == "echo"; }));
    connection->setReading(false);
    QVERIFY(sockets.sendFromFarEnd("wait"));
    QCoreApplication::processEvents();
    QCOMPARE(SocketPair::readAll(sockets.farEnd()), QByteArray());
    connection->setReading(true);
    QVERIFY(QTest::qWaitFor([&] { return SocketPair::readAll(sockets.farEnd()) == "wait"; }));
    sockets.closeEnd(1);
    QVERIFY(QTest::qWaitFor([&] { return listener.disconnects == 1; }));
    connection->detach();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void tst_TcpConnection::droppingResetsTheConnection()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] {
        server.connection->enqueue("lost");
        server.connection->drop();
        server.connection->enqueue("lost, too");
        QCOMPARE(server.connection->bytesToWrite(), 0);
    });
    const auto received = client.readToTheEnd();
    QCOMPARE(received.bytes, QByteArray());
    QCOMPARE(received.end, RawClient::End::Reset);
    QCOMPARE(server.disconnects.load(), 1);
}

void tst_TcpConnection::closingTwiceReportsOnce()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] {
        server.connection->enqueue("bye");
        server.connection->close();
        server.connection->close();
        server.connection->drop();
    });
    QCOMPARE(server.disconnects.load(), 1);
    const auto received = client.readToTheEnd();
    QCOMPARE(received.bytes, QByteArray("bye"));
    QCOMPARE(received.end, RawClient::End::Closed);
}

void tst_TcpConnection::thePeersCloseIsReportedOnce()
{
    AcceptingWorker server;
    {
        const RawClient client(server.port());
        QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    }
    QVERIFY(QTest::qWaitFor([&] { return server.disconnects == 1; }));
    server.worker.run([&] { server.connection->enqueue("nobody hears this"); });
    server.worker.run([&] { QCOMPARE(server.connection->bytesToWrite(), 0); });
    QCOMPARE(server.disconnects.load(), 1);
}

QTEST_GUILESS_MAIN(tst_TcpConnection)
#include "tst_tcpconnection.moc"
