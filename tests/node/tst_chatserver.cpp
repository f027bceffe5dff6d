#include "node/chatserver.h"

#include "testclient.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <thread>

using namespace node;

/// The server inside another program, as one that hosts a chat runs it.
class tst_ChatServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itStartsAndStopsManyTimesWithoutLeavingAnythingBehind();
    void whoIsConnectedIsToldThatItCloses();
    void whatWasSaidIsThereAfterTheNextStart();
    void afterAFailureItMayBeTriedAgain();
    void twoServersInOneProgramDoNotShareAFolder();
    void itNeedsNoEventLoopOfItsOwner();
    void destroyingItStopsIt();
    void stoppingWhatDoesNotRunIsNothing();

private:
    ServerConfig config() const
    {
        ServerConfig config;
        config.dataFolder = m_folder->filePath(QStringLiteral("data"));
        config.addresses = {QHostAddress(QHostAddress::LocalHost)};
        config.port = 0;
        config.sockets.workers = 2;
        return config;
    }
    static quint16 portOf(const ChatServer &server) { return server.endpoints().constFirst().port; }
    static qsizetype countIn(const char *folder)
    {
        return QDir(QString::fromLatin1(folder))
            .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
            .size();
    }
    static QString connectPacket(const QString &name) { return QStringLiteral(R"(0{"name":"%1"})").arg(name); }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void tst_ChatServer::itStartsAndStopsManyTimesWithoutLeavingAnythingBehind()
{
    ChatServer server(config());
    qsizetype threads = 0;
    qsizetype descriptors = 0;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(server.start());
        QVERIFY(server.isRunning());
        QVERIFY(server.health() == Health::State::Ok);
        TestClient client(portOf(server), connectPacket(QStringLiteral("Guest %1").arg(i)));
        QVERIFY(!client.waitForPacket(QStringLiteral("2[\"welcome\"")).isEmpty());
        server.stop();
        QVERIFY(!server.isRunning());
        QVERIFY(client.waitForClose());
        if (i == 2) { // by then everything that is made once has been made
            threads = countIn("/proc/self/task");
            descriptors = countIn("/proc/self/fd");
        }
    }
    QVERIFY(QTest::qWaitFor([&] { return countIn("/proc/self/task") <= threads; }));
    QVERIFY(QTest::qWaitFor([&] { return countIn("/proc/self/fd") <= descriptors; }));
}

void tst_ChatServer::whoIsConnectedIsToldThatItCloses()
{
    ChatServer server(config());
    QVERIFY(server.start());
    TestClient client(portOf(server), connectPacket(QStringLiteral("Ann")));
    QVERIFY(!client.waitForPacket(QStringLiteral("2[\"welcome\"")).isEmpty());
    server.stop();
    const QString closing = client.waitForPacket(QStringLiteral("2[\"server:closing\""));
    QVERIFY2(closing.contains(QLatin1String("\"retryAfterMs\":2000")), qPrintable(closing));
    QVERIFY(client.waitForClose());
}

void tst_ChatServer::whatWasSaidIsThereAfterTheNextStart()
{
    ChatServer server(config());
    QVERIFY(server.start());
    {
        TestClient client(portOf(server), connectPacket(QStringLiteral("Ann")));
        QVERIFY(client.waitForConnect());
        client.send(QStringLiteral(R"(21["message:send",{"room":"general","nonce":"n","text":"remember me"}])"));
        QVERIFY(client.waitForPacket(QStringLiteral("31[")).contains(QLatin1String("\"ok\":true")));
    }
    server.stop();
    QVERIFY(server.start());
    TestClient client(portOf(server), connectPacket(QStringLiteral("Bob")));
    QVERIFY(client.waitForConnect());
    client.send(QStringLiteral(R"(21["history:get",{"room":"general"}])"));
    QVERIFY(client.waitForPacket(QStringLiteral("31[")).contains(QLatin1String("remember me")));
}

void tst_ChatServer::afterAFailureItMayBeTriedAgain()
{
    ChatServer first(config());
    QVERIFY(first.start());
    ServerConfig taken = config();
    taken.dataFolder = m_folder->filePath(QStringLiteral("other"));
    taken.port = portOf(first);
    ChatServer second(taken);
    for (int i = 0; i < 2; ++i) {
        const auto refused = second.start();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::CannotListen);
        QVERIFY(refused.error().message.contains(QString::number(taken.port)));
        QVERIFY(!second.isRunning());
        QVERIFY(second.endpoints().isEmpty());
    }
    first.stop();
    QVERIFY(second.start());
}

void tst_ChatServer::twoServersInOneProgramDoNotShareAFolder()
{
    ChatServer first(config());
    QVERIFY(first.start());
    ChatServer second(config());
    const auto refused = second.start();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreUnusable);
    QVERIFY(refused.error().message.contains(config().dataFolder));
    first.stop();
    QVERIFY(second.start());
}

void tst_ChatServer::itNeedsNoEventLoopOfItsOwner()
{
    quint16 port = 0;
    std::atomic<bool> mayEnd = false;
    std::atomic<bool> hasEnded = false;
    std::promise<void> started;
    std::thread owner([&] {
        ChatServer server(config());
        if (server.start())
            port = portOf(server);
        started.set_value();
        mayEnd.wait(false);
        server.stop();
        hasEnded = true;
    });
    started.get_future().wait();
    TestClient client(port, connectPacket(QStringLiteral("Ann")));
    const bool isWelcome = !client.waitForPacket(QStringLiteral("2[\"welcome\"")).isEmpty();
    mayEnd = true;
    mayEnd.notify_all();
    owner.join();
    QVERIFY(isWelcome);
    QVERIFY(hasEnded);
    QVERIFY(client.waitForClose());
}

void tst_ChatServer::destroyingItStopsIt()
{
    auto server = std::make_unique<ChatServer>(config());
    QVERIFY(server->start());
    TestClient client(portOf(*server), connectPacket(QStringLiteral("Ann")));
    QVERIFY(client.waitForConnect());
    server.reset();
    QVERIFY(client.waitForClose());
}

void tst_ChatServer::stoppingWhatDoesNotRunIsNothing()
{
    ChatServer server(config());
    server.stop();
    QVERIFY(server.start());
    QVERIFY(server.start()); // again is nothing
    server.stop();
    server.stop();
    QVERIFY(server.health() == Health::State::ShuttingDown);
}

QTEST_GUILESS_MAIN(tst_ChatServer)
#include "tst_chatserver.moc"
