#include "support/bot.h"
#include "support/mirror.h"
#include "support/person.h"

using namespace session;

/// What we write, until it is acknowledged and when it is not.
class tst_Outbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsPostedIsShownAtOnceAndBecomesAMessageInItsPlace();
    void whatWasWrittenOfflineGoesOutInOrder();
    void whatWasWrittenOfflineSurvivesARestart();
    void afterALostAcknowledgementItIsSentAgainAndPostedOnce();
    void afterALostAcknowledgementAndARestartItIsPostedOnce();
    void aRefusedMessageStaysUntilItIsTriedAgain();
    void aRefusedMessageCanBeDiscarded();
    void aRefusedMessageDoesNotHoldUpOthers();
    void slowModeOnlyDelays();
    void tooManyMessagesAtOnceArriveInOrder();
    void theSameTextFromAnotherDeviceIsAnotherMessage();

private:
    /// Ann, who owns everything, and Bob, both connected.
    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Person> m_bob;

    static QStringList textsIn(Person &person, const QString &room)
    {
        const auto timeline = person->openTimeline(room);
        timeline->loadLatest();
        (void)QTest::qWaitFor([&] { return !timeline->isLoading(); });
        QStringList texts;
        for (int row = 0; row < timeline->count(); ++row) {
            if (timeline->at(row).kind == Entry::Kind::Message)
                texts.append(timeline->at(row).message.text);
        }
        return texts;
    }
    void mute(qint64 until)
    {
        QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
            (*m_ann)->moderation().mute(general, m_bob->id(), {}, until, context, std::move(handler));
        }));
    }
};

void tst_Outbox::init()
{
    m_ann.reset();
    m_bob.reset();
    m_house = std::make_unique<House>();
    m_house->config.rates.messagesPerSecond = 0;
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    m_bob = std::make_unique<Person>(*m_house, QStringLiteral("Bob"));
    QVERIFY(m_ann->comeIn());
    QVERIFY(m_bob->comeIn());
}

void tst_Outbox::whatIsPostedIsShownAtOnceAndBecomesAMessageInItsPlace()
{
    Person &ann = *m_ann;
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    Mirror mirror(*timeline);
    const int before = timeline->count();
    const QString nonce = ann->outbox().post(general, QStringLiteral("Hello"));
    QCOMPARE(timeline->count(), before + 1);
    const int row = timeline->rowOf(nonce);
    QCOMPARE(row, before);
    QCOMPARE(timeline->at(row).kind, Entry::Kind::Outgoing);
    QCOMPARE(timeline->at(row).outgoing.state, Outgoing::State::Sending);
    QTRY_COMPARE(timeline->at(row).kind, Entry::Kind::Message);
    QVERIFY(ann.waitUntilSent());
    QCOMPARE(mirror.last(), QStringLiteral("Hello"));
    QCOMPARE(timeline->count(), before + 1);
    QCOMPARE(mirror.insertions(), 1);
    QCOMPARE(mirror.removals(), 0);
    QCOMPARE(ann.room(general)->unread, 0);
    QTRY_COMPARE(m_bob->room(general)->last ? m_bob->room(general)->last->text : QString(), QStringLiteral("Hello"));
}

void tst_Outbox::whatWasWrittenOfflineGoesOutInOrder()
{
    Person &ann = *m_ann;
    QVERIFY(ann.loseConnection());
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    Mirror mirror(*timeline);
    QStringList texts;
    for (int i = 0; i < 10; ++i) {
        texts.append(QStringLiteral("Offline %1").arg(i));
        ann->outbox().post(general, texts.last());
    }
    QCOMPARE(mirror.last(), QStringLiteral("(Offline 9)"));
    QCOMPARE(timeline->at(timeline->count() - 1).outgoing.state, Outgoing::State::Waiting);
    QVERIFY(ann.comeBack());
    QVERIFY(ann.waitUntilSent());
    QTRY_VERIFY(mirror.texts().endsWith(texts.last()));
    QCOMPARE(mirror.texts().mid(mirror.texts().size() - 10), texts);
    QVERIFY(m_bob->waitUntilUpToDate());
    QTRY_COMPARE(textsIn(*m_bob, general), texts);
}

void tst_Outbox::whatWasWrittenOfflineSurvivesARestart()
{
    Person &ann = *m_ann;
    QVERIFY(ann.loseConnection());
    ann->outbox().post(general, QStringLiteral("One"));
    ann->outbox().post(general, QStringLiteral("Two"));
    ann.quit();
    ann.start();
    QCOMPARE(ann->outbox().count(), 2);
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    Mirror mirror(*timeline);
    QCOMPARE(mirror.texts().mid(mirror.texts().size() - 2),
             QStringList({QStringLiteral("(One)"), QStringLiteral("(Two)")}));
    m_house->network().setDown(false);
    QVERIFY(ann.comeIn());
    QVERIFY(ann.waitUntilSent());
    QVERIFY(m_bob->waitUntilUpToDate());
    QTRY_COMPARE(textsIn(*m_bob, general), QStringList({QStringLiteral("One"), QStringLiteral("Two")}));
    QTRY_VERIFY(mirror.texts().endsWith(QStringLiteral("Two")));
}

void tst_Outbox::afterALostAcknowledgementItIsSentAgainAndPostedOnce()
{
    Person &ann = *m_ann;
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    Mirror mirror(*timeline);
    Bot witness(*m_house, QStringLiteral("Witness"));
    m_house->network().setHeld(true);
    ann->outbox().post(general, QStringLiteral("Once"));
    QTRY_VERIFY(!witness.ask(QStringLiteral("history:get"), {{QStringLiteral("room"), general}})
                     .value(QLatin1String("messages"))
                     .toArray()
                     .isEmpty());
    QCOMPARE(ann->outbox().count(), 1);
    m_house->network().setDown(true);
    m_house->network().setHeld(false);
    QTRY_VERIFY(!ann->isOnline());
    QVERIFY(ann.comeBack());
    QVERIFY(ann.waitUntilSent());
    QTRY_COMPARE(mirror.last(), QStringLiteral("Once"));
    QCOMPARE(mirror.texts().count(QStringLiteral("Once")), 1);
    QCOMPARE(mirror.removals(), 0);
    QCOMPARE(textsIn(ann, general), QStringList(QStringLiteral("Once")));
    QCOMPARE(witness.ask(QStringLiteral("history:get"), {{QStringLiteral("room"), general}})
                 .value(QLatin1String("messages"))
                 .toArray()
                 .size(),
             1);
}

void tst_Outbox::afterALostAcknowledgementAndARestartItIsPostedOnce()
{
    Person &ann = *m_ann;
    Bot witness(*m_house, QStringLiteral("Witness"));
    m_house->network().setHeld(true);
    ann->outbox().post(general, QStringLiteral("Once"));
    QTRY_VERIFY(!witness.ask(QStringLiteral("history:get"), {{QStringLiteral("room"), general}})
                     .value(QLatin1String("messages"))
                     .toArray()
                     .isEmpty());
    ann.quit();
    m_house->network().cut();
    m_house->network().setHeld(false);
    ann.start();
    QCOMPARE(ann->outbox().count(), 1);
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QVERIFY(ann.comeIn());
    QVERIFY(ann.waitUntilSent());
    QCOMPARE(textsIn(ann, general), QStringList(QStringLiteral("Once")));
    QTRY_COMPARE(timeline->at(timeline->count() - 1).kind, Entry::Kind::Message);
}

void tst_Outbox::aRefusedMessageStaysUntilItIsTriedAgain()
{
    Person &bob = *m_bob;
    const auto timeline = bob->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    Mirror mirror(*timeline);
    mute(0);
    QTRY_VERIFY(bob.room(general)->mutedUntil > 0);
    const QString nonce = bob->outbox().post(general, QStringLiteral("Let me speak"));
    const auto isRefused = [&] {
        const int row = timeline->rowOf(nonce);
        return row >= 0 && timeline->at(row).outgoing.state == Outgoing::State::Refused;
    };
    QTRY_VERIFY(isRefused());
    QCOMPARE(timeline->at(timeline->rowOf(nonce)).outgoing.problem->code, QStringLiteral("muted"));
    bob.quit();
    bob.start();
    QCOMPARE(bob->outbox().outgoing(general).first().state, Outgoing::State::Refused);
    QCOMPARE(bob->outbox().outgoing(general).first().problem->code, QStringLiteral("muted"));
    QVERIFY(bob.comeIn());
    QCOMPARE(bob->outbox().outgoing(general).first().state, Outgoing::State::Refused);
    mute(1);
    QTRY_COMPARE(bob.room(general)->mutedUntil, 0);
    bob->outbox().retry(nonce);
    QVERIFY(bob.waitUntilSent());
    QTRY_COMPARE(textsIn(*m_ann, general), QStringList(QStringLiteral("Let me speak")));
}

void tst_Outbox::aRefusedMessageCanBeDiscarded()
{
    Person &bob = *m_bob;
    mute(0);
    const QString nonce = bob->outbox().post(general, QStringLiteral("Never mind"));
    QTRY_COMPARE(bob->outbox().outgoing(general).first().state, Outgoing::State::Refused);
    const auto timeline = bob->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    Mirror mirror(*timeline);
    QCOMPARE(mirror.last(), QStringLiteral("(Never mind)"));
    bob->outbox().discard(nonce);
    QVERIFY(mirror.last() != QStringLiteral("(Never mind)"));
    QCOMPARE(bob->outbox().count(), 0);
    bob.quit();
    bob.start();
    QCOMPARE(bob->outbox().count(), 0);
}

void tst_Outbox::aRefusedMessageDoesNotHoldUpOthers()
{
    Person &ann = *m_ann;
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    Mirror mirror(*timeline);
    const QString tooLong(9000, u'x');
    const QString nonce = ann->outbox().post(general, tooLong);
    ann->outbox().post(general, QStringLiteral("Short"));
    QTRY_VERIFY(mirror.texts().contains(QStringLiteral("Short")));
    QTRY_COMPARE(ann->outbox().count(), 1);
    QCOMPARE(ann->outbox().outgoing(general).first().problem->code, QStringLiteral("too_long"));
    QCOMPARE(mirror.last(), QString(u'(' + tooLong + u')'));
    QVERIFY(timeline->rowOf(nonce) > 0);
}

void tst_Outbox::slowModeOnlyDelays()
{
    Person &bob = *m_bob;
    const QString room = m_ann->makeRoom(QStringLiteral("Slow"));
    QVERIFY(bob.join(room));
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        RoomChange change;
        change.slowMode = std::chrono::milliseconds(300);
        (*m_ann)->roomRequests().update(room, change, context, std::move(handler));
    }));
    bob->outbox().post(room, QStringLiteral("One"));
    bob->outbox().post(room, QStringLiteral("Two"));
    bob->outbox().post(general, QStringLiteral("Elsewhere"));
    const auto isSlowedDown = [&] {
        const QList<Outgoing> outgoing = bob->outbox().outgoing(room);
        return !outgoing.isEmpty() && outgoing.first().problem
            && outgoing.first().problem->code == QStringLiteral("slow_mode");
    };
    QTRY_VERIFY(isSlowedDown());
    QCOMPARE(bob->outbox().outgoing(room).first().state, Outgoing::State::Waiting);
    QTRY_VERIFY(bob->outbox().outgoing(general).isEmpty()); // another room is not held up
    QVERIFY(bob.waitUntilSent());
    QCOMPARE(textsIn(*m_ann, room), QStringList({QStringLiteral("One"), QStringLiteral("Two")}));
}

void tst_Outbox::tooManyMessagesAtOnceArriveInOrder()
{
    m_house->stop();
    m_house->config.rates.messagesPerSecond = 20;
    m_house->config.rates.messageBurst = 2;
    m_house->start();
    QVERIFY(m_bob->waitUntilUpToDate());
    QStringList texts;
    for (int i = 0; i < 8; ++i) {
        texts.append(QString::number(i));
        (*m_bob)->outbox().post(general, texts.last());
    }
    QVERIFY(m_bob->waitUntilSent());
    QCOMPARE(textsIn(*m_bob, general), texts);
}

void tst_Outbox::theSameTextFromAnotherDeviceIsAnotherMessage()
{
    Person &ann = *m_ann;
    Person tablet(*m_house, QStringLiteral("Ann"));
    tablet.credentials.token = ann.credentials.token;
    QVERIFY(tablet.comeIn());
    QCOMPARE(tablet.id(), ann.id());
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    Mirror mirror(*timeline);
    for (int i = 0; i < 10; ++i) {
        ann->outbox().post(general, QStringLiteral("ok"));
        tablet->outbox().post(general, QStringLiteral("ok"));
    }
    QVERIFY(ann.waitUntilSent());
    QVERIFY(tablet.waitUntilSent());
    QTRY_COMPARE(mirror.texts().count(QStringLiteral("ok")), 20);
    QCOMPARE(mirror.texts().count(QStringLiteral("(ok)")), 0);
}

QTEST_GUILESS_MAIN(tst_Outbox)
#include "tst_outbox.moc"
