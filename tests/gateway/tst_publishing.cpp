#include "support/chatclient.h"
#include "support/chathost.h"

/// Who hears what.
class tst_Publishing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingIsHeardByTheOthersInTheRoomOnly();
    void presenceIsHeardByEverybody();
    void theInvisibleLookOffline();
    void comingAndGoingIsHeard();
    void aRoomJoinedOnOneConnectionIsFollowedOnAll();
    void whatIsReadIsHeardByOnesOtherConnections();
    void aDirectConversationIsHeardByBoth();
};

namespace {

const QJsonObject general{{QStringLiteral("room"), QStringLiteral("general")}};

QJsonObject inRoom(const QString &room, QJsonObject more = {})
{
    more.insert(QStringLiteral("room"), room);
    return more;
}

QString roomOf(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("room")).toObject().value(QStringLiteral("id")).toString();
}

/// The state that the presence events tell of somebody, the last one.
QString stateOf(const ChatClient &observer, const QString &user)
{
    QString state;
    for (const QJsonObject &event : observer.events(QStringLiteral("presence"))) {
        for (const auto change : event.value(QStringLiteral("changes")).toArray()) {
            const QJsonObject one = change.toObject();
            if (one.value(QStringLiteral("user")).toString() == user)
                state = one.value(QStringLiteral("state")).toString();
        }
    }
    return state;
}

bool becomes(ChatHost &host, const ChatClient &observer, const QString &user, const QString &state)
{
    return QTest::qWaitFor(
        [&] {
            host.tick();
            return stateOf(observer, user) == state;
        },
        10'000);
}

} // namespace

void tst_Publishing::typingIsHeardByTheOthersInTheRoomOnly()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient phone(
        host.port(),
        QJsonObject{{QStringLiteral("name"), QStringLiteral("Ann")}, {QStringLiteral("token"), ann.token()}});
    QVERIFY(phone.waitForWelcome());
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient cem(host.port(), QStringLiteral("Cem"));
    const QString room = roomOf(ann.request(
        QStringLiteral("room:create"),
        {{QStringLiteral("name"), QStringLiteral("Kitchen")}, {QStringLiteral("kind"), QStringLiteral("public")}}));
    QVERIFY(isOk(bob.request(QStringLiteral("room:join"), inRoom(room))));
    ann.sendQuietly(QStringLiteral("typing"), inRoom(room, {{QStringLiteral("on"), true}}));
    QCOMPARE(bob.waitForEvent(QStringLiteral("typing")),
             (QJsonObject{
                 {QStringLiteral("room"), room}, {QStringLiteral("user"), ann.user()}, {QStringLiteral("on"), true}}));
    for (ChatClient *client : {&ann, &phone, &cem}) {
        client->catchUp();
        QVERIFY(client->events(QStringLiteral("typing")).isEmpty());
    }
    // Who is not in the room is not heard in it, either.
    cem.sendQuietly(QStringLiteral("typing"), inRoom(room, {{QStringLiteral("on"), true}}));
    cem.catchUp();
    bob.catchUp();
    QCOMPARE(bob.events(QStringLiteral("typing")).size(), 1);
}

void tst_Publishing::presenceIsHeardByEverybody()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    QVERIFY(isOk(ann.request(
        QStringLiteral("presence:set"),
        {{QStringLiteral("state"), QStringLiteral("away")}, {QStringLiteral("status"), QStringLiteral("At lunch")}})));
    QVERIFY(becomes(host, bob, ann.user(), QStringLiteral("away")));
}

void tst_Publishing::theInvisibleLookOffline()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    QVERIFY(becomes(host, bob, ann.user(), QStringLiteral("online")) || stateOf(bob, ann.user()).isEmpty());
    QVERIFY(
        isOk(ann.request(QStringLiteral("presence:set"), {{QStringLiteral("state"), QStringLiteral("invisible")}})));
    QVERIFY(becomes(host, bob, ann.user(), QStringLiteral("offline")));
    QVERIFY(bob.packets().filter(QStringLiteral("invisible")).isEmpty());
}

void tst_Publishing::comingAndGoingIsHeard()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    auto bob = std::make_unique<ChatClient>(host.port(), QStringLiteral("Bob"));
    const QString user = bob->user();
    QVERIFY(becomes(host, ann, user, QStringLiteral("online")));
    bob->cut();
    QVERIFY(becomes(host, ann, user, QStringLiteral("offline")));
}

void tst_Publishing::aRoomJoinedOnOneConnectionIsFollowedOnAll()
{
    ChatHost::Setup setup;
    setup.workers = 2;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient phone(
        host.port(),
        QJsonObject{{QStringLiteral("name"), QStringLiteral("Bob")}, {QStringLiteral("token"), bob.token()}});
    QVERIFY(phone.waitForWelcome());
    const QString room = roomOf(ann.request(
        QStringLiteral("room:create"),
        {{QStringLiteral("name"), QStringLiteral("Kitchen")}, {QStringLiteral("kind"), QStringLiteral("public")}}));
    QVERIFY(isOk(bob.request(QStringLiteral("room:join"), inRoom(room))));
    QVERIFY(isOk(ann.request(
        QStringLiteral("message:send"),
        inRoom(room,
               {{QStringLiteral("nonce"), QStringLiteral("1")}, {QStringLiteral("text"), QStringLiteral("soup")}}))));
    for (ChatClient *client : {&bob, &phone}) {
        QCOMPARE(roomOf(client->waitForEvent(QStringLiteral("room:added"))), room);
        QVERIFY(!client
                     ->waitForEvent(QStringLiteral("room:event"),
                                    [](const QJsonObject &event) { return event.contains(QStringLiteral("message")); })
                     .isEmpty());
    }
}

void tst_Publishing::whatIsReadIsHeardByOnesOtherConnections()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient phone(
        host.port(),
        QJsonObject{{QStringLiteral("name"), QStringLiteral("Ann")}, {QStringLiteral("token"), ann.token()}});
    QVERIFY(phone.waitForWelcome());
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    const qint64 seq = bob.request(QStringLiteral("message:send"),
                                   inRoom(QStringLiteral("general"),
                                          {{QStringLiteral("nonce"), QStringLiteral("1")},
                                           {QStringLiteral("text"), QStringLiteral("soup")}}))
                           .value(QStringLiteral("seq"))
                           .toInteger();
    QVERIFY(isOk(
        ann.request(QStringLiteral("read:mark"), inRoom(QStringLiteral("general"), {{QStringLiteral("seq"), seq}}))));
    const auto isAnns = [&](const QJsonObject &event) {
        return event.value(QStringLiteral("user")).toString() == ann.user()
            && event.value(QStringLiteral("seq")).toInteger() == seq;
    };
    QVERIFY(!phone.waitForEvent(QStringLiteral("read"), isAnns).isEmpty());
    QVERIFY(!bob.waitForEvent(QStringLiteral("read"), isAnns).isEmpty()); // the room is small
    ann.catchUp();
    QVERIFY(ann.events(QStringLiteral("read")).isEmpty());
}

void tst_Publishing::aDirectConversationIsHeardByBoth()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient cem(host.port(), QStringLiteral("Cem"));
    const QString room = roomOf(ann.request(QStringLiteral("dm:open"), {{QStringLiteral("user"), bob.user()}}));
    QCOMPARE(roomOf(bob.waitForEvent(QStringLiteral("room:added"))), room);
    QCOMPARE(roomOf(bob.request(QStringLiteral("dm:open"), {{QStringLiteral("user"), ann.user()}})), room);
    QVERIFY(isOk(ann.request(
        QStringLiteral("message:send"),
        inRoom(room,
               {{QStringLiteral("nonce"), QStringLiteral("1")}, {QStringLiteral("text"), QStringLiteral("psst")}}))));
    QVERIFY(!bob.waitForEvent(QStringLiteral("room:event"),
                              [](const QJsonObject &event) { return event.contains(QStringLiteral("message")); })
                 .isEmpty());
    cem.catchUp();
    QVERIFY(cem.packets().filter(QStringLiteral("psst")).isEmpty());
    QVERIFY(cem.packets().filter(room).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Publishing)
#include "tst_publishing.moc"
