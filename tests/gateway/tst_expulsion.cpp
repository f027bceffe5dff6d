#include "support/chatclient.h"
#include "support/chathost.h"

using namespace std::chrono_literals;

/// Who is thrown out hears and does nothing any more.
class tst_Expulsion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsKickedFromARoomHearsNothingMore_data();
    void whoIsKickedFromARoomHearsNothingMore();
    void whoIsKickedFromARoomSaysNothingMore();
    void whoLeavesHearsNothingMore();
    void whoIsBannedFromTheServerIsOutOnAllConnections();
    void requestsOfTheBannedThatWereOnTheirWayAreNotCarriedOut();
    void whoIsBannedDoesNotComeBackBeforeTheBanEnds();
    void whoIsKickedFromTheServerMayComeBack();
    void nobodyHearsOfAPrivateRoom();
};

namespace {

QJsonObject inRoom(const QString &room, QJsonObject more = {})
{
    more.insert(QStringLiteral("room"), room);
    return more;
}

QString makeRoom(ChatClient &owner, const QString &kind = QStringLiteral("public"))
{
    const QJsonObject answer
        = owner.request(QStringLiteral("room:create"),
                        {{QStringLiteral("name"), QStringLiteral("Kitchen")}, {QStringLiteral("kind"), kind}});
    return answer.value(QStringLiteral("room")).toObject().value(QStringLiteral("id")).toString();
}

QJsonObject say(ChatClient &who, const QString &room, const QString &text)
{
    static int nonces = 0;
    return who.request(
        QStringLiteral("message:send"),
        inRoom(room, {{QStringLiteral("nonce"), QString::number(++nonces)}, {QStringLiteral("text"), text}}));
}

/// Whether anything that came to @p client holds @p text.
bool hasHeard(const ChatClient &client, const QString &text)
{
    return !client.packets().filter(text).isEmpty();
}

QJsonObject byToken(const QString &name, const ChatClient &first)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("token"), first.token()}};
}

} // namespace

void tst_Expulsion::whoIsKickedFromARoomHearsNothingMore_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("workers");
    QTest::newRow("kicked") << QStringLiteral("moderate:kick") << 1;
    QTest::newRow("banned") << QStringLiteral("moderate:ban") << 1;
    QTest::newRow("kicked, several workers") << QStringLiteral("moderate:kick") << 3;
}

void tst_Expulsion::whoIsKickedFromARoomHearsNothingMore()
{
    QFETCH(QString, event);
    QFETCH(int, workers);
    ChatHost::Setup setup;
    setup.workers = workers;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient phone(host.port(), byToken(QStringLiteral("Bob"), bob));
    QVERIFY(phone.waitForWelcome());
    const QString room = makeRoom(ann);
    QVERIFY(isOk(bob.request(QStringLiteral("room:join"), inRoom(room))));
    QVERIFY(isOk(say(ann, room, QStringLiteral("for all to hear"))));
    for (ChatClient *client : {&bob, &phone})
        QVERIFY(QTest::qWaitFor([&] { return hasHeard(*client, QStringLiteral("for all to hear")); }));
    // Not waiting for anything in between: what is said directly after it is already too late.
    (void)ann.send(event, inRoom(room, {{QStringLiteral("user"), bob.user()}}));
    QVERIFY(isOk(say(ann, room, QStringLiteral("about Bob"))));
    ann.sendQuietly(QStringLiteral("typing"), inRoom(room, {{QStringLiteral("on"), true}}));
    ann.catchUp();
    for (ChatClient *client : {&bob, &phone}) {
        const QJsonObject removed = client->waitForEvent(QStringLiteral("room:removed"));
        QCOMPARE(removed.value(QStringLiteral("room")).toString(), room);
        client->catchUp();
        QVERIFY(!hasHeard(*client, QStringLiteral("about Bob")));
        QVERIFY(client->events(QStringLiteral("typing")).isEmpty());
    }
}

void tst_Expulsion::whoIsKickedFromARoomSaysNothingMore()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    const QString room = makeRoom(ann, QStringLiteral("private"));
    QVERIFY(isOk(ann.request(QStringLiteral("room:invite"), inRoom(room, {{QStringLiteral("user"), bob.user()}}))));
    QVERIFY(isOk(say(bob, room, QStringLiteral("hello"))));
    QVERIFY(isOk(ann.request(QStringLiteral("moderate:kick"), inRoom(room, {{QStringLiteral("user"), bob.user()}}))));
    QCOMPARE(codeOf(say(bob, room, QStringLiteral("still here"))), QStringLiteral("not_found"));
    for (const char *event : {"history:get", "room:get", "room:members", "room:pins", "room:join", "room:leave"})
        QCOMPARE(codeOf(bob.request(QString::fromLatin1(event), inRoom(room))), QStringLiteral("not_found"));
    const QJsonObject synced = bob.request(QStringLiteral("sync"), {{QStringLiteral("rooms"), QJsonObject{{room, 0}}}});
    QCOMPARE(synced.value(QStringLiteral("rooms")).toObject().value(room).toObject(),
             (QJsonObject{{QStringLiteral("gone"), true}}));
    bob.sendQuietly(QStringLiteral("typing"), inRoom(room, {{QStringLiteral("on"), true}}));
    bob.catchUp();
    ann.catchUp();
    QVERIFY(ann.events(QStringLiteral("typing")).isEmpty());
}

void tst_Expulsion::whoLeavesHearsNothingMore()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    const QString room = makeRoom(ann);
    QVERIFY(isOk(bob.request(QStringLiteral("room:join"), inRoom(room))));
    QVERIFY(isOk(bob.request(QStringLiteral("room:leave"), inRoom(room))));
    QVERIFY(isOk(say(ann, room, QStringLiteral("about Bob"))));
    bob.catchUp();
    QVERIFY(!hasHeard(bob, QStringLiteral("about Bob")));
}

void tst_Expulsion::whoIsBannedFromTheServerIsOutOnAllConnections()
{
    ChatHost::Setup setup;
    setup.workers = 2;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient phone(host.port(), byToken(QStringLiteral("Bob"), bob));
    QVERIFY(phone.waitForWelcome());
    QVERIFY(isOk(ann.request(QStringLiteral("moderate:ban"),
                             {{QStringLiteral("server"), true},
                              {QStringLiteral("user"), bob.user()},
                              {QStringLiteral("reason"), QStringLiteral("Spam")}})));
    for (ChatClient *client : {&bob, &phone}) {
        QVERIFY(client->waitForClose());
        const auto closed = client->events(QStringLiteral("closed"));
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed[0].value(QStringLiteral("code")).toString(), QStringLiteral("banned"));
        QVERIFY(!closed[0].value(QStringLiteral("message")).toString().isEmpty());
    }
    QVERIFY(!ann.isClosed());
}

void tst_Expulsion::requestsOfTheBannedThatWereOnTheirWayAreNotCarriedOut()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    chat::Ban ban;
    ban.user = bob.user();
    // The chat thread is busy with banning Bob until his message stands behind it.
    std::binary_semaphore hasArrived(0);
    host.post([&] {
        hasArrived.acquire();
        host.context().state.putServerBan(ban);
    });
    const int late = bob.send(QStringLiteral("message:send"),
                              inRoom(QStringLiteral("general"),
                                     {{QStringLiteral("nonce"), QStringLiteral("late")},
                                      {QStringLiteral("text"), QStringLiteral("too late")}}));
    QVERIFY(QTest::qWaitFor([&] { return host.gateway().unansweredRequests() == 1; }));
    hasArrived.release();
    QCOMPARE(codeOf(bob.answer(late)), QStringLiteral("banned"));
    const QJsonObject page = ann.request(QStringLiteral("history:get"), inRoom(QStringLiteral("general")));
    QCOMPARE(page.value(QStringLiteral("messages")).toArray().size(), 0);
}

void tst_Expulsion::whoIsBannedDoesNotComeBackBeforeTheBanEnds()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    const qint64 end = host.clock().now() + 3'600'000;
    QVERIFY(isOk(ann.request(
        QStringLiteral("moderate:ban"),
        {{QStringLiteral("server"), true}, {QStringLiteral("user"), bob.user()}, {QStringLiteral("until"), end}})));
    QVERIFY(bob.waitForClose());
    ChatClient again(host.port(), byToken(QStringLiteral("Bob"), bob));
    const QJsonObject refusal = again.waitForRefusal();
    QCOMPARE(refusal.value(QStringLiteral("code")).toString(), QStringLiteral("banned"));
    QVERIFY(refusal.value(QStringLiteral("retryAfterMs")).toDouble() > 0);
    host.clock().advance(2h);
    ChatClient later(host.port(), byToken(QStringLiteral("Bob"), bob));
    QVERIFY(later.waitForWelcome());
}

void tst_Expulsion::whoIsKickedFromTheServerMayComeBack()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    QVERIFY(isOk(ann.request(QStringLiteral("moderate:kick"),
                             {{QStringLiteral("server"), true}, {QStringLiteral("user"), bob.user()}})));
    QVERIFY(bob.waitForClose());
    QCOMPARE(bob.events(QStringLiteral("closed")).size(), 1);
    ChatClient again(host.port(), byToken(QStringLiteral("Bob"), bob));
    QVERIFY(again.waitForWelcome());
}

void tst_Expulsion::nobodyHearsOfAPrivateRoom()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    const QString room = makeRoom(ann, QStringLiteral("private"));
    QVERIFY(isOk(say(ann, room, QStringLiteral("hidden"))));
    QVERIFY(isOk(ann.request(QStringLiteral("read:mark"), inRoom(room, {{QStringLiteral("seq"), 1}}))));
    ann.sendQuietly(QStringLiteral("typing"), inRoom(room, {{QStringLiteral("on"), true}}));
    ann.catchUp();
    host.tick();
    bob.catchUp();
    QVERIFY(!hasHeard(bob, room));
    QVERIFY(!hasHeard(bob, QStringLiteral("hidden")));
}

QTEST_GUILESS_MAIN(tst_Expulsion)
#include "tst_expulsion.moc"
