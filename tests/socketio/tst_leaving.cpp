#include "testclient.h"
#include "testserver.h"

using namespace std::chrono_literals;

class tst_Leaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDisconnectingSocketStillSeesItsRooms_data();
    void aDisconnectingSocketStillSeesItsRooms();
    void aSocketThatLeftIsInNoRoom();
    void joiningWhileLeavingLeavesNothingBehind_data();
    void joiningWhileLeavingLeavesNothingBehind();
    void aHandlerAddedWhileDisconnectingIsCalled();
    void anEmptyDynamicNamespaceGoes_data();
    void anEmptyDynamicNamespaceGoes();
};

void tst_Leaving::aDisconnectingSocketStillSeesItsRooms_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("reason");
    QTest::newRow("the connection breaks") << QStringLiteral("cut") << QStringLiteral("transport close");
    QTest::newRow("the client says goodbye")
        << QStringLiteral("goodbye") << QStringLiteral("client namespace disconnect");
    QTest::newRow("the server ends it") << QStringLiteral("server") << QStringLiteral("server namespace disconnect");
}

void tst_Leaving::aDisconnectingSocketStillSeesItsRooms()
{
    QFETCH(QString, how);
    QFETCH(QString, reason);
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    QStringList seen;
    QStringList seenAfterwards;
    QStringList reasons;
    std::atomic<bool> isDone = false;
    TestServer::runIn(socket, [&] {
        socket->join("room");
        socket->onDisconnecting([&, raw = socket.get()](const QString &why) {
            seen = raw->rooms();
            reasons.append(why);
        });
        socket->onDisconnected([&, raw = socket.get()](const QString &why) {
            seenAfterwards = raw->rooms();
            reasons.append(why);
            isDone = true;
        });
    });
    if (how == QStringLiteral("cut"))
        client.cut();
    else if (how == QStringLiteral("goodbye"))
        client.send(QStringLiteral("1"));
    else
        TestServer::runIn(socket, [&] { socket->disconnect(); });
    QVERIFY(QTest::qWaitFor([&] { return isDone.load(); }));
    server.finishTurns();
    QCOMPARE(seen, QStringList({socket->id(), QStringLiteral("room")}));
    QVERIFY(!seenAfterwards.contains(QStringLiteral("room")));
    QCOMPARE(reasons, QStringList({reason, reason}));
}

void tst_Leaving::aSocketThatLeftIsInNoRoom()
{
    TestServer server;
    TestClient stays(server.port());
    QVERIFY(stays.waitForConnect());
    TestClient leaves(server.port());
    QVERIFY(leaves.waitForConnect());
    for (size_t i = 0; i < 2; ++i) {
        const auto socket = server.socket(i);
        TestServer::runIn(socket, [&] { socket->join("room"); });
    }
    leaves.send(QStringLiteral("1"));
    QVERIFY(QTest::qWaitFor([&] { return !server.socket(1)->isConnected(); }));
    server.io->to("room").emit("news");
    QVERIFY(!stays.waitForPacket(QStringLiteral("2[\"news\"]")).isEmpty());
    QVERIFY(leaves.events().isEmpty());
    QVERIFY(!leaves.isClosed()); // only the namespace was left
}

void tst_Leaving::joiningWhileLeavingLeavesNothingBehind_data()
{
    QTest::addColumn<bool>("isDisconnected");
    QTest::newRow("in onDisconnecting") << false;
    QTest::newRow("in onDisconnected") << true;
}

void tst_Leaving::joiningWhileLeavingLeavesNothingBehind()
{
    QFETCH(bool, isDisconnected);
    TestServer server;
    TestClient stays(server.port());
    QVERIFY(stays.waitForConnect());
    auto client = std::make_unique<TestClient>(server.port());
    QVERIFY(client->waitForConnect());
    auto socket = server.socket(1);
    const std::weak_ptr<socketio::Socket> watched = socket;
    TestServer::runIn(socket, [&] {
        const auto join = [raw = socket.get()](const QString &) { raw->join("room"); };
        if (isDisconnected)
            socket->onDisconnected(join);
        else
            socket->onDisconnecting(join);
    });
    client->cut();
    QVERIFY(QTest::qWaitFor([&] { return server.io->sessionCount() == 1; }));
    QStringList rooms;
    TestServer::runIn(socket, [&] { rooms = socket->rooms(); });
    QVERIFY(!rooms.contains(QStringLiteral("room")));
    socket.reset();
    server.forgetSockets();
    QVERIFY(QTest::qWaitFor([&] { return watched.expired(); }));
    server.io->to("room").emit("news"); // would reach into what has been destroyed
    server.io->emit("end");
    QVERIFY(!stays.waitForPacket(QStringLiteral("2[\"end\"]")).isEmpty());
}

void tst_Leaving::aHandlerAddedWhileDisconnectingIsCalled()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    std::atomic<bool> isCalled = false;
    TestServer::runIn(socket, [&] {
        socket->onDisconnecting([&, raw = socket.get()](const QString &) {
            raw->onDisconnected([&](const QString &) { isCalled = true; });
        });
    });
    client.cut();
    QVERIFY(QTest::qWaitFor([&] { return server.io->sessionCount() == 0; }));
    server.finishTurns();
    QVERIFY(isCalled);
}

void tst_Leaving::anEmptyDynamicNamespaceGoes_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("its last socket leaves") << QStringLiteral("leaves");
    QTest::newRow("its only candidate is refused") << QStringLiteral("refused");
    QTest::newRow("its only candidate goes while it is judged") << QStringLiteral("goes");
}

void tst_Leaving::anEmptyDynamicNamespaceGoes()
{
    QFETCH(QString, how);
    socketio::ServerOptions options;
    options.removesEmptyDynamicNamespaces = true;
    TestServer server(options);
    std::atomic<int> candidates = 0;
    std::atomic<int> connected = 0;
    std::atomic<bool> isCalledInTheNewOne = false;
    std::mutex mutex;
    std::vector<socketio::Next> waiting;
    auto &parent = server.io->of([](const QString &name) { return name == QStringLiteral("/d"); });
    parent.use([&](socketio::Socket &, const socketio::Next &next) {
        if (++candidates > 1 || how == QStringLiteral("leaves")) {
            next();
        } else if (how == QStringLiteral("refused")) {
            next.refuse(QStringLiteral("no"));
        } else {
            const std::lock_guard lock(mutex);
            waiting.push_back(next);
        }
    });
    parent.onConnection([&](socketio::Socket &) { ++connected; });
    {
        TestClient first(server.port(), QStringLiteral("0/d,"));
        QVERIFY(QTest::qWaitFor([&] { return candidates == 1; }));
        if (how == QStringLiteral("leaves"))
            QVERIFY(QTest::qWaitFor([&] { return connected == 1; }));
        first.cut();
        QVERIFY(QTest::qWaitFor([&] { return server.io->sessionCount() == 0; }));
    }
    // What is added now holds for namespaces made from now on, so whoever sees it is in a new one.
    parent.onConnection([&](socketio::Socket &) { isCalledInTheNewOne = true; });
    TestClient second(server.port(), QStringLiteral("0/d,"));
    QVERIFY(!second.waitForPacket(QStringLiteral("0/d,{")).isEmpty());
    server.finishTurns();
    QVERIFY2(isCalledInTheNewOne, "the namespace of the first client is still there");
    const std::lock_guard lock(mutex);
    waiting.clear();
}

QTEST_GUILESS_MAIN(tst_Leaving)
#include "tst_leaving.moc"
