#include "connection/socket.h"

#include "localserver.h"
#include "quickoptions.h"
#include "sharedlist.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace std::chrono_literals;
using connection::Loss;
using connection::LossReason;
using connection::Socket;
using connection::State;

namespace {

/// An address on this machine where nobody listens.
connection::ServerAddress deadAddress()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("No free port");
    return *connection::ServerAddress::parse(QStringLiteral("127.0.0.1:%1").arg(server.serverPort()));
}

} // namespace

class tst_Reconnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRestartedServerIsFoundAgain();
    void itTriesAndTriesWhenNobodyAnswers();
    void anUnknownHostCountsAsUnreachable();
    void theNextAttemptIsAnnounced();
    void aHintMovesTheNextAttempt();
    void aHintGivenWhileConnectedCountsWhenTheConnectionIsLost();
    void reconnectingNowDoesNotWait();
    void closingEndsTheAttempts();
    void whoIsSentAwayStaysAway();
    void whoIsSentAwayWithAHintComesBack();
    void withoutReconnectionItStaysDisconnected();
    void whoWeAreMayChangeBetweenAttempts();
    void aServerThatTakesAndDropsIsNotHammered();
};

void tst_Reconnecting::aRestartedServerIsFoundAgain()
{
    LocalServer server;
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    QSignalSpy connected(&socket, &Socket::connected);
    socket.open();
    QVERIFY(connected.wait());
    for (int round = 1; round <= 2; ++round) {
        const QString id = socket.id();
        server.stop();
        QVERIFY(QTest::qWaitFor([&] { return disconnected.size() == round; }));
        QCOMPARE(disconnected.back().front().value<Loss>().reason, LossReason::ClosedByServer);
        QVERIFY(socket.id().isEmpty());
        server.start();
        QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
        QVERIFY(socket.id() != id);
    }
}

void tst_Reconnecting::itTriesAndTriesWhenNobodyAnswers()
{
    Socket socket(deadAddress(), quickOptions());
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return failed.size() >= 3; }));
    QVERIFY(socket.attemptCount() >= 3);
    const auto loss = failed.front().front().value<Loss>();
    QCOMPARE(loss.reason, LossReason::Unreachable);
    QVERIFY(!loss.details.isEmpty());
    QCOMPARE(disconnected.size(), 0);
}

void tst_Reconnecting::anUnknownHostCountsAsUnreachable()
{
    Socket socket(*connection::ServerAddress::parse(u"nobody.invalid"), quickOptions());
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    socket.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().front().value<Loss>().reason, LossReason::Unreachable);
}

void tst_Reconnecting::theNextAttemptIsAnnounced()
{
    auto options = quickOptions();
    options.backoff.initial = 1h;
    options.backoff.max = 1h;
    Socket socket(deadAddress(), options);
    QSignalSpy scheduled(&socket, &Socket::reconnectScheduled);
    socket.open();
    QVERIFY(!socket.nextAttemptAt());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(scheduled.wait());
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(socket.state(), State::Waiting);
    const qint64 at = scheduled.front().front().toLongLong();
    const qint64 hourMs = std::chrono::milliseconds(1h).count();
    QVERIFY(at >= before + hourMs && at <= after + hourMs);
    QCOMPARE(socket.nextAttemptAt(), std::optional(at));
}

void tst_Reconnecting::aHintMovesTheNextAttempt()
{
    auto options = quickOptions();
    options.backoff.initial = 1h;
    options.backoff.max = 1h;
    Socket socket(deadAddress(), options);
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    QSignalSpy scheduled(&socket, &Socket::reconnectScheduled);
    socket.open();
    QVERIFY(failed.wait());
    socket.retryIn(1ms);
    QCOMPARE(scheduled.size(), 2);
    QVERIFY(failed.wait());
    QCOMPARE(failed.size(), 2);
}

void tst_Reconnecting::aHintGivenWhileConnectedCountsWhenTheConnectionIsLost()
{
    LocalServer server;
    Socket socket(server.address(), quickOptions());
    QSignalSpy scheduled(&socket, &Socket::reconnectScheduled);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    socket.retryIn(1h);
    QVERIFY(socket.isConnected());
    server.stop();
    QVERIFY(QTest::qWaitFor([&] { return socket.state() == State::Waiting; }));
    QVERIFY(*socket.nextAttemptAt() > QDateTime::currentMSecsSinceEpoch() + std::chrono::milliseconds(50min).count());
    QCOMPARE(scheduled.size(), 1);
}

void tst_Reconnecting::reconnectingNowDoesNotWait()
{
    auto options = quickOptions();
    options.backoff.initial = 1h;
    options.backoff.max = 1h;
    LocalServer server;
    Socket socket(server.address(), options);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    server.stop();
    QVERIFY(QTest::qWaitFor([&] { return socket.state() == State::Waiting; }));
    server.start();
    socket.reconnectNow();
    QCOMPARE(socket.state(), State::Connecting);
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
}

void tst_Reconnecting::closingEndsTheAttempts()
{
    Socket socket(deadAddress(), quickOptions());
    QSignalSpy states(&socket, &Socket::stateChanged);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.state() == State::Waiting; }));
    socket.close();
    QCOMPARE(socket.state(), State::Disconnected);
    QVERIFY(!socket.nextAttemptAt());
    const auto count = states.size();
    Socket witness(deadAddress(), quickOptions());
    QSignalSpy failed(&witness, &Socket::attemptFailed);
    witness.open();
    QVERIFY(QTest::qWaitFor([&] { return failed.size() == 3; })); // it would have tried as well
    QCOMPARE(states.size(), count);
}

namespace {

/// Sends everybody away at once.
void sendAway(socketio::Server &io)
{
    io.onConnection([](socketio::Socket &peer) { peer.disconnect(); });
}

} // namespace

void tst_Reconnecting::whoIsSentAwayStaysAway()
{
    LocalServer server(sendAway);
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    socket.open();
    QVERIFY(disconnected.wait());
    QCOMPARE(disconnected.front().front().value<Loss>().reason, LossReason::SentAway);
    QCOMPARE(socket.state(), State::Disconnected);
}

void tst_Reconnecting::whoIsSentAwayWithAHintComesBack()
{
    LocalServer server(sendAway);
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    connect(&socket, &Socket::connected, this, [&] { socket.retryIn(1ms); });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return disconnected.size() >= 3; }));
}

void tst_Reconnecting::withoutReconnectionItStaysDisconnected()
{
    auto options = quickOptions();
    options.reconnects = false;
    Socket socket(deadAddress(), options);
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    socket.open();
    QVERIFY(failed.wait());
    QCOMPARE(socket.state(), State::Disconnected);
}

void tst_Reconnecting::whoWeAreMayChangeBetweenAttempts()
{
    SharedList tokens;
    LocalServer server([&](socketio::Server &io) {
        io.onConnection([&](socketio::Socket &peer) {
            tokens.append(peer.auth().toMap()[QStringLiteral("token")].toString());
            peer.on("cut", [raw = &peer](const socketio::Event &) { raw->drop(); });
        });
    });
    Socket socket(server.address(), quickOptions());
    int round = 0;
    connect(&socket, &Socket::connected, this, [&] {
        socket.setAuth({{QStringLiteral("token"), QStringLiteral("t%1").arg(++round)}});
        socket.emit(QStringLiteral("cut"));
    });
    socket.open();
    QVERIFY(tokens.waitForCount(3));
    QCOMPARE(tokens.texts().first(3), (QStringList{QString(), QStringLiteral("t1"), QStringLiteral("t2")}));
}

void tst_Reconnecting::aServerThatTakesAndDropsIsNotHammered()
{
    LocalServer server([](socketio::Server &io) {
        io.onConnection(
            [](socketio::Socket &peer) { peer.on("cut", [raw = &peer](const socketio::Event &) { raw->drop(); }); });
    });
    auto options = quickOptions();
    options.backoff.initial = 10ms;
    options.backoff.max = 1h;
    options.backoff.factor = 1000;
    Socket socket(server.address(), options);
    QSignalSpy connected(&socket, &Socket::connected);
    connect(&socket, &Socket::connected, this, [&] { socket.emit(QStringLiteral("cut")); });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.nextAttemptAt() > QDateTime::currentMSecsSinceEpoch() + 5000; }));
    QCOMPARE(connected.size(), 2);
}

QTEST_GUILESS_MAIN(tst_Reconnecting)
#include "tst_reconnecting.moc"
