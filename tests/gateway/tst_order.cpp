#include "support/chatclient.h"
#include "support/chathost.h"

class tst_Order : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesSentWithoutWaitingKeepTheirOrder_data();
    void messagesSentWithoutWaitingKeepTheirOrder();
    void acknowledgementsWaitForThoseBefore();
    void aSlowRequestHoldsUpNobodyElse();
    void anEventComesBeforeItsAcknowledgement();
    void requestsBeyondWhatMayBeOnItsWayWait();
    void everybodySeesTheSameOrder();
};

namespace {

QJsonObject message(int number)
{
    return {{QStringLiteral("room"), QStringLiteral("general")},
            {QStringLiteral("nonce"), QString::number(number)},
            {QStringLiteral("text"), QString::number(number)}};
}

QStringList textsSeenBy(const ChatClient &client)
{
    QStringList texts;
    for (const QJsonObject &event : client.events(QStringLiteral("room:event"))) {
        if (event.value(QStringLiteral("type")).toString() == QStringLiteral("message.posted"))
            texts.append(event.value(QStringLiteral("message")).toObject().value(QStringLiteral("text")).toString());
    }
    return texts;
}

const QJsonObject general{{QStringLiteral("room"), QStringLiteral("general")}};
const QJsonObject slow{{QStringLiteral("password"), QStringLiteral("secret")}};

} // namespace

void tst_Order::messagesSentWithoutWaitingKeepTheirOrder_data()
{
    QTest::addColumn<int>("workers");
    QTest::newRow("one worker") << 1;
    QTest::newRow("three workers") << 3;
}

void tst_Order::messagesSentWithoutWaitingKeepTheirOrder()
{
    QFETCH(int, workers);
    ChatHost::Setup setup;
    setup.workers = workers;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    QList<int> sent;
    QStringList texts;
    for (int i = 0; i < 300; ++i) {
        sent.append(ann.send(QStringLiteral("message:send"), message(i)));
        texts.append(QString::number(i));
    }
    QVERIFY(isOk(ann.answer(sent.last())));
    QCOMPARE(ann.answerOrder(), sent);
    QCOMPARE(textsSeenBy(ann), texts);
    qint64 before = 0;
    for (const int id : std::as_const(sent)) {
        const qint64 seq = ann.answer(id).value(QStringLiteral("seq")).toInteger();
        QVERIFY(seq > before);
        before = seq;
    }
}

void tst_Order::acknowledgementsWaitForThoseBefore()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    host.run([&] { host.hasher().hold(); });
    const QList<int> sent{ann.send(QStringLiteral("user:update"), slow), ann.send(QStringLiteral("room:get"), general),
                          ann.send(QStringLiteral("room:get"), QJsonObject{}),
                          ann.send(QStringLiteral("what"), general),
                          ann.send(QStringLiteral("message:send"), message(1))};
    // The message has its effect without waiting, but its answer has not come before Bob has heard of it and more.
    const auto isAnns = [](const QJsonObject &event) { return event.contains(QStringLiteral("message")); };
    QVERIFY(!bob.waitForEvent(QStringLiteral("room:event"), isAnns).isEmpty());
    QVERIFY(!ann.waitForEvent(QStringLiteral("room:event"), isAnns).isEmpty());
    QVERIFY(ann.answerOrder().isEmpty());
    host.run([&] { host.hasher().release(); });
    QVERIFY(isOk(ann.answer(sent.last())));
    QCOMPARE(ann.answerOrder(), sent);
    QCOMPARE(codeOf(ann.answer(sent[2])), QStringLiteral("bad_request"));
    QCOMPARE(codeOf(ann.answer(sent[3])), QStringLiteral("unknown_event"));
}

void tst_Order::aSlowRequestHoldsUpNobodyElse()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    host.run([&] { host.hasher().hold(); });
    const int id = ann.send(QStringLiteral("user:update"), slow);
    QVERIFY(isOk(bob.request(QStringLiteral("message:send"), message(1))));
    QVERIFY(!ann.hasAnswer(id));
    host.run([&] { host.hasher().release(); });
    QVERIFY(isOk(ann.answer(id)));
}

void tst_Order::anEventComesBeforeItsAcknowledgement()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    QVERIFY(isOk(ann.request(QStringLiteral("message:send"), message(1))));
    QCOMPARE(textsSeenBy(ann), QStringList{QStringLiteral("1")});
}

void tst_Order::requestsBeyondWhatMayBeOnItsWayWait()
{
    ChatHost host;
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    host.run([&] { host.hasher().hold(); });
    QList<int> sent{ann.send(QStringLiteral("user:update"), slow)};
    for (int i = 0; i < 1500; ++i)
        sent.append(ann.send(QStringLiteral("room:get"), general));
    // The thousandth waits with those behind it, for the answers before it.
    QVERIFY(QTest::qWaitFor([&] { return host.gateway().unansweredRequests() >= 1; }));
    host.run([&] { host.hasher().release(); });
    QVERIFY(isOk(ann.answer(sent.last())));
    QCOMPARE(ann.answerOrder(), sent);
    QVERIFY(!ann.isClosed());
}

void tst_Order::everybodySeesTheSameOrder()
{
    ChatHost::Setup setup;
    setup.workers = 2;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient cem(host.port(), QStringLiteral("Cem"));
    for (int i = 0; i < 100; ++i) {
        (void)ann.send(QStringLiteral("message:send"), message(i));
        (void)bob.send(QStringLiteral("message:send"), message(1000 + i));
    }
    for (ChatClient *client : {&ann, &bob, &cem}) {
        QVERIFY(QTest::qWaitFor([&] { return textsSeenBy(*client).size() == 200; }, 15'000));
        qint64 last = 0;
        for (const QJsonObject &event : client->events(QStringLiteral("room:event"))) {
            const qint64 seq = event.value(QStringLiteral("seq")).toInteger();
            QVERIFY(last == 0 || seq == last + 1);
            last = seq;
        }
    }
    QCOMPARE(textsSeenBy(bob), textsSeenBy(ann));
    QCOMPARE(textsSeenBy(cem), textsSeenBy(ann));
}

QTEST_GUILESS_MAIN(tst_Order)
#include "tst_order.moc"
