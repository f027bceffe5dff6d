#include "acceptingworker.h"
#include "rawclient.h"

#include <QTest>

#include <vector>

class tst_Listener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConnectionOverTheCapGetsA503();
    void aRefusedClientThatSpeaksFirstStillGetsItsAnswer();
    void aPlaceThatIsGivenBackIsTakenAgain();
    void manyRefusedConnectionsLeaveNothingBehind();
};

namespace {

net::ConnectionLimits atMost(int connections)
{
    net::ConnectionLimits limits;
    limits.maxConnections = connections;
    return limits;
}

bool isBusyAnswer(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 503 ") && answer.contains("\r\nConnection: close\r\n")
        && answer.contains("\r\nContent-Length: 21\r\n") && answer.endsWith("\r\n\r\ntoo many connections\n");
}

} // namespace

void tst_Listener::aConnectionOverTheCapGetsA503()
{
    AcceptingWorker server(1'000'000, atMost(1));
    const RawClient admitted(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    const RawClient refused(server.port());
    const auto received = refused.readToTheEnd();
    QVERIFY2(isBusyAnswer(received.bytes), received.bytes.constData());
    QCOMPARE(received.end, RawClient::End::Closed);
    QCOMPARE(server.accepted.load(), 1);
    server.worker.run([&] { server.connection->enqueue("still here"); });
    QCOMPARE(admitted.read(10), QByteArray("still here"));
}

void tst_Listener::aRefusedClientThatSpeaksFirstStillGetsItsAnswer()
{
    AcceptingWorker server(1'000'000, atMost(1));
    const RawClient admitted(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    for (int i = 0; i < 20; ++i) {
        const RawClient refused(server.port());
        QVERIFY(refused.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + QByteArray(2000, 'x')));
        const auto received = refused.readToTheEnd();
        QVERIFY2(isBusyAnswer(received.bytes), received.bytes.constData());
        QCOMPARE(received.end, RawClient::End::Closed);
    }
}

void tst_Listener::aPlaceThatIsGivenBackIsTakenAgain()
{
    AcceptingWorker server(1'000'000, atMost(1));
    for (int i = 1; i <= 5; ++i) {
        const RawClient client(server.port());
        QVERIFY(QTest::qWaitFor([&] { return server.accepted == i; }));
        server.worker.run([&] {
            server.connection->drop();
            server.connection.reset();
        });
        QVERIFY(QTest::qWaitFor([&] { return server.limiter->openConnections() == 0; }));
    }
}

void tst_Listener::manyRefusedConnectionsLeaveNothingBehind()
{
    AcceptingWorker server(1'000'000, atMost(1));
    const RawClient admitted(server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.accepted == 1; }));
    std::vector<std::unique_ptr<RawClient>> refused;
    for (int i = 0; i < 300; ++i)
        refused.push_back(std::make_unique<RawClient>(server.port()));
    for (const auto &client : refused)
        QVERIFY(isBusyAnswer(client->readToTheEnd().bytes));
    refused.clear();
    QVERIFY(QTest::qWaitFor([&] {
        qsizetype left = 0;
        server.worker.run([&] { left = server.worker.strays().children().size(); });
        return left == 0;
    }));
    QCOMPARE(server.limiter->openConnections(), 1);
}

QTEST_GUILESS_MAIN(tst_Listener)
#include "tst_listener.moc"
