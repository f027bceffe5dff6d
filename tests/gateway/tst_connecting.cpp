#include "support/chatclient.h"
#include "support/chathost.h"

using namespace std::chrono_literals;

class tst_Connecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewNameGetsATokenAndAWelcome();
    void theTokenOwnsTheName();
    void badAuthIsRefusedWithACode_data();
    void badAuthIsRefusedWithACode();
    void whatIsNotUnderstoodIsNamed();
    void theServersPasswordIsAskedFor();
    void requestsBeforeTheWelcomeAreCarriedOut();
    void whoLeavesWhileBeingJudgedLeavesNothingBehind();
    void aServerThatEndsRefusesWithATimeToComeBack();
    void everythingIsAnsweredBeforeTheEnd();
};

namespace {

QJsonObject authOf(const QString &name)
{
    return {{QStringLiteral("name"), name}};
}

QJsonObject with(QJsonObject map, const QString &field, const QJsonValue &value)
{
    map.insert(field, value);
    return map;
}

const QJsonObject general{{QStringLiteral("room"), QStringLiteral("general")}};

} // namespace

void tst_Connecting::aNewNameGetsATokenAndAWelcome()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    const QJsonObject welcome = ann.welcome();
    QCOMPARE(welcome.value(QStringLiteral("user")).toObject().value(QStringLiteral("name")).toString(),
             QStringLiteral("Ann"));
    QVERIFY(ann.token().size() >= 43); // 256 bits
    QCOMPARE(welcome.value(QStringLiteral("server")).toObject().value(QStringLiteral("protocol")).toInt(), 1);
    const QJsonArray rooms = welcome.value(QStringLiteral("rooms")).toArray();
    QCOMPARE(rooms.size(), 1);
    QCOMPARE(rooms[0].toObject().value(QStringLiteral("id")).toString(), QStringLiteral("general"));
    QCOMPARE(ann.events(QStringLiteral("welcome")).size(), 1);
}

void tst_Connecting::theTokenOwnsTheName()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient again(host.port(), with(authOf(QStringLiteral("Ann")), QStringLiteral("token"), ann.token()));
    QVERIFY(again.waitForWelcome());
    QCOMPARE(again.user(), ann.user());
    QVERIFY(again.token().isEmpty());
    ChatClient thief(host.port(), authOf(QStringLiteral("Ann")));
    QCOMPARE(thief.waitForRefusal().value(QStringLiteral("code")).toString(), QStringLiteral("name_taken"));
    QVERIFY(thief.events(QStringLiteral("welcome")).isEmpty());
}

void tst_Connecting::badAuthIsRefusedWithACode_data()
{
    QTest::addColumn<QJsonObject>("auth");
    QTest::addColumn<QString>("code");
    const QJsonObject ann = authOf(QStringLiteral("Ann"));
    QTest::newRow("no name") << QJsonObject{} << QStringLiteral("bad_name");
    QTest::newRow("an empty name") << authOf(QString()) << QStringLiteral("bad_name");
    QTest::newRow("a long name") << authOf(QString(33, u'x')) << QStringLiteral("bad_name");
    QTest::newRow("a very long name") << authOf(QString(100'000, u'x')) << QStringLiteral("too_long");
    QTest::newRow("a name that is none") << with(ann, QStringLiteral("name"), 7) << QStringLiteral("bad_request");
    QTest::newRow("a wrong token") << with(ann, QStringLiteral("token"), QStringLiteral("nonsense"))
                                   << QStringLiteral("bad_token");
    QTest::newRow("a very long token") << with(ann, QStringLiteral("token"), QString(100'000, u't'))
                                       << QStringLiteral("too_long");
    QTest::newRow("a token that is none")
        << with(ann, QStringLiteral("token"), QJsonArray{}) << QStringLiteral("bad_request");
    QTest::newRow("a very long password")
        << with(ann, QStringLiteral("password"), QString(100'000, u'p')) << QStringLiteral("too_long");
    QTest::newRow("another protocol") << with(ann, QStringLiteral("protocol"), 2) << QStringLiteral("protocol_version");
    QTest::newRow("a protocol that is none")
        << with(ann, QStringLiteral("protocol"), QStringLiteral("1")) << QStringLiteral("bad_request");
}

void tst_Connecting::badAuthIsRefusedWithACode()
{
    QFETCH(QJsonObject, auth);
    QFETCH(QString, code);
    ChatHost host;
    ChatClient first(host.port(), QStringLiteral("Ann"));
    ChatClient client(host.port(), auth);
    const QJsonObject refusal = client.waitForRefusal();
    QCOMPARE(refusal.value(QStringLiteral("code")).toString(), code);
    QVERIFY(!refusal.value(QStringLiteral("message")).toString().isEmpty());
}

void tst_Connecting::whatIsNotUnderstoodIsNamed()
{
    ChatHost host;
    ChatClient client(host.port(), with(authOf(QStringLiteral("Ann")), QStringLiteral("password"), true));
    QCOMPARE(client.waitForRefusal().value(QStringLiteral("field")).toString(), QStringLiteral("password"));
}

void tst_Connecting::theServersPasswordIsAskedFor()
{
    ChatHost::Setup setup;
    setup.settings.serverPasswordHash = "open sesame";
    ChatHost host(std::move(setup));
    const QString field = QStringLiteral("serverPassword");
    ChatClient none(host.port(), authOf(QStringLiteral("Ann")));
    QCOMPARE(none.waitForRefusal().value(QStringLiteral("code")).toString(),
             QStringLiteral("server_password_required"));
    ChatClient wrong(host.port(), with(authOf(QStringLiteral("Ann")), field, QStringLiteral("open rye")));
    QCOMPARE(wrong.waitForRefusal().value(QStringLiteral("code")).toString(),
             QStringLiteral("server_password_required"));
    ChatClient right(host.port(), with(authOf(QStringLiteral("Ann")), field, QStringLiteral("open sesame")));
    QVERIFY(right.waitForWelcome());
}

void tst_Connecting::requestsBeforeTheWelcomeAreCarriedOut()
{
    ChatHost host;
    ChatClient ann(host.port(), authOf(QStringLiteral("Ann")));
    // As soon as Socket.IO says that it is connected.
    QVERIFY(QTest::qWaitFor([&] { return !ann.packets().isEmpty(); }));
    const QJsonObject answer = ann.request(QStringLiteral("message:send"),
                                           with(with(general, QStringLiteral("nonce"), QStringLiteral("1")),
                                                QStringLiteral("text"), QStringLiteral("early")));
    QVERIFY(isOk(answer));
    QVERIFY(ann.waitForWelcome());
}

void tst_Connecting::whoLeavesWhileBeingJudgedLeavesNothingBehind()
{
    ChatHost host;
    host.run([&] { host.hasher().hold(); });
    auto ann = std::make_unique<ChatClient>(
        host.port(), with(authOf(QStringLiteral("Ann")), QStringLiteral("password"), QStringLiteral("secret")));
    ChatClient bob(host.port(), QStringLiteral("Bob")); // by then Ann's request has come
    ann->cut();
    ann.reset();
    host.run([&] { host.hasher().release(); });
    bob.catchUp();
    int connections = 0;
    host.run([&] { connections = host.context().connections.count(); });
    QCOMPARE(connections, 1);
}

void tst_Connecting::aServerThatEndsRefusesWithATimeToComeBack()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    host.gateway().beginShutdown(2s);
    const QJsonObject answer = ann.request(QStringLiteral("room:get"), general);
    QCOMPARE(codeOf(answer), QStringLiteral("shutting_down"));
    QCOMPARE(answer.value(QStringLiteral("error")).toObject().value(QStringLiteral("retryAfterMs")).toInt(), 2000);
    ChatClient bob(host.port(), authOf(QStringLiteral("Bob")));
    QCOMPARE(bob.waitForRefusal().value(QStringLiteral("code")).toString(), QStringLiteral("shutting_down"));
}

void tst_Connecting::everythingIsAnsweredBeforeTheEnd()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    host.run([&] { host.hasher().hold(); });
    const int id
        = ann.send(QStringLiteral("user:update"), QJsonObject{{QStringLiteral("password"), QStringLiteral("x")}});
    QVERIFY(QTest::qWaitFor([&] { return host.gateway().unansweredRequests() == 1; }));
    host.gateway().beginShutdown(1s);
    QCOMPARE(host.gateway().unansweredRequests(), 1);
    host.run([&] { host.hasher().release(); });
    QVERIFY(isOk(ann.answer(id)));
    QVERIFY(QTest::qWaitFor([&] { return host.gateway().unansweredRequests() == 0; }));
}

QTEST_GUILESS_MAIN(tst_Connecting)
#include "tst_connecting.moc"
