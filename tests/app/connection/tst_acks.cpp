#include "connection/socket.h"

#include "localserver.h"
#include "quickoptions.h"

#include <QTest>

#include <optional>

using namespace std::chrono_literals;
using connection::AckOptions;
using connection::AckResult;
using connection::EmitError;
using connection::Socket;
using connection::WhenOffline;

namespace {

/// Answers `question` with its argument, never answers `riddle`, and cuts the connection on `insult`.
void answer(socketio::Server &io)
{
    io.onConnection([](socketio::Socket &peer) {
        peer.on("question", [](const socketio::Event &event) { event.ack.send(event.args); });
        peer.on("insult", [raw = &peer](const socketio::Event &) { raw->drop(); });
    });
}

} // namespace

class tst_Acks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComes();
    void answersFindTheirQuestions();
    void aQuestionWithoutAnswerTimesOut();
    void aQuestionThatCannotEvenBeSentTimesOut();
    void aQuestionThatTimedOutIsNotSentLater();
    void aLostConnectionEndsTheWaiting();
    void withoutAConnectionItMayFailAtOnce();
    void theCallbackDiesWithItsContext();
    void aCallbackMayAskAgain();
};

void tst_Acks::theAnswerComes()
{
    LocalServer server(answer);
    Socket socket(server.address(), quickOptions());
    std::optional<AckResult> result;
    socket.open();
    socket.emitWithAck(QStringLiteral("question"), {42, QByteArray("bytes")}, {}, this,
                       [&](const AckResult &r) { result = r; });
    QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
    QVERIFY(*result);
    QCOMPARE(result->value(), (QCborArray{42, QByteArray("bytes")}));
}

void tst_Acks::answersFindTheirQuestions()
{
    LocalServer server([](socketio::Server &io) {
        io.onConnection([](socketio::Socket &peer) {
            const auto kept = std::make_shared<std::vector<socketio::Event>>();
            peer.on("question", [kept](const socketio::Event &event) {
                kept->push_back(event);
                if (kept->size() < 3)
                    return;
                for (auto it = kept->rbegin(); it != kept->rend(); ++it) // the last first
                    it->ack.send(it->args);
            });
        });
    });
    Socket socket(server.address(), quickOptions());
    QStringList answers;
    socket.open();
    for (int i = 1; i <= 3; ++i) {
        socket.emitWithAck(QStringLiteral("question"), {i}, {}, this, [&answers, i](const AckResult &result) {
            answers << QStringLiteral("%1=%2").arg(i).arg(result ? result->at(0).toInteger() : -1);
        });
    }
    QVERIFY(QTest::qWaitFor([&] { return answers.size() == 3; }));
    QCOMPARE(answers, (QStringList{QStringLiteral("3=3"), QStringLiteral("2=2"), QStringLiteral("1=1")}));
}

void tst_Acks::aQuestionWithoutAnswerTimesOut()
{
    LocalServer server(answer);
    Socket socket(server.address(), quickOptions());
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    QStringList outcomes;
    socket.emitWithAck(QStringLiteral("riddle"), {}, AckOptions{1h, {}}, this,
                       [&](const AckResult &) { outcomes << QStringLiteral("too early"); });
    socket.emitWithAck(QStringLiteral("riddle"), {}, AckOptions{30ms, {}}, this, [&](const AckResult &result) {
        QVERIFY(!result);
        QCOMPARE(result.error(), EmitError::Timeout);
        outcomes << QStringLiteral("timeout");
    });
    QVERIFY(QTest::qWaitFor([&] { return !outcomes.isEmpty(); }));
    QCOMPARE(outcomes, QStringList{QStringLiteral("timeout")});
    QVERIFY(socket.isConnected());
}

void tst_Acks::aQuestionThatCannotEvenBeSentTimesOut()
{
    Socket socket(connection::ServerAddress{}, quickOptions()); // never opened
    std::optional<AckResult> result;
    socket.emitWithAck(QStringLiteral("question"), {}, AckOptions{10ms, {}}, this,
                       [&](const AckResult &r) { result = r; });
    QCOMPARE(socket.waitingCount(), 1);
    QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
    QCOMPARE(result->error(), EmitError::Timeout);
    QCOMPARE(socket.waitingCount(), 0);
}

void tst_Acks::aQuestionThatTimedOutIsNotSentLater()
{
    LocalServer server([](socketio::Server &io) {
        io.onConnection([](socketio::Socket &peer) {
            peer.on("ask", [raw = &peer](const socketio::Event &event) { raw->emitArray("asked", event.args); });
        });
    });
    Socket socket(server.address(), quickOptions());
    QCborArray asked;
    socket.on(QStringLiteral("asked"), this, [&](const connection::Event &event) { asked.append(event.arg(0)); });
    bool isOver = false;
    socket.emitWithAck(QStringLiteral("ask"), {1}, AckOptions{1ms, {}}, this,
                       [&](const AckResult &) { isOver = true; });
    socket.emit(QStringLiteral("ask"), {2});
    QVERIFY(QTest::qWaitFor([&] { return isOver; }));
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return !asked.isEmpty(); }));
    QCOMPARE(asked, QCborArray{2});
}

void tst_Acks::aLostConnectionEndsTheWaiting()
{
    LocalServer server(answer);
    Socket socket(server.address(), quickOptions());
    socket.open();
    QVERIFY(QTest::qWaitFor([&] { return socket.isConnected(); }));
    std::vector<EmitError> errors;
    for (const auto timeout : {1h, 0h}) {
        socket.emitWithAck(QStringLiteral("riddle"), {}, AckOptions{timeout, {}}, this,
                           [&](const AckResult &result) { errors.push_back(result.error()); });
    }
    socket.emit(QStringLiteral("insult"));
    QVERIFY(QTest::qWaitFor([&] { return errors.size() == 2; }));
    QCOMPARE(errors, (std::vector{EmitError::Disconnected, EmitError::Disconnected}));
}

void tst_Acks::withoutAConnectionItMayFailAtOnce()
{
    Socket socket(connection::ServerAddress{}, quickOptions());
    std::optional<AckResult> result;
    socket.emitWithAck(QStringLiteral("question"), {}, AckOptions{1h, WhenOffline::Fail}, this,
                       [&](const AckResult &r) { result = r; });
    QVERIFY2(!result, "never from within the call itself");
    QVERIFY(QTest::qWaitFor([&] { return result.has_value(); }));
    QCOMPARE(result->error(), EmitError::Disconnected);
    QCOMPARE(socket.waitingCount(), 0);
}

void tst_Acks::theCallbackDiesWithItsContext()
{
    LocalServer server(answer);
    Socket socket(server.address(), quickOptions());
    auto context = std::make_unique<QObject>();
    bool isCalled = false;
    bool isOver = false;
    socket.open();
    socket.emitWithAck(QStringLiteral("question"), {}, {}, context.get(), [&](const AckResult &) { isCalled = true; });
    socket.emitWithAck(QStringLiteral("question"), {}, {}, this, [&](const AckResult &) { isOver = true; });
    context.reset();
    QVERIFY(QTest::qWaitFor([&] { return isOver; }));
    QVERIFY(!isCalled);
}

void tst_Acks::aCallbackMayAskAgain()
{
    LocalServer server(answer);
    Socket socket(server.address(), quickOptions());
    int answers = 0;
    const connection::AckCallback again = [&](const AckResult &result) {
        QVERIFY(result);
        if (++answers < 5)
            socket.emitWithAck(QStringLiteral("question"), {}, {}, this, again);
    };
    socket.open();
    socket.emitWithAck(QStringLiteral("question"), {}, {}, this, again);
    QVERIFY(QTest::qWaitFor([&] { return answers == 5; }));
}

QTEST_GUILESS_MAIN(tst_Acks)
#include "tst_acks.moc"
