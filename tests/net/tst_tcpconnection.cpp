#include "acceptingworker.h"
#include "rawclient.h"

#include <QTest>

class tst_TcpConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIsQueuedInOrder();
    void aReaderThatNeverReadsIsReportedOnceAndNothingMoreIsQueued();
    void aReaderWhoCatchesUpGetsEverything();
    void muchAtOnceDoesNotMakeAReaderSlow();
    void bytesPushedBackAreReadFirst();
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
        server.connection->write("two ");
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

void tst_TcpConnection::bytesPushedBackAreReadFirst()
{
    AcceptingWorker server;
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    QVERIFY(client.send("world"));
    QVERIFY(QTest::qWaitFor([&] {
        qint64 available = 0;
        server.worker.run([&] { available = server.connection->bytesAvailable(); });
        return available == 5;
    }));
    server.worker.run([&] {
        server.connection->pushBack("hello ");
        QCOMPARE(server.connection->readAll(), QByteArray("hello world"));
    });
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
        server.connection->disconnectFromHost();
        server.connection->disconnectFromHost();
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
