#include "support/person.h"

using namespace session;

/// Coming in, staying in, and not being let in.
class tst_Connecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theWelcomeTellsWhoIsThereAndWhatRoomsThereAre();
    void theTokenIsEnoughTheNextTime();
    void withoutAServerWhatTheCacheRemembersIsThereAtOnce();
    void itComesBackWhenTheServerWasRestarted();
    void itTellsThatTheServerIsClosing();
    void afterClosingItStaysAway();
    void aNameThatSomebodyElseHasIsRefused();
    void aBadTokenIsRefusedAndForgotten();
    void aServerPasswordIsAskedForAndThenTaken();
    void whoIsBannedIsToldSoAndWhenItEnds();
    void whoIsKickedOutOfTheServerStaysAway();
    void aServerThatIsNotThereIsTriedAgain();
    void whatPassesByItselfIsWaitedFor();
    void presenceIsToldAndKeptAfterALostConnection();
    void anotherNameIsHeardOfByEverybody();

private:
    std::unique_ptr<House> m_house;
};

void tst_Connecting::init()
{
    m_house = std::make_unique<House>();
}

void tst_Connecting::theWelcomeTellsWhoIsThereAndWhatRoomsThereAre()
{
    m_house->config.chat.serverName = QStringLiteral("Home");
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    ann.start();
    QCOMPARE(ann->state(), ConnectionState::Offline);
    QSignalSpy states(&ann.client(), &ChatClient::stateChanged);
    QSignalSpy added(&ann->rooms(), &RoomDirectory::added);
    QVERIFY(ann.comeIn());
    QCOMPARE(states.size(), 2);
    QCOMPARE(states[0][0].value<ConnectionState>(), ConnectionState::Connecting);
    QCOMPARE(states[1][0].value<ConnectionState>(), ConnectionState::Online);
    QCOMPARE(added.size(), 1);
    QCOMPARE(ann->me().name, QStringLiteral("Ann"));
    QCOMPARE(ann->server().name, QStringLiteral("Home"));
    QCOMPARE(ann->server().limits.maxMessageCharacters, 8000);
    QVERIFY(ann->server().has(QStringLiteral("search")));
    QVERIFY(ann.room(general));
    QCOMPARE(ann.room(general)->room.name, QStringLiteral("General"));

    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QCOMPARE(bob->users().count(), 2);
    QCOMPARE(bob->users().nameOf(ann.id()), QStringLiteral("Ann"));
    QCOMPARE(bob->users().presence(ann.id()).state, protocol::chat::PresenceState::Online);
    QTRY_COMPARE(ann->users().nameOf(bob.id()), QStringLiteral("Bob"));
    QTRY_COMPARE(ann->users().presence(bob.id()).state, protocol::chat::PresenceState::Online);
    QTRY_COMPARE(ann.room(general)->room.memberCount, 2);
    const QString bobId = bob.id();
    bob.quit();
    QTRY_COMPARE(ann->users().presence(bobId).state, protocol::chat::PresenceState::Offline);
}

void tst_Connecting::theTokenIsEnoughTheNextTime()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    QVERIFY(!ann.credentials.token.isEmpty());
    const QString id = ann.id();
    ann.quit();
    ann.start();
    QSignalSpy tokens(&ann.client(), &ChatClient::tokenReceived);
    QVERIFY(ann.comeIn());
    QCOMPARE(ann.id(), id);
    QVERIFY(tokens.isEmpty());
}

void tst_Connecting::withoutAServerWhatTheCacheRemembersIsThereAtOnce()
{
    m_house->config.chat.serverName = QStringLiteral("Home");
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(ann.comeIn());
    QVERIFY(bob.comeIn());
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QVERIFY(!bob.say(general, QStringLiteral("Good morning")).isEmpty());
    QTRY_COMPARE(ann.room(general)->unread, 1);
    QTRY_COMPARE(ann->users().nameOf(bob.id()), QStringLiteral("Bob"));
    ann->rooms().setFavourite(general, true);
    ann->rooms().setNotify(general, NotifyLevel::Mentions);
    ann.quit();
    m_house->stop();

    ann.start();
    QCOMPARE(ann->state(), ConnectionState::Offline);
    QCOMPARE(ann->me().name, QStringLiteral("Ann"));
    QCOMPARE(ann->server().name, QStringLiteral("Home"));
    QCOMPARE(ann->users().nameOf(bob.id()), QStringLiteral("Bob"));
    QVERIFY(ann.room(general));
    QCOMPARE(ann.room(general)->unread, 1);
    QVERIFY(ann.room(general)->isFavourite);
    QCOMPARE(ann.room(general)->notify, NotifyLevel::Mentions);
    QCOMPARE(ann.room(general)->last->text, QStringLiteral("Good morning"));
    const auto offline = ann->openTimeline(general);
    offline->loadLatest();
    QVERIFY(!offline->isLoading());
    QCOMPARE(offline->at(offline->count() - 1).message.text, QStringLiteral("Good morning"));
}

void tst_Connecting::itComesBackWhenTheServerWasRestarted()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    const QString said = ann.say(general, QStringLiteral("Acknowledged is kept"));
    m_house->stop();
    QTRY_VERIFY(!ann->isOnline());
    m_house->start();
    QVERIFY(ann.waitUntilUpToDate());
    QCOMPARE(ann.room(general)->last->id, said);
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QCOMPARE(bob.room(general)->last->id, said);
}

void tst_Connecting::itTellsThatTheServerIsClosing()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    std::optional<Closing> closing;
    connect(&ann.client(), &ChatClient::closing, this, [&](const Closing &told) { closing = told; });
    m_house->stop();
    QTRY_VERIFY(closing.has_value());
    QCOMPARE(closing->retryAfter, std::chrono::milliseconds(50));
    QTRY_COMPARE(ann->state(), ConnectionState::Waiting);
    QVERIFY(ann->nextAttemptAt().has_value());
    m_house->start();
    QVERIFY(ann.waitUntilUpToDate());
}

void tst_Connecting::afterClosingItStaysAway()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    ann->close();
    QCOMPARE(ann->state(), ConnectionState::Offline);
    QVERIFY(!ann->nextAttemptAt().has_value());
    QVERIFY(ann.comeIn());
}

void tst_Connecting::aNameThatSomebodyElseHasIsRefused()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    Person other(*m_house, QStringLiteral("Ann"));
    other.start();
    QSignalSpy refused(&other.client(), &ChatClient::refused);
    other->open();
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(other->state(), ConnectionState::Refused);
    QCOMPARE(other->refusal()->code, QStringLiteral("name_taken"));
    other.credentials.name = QStringLiteral("Another Ann");
    other->setCredentials(other.credentials);
    QVERIFY(other.comeIn());
    QVERIFY(!other->refusal().has_value());
    QCOMPARE(other->me().name, QStringLiteral("Another Ann"));
}

void tst_Connecting::aBadTokenIsRefusedAndForgotten()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    Person other(*m_house, QStringLiteral("Ann"));
    other.credentials.token = QStringLiteral("q3vGf0nJx8m2c1Zs7aYt5Lk9WbRdEuHoPiQjNvXyTgM");
    other.start();
    other->open();
    QTRY_COMPARE(other->state(), ConnectionState::Refused);
    QCOMPARE(other->refusal()->code, QStringLiteral("bad_token"));
    QVERIFY(other->credentials().token.isEmpty());
    other->open();
    QTRY_COMPARE(other->refusal() ? other->refusal()->code : QString(), QStringLiteral("name_taken"));
}

void tst_Connecting::aServerPasswordIsAskedForAndThenTaken()
{
    m_house->config.serverPassword = "open sesame";
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    ann.start();
    ann->open();
    QTRY_COMPARE(ann->state(), ConnectionState::Refused);
    QCOMPARE(ann->refusal()->code, QStringLiteral("server_password_required"));
    ann.credentials.serverPassword = QStringLiteral("open sesame");
    ann->setCredentials(ann.credentials);
    QVERIFY(ann.comeIn());
}

void tst_Connecting::whoIsBannedIsToldSoAndWhenItEnds()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(ann.comeIn());
    QVERIFY(bob.comeIn());
    QSignalSpy refused(&bob.client(), &ChatClient::refused);
    const qint64 until = QDateTime::currentMSecsSinceEpoch() + 3'600'000;
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        ann->moderation().ban(std::nullopt, bob.id(), QStringLiteral("Spam"), until, context, std::move(handler));
    }));
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(bob->state(), ConnectionState::Refused);
    QCOMPARE(bob->refusal()->code, QStringLiteral("banned"));
    QVERIFY(bob->refusal()->retryAfter.has_value());
    QVERIFY(bob->nextAttemptAt().has_value());
    bob->open();
    QTRY_COMPARE(refused.size(), 2);
    QCOMPARE(bob->refusal()->code, QStringLiteral("banned"));
}

void tst_Connecting::whoIsKickedOutOfTheServerStaysAway()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(ann.comeIn());
    QVERIFY(bob.comeIn());
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        ann->moderation().kick(std::nullopt, bob.id(), QStringLiteral("Cool down"), context, std::move(handler));
    }));
    QTRY_COMPARE(bob->state(), ConnectionState::Refused);
    QCOMPARE(bob->refusal()->code, QStringLiteral("forbidden"));
    QVERIFY(!bob->nextAttemptAt().has_value());
    QVERIFY(bob.comeIn());
}

void tst_Connecting::aServerThatIsNotThereIsTriedAgain()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    m_house->network().setDown(true);
    ann.start();
    ann->open();
    QTRY_COMPARE(ann->state(), ConnectionState::Waiting);
    QVERIFY(ann->nextAttemptAt().has_value());
    QVERIFY(ann.comeBack());
}

void tst_Connecting::whatPassesByItselfIsWaitedFor()
{
    m_house->config.chat.limits.maxConnectionsPerUser = 1;
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    Person tablet(*m_house, QStringLiteral("Ann"));
    tablet.credentials.token = ann.credentials.token;
    tablet.start();
    QSignalSpy refused(&tablet.client(), &ChatClient::refused);
    tablet->open();
    QTRY_COMPARE(tablet->state(), ConnectionState::Waiting);
    QCOMPARE(tablet->refusal()->code, QStringLiteral("too_many"));
    QVERIFY(tablet->nextAttemptAt().has_value());
    QVERIFY(refused.isEmpty());
    ann.quit();
    const auto isIn = [&] {
        if (tablet->state() == ConnectionState::Waiting)
            tablet->reconnectNow();
        return tablet->isUpToDate();
    };
    QTRY_VERIFY(isIn());
    QVERIFY(!tablet->refusal());
}

void tst_Connecting::presenceIsToldAndKeptAfterALostConnection()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    QVERIFY(ann.comeIn());
    ann->setPresence(protocol::chat::PresenceState::Away, QStringLiteral("At lunch"));
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QTRY_COMPARE(bob->users().presence(ann.id()).status, QStringLiteral("At lunch"));
    QVERIFY(ann.loseConnection());
    QVERIFY(ann.comeBack());
    QVERIFY(bob.waitUntilUpToDate());
    QTRY_COMPARE(bob->users().presence(ann.id()).state, protocol::chat::PresenceState::Away);
    QTRY_COMPARE(bob->users().presence(ann.id()).status, QStringLiteral("At lunch"));
}

void tst_Connecting::anotherNameIsHeardOfByEverybody()
{
    m_house->start();
    Person ann(*m_house, QStringLiteral("Ann"));
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(ann.comeIn());
    QVERIFY(bob.comeIn());
    QSignalSpy changed(&ann.client(), &ChatClient::meChanged);
    const auto answer
        = answerOf<protocol::chat::User>([&](QObject *context, AnswerHandler<protocol::chat::User> handler) {
              UserChange change;
              change.name = QStringLiteral("Anna");
              ann->people().updateMe(change, context, std::move(handler));
          });
    QVERIFY(answer);
    QCOMPARE(answer->name, QStringLiteral("Anna"));
    QTRY_COMPARE(bob->users().nameOf(ann.id()), QStringLiteral("Anna"));
    QTRY_COMPARE(ann->me().name, QStringLiteral("Anna"));
    QVERIFY(!changed.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Connecting)
#include "tst_connecting.moc"
