#include "testclient.h"
#include "testserver.h"

using namespace std::chrono_literals;
using socketio::AckError;
using socketio::AckResult;
using socketio::BroadcastAcks;

namespace {

/// The outcome of one emitWithAck(), to be watched from another thread.
class Outcome
{
public:
    socketio::AckCallback callback()
    {
        return [state = m_state](const AckResult &result) {
            const std::lock_guard lock(state->mutex);
            state->results.push_back(result);
        };
    }
    socketio::BroadcastAckCallback broadcastCallback()
    {
        return [state = m_state](const BroadcastAcks &acks) {
            const std::lock_guard lock(state->mutex);
            state->broadcasts.push_back(acks);
        };
    }
    [[nodiscard]] std::vector<AckResult> results() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->results;
    }
    [[nodiscard]] std::vector<BroadcastAcks> broadcasts() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->broadcasts;
    }
    [[nodiscard]] bool wait() const
    {
        return QTest::qWaitFor([this] { return !results().empty() || !broadcasts().empty(); });
    }

private:
    struct State
    {
        std::mutex mutex;
        std::vector<AckResult> results;
        std::vector<BroadcastAcks> broadcasts;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace

class tst_Acks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerOfTheClientComesOnce();
    void aClientThatDoesNotAnswerTimesOut();
    void aDisconnectFailsWhatIsPending();
    void oneAskedForWhileDisconnectingFails_data();
    void oneAskedForWhileDisconnectingFails();
    void aBroadcastNamesThoseWhoLeftInsteadOfAnswering();
    void aBroadcastNamesThoseWhoWereTooSlow();
    void aBroadcastToNobodyIsDoneAtOnce();
    void aBroadcastAskedFromTheMainThreadCollectsFromAllWorkers();
    void theFirstAnswerToAClientCounts();
};

void tst_Acks::theAnswerOfTheClientComesOnce()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    Outcome outcome;
    TestServer::runIn(socket, [&] { socket->emitWithAck(5s, outcome.callback(), "question", 1); });
    QCOMPARE(client.waitForPacket(QStringLiteral("2")), QStringLiteral("20[\"question\",1]"));
    client.send(QStringLiteral("30[\"answer\",2]"));
    client.send(QStringLiteral("30[\"again\"]"));
    client.send(QStringLiteral("399[\"never asked\"]"));
    QVERIFY(outcome.wait());
    client.cut();
    QVERIFY(QTest::qWaitFor([&] { return server.io->sessionCount() == 0; }));
    QCOMPARE(outcome.results().size(), size_t(1));
    QVERIFY(outcome.results().front().hasValue());
    QCOMPARE(outcome.results().front().value(), QCborArray({QStringLiteral("answer"), 2}));
}

void tst_Acks::aClientThatDoesNotAnswerTimesOut()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    Outcome outcome;
    TestServer::runIn(socket, [&] { socket->emitWithAck(20ms, outcome.callback(), "question"); });
    QVERIFY(outcome.wait());
    QVERIFY(!outcome.results().front().hasValue());
    QCOMPARE(outcome.results().front().error(), AckError::TimedOut);
    client.send(QStringLiteral("30[\"late\"]"));
    client.send(QStringLiteral("2[\"still connected\"]"));
    TestServer::runIn(socket, [&] { socket->emit("bye"); });
    QVERIFY(!client.waitForPacket(QStringLiteral("2[\"bye\"]")).isEmpty());
    QCOMPARE(outcome.results().size(), size_t(1));
}

void tst_Acks::aDisconnectFailsWhatIsPending()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    Outcome limited;
    Outcome unlimited;
    Outcome afterwards;
    TestServer::runIn(socket, [&] {
        socket->emitWithAck(1h, limited.callback(), "question");
        socket->emitWithAck(0ms, unlimited.callback(), "question");
    });
    client.cut();
    for (const Outcome &outcome : {limited, unlimited}) {
        QVERIFY(outcome.wait());
        QCOMPARE(outcome.results().front().error(), AckError::Disconnected);
    }
    TestServer::runIn(socket, [&] { socket->emitWithAck(1h, afterwards.callback(), "question"); });
    QVERIFY(afterwards.wait());
    QCOMPARE(afterwards.results().front().error(), AckError::Disconnected);
}

void tst_Acks::oneAskedForWhileDisconnectingFails_data()
{
    QTest::addColumn<bool>("isDisconnected");
    QTest::newRow("in onDisconnecting") << false;
    QTest::newRow("in onDisconnected") << true;
}

void tst_Acks::oneAskedForWhileDisconnectingFails()
{
    QFETCH(bool, isDisconnected);
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    Outcome outcome;
    const auto socket = server.socket(0);
    server.forgetSockets();
    TestServer::runIn(socket, [&] {
        const auto ask = [&outcome, raw = socket.get()](const QString &) {
            raw->emitWithAck(0ms, outcome.callback(), "question");
        };
        if (isDisconnected)
            socket->onDisconnected(ask);
        else
            socket->onDisconnecting(ask);
    });
    client.cut();
    QVERIFY(QTest::qWaitFor([&] { return server.io->sessionCount() == 0; }));
    server.finishTurns();
    QVERIFY2(outcome.wait(), "nobody says that there will be no answer");
    QCOMPARE(outcome.results().front().error(), AckError::Disconnected);
}

void tst_Acks::aBroadcastNamesThoseWhoLeftInsteadOfAnswering()
{
    TestServer server(2);
    TestClient faithful(server.port());
    QVERIFY(faithful.waitForConnect());
    TestClient fickle(server.port());
    QVERIFY(fickle.waitForConnect());
    const QString faithfulId = server.socket(0)->id();
    const QString fickleId = server.socket(1)->id();
    Outcome outcome;
    server.io->main().everyone().timeout(1h).emitWithAck(outcome.broadcastCallback(), "question");
    QVERIFY(!fickle.waitForPacket(QStringLiteral("20[")).isEmpty());
    QVERIFY(!faithful.waitForPacket(QStringLiteral("20[")).isEmpty());
    fickle.cut();
    faithful.send(QStringLiteral("30[\"here\"]"));
    QVERIFY(outcome.wait());
    const BroadcastAcks acks = outcome.broadcasts().front();
    QCOMPARE(acks.missing, QStringList{fickleId});
    QCOMPARE(acks.answers.size(), size_t(1));
    QCOMPARE(acks.answers.front().socketId, faithfulId);
    QCOMPARE(acks.answers.front().args, QCborArray{QStringLiteral("here")});
    QVERIFY(!acks.hasTimedOut);
}

void tst_Acks::aBroadcastNamesThoseWhoWereTooSlow()
{
    TestServer server(2);
    TestClient quick(server.port());
    QVERIFY(quick.waitForConnect());
    TestClient slow(server.port());
    QVERIFY(slow.waitForConnect());
    Outcome outcome;
    server.io->main().everyone().timeout(150ms).emitWithAck(outcome.broadcastCallback(), "question");
    QVERIFY(!quick.waitForPacket(QStringLiteral("20[")).isEmpty());
    quick.send(QStringLiteral("30[]"));
    QVERIFY(outcome.wait());
    const BroadcastAcks acks = outcome.broadcasts().front();
    QVERIFY(acks.hasTimedOut);
    QCOMPARE(acks.missing, QStringList{server.socket(1)->id()});
    QCOMPARE(acks.answers.size(), size_t(1));
    slow.send(QStringLiteral("30[\"late\"]"));
    slow.send(QStringLiteral("1"));
    QVERIFY(QTest::qWaitFor([&] { return !server.socket(1)->isConnected(); }));
    QCOMPARE(outcome.broadcasts().size(), size_t(1));
}

void tst_Acks::aBroadcastToNobodyIsDoneAtOnce()
{
    TestServer server(3);
    Outcome outcome;
    server.io->to("empty room").timeout(1h).emitWithAck(outcome.broadcastCallback(), "question");
    QVERIFY(outcome.wait());
    QVERIFY(outcome.broadcasts().front().answers.empty());
    QVERIFY(outcome.broadcasts().front().missing.isEmpty());
    QVERIFY(!outcome.broadcasts().front().hasTimedOut);
}

void tst_Acks::aBroadcastAskedFromTheMainThreadCollectsFromAllWorkers()
{
    constexpr int count = 8;
    TestServer server(4);
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<TestClient>(server.port()));
    for (const auto &client : clients)
        QVERIFY(client->waitForConnect());
    Outcome outcome;
    server.io->main().everyone().timeout(1h).emitWithAck(outcome.broadcastCallback(), "question");
    for (const auto &client : clients) {
        QVERIFY(!client->waitForPacket(QStringLiteral("20[")).isEmpty());
        client->send(QStringLiteral("30[]"));
    }
    QVERIFY(outcome.wait());
    QCOMPARE(outcome.broadcasts().front().answers.size(), size_t(count));
    QVERIFY(outcome.broadcasts().front().missing.isEmpty());
}

void tst_Acks::theFirstAnswerToAClientCounts()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    socketio::Acknowledge kept;
    TestServer::runIn(socket, [&] {
        socket->on("question", [&](const socketio::Event &event) {
            kept = event.ack;
            event.ack("first");
            event.ack("second");
        });
    });
    client.send(QStringLiteral("27[\"question\"]"));
    QCOMPARE(client.waitForPacket(QStringLiteral("37")), QStringLiteral("37[\"first\"]"));
    server.finishTurns(); // what the handler has written may be read from here on
    kept("third"); // from another thread, as it happens
    TestServer::runIn(socket, [&] { socket->emit("end"); });
    QVERIFY(!client.waitForPacket(QStringLiteral("2[\"end\"]")).isEmpty());
    QCOMPARE(client.packets.filter(QRegularExpression(QStringLiteral("^3"))).size(), 1);
}

QTEST_GUILESS_MAIN(tst_Acks)
#include "tst_acks.moc"
