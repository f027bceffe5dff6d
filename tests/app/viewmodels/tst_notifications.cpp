#include "support/bot.h"
#include "support/desk.h"

#include "viewmodels/notificationpolicy.h"

#include <QSignalSpy>

using session::NotifyLevel;
using viewmodels::RoomViewModel;
using viewmodels::SettingsViewModel;

namespace {

const QString general = QStringLiteral("general");

} // namespace

/// Telling people of what comes in.
class tst_Notifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theOrderOfReasonsDecides_data();
    void theOrderOfReasonsDecides();
    void whatConcernsOneIsToldAndGoesWhenRead();
    void whatIsInFrontOfOnesEyesIsNotTold();
    void aMutedRoomSaysNothing();
    void theTextCanBeKeptBack();
    void oneCanAnswerAndMarkAsRead();
    void aClickOpensTheRoom();
    void whatWasMissedIsToldOnceForEachRoom();
    void whatWasReadLastDoesNotCountAsMissed();

private:
    [[nodiscard]] QString key() const { return m_ann->chat().serverId() + QLatin1Char('/') + general; }
    [[nodiscard]] int unread() const { return m_ann->chat().session().client().rooms().room(general)->unread; }

    std::unique_ptr<House> m_house;
    std::unique_ptr<Desk> m_ann;
    std::unique_ptr<Bot> m_bot;
};

void tst_Notifications::init()
{
    m_ann.reset();
    m_bot.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Desk>(QStringLiteral("Ann"));
    QVERIFY(m_ann->join(*m_house));
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Bot"));
    m_bot->say(general, QStringLiteral("Hello"));
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("Hello"));
    QTRY_COMPARE(unread(), 0);
    m_ann->app().setWindowActive(false);
    m_ann->notifier.shown.clear();
}

void tst_Notifications::theOrderOfReasonsDecides_data()
{
    using Level = NotifyLevel;
    QTest::addColumn<Level>("room");
    QTest::addColumn<Level>("general");
    QTest::addColumn<bool>("doNotDisturb");
    QTest::addColumn<bool>("mention");
    QTest::addColumn<bool>("direct");
    QTest::addColumn<bool>("beingRead");
    QTest::addColumn<bool>("notifies");

    QTest::newRow("a message for nobody in particular")
        << Level::Default << Level::Mentions << false << false << false << false << false;
    QTest::newRow("a mention") << Level::Default << Level::Mentions << false << true << false << false << true;
    QTest::newRow("a direct message") << Level::Default << Level::Mentions << false << false << true << false << true;
    QTest::newRow("a mention in a room that is off")
        << Level::Nothing << Level::All << false << true << false << false << false;
    QTest::newRow("a direct message that is off")
        << Level::Nothing << Level::All << false << false << true << false << false;
    QTest::newRow("a mention while not to be disturbed")
        << Level::All << Level::All << true << true << true << false << false;
    QTest::newRow("any message in a room that tells all")
        << Level::All << Level::Nothing << false << false << false << false << true;
    QTest::newRow("any message where all is told")
        << Level::Default << Level::All << false << false << false << false << true;
    QTest::newRow("a mention where nothing is told")
        << Level::Default << Level::Nothing << false << true << false << false << false;
    QTest::newRow("a mention in a room that tells mentions")
        << Level::Mentions << Level::Nothing << false << true << false << false << true;
    QTest::newRow("a plain message in a room that tells mentions")
        << Level::Mentions << Level::All << false << false << false << false << false;
    QTest::newRow("a mention that is being read") << Level::All << Level::All << false << true << true << true << false;
}

void tst_Notifications::theOrderOfReasonsDecides()
{
    QFETCH(NotifyLevel, room);
    QFETCH(NotifyLevel, general);
    QFETCH(bool, doNotDisturb);
    QFETCH(bool, mention);
    QFETCH(bool, direct);
    QFETCH(bool, beingRead);
    QFETCH(bool, notifies);
    QCOMPARE(viewmodels::shouldNotify({room, general, doNotDisturb, mention, direct, beingRead}), notifies);
}

void tst_Notifications::whatConcernsOneIsToldAndGoesWhenRead()
{
    m_bot->say(general, QStringLiteral("For everybody else"));
    m_bot->say(general, QStringLiteral("@Ann, **soup**?"));
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
    QCOMPARE(m_ann->notifier.shown.constFirst().key, key());
    QCOMPARE(m_ann->notifier.shown.constFirst().title, QStringLiteral("General"));
    QCOMPARE(m_ann->notifier.shown.constFirst().text, QStringLiteral("Bot: @Ann, soup?"));
    QVERIFY(m_ann->notifier.closed.isEmpty());
    m_ann->app().setWindowActive(true);
    QTRY_COMPARE(m_ann->notifier.closed, QStringList{key()});
}

void tst_Notifications::whatIsInFrontOfOnesEyesIsNotTold()
{
    m_ann->app().setWindowActive(true);
    m_bot->say(general, QStringLiteral("@Ann, look"));
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("@Ann, look"));
    QVERIFY(m_ann->notifier.shown.isEmpty());
    m_ann->room().setIsAtLatest(false);
    m_bot->say(general, QStringLiteral("@Ann, further down"));
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
}

void tst_Notifications::aMutedRoomSaysNothing()
{
    m_ann->room().setNotifyLevel(RoomViewModel::NotifyLevel::Nothing);
    m_bot->say(general, QStringLiteral("@Ann, look"));
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("@Ann, look"));
    m_ann->room().setNotifyLevel(RoomViewModel::NotifyLevel::All);
    m_bot->say(general, QStringLiteral("And now"));
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
    QCOMPARE(m_ann->notifier.shown.constFirst().text, QStringLiteral("Bot: And now"));
}

void tst_Notifications::theTextCanBeKeptBack()
{
    m_ann->app().settings()->setShowMessageText(false);
    m_bot->say(general, QStringLiteral("@Ann, secret"));
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
    QVERIFY(!m_ann->notifier.shown.constFirst().text.contains(QStringLiteral("secret")));
}

void tst_Notifications::oneCanAnswerAndMarkAsRead()
{
    m_bot->say(general, QStringLiteral("@Ann, soup?"));
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
    m_ann->notifier.markRead(key());
    QTRY_COMPARE(m_ann->chat().unread(), 0);
    m_ann->notifier.reply(key(), QStringLiteral("Yes, please"));
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("Yes, please"));
    m_ann->notifier.reply(QStringLiteral("elsewhere/general"), QStringLiteral("Not here"));
    QVERIFY(m_ann->isSent());
    QCOMPARE(m_ann->text(0), QStringLiteral("Yes, please"));
}

void tst_Notifications::aClickOpensTheRoom()
{
    m_ann->chat().createRoom(QStringLiteral("Attic"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Attic"));
    m_ann->app().showFirstRun();
    const QSignalSpy raised(&m_ann->app(), &viewmodels::AppViewModel::windowRaised);
    m_ann->notifier.click(key());
    QCOMPARE(m_ann->room().roomId(), general);
    QCOMPARE(m_ann->app().page(), viewmodels::AppViewModel::Page::Chat);
    QCOMPARE(raised.count(), 1);
}

void tst_Notifications::whatWasMissedIsToldOnceForEachRoom()
{
    m_ann->app().settings()->setNotifications(SettingsViewModel::Notifications::All);
    m_house->network().setDown(true);
    QTRY_VERIFY(!m_ann->chat().connection()->isOnline());
    m_bot->count(general, 1, 7);
    m_house->network().setDown(false);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("7"));
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
    QVERIFY(m_ann->notifier.shown.constFirst().text.contains(QLatin1Char('7')));
}

void tst_Notifications::whatWasReadLastDoesNotCountAsMissed()
{
    m_ann->app().settings()->setNotifications(SettingsViewModel::Notifications::All);
    m_bot->say(general, QStringLiteral("Read, and nobody was told"));
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
    QCOMPARE(unread(), 1);
    m_ann->notifier.shown.clear();
    m_ann->chat().session().client().markRead(general,
                                              m_ann->chat().session().client().rooms().room(general)->room.seq);
    m_house->network().setDown(true);
    QTRY_VERIFY(!m_ann->chat().connection()->isOnline());
    m_bot->count(general, 1, 7);
    m_house->network().setDown(false);
    QTRY_COMPARE(m_ann->notifier.shown.size(), 1);
    QVERIFY(m_ann->notifier.shown.constFirst().text.contains(QLatin1Char('7')));
}

QTEST_MAIN(tst_Notifications)
#include "tst_notifications.moc"
