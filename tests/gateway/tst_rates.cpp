#include "support/chatclient.h"
#include "support/chathost.h"

#include "gateway/rateledger.h"

using namespace std::chrono_literals;
using gateway::Rate;
using gateway::RateBucket;
using gateway::RateClock;

class tst_Rates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBucketAllowsItsBurstAndThenTheRate();
    void whoWaitsAsLongAsToldGetsThrough();
    void aRateOfNothingLiftsTheLimit();
    void anAccountThatIsBusyIsNotForgotten();
    void idleAccountsAreForgotten();

    void messagesBeyondTheLimitAreRefusedAndSaidSo();
    void aHumanPastingQuicklyIsNotHit();
    void whatIsRefusedIsNotDone();
    void kindsAreCountedApart();
    void connectionsOfOnePersonShareTheirRate();
    void oneAddressMayNotDoMoreThanManyPeople();
    void typingBeyondTheLimitIsSaidByAnEvent();
    void floodsOfEventsThatDoNotExistAreRefused();
    void connectingTooOftenIsRefused();
};

namespace {

QJsonObject message(int number)
{
    return {{QStringLiteral("room"), QStringLiteral("general")},
            {QStringLiteral("nonce"), QString::number(number)},
            {QStringLiteral("text"), QStringLiteral("message %1").arg(number)}};
}

qint64 retryAfter(const QJsonObject &answer)
{
    return answer.value(QStringLiteral("error")).toObject().value(QStringLiteral("retryAfterMs")).toInteger();
}

/// How many of @p count messages in one go are refused.
int refusedOf(ChatClient &client, int count)
{
    QList<int> sent;
    for (int i = 0; i < count; ++i)
        sent.append(client.send(QStringLiteral("message:send"), message(i)));
    int refused = 0;
    for (const int id : std::as_const(sent)) {
        if (codeOf(client.answer(id)) == QStringLiteral("rate_limited"))
            ++refused;
    }
    return refused;
}

/// So slow that nothing flows back while the test runs.
constexpr double almostNever = 0.0001;

ChatHost::Setup messagesLimitedTo(double burst)
{
    ChatHost::Setup setup;
    setup.rates.messagesPerSecond = almostNever;
    setup.rates.messageBurst = burst;
    return setup;
}

} // namespace

void tst_Rates::aBucketAllowsItsBurstAndThenTheRate()
{
    const auto start = RateClock::now();
    const Rate rate = Rate::perSecond(10, 3);
    RateBucket bucket;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bucket.take(rate, start).count(), 0);
    QCOMPARE(bucket.take(rate, start), std::chrono::nanoseconds(100ms));
    QCOMPARE(bucket.take(rate, start + 100ms).count(), 0);
    QVERIFY(bucket.take(rate, start + 100ms).count() > 0);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bucket.take(rate, start + 10s).count(), 0);
    QVERIFY(bucket.take(rate, start + 10s).count() > 0); // what was not used is not saved up beyond the burst
}

void tst_Rates::whoWaitsAsLongAsToldGetsThrough()
{
    const Rate rate = Rate::perMinute(7, 1);
    RateBucket bucket;
    auto now = RateClock::now();
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(bucket.take(rate, now).count(), 0);
        now += bucket.take(rate, now);
    }
}

void tst_Rates::aRateOfNothingLiftsTheLimit()
{
    RateBucket bucket;
    const auto now = RateClock::now();
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(bucket.take(Rate::perSecond(0, 1), now).count(), 0);
}

void tst_Rates::anAccountThatIsBusyIsNotForgotten()
{
    gateway::RateLimits limits;
    limits.messagesPerSecond = almostNever;
    limits.messageBurst = 1;
    gateway::RateLedger ledger(limits);
    QCOMPARE(ledger.take(gateway::RateKind::Message, *ledger.user(QStringLiteral("u")), *ledger.address("a")).count(),
             0);
    for (int i = 0; i < 10'000; ++i)
        (void)ledger.user(QString::number(i));
    QVERIFY(ledger.take(gateway::RateKind::Message, *ledger.user(QStringLiteral("u")), *ledger.address("a")).count()
            > 0);
}

void tst_Rates::idleAccountsAreForgotten()
{
    gateway::RateLedger ledger{gateway::RateLimits()};
    for (int i = 0; i < 100'000; ++i)
        (void)ledger.address(QByteArray::number(i));
    QVERIFY(ledger.size() < 3000);
}

void tst_Rates::messagesBeyondTheLimitAreRefusedAndSaidSo()
{
    ChatHost host(messagesLimitedTo(3));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    QCOMPARE(refusedOf(ann, 10), 7);
    const QJsonObject refused = ann.request(QStringLiteral("message:send"), message(99));
    QVERIFY(retryAfter(refused) > 0);
    QVERIFY(ann.events(QStringLiteral("rate_limited")).isEmpty()); // it was in the acknowledgement
}

void tst_Rates::aHumanPastingQuicklyIsNotHit()
{
    ChatHost::Setup setup;
    setup.rates = gateway::RateLimits();
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    QCOMPARE(refusedOf(ann, 15), 0);
    ChatClient flooder(host.port(), QStringLiteral("Flooder"));
    QVERIFY(refusedOf(flooder, 200) > 150);
}

void tst_Rates::whatIsRefusedIsNotDone()
{
    ChatHost host(messagesLimitedTo(2));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    QCOMPARE(refusedOf(ann, 5), 3);
    const QJsonObject page
        = ann.request(QStringLiteral("history:get"), {{QStringLiteral("room"), QStringLiteral("general")}});
    QCOMPARE(page.value(QStringLiteral("messages")).toArray().size(), 2);
}

void tst_Rates::kindsAreCountedApart()
{
    ChatHost host(messagesLimitedTo(1));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    QCOMPARE(refusedOf(ann, 2), 1);
    QVERIFY(isOk(ann.request(
        QStringLiteral("room:create"),
        {{QStringLiteral("name"), QStringLiteral("Kitchen")}, {QStringLiteral("kind"), QStringLiteral("public")}})));
    QVERIFY(isOk(ann.request(QStringLiteral("search"), {{QStringLiteral("query"), QStringLiteral("message")}})));
    QVERIFY(isOk(ann.request(QStringLiteral("room:get"), {{QStringLiteral("room"), QStringLiteral("general")}})));
}

void tst_Rates::connectionsOfOnePersonShareTheirRate()
{
    ChatHost host(messagesLimitedTo(4));
    ChatClient phone(host.port(), QStringLiteral("Ann"));
    ChatClient laptop(
        host.port(),
        QJsonObject{{QStringLiteral("name"), QStringLiteral("Ann")}, {QStringLiteral("token"), phone.token()}});
    QVERIFY(laptop.waitForWelcome());
    QCOMPARE(refusedOf(phone, 3), 0);
    QCOMPARE(refusedOf(laptop, 3), 2);
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    QCOMPARE(refusedOf(bob, 3), 0);
    // Coming back does not help.
    phone.cut();
    ChatClient again(
        host.port(),
        QJsonObject{{QStringLiteral("name"), QStringLiteral("Ann")}, {QStringLiteral("token"), phone.token()}});
    QVERIFY(again.waitForWelcome());
    QCOMPARE(refusedOf(again, 1), 1);
}

void tst_Rates::oneAddressMayNotDoMoreThanManyPeople()
{
    ChatHost::Setup setup = messagesLimitedTo(2);
    setup.rates.peoplePerAddress = 2;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient cem(host.port(), QStringLiteral("Cem"));
    QCOMPARE(refusedOf(ann, 2), 0);
    QCOMPARE(refusedOf(bob, 2), 0);
    QCOMPARE(refusedOf(cem, 2), 2);
}

void tst_Rates::typingBeyondTheLimitIsSaidByAnEvent()
{
    ChatHost::Setup setup;
    setup.rates.typingPerSecond = almostNever;
    setup.rates.typingBurst = 1;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    const QJsonObject typing{{QStringLiteral("room"), QStringLiteral("general")}, {QStringLiteral("on"), true}};
    ann.sendQuietly(QStringLiteral("typing"), typing);
    ann.catchUp();
    QVERIFY(ann.events(QStringLiteral("rate_limited")).isEmpty());
    ann.sendQuietly(QStringLiteral("typing"), typing);
    const QJsonObject told = ann.waitForEvent(QStringLiteral("rate_limited"));
    QCOMPARE(told.value(QStringLiteral("event")).toString(), QStringLiteral("typing"));
    QCOMPARE(told.value(QStringLiteral("code")).toString(), QStringLiteral("rate_limited"));
    QVERIFY(told.value(QStringLiteral("retryAfterMs")).toDouble() > 0);
}

void tst_Rates::floodsOfEventsThatDoNotExistAreRefused()
{
    ChatHost::Setup setup;
    setup.rates.othersPerSecond = almostNever;
    setup.rates.otherBurst = 2;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    QCOMPARE(codeOf(ann.request(QStringLiteral("no:such:event"))), QStringLiteral("unknown_event"));
    QCOMPARE(codeOf(ann.request(QStringLiteral("room:get"))), QStringLiteral("bad_request"));
    QCOMPARE(codeOf(ann.request(QStringLiteral("no:such:event"))), QStringLiteral("rate_limited"));
}

void tst_Rates::connectingTooOftenIsRefused()
{
    ChatHost::Setup setup;
    setup.rates.connectsPerMinute = almostNever;
    setup.rates.connectBurst = 2;
    ChatHost host(std::move(setup));
    ChatClient ann(host.port(), QStringLiteral("Ann"));
    ChatClient bob(host.port(), QStringLiteral("Bob"));
    ChatClient cem(host.port(), QJsonObject{{QStringLiteral("name"), QStringLiteral("Cem")}});
    const QJsonObject refusal = cem.waitForRefusal();
    QCOMPARE(refusal.value(QStringLiteral("code")).toString(), QStringLiteral("rate_limited"));
    QVERIFY(refusal.value(QStringLiteral("retryAfterMs")).toDouble() > 0);
    QVERIFY(isOk(ann.request(QStringLiteral("room:get"), {{QStringLiteral("room"), QStringLiteral("general")}})));
}

QTEST_GUILESS_MAIN(tst_Rates)
#include "tst_rates.moc"
