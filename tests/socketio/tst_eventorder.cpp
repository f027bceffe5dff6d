#include "testclient.h"
#include "testserver.h"

#include <thread>

using socketio::Event;
using socketio::Hold;
using socketio::Next;

class tst_EventOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHoldKeepsTheOrder();
    void theWaitEndsWithTheLastCopyOfAHold();
    void aHoldThatEndsInAnotherThreadLetsTheRestThrough();
    void theGoodbyeOfTheClientWaitsForItsEvents();
    void callingNextTwiceCountsOnce();
    void refusingAfterNextDoesNothing();
    void aMiddlewareMayAnswerFromAnotherThread();
    void theHandlersOfAnEventAreChosenBeforeTheFirstRuns();

private:
    /// Collects, in the socket's worker, the first argument of each event `say`.
    static std::shared_ptr<QStringList> record(const TestServer::SocketPointer &socket);
    static QStringList recorded(const TestServer::SocketPointer &socket, const std::shared_ptr<QStringList> &list);
};

std::shared_ptr<QStringList> tst_EventOrder::record(const TestServer::SocketPointer &socket)
{
    auto list = std::make_shared<QStringList>();
    TestServer::runIn(
        socket, [&] { socket->on("say", [list](const Event &event) { list->append(event.arg(0).toString()); }); });
    return list;
}

QStringList tst_EventOrder::recorded(const TestServer::SocketPointer &socket, const std::shared_ptr<QStringList> &list)
{
    QStringList copy;
    TestServer::runIn(socket, [&] { copy = *list; });
    return copy;
}

void tst_EventOrder::aHoldKeepsTheOrder()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    const auto said = record(socket);
    std::vector<Hold> holds;
    bool hasHeld = false;
    TestServer::runIn(socket, [&] {
        socket->on("hold", [&, raw = socket.get()](const Event &) {
            holds.push_back(raw->hold());
            hasHeld = true;
        });
        socket->on("seen", [](const Event &event) { event.ack(); });
    });
    client.send(QStringLiteral(R"(2["say","before"])"));
    client.send(QStringLiteral(R"(2["hold"])"));
    for (int i = 0; i < 5; ++i)
        client.send(QStringLiteral(R"(2["say","%1"])").arg(i));
    QVERIFY(QTest::qWaitFor([&] {
        bool value = false;
        TestServer::runIn(socket, [&] { value = hasHeld; });
        return value;
    }));
    client.send(QStringLiteral(R"(21["seen"])"));
    TestServer::runIn(socket, [&] { socket->emit("mark"); });
    QVERIFY(!client.waitForPacket(QStringLiteral("2[\"mark\"]")).isEmpty());
    QCOMPARE(recorded(socket, said), QStringList{QStringLiteral("before")});
    QVERIFY(client.packets.filter(QStringLiteral("31[")).isEmpty());
    TestServer::runIn(socket, [&] { holds.clear(); });
    QVERIFY(!client.waitForPacket(QStringLiteral("31[")).isEmpty());
    QCOMPARE(recorded(socket, said).join(u' '), QStringLiteral("before 0 1 2 3 4"));
}

void tst_EventOrder::theWaitEndsWithTheLastCopyOfAHold()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    const auto said = record(socket);
    std::vector<Hold> copies;
    TestServer::runIn(socket, [&] {
        const Hold hold = socket->hold();
        copies = {hold, hold, hold, socket->hold()};
    });
    client.send(QStringLiteral(R"(2["say","at last"])"));
    while (!copies.empty()) {
        TestServer::runIn(socket, [&] { socket->emit("mark", int(copies.size())); });
        QVERIFY(!client.waitForPacket(QStringLiteral("2[\"mark\",%1]").arg(copies.size())).isEmpty());
        QVERIFY(recorded(socket, said).isEmpty());
        copies.pop_back();
    }
    QVERIFY(QTest::qWaitFor([&] { return recorded(socket, said) == QStringList{QStringLiteral("at last")}; }));
}

void tst_EventOrder::aHoldThatEndsInAnotherThreadLetsTheRestThrough()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    const auto said = record(socket);
    for (int round = 0; round < 50; ++round) {
        std::vector<Hold> holds;
        TestServer::runIn(socket, [&] { holds.push_back(socket->hold()); });
        client.send(QStringLiteral(R"(2["say","%1"])").arg(round));
        std::thread([&] { holds.clear(); }).join();
    }
    QVERIFY(QTest::qWaitFor([&] { return recorded(socket, said).size() == 50; }));
    const QStringList all = recorded(socket, said);
    for (int round = 0; round < 50; ++round)
        QCOMPARE(all[round], QString::number(round));
}

void tst_EventOrder::theGoodbyeOfTheClientWaitsForItsEvents()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    auto order = std::make_shared<QStringList>();
    std::vector<Hold> holds;
    TestServer::runIn(socket, [&] {
        holds.push_back(socket->hold());
        socket->on("say", [order](const Event &event) { order->append(event.arg(0).toString()); });
        socket->onDisconnected([order](const QString &reason) { order->append(reason); });
    });
    client.send(QStringLiteral(R"(2["say","last words"])"));
    client.send(QStringLiteral("1"));
    TestServer::runIn(socket, [&] { socket->emit("mark"); });
    QVERIFY(!client.waitForPacket(QStringLiteral("2[\"mark\"]")).isEmpty());
    holds.clear();
    QVERIFY(QTest::qWaitFor([&] { return recorded(socket, order).size() == 2; }));
    QCOMPARE(recorded(socket, order).join(u'|'), QStringLiteral("last words|client namespace disconnect"));
}

void tst_EventOrder::callingNextTwiceCountsOnce()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    const auto said = record(socket);
    TestServer::runIn(socket, [&] {
        socket->use([](const Event &, const Next &next) {
            const Next copy = next;
            next();
            copy();
            next();
        });
        socket->on("end", [](const Event &event) { event.ack(); });
    });
    client.send(QStringLiteral(R"(2["say","a"])"));
    client.send(QStringLiteral(R"(2["say","b"])"));
    client.send(QStringLiteral(R"(20["end"])"));
    QVERIFY(!client.waitForPacket(QStringLiteral("30[]")).isEmpty());
    QCOMPARE(recorded(socket, said).join(u' '), QStringLiteral("a b"));
}

void tst_EventOrder::refusingAfterNextDoesNothing()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    const auto said = record(socket);
    int refusals = 0;
    TestServer::runIn(socket, [&] {
        socket->use([](const Event &event, const Next &next) {
            if (event.arg(0).toString() == QStringLiteral("forbidden")) {
                next.refuse(QStringLiteral("no"));
                next();
            } else {
                next();
                next.refuse(QStringLiteral("too late"));
            }
        });
        socket->onRefused([&](const Event &, const socketio::Refusal &) { ++refusals; });
        socket->on("end", [](const Event &event) { event.ack(); });
    });
    for (const char *word : {"a", "forbidden", "b"})
        client.send(QStringLiteral(R"(2["say","%1"])").arg(QLatin1String(word)));
    client.send(QStringLiteral(R"(20["end"])"));
    QVERIFY(!client.waitForPacket(QStringLiteral("30[]")).isEmpty());
    QCOMPARE(recorded(socket, said).join(u' '), QStringLiteral("a b"));
    QCOMPARE(refusals, 1);
}

void tst_EventOrder::aMiddlewareMayAnswerFromAnotherThread()
{
    TestServer server(2);
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    const auto socket = server.socket(0);
    const auto said = record(socket);
    std::vector<std::thread> threads;
    TestServer::runIn(socket, [&] {
        for (int stage = 0; stage < 2; ++stage) {
            socket->use([&](const Event &, const Next &next) { threads.emplace_back([next] { next(); }); });
        }
        socket->on("end", [](const Event &event) { event.ack(); });
    });
    QStringList expected;
    for (int i = 0; i < 30; ++i) {
        expected.append(QString::number(i));
        client.send(QStringLiteral(R"(2["say","%1"])").arg(i));
    }
    client.send(QStringLiteral(R"(20["end"])"));
    QVERIFY(!client.waitForPacket(QStringLiteral("30[]")).isEmpty());
    QCOMPARE(recorded(socket, said), expected);
    TestServer::runIn(socket, [&] {
        for (std::thread &thread : threads)
            thread.join();
    });
}

void tst_EventOrder::theHandlersOfAnEventAreChosenBeforeTheFirstRuns()
{
    TestServer server;
    TestClient client(server.port());
    QVERIFY(client.waitForConnect());
    auto socket = server.socket(0);
    auto calls = std::make_shared<QStringList>();
    TestServer::runIn(socket, [&] {
        socket->on("leave", [calls, raw = socket.get()](const Event &) {
            calls->append(QStringLiteral("first"));
            raw->off("leave");
            raw->on("leave", [calls](const Event &) { calls->append(QStringLiteral("new")); });
            raw->disconnect();
            raw->emit("into the void");
        });
        socket->on("leave", [calls](const Event &) { calls->append(QStringLiteral("second")); });
    });
    socket.reset();
    server.forgetSockets(); // from here on the handlers end the last reference
    client.send(QStringLiteral(R"(2["leave"])"));
    QCOMPARE(client.waitForPacket(QStringLiteral("1")), QStringLiteral("1"));
    server.finishTurns();
    QCOMPARE(*calls, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    QVERIFY(client.events().isEmpty());
}

QTEST_GUILESS_MAIN(tst_EventOrder)
#include "tst_eventorder.moc"
