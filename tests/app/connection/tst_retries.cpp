#include "connection/socket.h"

#include "localserver.h"
#include "quickoptions.h"
#include "sharedlist.h"

#include <QTest>

#include <set>

using namespace std::chrono_literals;
using connection::AckResult;
using connection::EmitError;
using connection::Socket;

namespace {

/// Stores each message once, by its nonce, and does with each request what @p behave says: it gets how often this
/// nonce has come.
class Store final
{
public:
    using Behave = std::function<void(socketio::Socket &peer, const socketio::Event &event, int times)>;

    explicit Store(Behave behave) : m_behave(std::move(behave)) {}

    [[nodiscard]] LocalServer::Setup setup()
    {
        return [this](socketio::Server &io) {
            io.onConnection([this](socketio::Socket &peer) {
                peer.on("send", [this, raw = &peer](const socketio::Event &event) { take(*raw, event); });
            });
        };
    }
    [[nodiscard]] QStringList requests() const { return m_requests.texts(); }
    [[nodiscard]] QStringList stored() const { return m_stored.texts(); }

private:
    void take(socketio::Socket &peer, const socketio::Event &event)
    {
        const QString nonce = event.arg(0).toString();
        if (!requests().contains(nonce))
            m_stored.append(nonce);
        m_requests.append(nonce);
        m_behave(peer, event, int(requests().count(nonce)));
    }

    const Behave m_behave;
    SharedList m_requests;
    SharedList m_stored;
};

} // namespace

class tst_Retries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsSentAfterTheOther();
    void anUnansweredOneIsSentAgain();
    void oneWhoseAnswerIsLostWithTheConnectionIsStoredOnce();
    void theOrderSurvivesARestartOfTheServer();
    void afterTheLastTryItFailsAndTheNextHasItsTurn();
    void theQueueIsBounded();
};

void tst_Retries::oneIsSentAfterTheOther()
{
    std::atomic<int> unanswered = 0;
    std::atomic<int> most = 0;
    std::mutex mutex;
    std::vector<socketio::Acknowledge> acks;
    Store store([&](socketio::Socket &, const socketio::Event &event, int) {
        most = std::max<int>(most, ++unanswered);
        const std::lock_guard lock(mutex);
        acks.push_back(event.ack);
    });
    LocalServer server(store.setup());
    Socket socket(server.address(), quickOptions());
    QStringList done;
    for (const QString &nonce : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        socket.emitReliably(QStringLiteral("send"), {nonce}, this, [&, nonce](const AckResult &) { done << nonce; });
    socket.open();
    QVERIFY(QTest::qWaitFor([&] {
        const std::lock_guard lock(mutex);
        for (const auto &ack : std::exchange(acks, {})) {
            --unanswered;
            ack();
        }
        return done.size() == 3;
    }));
    QCOMPARE(store.requests(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(done, store.requests());
    QCOMPARE(most.load(), 1);
}

void tst_Retries::anUnansweredOneIsSentAgain()
{
    Store store([](socketio::Socket &, const socketio::Event &event, int times) {
        if (times == 3)
            event.ack("stored");
    });
    LocalServer server(store.setup());
    auto options = quickOptions();
    options.retry.ackTimeout = 20ms;
    Socket socket(server.address(), options);
    int calls = 0;
    socket.open();
    socket.emitReliably(QStringLiteral("send"), {QStringLiteral("a")}, this, [&](const AckResult &result) {
        QVERIFY(result);
        QCOMPARE(result->at(0).toString(), QStringLiteral("stored"));
        ++calls;
    });
    QVERIFY(QTest::qWaitFor([&] { return calls > 0; }));
    QCOMPARE(store.requests().size(), 3);
    QCOMPARE(store.stored(), QStringList{QStringLiteral("a")});
    QCOMPARE(calls, 1);
    QCOMPARE(socket.waitingCount(), 0);
}

void tst_Retries::oneWhoseAnswerIsLostWithTheConnectionIsStoredOnce()
{
    Store store([](socketio::Socket &peer, const socketio::Event &event, int times) {
        if (times == 1)
            peer.drop(); // stored, but the client does not learn of it
        else
            event.ack();
    });
    LocalServer server(store.setup());
    Socket socket(server.address(), quickOptions());
    QStringList done;
    socket.open();
    for (const QString &nonce : {QStringLiteral("a"), QStringLiteral("b")}) {
        socket.emitReliably(QStringLiteral("send"), {nonce}, this, [&, nonce](const AckResult &result) {
            QVERIFY(result);
            done << nonce;
        });
    }
    QVERIFY(QTest::qWaitFor([&] { return done.size() == 2; }));
    QCOMPARE(store.requests(),
             (QStringList{QStringLiteral("a"), QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("b")}));
    QCOMPARE(store.stored(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

void tst_Retries::theOrderSurvivesARestartOfTheServer()
{
    Store store([](socketio::Socket &, const socketio::Event &event, int) { event.ack(); });
    LocalServer server(store.setup());
    Socket socket(server.address(), quickOptions());
    QStringList done;
    QStringList expected;
    const auto send = [&](int number) {
        expected << QString::number(number);
        socket.emitReliably(QStringLiteral("send"), {QString::number(number)}, this,
                            [&, number](const AckResult &result) {
                                QVERIFY(result);
                                done << QString::number(number);
                            });
    };
    socket.open();
    for (int i = 0; i < 50; ++i)
        send(i);
    QVERIFY(QTest::qWaitFor([&] { return done.size() >= 10; }));
    server.stop();
    for (int i = 50; i < 60; ++i)
        send(i);
    server.start();
    QVERIFY(QTest::qWaitFor([&] { return done.size() == 60; }));
    QCOMPARE(done, expected);
    QCOMPARE(store.stored(), expected);
}

void tst_Retries::afterTheLastTryItFailsAndTheNextHasItsTurn()
{
    Store store([](socketio::Socket &, const socketio::Event &event, int) {
        if (event.arg(0).toString() == QStringLiteral("good"))
            event.ack();
    });
    LocalServer server(store.setup());
    auto options = quickOptions();
    options.retry.ackTimeout = 10ms;
    options.retry.maxRetries = 2;
    Socket socket(server.address(), options);
    QStringList outcomes;
    socket.open();
    socket.emitReliably(QStringLiteral("send"), {QStringLiteral("bad")}, this, [&](const AckResult &result) {
        QVERIFY(!result);
        QCOMPARE(result.error(), EmitError::Timeout);
        outcomes << QStringLiteral("bad");
    });
    socket.emitReliably(QStringLiteral("send"), {QStringLiteral("good")}, this, [&](const AckResult &result) {
        outcomes << (result ? QStringLiteral("good") : QStringLiteral("slow"));
    });
    QVERIFY(QTest::qWaitFor([&] { return outcomes.size() == 2; }));
    QCOMPARE(outcomes.front(), QStringLiteral("bad"));
    QCOMPARE(store.requests().count(QStringLiteral("bad")), 3);
}

void tst_Retries::theQueueIsBounded()
{
    auto options = quickOptions();
    options.buffer.maxEvents = 1;
    Socket socket(connection::ServerAddress{}, options);
    std::optional<AckResult> first;
    std::optional<AckResult> second;
    socket.emitReliably(QStringLiteral("send"), {}, this, [&](const AckResult &result) { first = result; });
    socket.emitReliably(QStringLiteral("send"), {}, this, [&](const AckResult &result) { second = result; });
    QVERIFY(QTest::qWaitFor([&] { return second.has_value(); }));
    QCOMPARE(second->error(), EmitError::BufferFull);
    QVERIFY(!first);
}

QTEST_GUILESS_MAIN(tst_Retries)
#include "tst_retries.moc"
