#include "testclient.h"
#include "testserver.h"

#include <semaphore>
#include <thread>

using namespace std::chrono_literals;

class tst_Broadcasts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refiningAnOperatorChangesNothingElse();
    void emittingFromTheMainThreadReachesAllWorkers();
    void eachSenderKeepsItsOrderInEveryWorker();
    void aSocketInSeveralRoomsGetsTheEventOnce();
    void aSocketsOwnBroadcastLeavesItOut();
    void fetchingFromTheMainThreadSeesAllWorkers();
    void joiningAndLeavingFromElsewhereTakesEffectInOrder();
};

namespace {

using Clients = std::vector<std::unique_ptr<TestClient>>;

Clients connectClients(TestServer &server, int count)
{
    Clients clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<TestClient>(server.port()));
        if (!clients.back()->waitForConnect())
            return {};
    }
    return clients;
}

/// Has everybody told that it is over, and waits for that; what has come before is all there is.
[[nodiscard]] bool finish(TestServer &server, Clients &clients)
{
    server.io->emit("end");
    for (const auto &client : clients) {
        if (client->waitForPacket(QStringLiteral("2[\"end\"]")).isEmpty())
            return false;
    }
    return true;
}

} // namespace

void tst_Broadcasts::refiningAnOperatorChangesNothingElse()
{
    TestServer server(2);
    Clients clients = connectClients(server, 3);
    QCOMPARE(clients.size(), size_t(3));
    for (size_t i = 0; i < 3; ++i) {
        const auto socket = server.socket(i);
        TestServer::runIn(socket, [&] {
            socket->join("all");
            socket->join(QStringLiteral("room-%1").arg(i));
        });
    }
    const auto all = server.io->to("all");
    const auto narrowed = all.except("room-0");
    const auto furtherNarrowed = narrowed.except("room-1").asVolatile().local().timeout(1ms);
    const auto widened = server.io->to("room-2").to("room-1");
    all.emit("all");
    narrowed.emit("narrowed");
    furtherNarrowed.emit("further");
    widened.emit("widened");
    all.emit("all again");
    QVERIFY(finish(server, clients));
    const auto events = [&](size_t i) { return clients[i]->events().join(u' '); };
    QCOMPARE(events(0), QStringLiteral(R"(2["all"] 2["all again"] 2["end"])"));
    QCOMPARE(events(1), QStringLiteral(R"(2["all"] 2["narrowed"] 2["widened"] 2["all again"] 2["end"])"));
    QCOMPARE(events(2), QStringLiteral(R"(2["all"] 2["narrowed"] 2["further"] 2["widened"] 2["all again"] 2["end"])"));
}

void tst_Broadcasts::emittingFromTheMainThreadReachesAllWorkers()
{
    TestServer server(4);
    Clients clients = connectClients(server, 8);
    QCOMPARE(clients.size(), size_t(8));
    for (size_t i = 0; i < 8; i += 2) { // connections are dealt out in turn: two in each worker
        const auto socket = server.socket(i);
        TestServer::runIn(socket, [&] { socket->join("room"); });
        const auto other = server.socket(i + 1);
        TestServer::runIn(other, [&] { other->join(i == 0 ? "room" : "elsewhere"); });
    }
    for (int n = 0; n < 50; ++n)
        server.io->to("room").emit("news", n);
    QVERIFY(finish(server, clients));
    for (size_t i = 0; i < 8; ++i) {
        const QStringList events = clients[i]->events();
        QCOMPARE(events.size(), i % 2 == 0 || i == 1 ? 51 : 1);
        for (int n = 0; n < events.size() - 1; ++n)
            QCOMPARE(events[n], QStringLiteral("2[\"news\",%1]").arg(n));
    }
}

void tst_Broadcasts::eachSenderKeepsItsOrderInEveryWorker()
{
    constexpr int senders = 3;
    constexpr int perSender = 200;
    socketio::ServerOptions options = TestServer::optionsWith(3);
    options.recovery.isEnabled = true; // then one order holds for all
    TestServer server(options);
    Clients clients = connectClients(server, 3);
    QCOMPARE(clients.size(), size_t(3));
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&, sender] {
            for (int n = 0; n < perSender; ++n)
                server.io->emit("news", sender, n);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const bool hasAll = QTest::qWaitFor([&] {
        return std::all_of(clients.begin(), clients.end(),
                           [](const auto &client) { return client->events().size() == senders * perSender; });
    });
    QVERIFY(hasAll);
    QCOMPARE(clients[0]->events(), clients[1]->events());
    QCOMPARE(clients[0]->events(), clients[2]->events());
    for (int sender = 0; sender < senders; ++sender) {
        const QString start = QStringLiteral("2[\"news\",%1,").arg(sender);
        int next = 0;
        for (const QString &event : clients[0]->events()) {
            if (event.startsWith(start))
                QVERIFY(event.startsWith(start + QString::number(next++) + u','));
        }
        QCOMPARE(next, perSender);
    }
}

void tst_Broadcasts::aSocketInSeveralRoomsGetsTheEventOnce()
{
    TestServer server;
    Clients clients = connectClients(server, 1);
    QCOMPARE(clients.size(), size_t(1));
    const auto socket = server.socket(0);
    TestServer::runIn(socket, [&] {
        socket->join("a");
        socket->join("b");
        socket->join("a");
    });
    server.io->main().to(QStringList{QStringLiteral("a"), QStringLiteral("b"), socket->id()}).emit("once");
    QVERIFY(finish(server, clients));
    QCOMPARE(clients[0]->events().size(), 2);
}

void tst_Broadcasts::aSocketsOwnBroadcastLeavesItOut()
{
    TestServer server(2);
    Clients clients = connectClients(server, 2);
    QCOMPARE(clients.size(), size_t(2));
    for (size_t i = 0; i < 2; ++i) {
        const auto socket = server.socket(i);
        TestServer::runIn(socket, [&] { socket->join("room"); });
    }
    const auto sender = server.socket(0);
    TestServer::runIn(sender, [&] {
        sender->to("room").emit("others");
        sender->broadcast().emit("everybody else");
    });
    QVERIFY(!clients[1]->waitForPacket(QStringLiteral("2[\"everybody else\"]")).isEmpty());
    QVERIFY(finish(server, clients));
    QCOMPARE(clients[0]->events().size(), 1);
    QCOMPARE(clients[1]->events().size(), 3);
}

void tst_Broadcasts::fetchingFromTheMainThreadSeesAllWorkers()
{
    TestServer server(3);
    Clients clients = connectClients(server, 6);
    QCOMPARE(clients.size(), size_t(6));
    QStringList expected;
    for (size_t i = 0; i < 6; ++i)
        expected.append(server.socket(i)->id());
    std::counting_semaphore<> done(0);
    QStringList ids;
    server.io->main().everyone().fetchSockets([&](const std::vector<socketio::RemoteSocket> &sockets) {
        for (const auto &socket : sockets)
            ids.append(socket.id);
        done.release();
    });
    QVERIFY(done.try_acquire_for(5s));
    ids.sort();
    expected.sort();
    QCOMPARE(ids, expected);
}

void tst_Broadcasts::joiningAndLeavingFromElsewhereTakesEffectInOrder()
{
    TestServer server(2);
    Clients clients = connectClients(server, 2);
    QCOMPARE(clients.size(), size_t(2));
    const QStringList room{QStringLiteral("room")};
    server.io->to("room").emit("before");
    server.io->main().everyone().socketsJoin(room);
    server.io->to("room").emit("within");
    server.io->main().everyone().socketsLeave(room);
    server.io->to("room").emit("after");
    QVERIFY(finish(server, clients));
    for (const auto &client : clients)
        QCOMPARE(client->events(), QStringList({QStringLiteral("2[\"within\"]"), QStringLiteral("2[\"end\"]")}));
}

QTEST_GUILESS_MAIN(tst_Broadcasts)
#include "tst_broadcasts.moc"
