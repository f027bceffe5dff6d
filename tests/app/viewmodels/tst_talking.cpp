#include "modelvalues.h"
#include "support/desk.h"

#include "viewmodels/presence.h"
#include "viewmodels/role.h"

#include <QSignalSpy>

using models::TimelineModel;
using viewmodels::AppViewModel;
using viewmodels::RoomViewModel;

namespace {

const QString general = QStringLiteral("general");

} // namespace

/// Two people with the program, over real sockets.
class tst_Talking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatOneWritesTheOtherReads();
    void oneSeesThatTheOtherIsTyping();
    void whatIsNotLookedAtCountsAsUnread();
    void aRoomIsMadeFoundAndJoined();
    void leavingARoomOpensAnother();
    void peopleTalkAlone();
    void aSearchLeadsToTheMessage();
    void theSwitcherFindsRoomsAndPeople();
    void roomsAreReachedOneAfterTheOther();
    void aLostConnectionIsToldAndCountedDown();
    void whatIsWrittenWithoutConnectionArrivesOnce();
    void afterARestartEverythingIsThereWithoutTheServer();
    void rightsFollowTheRole();
    void whoSomebodyIsIsFollowed();
    void aConversationOfTwoBeginsEmpty();
    void onesOwnNameAndPresenceCanBeChanged();
    void pinsAreListed();
    void scheduledMessagesAreListedAndDropped();

private:
    std::unique_ptr<House> m_house;
    std::unique_ptr<Desk> m_ann;
    std::unique_ptr<Desk> m_bob;
};

void tst_Talking::init()
{
    m_ann.reset();
    m_bob.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Desk>(QStringLiteral("Ann"));
    m_bob = std::make_unique<Desk>(QStringLiteral("Bob"));
    QVERIFY(m_ann->join(*m_house));
    QVERIFY(m_bob->join(*m_house));
    QCOMPARE(m_ann->room().roomId(), general);
    QTRY_COMPARE(m_ann->chat().people()->count(), 2);
}

void tst_Talking::whatOneWritesTheOtherReads()
{
    m_ann->say(QStringLiteral("Soup today?"));
    QCOMPARE(m_ann->text(0), QStringLiteral("Soup today?"));
    QTRY_COMPARE(m_bob->text(0), QStringLiteral("Soup today?"));
    QCOMPARE(valueAt(m_bob->timeline(), 0, "authorName").toString(), QStringLiteral("Ann"));

    m_bob->room().composer()->replyTo(valueAt(m_bob->timeline(), 0, "key").toString());
    QCOMPARE(m_bob->room().composer()->replyText(), QStringLiteral("Soup today?"));
    m_bob->say(QStringLiteral("Yes"));
    QVERIFY(!m_bob->room().composer()->isReplying());
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("Yes"));
    QCOMPARE(valueAt(m_ann->timeline(), 0, "replyText").toString(), QStringLiteral("Soup today?"));
}

void tst_Talking::oneSeesThatTheOtherIsTyping()
{
    m_ann->room().composer()->setText(QStringLiteral("S"));
    QTRY_COMPARE(m_bob->room().typingText(), QStringLiteral("Ann is typing…"));
    QCOMPARE(valueAt(*m_bob->chat().rooms(), 0, "typing").toString(), QStringLiteral("Ann is typing…"));
    m_ann->room().composer()->setText({});
    QTRY_COMPARE(m_bob->room().typingText(), QString());
}

void tst_Talking::whatIsNotLookedAtCountsAsUnread()
{
    m_bob->app().setWindowActive(false);
    m_ann->say(QStringLiteral("@Bob, hello"));
    QTRY_COMPARE(m_bob->app().unread(), 1);
    QCOMPARE(m_bob->app().mentions(), 1);
    QCOMPARE(valueAt(*m_bob->app().servers(), 0, "unread").toInt(), 1);
    m_bob->app().setWindowActive(true);
    QTRY_COMPARE(m_bob->app().unread(), 0);
    // The line stays where one had stopped.
    QVERIFY(valueAt(m_bob->timeline(), 0, "showUnreadLine").toBool());
    m_bob->room().hideUnreadLine();
    QVERIFY(!valueAt(m_bob->timeline(), 0, "showUnreadLine").toBool());
}

void tst_Talking::aRoomIsMadeFoundAndJoined()
{
    m_ann->chat().createRoom(QStringLiteral(" Kitchen "), false, QStringLiteral("Who cooks?"));
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Kitchen"));
    QCOMPARE(m_ann->room().topic(), QStringLiteral("Who cooks?"));
    m_bob->chat().directory()->load();
    QTRY_VERIFY(rowWhere(*m_bob->chat().directory(), "name", QStringLiteral("Kitchen")) >= 0);
    m_bob->chat().joinRoom(m_ann->room().roomId());
    QTRY_COMPARE(m_bob->room().name(), QStringLiteral("Kitchen"));
    QTRY_COMPARE(m_ann->room().memberCount(), 2);
    QTRY_VERIFY(m_ann->room().memberNames().contains(QStringLiteral("Bob")));
}

void tst_Talking::leavingARoomOpensAnother()
{
    m_ann->chat().createRoom(QStringLiteral("Kitchen"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Kitchen"));
    m_bob->chat().joinRoom(m_ann->room().roomId());
    QTRY_COMPARE(m_bob->room().name(), QStringLiteral("Kitchen"));
    m_bob->room().leave();
    QTRY_COMPARE(m_bob->room().roomId(), general);
    QCOMPARE(m_bob->chat().rooms()->count(), 1);

    m_bob->chat().joinRoom(m_ann->room().roomId());
    QTRY_COMPARE(m_bob->room().name(), QStringLiteral("Kitchen"));
    QSignalSpy notices(&m_bob->chat(), &viewmodels::ChatViewModel::noticeReceived);
    m_ann->room().kick(m_bob->chat().me()->userId(), QStringLiteral("Cool down"));
    QTRY_COMPARE(m_bob->room().roomId(), general);
    QVERIFY(notices.constFirst().constFirst().toString().contains(QStringLiteral("Cool down")));
}

void tst_Talking::peopleTalkAlone()
{
    m_ann->chat().openDirect(m_bob->chat().me()->userId());
    QTRY_VERIFY(m_ann->room().isDirect());
    QCOMPARE(m_ann->room().name(), QStringLiteral("Bob"));
    QCOMPARE(m_ann->room().presence(), static_cast<int>(viewmodels::Presence::Online));
    QVERIFY(!m_ann->room().canLeave());
    m_ann->say(QStringLiteral("Psst"));
    QTRY_COMPARE(m_bob->chat().unread(), 1);
    m_bob->chat().nextUnreadRoom();
    QCOMPARE(m_bob->room().name(), QStringLiteral("Ann"));
    QTRY_COMPARE(m_bob->text(0), QStringLiteral("Psst"));
}

void tst_Talking::aSearchLeadsToTheMessage()
{
    m_ann->say(QStringLiteral("The key is under the <b>mat</b>"));
    QVERIFY(m_ann->isSent());
    m_ann->chat().createRoom(QStringLiteral("Kitchen"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Kitchen"));

    viewmodels::SearchViewModel *search = m_ann->chat().search();
    search->setQuery(QStringLiteral("key"));
    QTRY_COMPARE(search->results()->count(), 1);
    const QString html = valueAt(*search->results(), 0, "snippetHtml").toString();
    QVERIFY(html.contains(QStringLiteral("<b>key</b>")));
    QVERIFY(!html.contains(QStringLiteral("<b>mat")));
    QCOMPARE(valueAt(*search->results(), 0, "roomName").toString(), QStringLiteral("General"));
    search->open(0);
    QCOMPARE(m_ann->room().roomId(), general);

    search->setQuery(QStringLiteral("nonsense"));
    QTRY_VERIFY(search->isEmptyResult());
    m_ann->chat().openRoom(general);
    search->setInThisRoom(true);
    search->setQuery(QStringLiteral("key"));
    QTRY_COMPARE(search->results()->count(), 1);
    search->clear();
    QCOMPARE(search->results()->count(), 0);
    QVERIFY(!search->isEmptyResult());
}

void tst_Talking::theSwitcherFindsRoomsAndPeople()
{
    m_ann->chat().createRoom(QStringLiteral("Kitchen"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Kitchen"));
    viewmodels::SwitcherViewModel *switcher = m_ann->chat().switcher();
    switcher->refresh();
    switcher->setQuery(QStringLiteral("gnrl"));
    QCOMPARE(valuesOf(*switcher->results(), "title"), QStringList{QStringLiteral("General")});
    switcher->open(0);
    QCOMPARE(m_ann->room().roomId(), general);
    switcher->refresh();
    switcher->setQuery(QStringLiteral("bo"));
    QCOMPARE(valueAt(*switcher->results(), 0, "kind").toString(), QStringLiteral("person"));
    switcher->open(0);
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Bob"));
}

void tst_Talking::roomsAreReachedOneAfterTheOther()
{
    m_ann->chat().createRoom(QStringLiteral("Attic"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Attic"));
    m_ann->chat().nextRoom();
    QCOMPARE(m_ann->room().name(), QStringLiteral("General"));
    m_ann->chat().nextRoom();
    QCOMPARE(m_ann->room().name(), QStringLiteral("Attic"));
    m_ann->chat().previousRoom();
    QCOMPARE(m_ann->room().name(), QStringLiteral("General"));
    m_ann->chat().setRoomFilter(QStringLiteral("att"));
    QCOMPARE(m_ann->chat().rooms()->count(), 1);
}

void tst_Talking::aLostConnectionIsToldAndCountedDown()
{
    viewmodels::ConnectionViewModel *connection = m_ann->chat().connection();
    QVERIFY(!connection->bannerVisible());
    m_house->network().setDown(true);
    QTRY_VERIFY(!connection->isOnline());
    QVERIFY(!connection->bannerVisible());
    QTRY_VERIFY(connection->bannerVisible());
    QVERIFY(!connection->text().isEmpty());
    m_house->network().setDown(false);
    connection->retryNow();
    QTRY_VERIFY(connection->isOnline());
    QVERIFY(!connection->bannerVisible());
}

void tst_Talking::whatIsWrittenWithoutConnectionArrivesOnce()
{
    m_house->network().setDown(true);
    QTRY_VERIFY(!m_ann->chat().connection()->isOnline());
    m_ann->say(QStringLiteral("Written alone"));
    QCOMPARE(valueAt(m_ann->timeline(), 0, "sendState").toInt(), static_cast<int>(TimelineModel::SendState::Sending));
    m_ann->quit();
    m_house->network().setDown(false);
    m_ann->start();
    QVERIFY(m_ann->waitUntilUpToDate());
    QVERIFY(m_ann->isSent());
    QVERIFY(m_bob->waitUntilUpToDate());
    QTRY_COMPARE(m_bob->text(0), QStringLiteral("Written alone"));
    QCOMPARE(valuesOf(m_bob->timeline(), "plainText").count(QStringLiteral("Written alone")), 1);
    QTRY_COMPARE(valuesOf(m_ann->timeline(), "plainText").count(QStringLiteral("Written alone")), 1);
}

void tst_Talking::afterARestartEverythingIsThereWithoutTheServer()
{
    m_bob->say(QStringLiteral("Remember this"));
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("Remember this"));
    m_ann->room().composer()->setText(QStringLiteral("Begun"));
    m_ann->quit();
    m_house->network().setDown(true);
    m_ann->start();
    QCOMPARE(m_ann->app().page(), AppViewModel::Page::Chat);
    QCOMPARE(m_ann->chat().me()->name(), QStringLiteral("Ann"));
    QCOMPARE(m_ann->room().roomId(), general);
    QCOMPARE(m_ann->text(0), QStringLiteral("Remember this"));
    QCOMPARE(valueAt(m_ann->timeline(), 0, "authorName").toString(), QStringLiteral("Bob"));
    QCOMPARE(m_ann->room().composer()->text(), QStringLiteral("Begun"));
    QVERIFY(valueAt(*m_ann->chat().rooms(), 0, "hasDraft").toBool());

    viewmodels::SearchViewModel *search = m_ann->chat().search();
    search->setQuery(QStringLiteral("remember"));
    QTRY_COMPARE(search->results()->count(), 1);
    QVERIFY(search->isOffline());
}

void tst_Talking::rightsFollowTheRole()
{
    m_ann->chat().createRoom(QStringLiteral("Kitchen"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Kitchen"));
    m_bob->chat().joinRoom(m_ann->room().roomId());
    QTRY_COMPARE(m_bob->room().name(), QStringLiteral("Kitchen"));
    QVERIFY(m_ann->room().canUpdate() && m_ann->room().canModerate() && m_ann->room().canPin());
    QVERIFY(!m_bob->room().canUpdate() && !m_bob->room().canModerate() && !m_bob->room().canPin());

    m_ann->room().update(QStringLiteral("Kitchen"), QStringLiteral("Soup"), 5000, true);
    QTRY_VERIFY(!m_bob->room().canPost());
    QVERIFY(!m_bob->room().cannotPostReason().isEmpty());
    QCOMPARE(m_bob->room().topic(), QStringLiteral("Soup"));
    QVERIFY(m_bob->room().slowModeText().contains(QLatin1Char('5')));
    m_ann->room().setRole(m_bob->chat().me()->userId(), viewmodels::Role::Moderator);
    QTRY_VERIFY(m_bob->room().canPost());
    QVERIFY(m_bob->room().canModerate());
}

void tst_Talking::whoSomebodyIsIsFollowed()
{
    const QString bobId = m_bob->chat().me()->userId();
    const viewmodels::PersonViewModel *bob = m_ann->chat().person(bobId);
    QCOMPARE(m_ann->chat().person(bobId), bob);
    QCOMPARE(bob->name(), QStringLiteral("Bob"));
    QCOMPARE(bob->state(), static_cast<int>(viewmodels::Presence::Online));
    m_bob->chat().setPresence(viewmodels::Presence::Away, QStringLiteral("At lunch"));
    QTRY_COMPARE(bob->status(), QStringLiteral("At lunch"));
    QCOMPARE(bob->state(), static_cast<int>(viewmodels::Presence::Away));

    // Who has a role in the server has it in every room.
    const QString annId = m_ann->chat().me()->userId();
    QCOMPARE(m_bob->chat().person(annId)->role(), static_cast<int>(viewmodels::Role::Owner));
    QCOMPARE(m_bob->chat().person(annId)->roleText(), QStringLiteral("Owner"));
    const models::MembersModel *members = m_bob->room().memberList();
    m_bob->room().loadMembers();
    QTRY_COMPARE(members->roleOf(annId), static_cast<int>(viewmodels::Role::Owner));
    QCOMPARE(members->roleTextOf(annId), QStringLiteral("Owner"));
    QCOMPARE(members->roleOf(bobId), static_cast<int>(viewmodels::Role::Member));
    QCOMPARE(members->roleTextOf(bobId), QString());
    QCOMPARE(members->roleOf(QStringLiteral("nobody")), -1);
    m_ann->room().mute(bobId, {}, 0);
    QTRY_VERIFY(members->isMuted(bobId));
    QVERIFY(!members->isMuted(annId));
}

void tst_Talking::aConversationOfTwoBeginsEmpty()
{
    m_ann->chat().openDirect(m_bob->chat().me()->userId());
    QTRY_VERIFY(m_ann->room().isDirect());
    QVERIFY(m_ann->waitUntilUpToDate());
    const QString id = m_ann->room().roomId();
    QTRY_VERIFY(m_bob->chat().session().client().rooms().room(id) != nullptr);
    m_bob->chat().openRoom(id);
    m_ann->say(QStringLiteral("Psst"));
    QTRY_COMPARE(m_bob->text(0), QStringLiteral("Psst"));
    QCOMPARE(m_bob->timeline().count(), 1);
    QVERIFY(m_ann->isSent());
    QCOMPARE(m_ann->timeline().count(), 1);
}

void tst_Talking::onesOwnNameAndPresenceCanBeChanged()
{
    m_ann->chat().rename(QStringLiteral("Anna"));
    QTRY_COMPARE(m_ann->chat().me()->name(), QStringLiteral("Anna"));
    m_ann->chat().setColor(QStringLiteral("#123456"));
    QTRY_COMPARE(m_ann->chat().me()->color(), QStringLiteral("#123456"));
    m_ann->chat().setPresence(viewmodels::Presence::Away, QStringLiteral("At lunch"));
    const models::PeopleModel *people = m_bob->chat().people();
    QTRY_VERIFY(rowWhere(*people, "status", QStringLiteral("At lunch")) >= 0);
    QTRY_COMPARE(m_ann->chat().me()->state(), static_cast<int>(viewmodels::Presence::Away));

    QSignalSpy problems(&m_ann->chat(), &viewmodels::ChatViewModel::problemOccurred);
    m_ann->chat().rename(QStringLiteral("Bob"));
    QTRY_COMPARE(problems.count(), 1);
}

void tst_Talking::pinsAreListed()
{
    m_ann->chat().createRoom(QStringLiteral("Kitchen"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Kitchen"));
    m_ann->say(QStringLiteral("Under the mat"));
    QVERIFY(m_ann->isSent());
    m_ann->room().loadPins();
    m_ann->timeline().pin(valueAt(m_ann->timeline(), 0, "key").toString(), true);
    QTRY_COMPARE(valuesOf(*m_ann->room().pins(), "text"), QStringList{QStringLiteral("Under the mat")});
    QVERIFY(valueAt(m_ann->timeline(), 0, "isPinned").toBool());
    m_ann->timeline().pin(valueAt(m_ann->timeline(), 0, "key").toString(), false);
    QTRY_COMPARE(m_ann->room().pins()->count(), 0);
}

void tst_Talking::scheduledMessagesAreListedAndDropped()
{
    m_ann->room().composer()->setText(QStringLiteral("Lunch is ready"));
    QSignalSpy notices(&m_ann->chat(), &viewmodels::ChatViewModel::noticeReceived);
    m_ann->room().composer()->schedule(4'102'444'800'000.0);
    QTRY_COMPARE(notices.count(), 1);
    QCOMPARE(m_ann->room().composer()->text(), QString());
    m_ann->chat().loadScheduled();
    QTRY_COMPARE(valuesOf(*m_ann->chat().scheduled(), "text"), QStringList{QStringLiteral("Lunch is ready")});
    m_ann->chat().cancelScheduled(valueAt(*m_ann->chat().scheduled(), 0, "itemId").toString());
    QTRY_COMPARE(m_ann->chat().scheduled()->count(), 0);
}

QTEST_MAIN(tst_Talking)
#include "tst_talking.moc"
