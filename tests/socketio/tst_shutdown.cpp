#include "testclient.h"
#include "testserver.h"

#include <thread>

using namespace std::chrono_literals;
using socketio::Event;
using socketio::Next;
using socketio::Socket;

class tst_Shutdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingEndsOpenSessions();
    void nobodyConnectsAfterClosing();
    void destroyingTheServerFailsPendingAcks();
    void whatIsOnItsWayWhenTheServerIsDestroyedArrives();
    void holdsAndEventMiddlewaresMayOutliveTheServer();
    void aConnectMiddlewareMayAnswerAfterTheServerHasGone();
    void acknowledgementsMayOutliveTheServer();
    void theServerMayBeDestroyedWhileEverybodyTalks();
};

void tst_Shutdown::closingEndsOpenSessions()
{
    TestServer server(3);
    std::vector<std::unique_ptr<TestClient>> clients;
    std::mutex mutex;
    QStringList reasons;
    server.io->onConnection([&](Socket &socket) {
        socket.onDisconnected([&](const QString &reason) {
            const std::lock_guard lock(mutex);
            reasons.append(reason);
        });
    });
    for (int i = 0; i < 9; ++i)
        clients.push_back(std::make_unique<TestClient>(server.port()));
    for (const auto &client : clients)
        QVERIFY(client->waitForConnect());
    QCOMPARE(server.io->sessionCount(), 9);
    server.io->close();
    QCOMPARE(server.io->sessionCount(), 0);
    QCOMPARE(reasons, QStringList(9, QStringLiteral("server shutting down")));
    for (const auto &client : clients)
        QVERIFY(client->waitForClose());
    server.io->close(); // again is nothing
}

void tst_Shutdown::nobodyConnectsAfterClosing()
{
    TestServer server;
    server.io->close();
    TestClient client(server.port());
    QVERIFY(client.waitForClose());
    QVERIFY(client.packets.isEmpty());
}

void tst_Shutdown::destroyingTheServerFailsPendingAcks()
{
    auto server = std::make_unique<TestServer>(2);
    TestClient client(server->port());
    QVERIFY(client.waitForConnect());
    std::atomic<int> failed = 0;
    std::atomic<int> missing = 0;
    auto socket = server->socket(0);
    TestServer::runIn(socket, [&] {
        for (int i = 0; i < 10; ++i) {
            socket->emitWithAck(
                1h, [&](const socketio::AckResult &result) { failed += result ? 0 : 1; }, "question");
        }
    });
    server->io->main().everyone().timeout(1h).emitWithAck(
        [&](const socketio::BroadcastAcks &acks) { missing = int(acks.missing.size()); }, "question");
    socket.reset();
    server.reset();
    QCOMPARE(failed.load(), 10);
    QCOMPARE(missing.load(), 1);
}

void tst_Shutdown::whatIsOnItsWayWhenTheServerIsDestroyedArrives()
{
    auto server = std::make_unique<TestServer>(3);
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 6; ++i)
        clients.push_back(std::make_unique<TestClient>(server->port()));
    for (const auto &client : clients)
        QVERIFY(client->waitForConnect());
    server->io->emit("last words", QString(100'000, u'x'));
    server.reset();
    for (const auto &client : clients) {
        QVERIFY(client->waitForClose());
        QCOMPARE(client->events().size(), 1);
    }
}

void tst_Shutdown::holdsAndEventMiddlewaresMayOutliveTheServer()
{
    auto server = std::make_unique<TestServer>(2);
    TestClient client(server->port());
    QVERIFY(client.waitForConnect());
    std::vector<socketio::Hold> holds;
    std::vector<Next> waiting;
    std::atomic<int> handled = 0;
    std::atomic<bool> isWaiting = false;
    auto socket = server->socket(0);
    TestServer::runIn(socket, [&] {
        socket->use([&](const Event &, const Next &next) {
            waiting.push_back(next);
            isWaiting = true;
        });
        socket->on("say", [&](const Event &) { ++handled; });
    });
    client.send(QStringLiteral(R"(2["say"])"));
    client.send(QStringLiteral(R"(2["say"])"));
    QVERIFY(QTest::qWaitFor([&] { return isWaiting.load(); }));
    TestServer::runIn(socket, [&] { holds.push_back(socket->hold()); });
    socket.reset();
    server.reset();
    waiting.front()();
    waiting.clear();
    holds.clear();
    QCOMPARE(handled.load(), 0);
}

void tst_Shutdown::aConnectMiddlewareMayAnswerAfterTheServerHasGone()
{
    auto server = std::make_unique<TestServer>(2);
    std::mutex mutex;
    std::vector<Next> waiting;
    std::atomic<int> connections = 0;
    server->io->use([&](Socket &, const Next &next) {
        const std::lock_guard lock(mutex);
        waiting.push_back(next);
    });
    server->io->onConnection([&](Socket &) { ++connections; });
    TestClient one(server->port());
    TestClient other(server->port());
    QVERIFY(QTest::qWaitFor([&] {
        const std::lock_guard lock(mutex);
        return waiting.size() == 2;
    }));
    server.reset();
    waiting[0]();
    waiting[1].refuse(QStringLiteral("no"));
    waiting.clear();
    QCOMPARE(connections.load(), 0);
}

void tst_Shutdown::acknowledgementsMayOutliveTheServer()
{
    auto server = std::make_unique<TestServer>();
    TestClient client(server->port());
    QVERIFY(client.waitForConnect());
    socketio::Acknowledge ack;
    std::atomic<bool> isAsked = false;
    auto socket = server->socket(0);
    TestServer::runIn(socket, [&] {
        socket->on("question", [&](const Event &event) {
            ack = event.ack;
            isAsked = true;
        });
    });
    client.send(QStringLiteral(R"(21["question"])"));
    QVERIFY(QTest::qWaitFor([&] { return isAsked.load(); }));
    socket.reset();
    server.reset();
    ack("too late");
    QVERIFY(client.waitForClose());
    QVERIFY(client.packets.filter(QStringLiteral("31")).isEmpty());
}

void tst_Shutdown::theServerMayBeDestroyedWhileEverybodyTalks()
{
    for (int round = 0; round < 5; ++round) {
        auto server = std::make_unique<TestServer>(3);
        server->io->onConnection([](Socket &socket) {
            socket.join("room");
            socket.on("say", [raw = &socket](const Event &event) {
                raw->to("room").emit("said", event.arg(0));
                raw->emitWithAck(
                    1h, [](const socketio::AckResult &) {}, "really?");
                event.ack();
            });
        });
        std::vector<std::unique_ptr<TestClient>> clients;
        for (int i = 0; i < 6; ++i)
            clients.push_back(std::make_unique<TestClient>(server->port()));
        for (const auto &client : clients)
            QVERIFY(client->waitForConnect());
        for (int n = 0; n < 20; ++n) {
            for (const auto &client : clients)
                client->send(QStringLiteral(R"(2%1["say","%1"])").arg(n));
        }
        QVERIFY(!clients[0]->waitForPacket(QStringLiteral("2[\"said\"")).isEmpty());
        server.reset();
        for (const auto &client : clients)
            QVERIFY(client->waitForClose());
    }
}

QTEST_GUILESS_MAIN(tst_Shutdown)
#include "tst_shutdown.moc"
