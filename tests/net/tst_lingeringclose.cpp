#include "acceptingworker.h"
#include "rawclient.h"

#include <QTest>

class tst_LingeringClose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastWordsArriveAlthoughUnreadDataWasOnItsWay();
    void moreThanTheKernelHoldsArrivesAtAPeerWhoReads();
    void theTicketIsKeptUntilThePeerHasGone();
    void aWorkerThatStopsDoesNotWaitForThePeer();
};

void tst_LingeringClose::theLastWordsArriveAlthoughUnreadDataWasOnItsWay()
{
    for (int round = 0; round < 20; ++round) {
        AcceptingWorker server;
        const RawClient client(server.port());
        QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
        server.worker.run([&] { server.connection->setReading(false); }); // leaves everything in the kernel
        QVERIFY(client.send(QByteArray(30'000, 'x')));
        server.worker.run([&] {
            server.connection->enqueue("the reason why");
            server.connection->close();
        });
        Q_UNUSED(client.send(QByteArray(1000, 'y'))); // too late, but nothing to be punished for
        const auto received = client.readToTheEnd();
        QCOMPARE(received.bytes, QByteArray("the reason why"));
        QCOMPARE(received.end, RawClient::End::Closed);
    }
}

void tst_LingeringClose::moreThanTheKernelHoldsArrivesAtAPeerWhoReads()
{
    constexpr int bytes = 8'000'000;
    AcceptingWorker server(2 * bytes);
    const RawClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] {
        server.connection->enqueue(QByteArray(bytes, 'x'));
        server.connection->close();
    });
    const auto received = client.readToTheEnd();
    QCOMPARE(received.bytes.size(), bytes);
    QCOMPARE(received.end, RawClient::End::Closed);
}

void tst_LingeringClose::theTicketIsKeptUntilThePeerHasGone()
{
    AcceptingWorker server;
    auto client = std::make_unique<RawClient>(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    server.worker.run([&] {
        server.connection->close();
        server.connection->setListener(nullptr);
        server.connection.reset();
    });
    QCOMPARE(client->readToTheEnd().end, RawClient::End::Closed);
    QCOMPARE(server.limiter->openConnections(), 1); // the descriptor is still in use
    client.reset();
    QVERIFY(QTest::qWaitFor([&] { return server.limiter->openConnections() == 0; }));
}

void tst_LingeringClose::aWorkerThatStopsDoesNotWaitForThePeer()
{
    auto server = std::make_unique<AcceptingWorker>();
    const auto limiter = server->limiter;
    const RawClient client(server->port());
    QVERIFY(QTest::qWaitFor([&] { return server->accepted == 1; }));
    server->worker.run([&] {
        server->connection->enqueue("bye");
        server->connection->close();
    });
    server.reset();
    QCOMPARE(limiter->openConnections(), 0);
    QCOMPARE(client.readToTheEnd().bytes, QByteArray("bye"));
}

QTEST_GUILESS_MAIN(tst_LingeringClose)
#include "tst_lingeringclose.moc"
