#include "connection/socket.h"

#include "localserver.h"
#include "quickoptions.h"
#include "rawserver.h"
#include "sharedlist.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using connection::ConnectError;
using connection::Loss;
using connection::LossReason;
using connection::Socket;
using connection::State;

class tst_Joining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerLetsTheClientIn();
    void theServerLearnsWhoItIs();
    void aRefusalComesWithItsMessageAndData();
    void anotherAnswerToWhoWeAreMayBeGivenAfterARefusal();
    void aRefusedClientMayBeToldToComeBackLater();
    void closingIsToldToTheServer();
    void destroyingASocketIsToldToTheServer();
    void closingWhileConnectingEndsTheAttempt();
};

void tst_Joining::aServerLetsTheClientIn()
{
    LocalServer server;
    Socket socket(server.address(), quickOptions());
    QSignalSpy states(&socket, &Socket::stateChanged);
    QSignalSpy connected(&socket, &Socket::connected);
    QCOMPARE(socket.state(), State::Disconnected);
    socket.open();
    QCOMPARE(socket.state(), State::Connecting);
    QVERIFY(connected.wait());
    QCOMPARE(socket.state(), State::Connected);
    QVERIFY(!socket.id().isEmpty());
    QCOMPARE(socket.attemptCount(), 0);
    QCOMPARE(states.size(), 2);
    socket.open();
    QCOMPARE(server.io().sessionCount(), 1);
}

void tst_Joining::theServerLearnsWhoItIs()
{
    SharedList names;
    LocalServer server([&](socketio::Server &io) {
        io.use([&](socketio::Socket &peer, const socketio::Next &next) {
            names.append(peer.auth().toMap()[QStringLiteral("name")].toString());
            next();
        });
    });
    Socket socket(server.address(), quickOptions());
    socket.setAuth({{QStringLiteral("name"), QStringLiteral("Zoë")}});
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    QCOMPARE(names.texts(), QStringList{QStringLiteral("Zoë")});
}

namespace {

/// A server that lets nobody in but Ann.
void letOnlyAnnIn(socketio::Server &io)
{
    io.use([](socketio::Socket &peer, const socketio::Next &next) {
        if (peer.auth().toMap()[QStringLiteral("name")] == QStringLiteral("Ann"))
            next();
        else
            next.refuse(QStringLiteral("No"), QCborMap{{QStringLiteral("code"), QStringLiteral("bad_name")}});
    });
}

} // namespace

void tst_Joining::aRefusalComesWithItsMessageAndData()
{
    LocalServer server(letOnlyAnnIn);
    Socket socket(server.address(), quickOptions());
    QSignalSpy refused(&socket, &Socket::refused);
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    QSignalSpy states(&socket, &Socket::stateChanged);
    socket.open();
    QVERIFY(refused.wait());
    const auto error = refused.front().front().value<ConnectError>();
    QCOMPARE(error.message, QStringLiteral("No"));
    QCOMPARE(error.data.toMap()[QStringLiteral("code")].toString(), QStringLiteral("bad_name"));
    QCOMPARE(socket.state(), State::Disconnected);
    QVERIFY(QTest::qWaitFor([&] { return server.io().sessionCount() == 0; }));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(states.size(), 2); // it does not try again
}

void tst_Joining::anotherAnswerToWhoWeAreMayBeGivenAfterARefusal()
{
    LocalServer server(letOnlyAnnIn);
    Socket socket(server.address(), quickOptions());
    connect(&socket, &Socket::refused, this, [&] {
        socket.setAuth({{QStringLiteral("name"), QStringLiteral("Ann")}});
        socket.open();
    });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
}

void tst_Joining::aRefusedClientMayBeToldToComeBackLater()
{
    LocalServer server(letOnlyAnnIn);
    Socket socket(server.address(), quickOptions());
    QSignalSpy refused(&socket, &Socket::refused);
    connect(&socket, &Socket::refused, this, [&] { socket.retryIn(1ms); });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return refused.size() >= 3; }));
}

void tst_Joining::closingIsToldToTheServer()
{
    SharedList reasons;
    LocalServer server([&](socketio::Server &io) {
        io.onConnection([&](socketio::Socket &peer) {
            peer.onDisconnected([&](const QString &reason) { reasons.append(reason); });
        });
    });
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    socket.close();
    QCOMPARE(socket.state(), State::Disconnected);
    QCOMPARE(disconnected.size(), 1);
    QCOMPARE(disconnected.front().front().value<Loss>().reason, LossReason::ClosedHere);
    QVERIFY(reasons.waitForCount(1));
    QCOMPARE(reasons.texts(), QStringList{QStringLiteral("client namespace disconnect")});
    QVERIFY(QTest::qWaitFor([&] { return server.io().sessionCount() == 0; }));
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
}

void tst_Joining::destroyingASocketIsToldToTheServer()
{
    SharedList reasons;
    LocalServer server([&](socketio::Server &io) {
        io.onConnection([&](socketio::Socket &peer) {
            peer.onDisconnected([&](const QString &reason) { reasons.append(reason); });
        });
    });
    auto socket = std::make_unique<Socket>(server.address(), quickOptions());
    socket->open();
    QVERIFY(QTest::qWaitFor([&] { return socket->isConnected(); }));
    socket.reset();
    QVERIFY(reasons.waitForCount(1));
    QCOMPARE(reasons.texts(), QStringList{QStringLiteral("client namespace disconnect")});
}

void tst_Joining::closingWhileConnectingEndsTheAttempt()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {}); // answers nobody
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return server.clientCount() == 1; }));
    socket.close();
    QCOMPARE(socket.state(), State::Disconnected);
    QCOMPARE(disconnected.size() + failed.size(), 0);
}

QTEST_GUILESS_MAIN(tst_Joining)
#include "tst_joining.moc"
