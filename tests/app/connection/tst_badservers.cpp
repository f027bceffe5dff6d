#include "connection/socket.h"

#include "quickoptions.h"
#include "rawserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using connection::Loss;
using connection::LossReason;
using connection::Socket;

class tst_BadServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeUnderstoodEndsTheConnection_data();
    void whatCannotBeUnderstoodEndsTheConnection();
    void whatIsNoConfabServerIsSaidToBeNone_data();
    void whatIsNoConfabServerIsSaidToBeNone();
    void aServerThatNeverAnswersTimesOut();
    void aServerThatNeverLetsUsInTimesOut();
    void aSilentServerIsTakenForLost();
    void whateverAServerSendsIsASignOfLife();
    void aHugeMessageIsRefused();
    void aHugeMessageInPiecesIsRefused();
    void aMessageAsLargeAsAllowedIsTaken();
    void pingsAreAnswered();
    void unknownEventsAndAnswersAreIgnored();
};

void tst_BadServers::whatCannotBeUnderstoodEndsTheConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWelcomed");
    const auto row = [](const char *name, const QByteArray &bytes, bool isWelcomed = true) {
        QTest::newRow(name) << bytes << isWelcomed;
    };
    const auto frame = [](const QByteArray &text) { return RawServer::frame(text); };
    row("a frame with reserved bits",
        QByteArray("\xf1\x01"
                   "2",
                   3));
    row("text that is not UTF-8", frame("42[\"\xff\"]"));
    row("an empty packet", frame(""));
    row("an unknown Engine.IO packet", frame("9"));
    row("an unknown Socket.IO packet", frame("49"));
    row("broken JSON", frame("42[\"a\""));
    row("an event without a name", frame("42[{}]"));
    row("a reserved event", frame("42[\"connect\"]"));
    row("an answer without a number", frame("43[]"));
    row("JSON that is nested too deeply", frame("42[\"a\"," + QByteArray(100, '[') + QByteArray(100, ']') + ']'));
    row("an attachment nobody announced", RawServer::frame("bytes", 2));
    row("text instead of an attachment", frame(R"(451-["a",{"_placeholder":true,"num":0}])") + frame("42[\"b\"]"));
    row("far too many attachments", frame("4599999-[\"a\"]"));
    row("a placeholder without attachment", frame(R"(451-["a",{"_placeholder":true,"num":7}])"));
    row("a second handshake", frame(RawServer::openPacket()));
    row("a second welcome", frame(R"(40{"sid":"again"})"));
    row("a refusal after the welcome", frame(R"(44{"message":"no"})"));
    row("a packet before the handshake", frame("42[\"a\"]"), false);
    row("bytes before the handshake", RawServer::frame("bytes", 2), false);
    row("a handshake that is no JSON", frame("0hello"), false);
    row("a handshake without times", frame("0{\"sid\":\"a\"}"), false);
    row("a handshake with absurd times", frame(R"(0{"sid":"a","pingInterval":-5,"pingTimeout":1e18})"), false);
    row("an event before the welcome", frame(RawServer::openPacket()) + frame("42[\"a\"]"), false);
    row("a welcome without a name for us", frame(RawServer::openPacket()) + frame("40"), false);
}

void tst_BadServers::whatCannotBeUnderstoodEndsTheConnection()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isWelcomed);
    RawServer server([&](QTcpSocket &client, const QByteArray &request) {
        client.write((isWelcomed ? RawServer::welcome(request) : RawServer::upgradeAnswer(request)) + bytes);
    });
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    QSignalSpy &ended = isWelcomed ? disconnected : failed;
    socket.open();
    QVERIFY(ended.wait());
    const auto loss = ended.front().front().value<Loss>();
    QCOMPARE(loss.reason, LossReason::ProtocolError);
    QVERIFY(!loss.details.isEmpty());
    QVERIFY2(QTest::qWaitFor([&] { return server.clientCount() >= 3; }), "it tries again and again");
    QCOMPARE(isWelcomed ? failed.size() : disconnected.size(), 0);
}

void tst_BadServers::whatIsNoConfabServerIsSaidToBeNone_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("another web server") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");
    QTest::newRow("a page") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    QTest::newRow("a redirect elsewhere")
        << QByteArray("HTTP/1.1 302 Found\r\nLocation: ws://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("a wrong proof") << QByteArray(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n\r\n");
}

void tst_BadServers::whatIsNoConfabServerIsSaidToBeNone()
{
    QFETCH(QByteArray, answer);
    RawServer server([&](QTcpSocket &client, const QByteArray &) {
        client.write(answer);
        client.disconnectFromHost();
    });
    Socket socket(server.address(), quickOptions());
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    socket.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().front().value<Loss>().reason, LossReason::HandshakeRefused);
    QVERIFY(QTest::qWaitFor([&] { return server.clientCount() >= 2; }));
}

void tst_BadServers::aServerThatNeverAnswersTimesOut()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    auto options = quickOptions();
    options.connectTimeout = 50ms;
    Socket socket(server.address(), options);
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    socket.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().front().value<Loss>().reason, LossReason::ConnectTimedOut);
}

void tst_BadServers::aServerThatNeverLetsUsInTimesOut()
{
    RawServer server([](QTcpSocket &client, const QByteArray &request) {
        client.write(RawServer::upgradeAnswer(request) + RawServer::frame(RawServer::openPacket()));
    });
    auto options = quickOptions();
    options.connectTimeout = 100ms;
    Socket socket(server.address(), options);
    QSignalSpy failed(&socket, &Socket::attemptFailed);
    socket.open();
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().front().value<Loss>().reason, LossReason::ConnectTimedOut);
}

void tst_BadServers::aSilentServerIsTakenForLost()
{
    RawServer server(
        [](QTcpSocket &client, const QByteArray &request) { client.write(RawServer::welcome(request, 30, 20)); });
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    socket.open();
    QVERIFY(disconnected.wait());
    QCOMPARE(disconnected.front().front().value<Loss>().reason, LossReason::HeartbeatMissed);
    QVERIFY(QTest::qWaitFor([&] { return server.clientCount() >= 2; }));
}

void tst_BadServers::whateverAServerSendsIsASignOfLife()
{
    QTimer chatter;
    RawServer server([&](QTcpSocket &client, const QByteArray &request) {
        client.write(RawServer::welcome(request, 400, 400));
        connect(&chatter, &QTimer::timeout, &client, [&client] { client.write(RawServer::frame("42[\"n\"]")); });
        chatter.start(50ms);
    });
    Socket socket(server.address(), quickOptions());
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    int count = 0;
    socket.on(QStringLiteral("n"), this, [&](const connection::Event &) { ++count; });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return count >= 24 || !disconnected.isEmpty(); }, 30'000)); // 1.2 s
    QCOMPARE(disconnected.size(), 0);
    chatter.stop();
    QVERIFY(disconnected.wait());
}

void tst_BadServers::aHugeMessageIsRefused()
{
    RawServer server([](QTcpSocket &client, const QByteArray &request) {
        client.write(RawServer::welcome(request) + RawServer::frame("42[\"" + QByteArray(2000, 'x') + "\"]"));
    });
    auto options = quickOptions();
    options.messages.maxIncomingBytes = 1000;
    Socket socket(server.address(), options);
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    bool isHeard = false;
    socket.onAny(this, [&](const connection::Event &) { isHeard = true; });
    socket.open();
    QVERIFY(disconnected.wait());
    QCOMPARE(disconnected.front().front().value<Loss>().reason, LossReason::MessageTooLarge);
    QVERIFY(!isHeard);
}

void tst_BadServers::aHugeMessageInPiecesIsRefused()
{
    RawServer server([](QTcpSocket &client, const QByteArray &request) {
        QByteArray bytes = RawServer::welcome(request);
        QByteArray piece = RawServer::frame(QByteArray(100, 'x'));
        piece[0] = 0x01; // more follows
        bytes += piece;
        piece[0] = 0x00;
        for (int i = 0; i < 20; ++i)
            bytes += piece;
        client.write(bytes);
    });
    auto options = quickOptions();
    options.messages.maxIncomingBytes = 1000;
    Socket socket(server.address(), options);
    QSignalSpy disconnected(&socket, &Socket::disconnected);
    socket.open();
    QVERIFY(disconnected.wait());
    QCOMPARE(disconnected.front().front().value<Loss>().reason, LossReason::MessageTooLarge);
}

void tst_BadServers::aMessageAsLargeAsAllowedIsTaken()
{
    RawServer server([](QTcpSocket &client, const QByteArray &request) {
        client.write(RawServer::welcome(request) + RawServer::frame("42[\"" + QByteArray(994, 'x') + "\"]"));
    });
    auto options = quickOptions();
    options.messages.maxIncomingBytes = 1000;
    Socket socket(server.address(), options);
    qsizetype size = 0;
    socket.onAny(this, [&](const connection::Event &event) { size = event.name.size(); });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return size > 0; }));
    QCOMPARE(size, 994);
}

void tst_BadServers::pingsAreAnswered()
{
    QByteArray received;
    RawServer server([&](QTcpSocket &client, const QByteArray &request) {
        connect(&client, &QTcpSocket::readyRead, &client, [&] { received += client.readAll(); });
        client.write(RawServer::welcome(request) + RawServer::frame("2"));
    });
    Socket socket(server.address(), quickOptions());
    socket.open();
    // The pong: a masked text frame of one character.
    QVERIFY(QTest::qWaitFor([&] {
        const qsizetype pong = received.indexOf(QByteArray("\x81\x81"));
        return pong >= 0 && received.size() >= pong + 7 && (received[pong + 2] ^ received[pong + 6]) == '3';
    }));
}

void tst_BadServers::unknownEventsAndAnswersAreIgnored()
{
    RawServer server([](QTcpSocket &client, const QByteArray &request) {
        client.write(RawServer::welcome(request) + RawServer::frame("42[\"unheard\"]") + RawServer::frame("4377[]")
                     + RawServer::frame("42/elsewhere,[\"other\"]") + RawServer::frame("6")
                     + RawServer::frame("42[\"end\"]"));
    });
    Socket socket(server.address(), quickOptions());
    bool hasEnded = false;
    socket.on(QStringLiteral("other"), this, [](const connection::Event &) { QFAIL("another namespace"); });
    socket.on(QStringLiteral("end"), this, [&](const connection::Event &) { hasEnded = true; });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return hasEnded; }));
    QVERIFY(socket.isConnected());
}

QTEST_GUILESS_MAIN(tst_BadServers)
#include "tst_badservers.moc"
