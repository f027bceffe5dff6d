#include "connection/socket.h"

#include "localserver.h"
#include "quickoptions.h"
#include "sharedlist.h"

#include "protocol/socketio/jsonwriter.h"

#include <QTest>

using connection::Event;
using connection::Socket;

namespace {

/// A server that sends every event back, and answers with its arguments.
void echo(socketio::Server &io)
{
    io.onConnection([](socketio::Socket &peer) {
        peer.onAny([raw = &peer](const socketio::Event &event) {
            event.ack.send(event.args);
            raw->emitArray(event.name, event.args);
        });
    });
}

QString toText(const Event &event)
{
    QByteArray json;
    protocol::socketio::appendJson(json, event.args);
    return event.name + QString::fromUtf8(json);
}

} // namespace

class tst_Events : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsArriveAsTheyWere();
    void binaryDataTravelsBothWays();
    void handlersAreCalledByName();
    void aHandlerForAllComesFirst();
    void handlersEndWithTheirContext();
    void handlersMayBeRemovedWhileOneRuns();
    void theServerGetsItsAnswerOnce();
    void aNumberMayBeAName();
    void eventsTooLargeForTheServerAreNotSent();
    void largeEventsInOtherAlphabetsArrive();
};

void tst_Events::argumentsArriveAsTheyWere()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    QCborArray received;
    socket.on(QStringLiteral("any"), this, [&](const Event &event) { received = event.args; });
    const QCborArray sent{1,
                          -2.5,
                          true,
                          QCborValue(nullptr),
                          QStringLiteral("Grüße \u2603 \U0001F600 \"\\\n"),
                          QCborMap{{QStringLiteral("a"), QCborArray{1, 2}}}};
    socket.open();
    socket.emit(QStringLiteral("any"), sent);
    QVERIFY(QTest::qWaitFor([&] { return !received.isEmpty(); }));
    QCOMPARE(received, sent);
}

void tst_Events::binaryDataTravelsBothWays()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    QCborArray received;
    socket.on(QStringLiteral("file"), this, [&](const Event &event) { received = event.args; });
    const QCborArray sent{QByteArray("\0\xff\x80", 3), QCborMap{{QStringLiteral("b"), QByteArray(100'000, 'x')}}, 7};
    socket.open();
    socket.emit(QStringLiteral("file"), sent);
    QVERIFY(QTest::qWaitFor([&] { return !received.isEmpty(); }));
    QCOMPARE(received, sent);
}

void tst_Events::handlersAreCalledByName()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    QStringList heard;
    socket.on(QStringLiteral("a"), this, [&](const Event &event) { heard << QStringLiteral("1:") + toText(event); });
    socket.on(QStringLiteral("a"), this, [&](const Event &event) { heard << QStringLiteral("2:") + toText(event); });
    socket.on(QStringLiteral("c"), this, [&](const Event &event) { heard << QStringLiteral("3:") + toText(event); });
    socket.open();
    socket.emit(QStringLiteral("a"), {1});
    socket.emit(QStringLiteral("b"), {2});
    socket.emit(QStringLiteral("c"));
    QVERIFY(QTest::qWaitFor([&] { return heard.size() == 3; }));
    QCOMPARE(heard, (QStringList{QStringLiteral("1:a[1]"), QStringLiteral("2:a[1]"), QStringLiteral("3:c[]")}));
}

void tst_Events::aHandlerForAllComesFirst()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    QStringList heard;
    socket.on(QStringLiteral("a"), this, [&](const Event &event) { heard << QStringLiteral("by name ") + event.name; });
    socket.onAny(this, [&](const Event &event) { heard << QStringLiteral("any ") + event.name; });
    socket.open();
    socket.emit(QStringLiteral("a"));
    socket.emit(QStringLiteral("b"));
    QVERIFY(QTest::qWaitFor([&] { return heard.size() == 3; }));
    QCOMPARE(heard, (QStringList{QStringLiteral("any a"), QStringLiteral("by name a"), QStringLiteral("any b")}));
}

void tst_Events::handlersEndWithTheirContext()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    QStringList heard;
    auto context = std::make_unique<QObject>();
    socket.on(QStringLiteral("a"), context.get(), [&](const Event &) { heard << QStringLiteral("gone"); });
    socket.on(QStringLiteral("a"), this, [&](const Event &) { heard << QStringLiteral("here"); });
    socket.open();
    context.reset();
    socket.emit(QStringLiteral("a"));
    QVERIFY(QTest::qWaitFor([&] { return !heard.isEmpty(); }));
    QCOMPARE(heard, QStringList{QStringLiteral("here")});
}

void tst_Events::handlersMayBeRemovedWhileOneRuns()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    QStringList heard;
    QObject other;
    socket.on(QStringLiteral("a"), this, [&](const Event &) {
        heard << QStringLiteral("first");
        socket.off(&other);
        socket.on(QStringLiteral("b"), this, [&](const Event &) { heard << QStringLiteral("added"); });
    });
    socket.on(QStringLiteral("a"), &other, [&](const Event &) { heard << QStringLiteral("removed"); });
    socket.open();
    socket.emit(QStringLiteral("a"));
    socket.emit(QStringLiteral("b"));
    QVERIFY(QTest::qWaitFor([&] { return heard.size() == 2; }));
    QCOMPARE(heard, (QStringList{QStringLiteral("first"), QStringLiteral("added")}));
}

void tst_Events::theServerGetsItsAnswerOnce()
{
    SharedList answers;
    LocalServer server([&](socketio::Server &io) {
        io.onConnection([&](socketio::Socket &peer) {
            peer.emitWithAck(
                std::chrono::seconds(0),
                [&](const socketio::AckResult &result) {
                    answers.append(result ? result->at(0).toString() : QStringLiteral("error"));
                },
                "question");
            peer.on("end", [&](const socketio::Event &) { answers.append(QStringLiteral("end")); });
        });
    });
    Socket socket(server.address(), quickOptions());
    socket.on(QStringLiteral("question"), this, [&](const Event &event) {
        QVERIFY(event.ack);
        event.ack({QStringLiteral("first")});
        event.ack({QStringLiteral("second")});
        socket.emit(QStringLiteral("end"));
    });
    socket.open();
    QVERIFY(answers.waitForCount(2));
    QCOMPARE(answers.texts(), (QStringList{QStringLiteral("first"), QStringLiteral("end")}));
}

void tst_Events::aNumberMayBeAName()
{
    LocalServer server([](socketio::Server &io) { io.onConnection([](socketio::Socket &peer) { peer.emit("7"); }); });
    Socket socket(server.address(), quickOptions());
    QStringList heard;
    socket.on(QStringLiteral("7"), this, [&](const Event &event) { heard << event.name; });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return !heard.isEmpty(); }));
}

void tst_Events::eventsTooLargeForTheServerAreNotSent()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    const qint64 limit = server.io().options().engine.maxPayloadBytes;
    const QString text(limit, u'x');
    QCOMPARE(socket.emit(QStringLiteral("a"), {text}), connection::Emitted::Dropped);
    QStringList heard;
    socket.onAny(this, [&](const Event &event) { heard << event.name; });
    const qint64 overhead = qint64(qstrlen("42[\"b\",\"\"]"));
    QCOMPARE(socket.emit(QStringLiteral("b"), {text.chopped(overhead)}), connection::Emitted::Sent);
    QVERIFY(QTest::qWaitFor([&] { return !heard.isEmpty(); }));
    QCOMPARE(heard, QStringList{QStringLiteral("b")});
}

void tst_Events::largeEventsInOtherAlphabetsArrive()
{
    LocalServer server(echo);
    Socket socket(server.address(), quickOptions());
    QString received;
    socket.on(QStringLiteral("a"), this, [&](const Event &event) { received = event.arg(0).toString(); });
    const QString sent = u'x' + QString(300'000, QChar(0x2603)); // 900,000 bytes
    socket.open();
    socket.emit(QStringLiteral("a"), {sent});
    QVERIFY(QTest::qWaitFor([&] { return !received.isEmpty(); }));
    QCOMPARE(received, sent);
}

QTEST_GUILESS_MAIN(tst_Events)
#include "tst_events.moc"
