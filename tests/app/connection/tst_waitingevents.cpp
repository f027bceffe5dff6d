#include "connection/socket.h"

#include "localserver.h"
#include "quickoptions.h"
#include "rawserver.h"
#include "sharedlist.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using connection::AckOptions;
using connection::AckResult;
using connection::EmitError;
using connection::Emitted;
using connection::Socket;
using connection::WhenOffline;

namespace {

/// Notes the first argument of every event.
LocalServer::Setup notingIn(SharedList &list)
{
    return [&list](socketio::Server &io) {
        io.onConnection([&list](socketio::Socket &peer) {
            peer.onAny([&list](const socketio::Event &event) { list.append(event.arg(0).toVariant().toString()); });
        });
    };
}

} // namespace

class tst_WaitingEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitedIsSentInOrder();
    void whatIsEmittedWhileTheServerIsAwayArrivesLater();
    void onlyWhatMayWaitDoes();
    void theirNumberIsBounded();
    void theirBytesAreBounded();
    void whatWaitsMayBeDiscarded();
    void whatTheNetworkDoesNotTakeWaits();
    void whatOnlyWaitedForTheNetworkEndsWithTheConnection();
};

void tst_WaitingEvents::whatWaitedIsSentInOrder()
{
    SharedList heard;
    LocalServer server(notingIn(heard));
    Socket socket(server.address(), quickOptions());
    QStringList expected;
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(socket.emit(QStringLiteral("n"), {i}), Emitted::Waiting);
        expected << QString::number(i);
    }
    QCOMPARE(socket.waitingCount(), 100);
    connect(&socket, &Socket::connected, this, [&] { socket.emit(QStringLiteral("n"), {QStringLiteral("last")}); });
    expected << QStringLiteral("last");
    socket.open();
    QVERIFY(heard.waitForCount(101));
    QCOMPARE(heard.texts(), expected);
    QCOMPARE(socket.waitingCount(), 0);
}

void tst_WaitingEvents::whatIsEmittedWhileTheServerIsAwayArrivesLater()
{
    SharedList heard;
    LocalServer server(notingIn(heard));
    Socket socket(server.address(), quickOptions());
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    server.stop();
    QVERIFY(QTest::qWaitFor([&] { return !socket.isConnected(); }));
    socket.emit(QStringLiteral("n"), {1});
    socket.emit(QStringLiteral("n"), {2});
    server.start();
    QVERIFY(heard.waitForCount(2));
    QCOMPARE(heard.texts(), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
}

void tst_WaitingEvents::onlyWhatMayWaitDoes()
{
    SharedList heard;
    LocalServer server(notingIn(heard));
    Socket socket(server.address(), quickOptions());
    QCOMPARE(socket.emit(QStringLiteral("n"), {1}, WhenOffline::Fail), Emitted::Dropped);
    QCOMPARE(socket.emit(QStringLiteral("n"), {2}, WhenOffline::Drop), Emitted::Dropped);
    QCOMPARE(socket.emit(QStringLiteral("n"), {3}, WhenOffline::Buffer), Emitted::Waiting);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    QCOMPARE(socket.emit(QStringLiteral("n"), {4}, WhenOffline::Fail), Emitted::Sent);
    QCOMPARE(socket.emit(QStringLiteral("n"), {5}, WhenOffline::Drop), Emitted::Sent);
    QVERIFY(heard.waitForCount(3));
    QCOMPARE(heard.texts(), (QStringList{QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")}));
}

void tst_WaitingEvents::theirNumberIsBounded()
{
    auto options = quickOptions();
    options.buffer.maxEvents = 2;
    Socket socket(connection::ServerAddress{}, options);
    QCOMPARE(socket.emit(QStringLiteral("n")), Emitted::Waiting);
    QCOMPARE(socket.emit(QStringLiteral("n")), Emitted::Waiting);
    QCOMPARE(socket.emit(QStringLiteral("n")), Emitted::Dropped);
    std::optional<AckResult> result;
    socket.emitWithAck(QStringLiteral("n"), {}, {}, this, [&](const AckResult &r) { result = r; });
    QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
    QCOMPARE(result->error(), EmitError::BufferFull);
}

void tst_WaitingEvents::theirBytesAreBounded()
{
    auto options = quickOptions();
    options.buffer.maxBytes = 1000;
    Socket socket(connection::ServerAddress{}, options);
    QCOMPARE(socket.emit(QStringLiteral("n"), {QByteArray(900, 'x')}), Emitted::Waiting);
    QCOMPARE(socket.emit(QStringLiteral("n"), {QByteArray(100, 'x')}), Emitted::Dropped);
    QCOMPARE(socket.emit(QStringLiteral("n")), Emitted::Waiting);
}

void tst_WaitingEvents::whatWaitsMayBeDiscarded()
{
    SharedList heard;
    LocalServer server(notingIn(heard));
    Socket socket(server.address(), quickOptions());
    std::vector<EmitError> errors;
    const auto note = [&](const AckResult &result) { errors.push_back(result.error()); };
    socket.emit(QStringLiteral("n"), {1});
    socket.emitWithAck(QStringLiteral("n"), {2}, {}, this, note);
    socket.emitReliably(QStringLiteral("n"), {3}, this, note);
    QCOMPARE(socket.waitingCount(), 3);
    socket.discardWaiting();
    QCOMPARE(errors, (std::vector{EmitError::Disconnected, EmitError::Disconnected}));
    QCOMPARE(socket.waitingCount(), 0);
    socket.emit(QStringLiteral("n"), {4});
    socket.open();
    QVERIFY(heard.waitForCount(1));
    QCOMPARE(heard.texts(), QStringList{QStringLiteral("4")});
}

void tst_WaitingEvents::whatTheNetworkDoesNotTakeWaits()
{
    QPointer<QTcpSocket> peer;
    RawServer server([&](QTcpSocket &client, const QByteArray &request) {
        peer = &client;
        client.setReadBufferSize(1);
        client.write(RawServer::welcome(request));
    });
    auto options = quickOptions();
    options.messages.maxUnsentBytes = 1;
    options.buffer.maxBytes = 64 * 1024 * 1024;
    Socket socket(server.address(), options);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    Emitted last = Emitted::Sent;
    int count = 0;
    while (last == Emitted::Sent && count < 200) {
        last = socket.emit(QStringLiteral("n"), {QByteArray(900'000, 'x')});
        ++count;
    }
    QCOMPARE(last, Emitted::Waiting);
    QCOMPARE(socket.emit(QStringLiteral("n"), {}, WhenOffline::Drop), Emitted::Dropped);
    QCOMPARE(socket.emit(QStringLiteral("end")), Emitted::Waiting);

    qint64 received = 0;
    connect(peer, &QTcpSocket::readyRead, this, [&] { received += peer->readAll().size(); });
    peer->setReadBufferSize(0);
    received += peer->readAll().size();
    QVERIFY(QTest::qWaitFor([&] { return socket.waitingCount() == 0; }));
    QVERIFY(QTest::qWaitFor([&] { return received > qint64(count) * 900'000; }));
}

void tst_WaitingEvents::whatOnlyWaitedForTheNetworkEndsWithTheConnection()
{
    QPointer<QTcpSocket> peer;
    RawServer server([&](QTcpSocket &client, const QByteArray &request) {
        peer = &client;
        client.setReadBufferSize(1);
        client.write(RawServer::welcome(request));
    });
    auto options = quickOptions();
    options.messages.maxUnsentBytes = 1;
    options.reconnects = false;
    Socket socket(server.address(), options);
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    while (socket.emit(QStringLiteral("n"), {QByteArray(900'000, 'x')}, WhenOffline::Buffer) == Emitted::Sent) {}
    std::optional<AckResult> result;
    socket.emitWithAck(QStringLiteral("n"), {}, AckOptions{1h, WhenOffline::Fail}, this,
                       [&](const AckResult &r) { result = r; });
    QCOMPARE(socket.waitingCount(), 2);
    peer->abort();
    QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
    QCOMPARE(result->error(), EmitError::Disconnected);
    QCOMPARE(socket.waitingCount(), 1);
}

QTEST_GUILESS_MAIN(tst_WaitingEvents)
#include "tst_waitingevents.moc"
