#include "testclient.h"
#include "testserver.h"

#include <thread>

using socketio::Next;
using socketio::Socket;

/// Middlewares that decide over connections.
class tst_Middlewares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mayAnswerFromAnotherThread();
    void areAskedOneAfterTheOther();
    void callingNextTwiceConnectsOnce();
    void mayAnswerAfterTheClientHasGone();
    void aSocketRefusedAfterJoiningARoomIsInNone();
    void aSocketThatGoesAfterJoiningARoomIsInNone();
    void aSocketThatIsNotYetAcceptedGetsNoBroadcasts();

private:
    using SocketPointer = TestServer::SocketPointer;
};

void tst_Middlewares::mayAnswerFromAnotherThread()
{
    TestServer server(4);
    std::mutex mutex;
    std::vector<std::thread> threads;
    server.io->use([&](Socket &, const Next &next) {
        const std::lock_guard lock(mutex);
        threads.emplace_back([next] { next(); });
    });
    server.io->use([&](Socket &socket, const Next &next) {
        const bool isRefused = socket.auth()[QStringLiteral("refuse")].toBool();
        const std::lock_guard lock(mutex);
        threads.emplace_back([next, isRefused] {
            if (isRefused)
                next.refuse(QStringLiteral("no"), QCborMap{{QStringLiteral("code"), 7}});
            else
                next();
        });
    });
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<TestClient>(
            server.port(), i % 2 == 0 ? QStringLiteral("0") : QStringLiteral(R"(0{"refuse":true})")));
    }
    for (size_t i = 0; i < clients.size(); ++i) {
        if (i % 2 == 0)
            QVERIFY(clients[i]->waitForConnect());
        else
            QCOMPARE(clients[i]->waitForPacket(QStringLiteral("4")),
                     QStringLiteral(R"(4{"message":"no","data":{"code":7}})"));
    }
    const std::lock_guard lock(mutex);
    QCOMPARE(threads.size(), size_t(40));
    for (std::thread &thread : threads)
        thread.join();
}

void tst_Middlewares::areAskedOneAfterTheOther()
{
    TestServer server;
    QStringList order;
    std::vector<Next> waiting;
    server.io->use([&](Socket &, const Next &next) {
        order.append(QStringLiteral("first"));
        waiting.push_back(next);
    });
    server.io->use([&](Socket &, const Next &next) {
        order.append(QStringLiteral("second"));
        next();
    });
    server.io->onConnection([&](Socket &) { order.append(QStringLiteral("connected")); });
    TestClient client(server.port());
    const auto askedInWorker = [&] {
        QStringList copy;
        server.io->workers().at(0).run([&] { copy = order; });
        return copy.join(u' ');
    };
    QVERIFY(QTest::qWaitFor([&] { return askedInWorker() == QStringLiteral("first"); }));
    QVERIFY(client.packets.isEmpty());
    server.io->workers().at(0).run([&] { waiting.front()(); });
    QVERIFY(client.waitForConnect());
    QCOMPARE(askedInWorker(), QStringLiteral("first second connected"));
}

void tst_Middlewares::callingNextTwiceConnectsOnce()
{
    TestServer server;
    std::atomic<int> connections = 0;
    server.io->use([](Socket &, const Next &next) {
        next();
        next();
        next.refuse(QStringLiteral("too late"));
    });
    server.io->onConnection([&](Socket &) { ++connections; });
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    server.io->emit("end");
    QVERIFY(!client.waitForPacket(QStringLiteral("2[\"end\"]")).isEmpty());
    QCOMPARE(connections.load(), 1);
    QCOMPARE(client.packets.size(), 2);
}

void tst_Middlewares::mayAnswerAfterTheClientHasGone()
{
    TestServer server;
    std::mutex mutex;
    std::vector<Next> waiting;
    const auto waitingCount = [&] {
        const std::lock_guard lock(mutex);
        return waiting.size();
    };
    std::atomic<int> connections = 0;
    server.io->use([&](Socket &, const Next &next) {
        const std::lock_guard lock(mutex);
        waiting.push_back(next);
    });
    server.io->onConnection([&](Socket &) { ++connections; });
    {
        TestClient one(server.port());
        TestClient other(server.port());
        QVERIFY(QTest::qWaitFor([&] { return waitingCount() == 2; }));
        one.cut();
        other.cut();
    }
    QVERIFY(QTest::qWaitFor([&] { return server.io->sessionCount() == 0; }));
    waiting[0]();
    waiting[1].refuse(QStringLiteral("no"));
    server.finishTurns();
    QCOMPARE(connections.load(), 0);
}

void tst_Middlewares::aSocketRefusedAfterJoiningARoomIsInNone()
{
    TestServer server;
    std::mutex mutex;
    SocketPointer refused;
    server.io->use([&](Socket &socket, const Next &next) {
        const std::lock_guard lock(mutex);
        socket.join("room");
        refused = socket.shared_from_this();
        next.refuse(QStringLiteral("no"));
    });
    TestClient client(server.port());
    QVERIFY(!client.waitForPacket(QStringLiteral("4{")).isEmpty());
    QStringList rooms;
    server.io->workers().at(0).run([&] { rooms = refused->rooms(); });
    QVERIFY(!rooms.contains(QStringLiteral("room")));
    const std::weak_ptr<Socket> watched = refused;
    refused.reset();
    QVERIFY(QTest::qWaitFor([&] { return watched.expired(); }));
    server.io->to("room").emit("news"); // would reach into what has been destroyed
    server.finishTurns();
    QVERIFY(client.events().isEmpty());
}

void tst_Middlewares::aSocketThatGoesAfterJoiningARoomIsInNone()
{
    TestServer server;
    std::mutex mutex;
    std::vector<Next> waiting;
    SocketPointer gone;
    server.io->use([&](Socket &socket, const Next &next) {
        const std::lock_guard lock(mutex);
        socket.join("room");
        gone = socket.shared_from_this();
        waiting.push_back(next);
    });
    {
        TestClient client(server.port());
        QVERIFY(QTest::qWaitFor([&] {
            const std::lock_guard lock(mutex);
            return !waiting.empty();
        }));
        client.cut();
    }
    QVERIFY(QTest::qWaitFor([&] { return server.io->sessionCount() == 0; }));
    QStringList rooms;
    server.io->workers().at(0).run([&] { rooms = gone->rooms(); });
    QVERIFY(!rooms.contains(QStringLiteral("room")));
    const std::weak_ptr<Socket> watched = gone;
    gone.reset();
    waiting.clear();
    QVERIFY(QTest::qWaitFor([&] { return watched.expired(); }));
    server.io->to("room").emit("news");
    server.finishTurns();
}

void tst_Middlewares::aSocketThatIsNotYetAcceptedGetsNoBroadcasts()
{
    TestServer server;
    std::mutex mutex;
    std::vector<Next> waiting;
    server.io->use([&](Socket &socket, const Next &next) {
        const std::lock_guard lock(mutex);
        socket.join("room");
        waiting.push_back(next);
    });
    TestClient client(server.port());
    QVERIFY(QTest::qWaitFor([&] {
        const std::lock_guard lock(mutex);
        return !waiting.empty();
    }));
    server.io->to("room").emit("secret");
    server.finishTurns();
    waiting.front()();
    QVERIFY(client.waitForConnect());
    server.io->to("room").emit("news");
    QVERIFY(!client.waitForPacket(QStringLiteral("2[\"news\"]")).isEmpty());
    QCOMPARE(client.events(), QStringList{QStringLiteral("2[\"news\"]")});
}

QTEST_GUILESS_MAIN(tst_Middlewares)
#include "tst_middlewares.moc"
