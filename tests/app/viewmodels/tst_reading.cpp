#include "modelvalues.h"
#include "support/bot.h"
#include "support/desk.h"

#include <QSignalSpy>

using viewmodels::RoomViewModel;

namespace {

const QString general = QStringLiteral("general");

} // namespace

/// Reading a room, and moving through it.
class tst_Reading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theLineStandsWhereOneHadStopped();
    void withoutTheWindowNothingIsRead();
    void whoLooksFurtherUpSeesWhatIsNewBelow();
    void oneCanJumpToTheFirstUnreadMessage();
    void oneCanJumpToAMessageFarAway();
    void oneCanJumpToADateAndBack();
    void whatIsNotThereIsTold();
    void moreIsLoadedOnDemand();

private:
    [[nodiscard]] RoomViewModel &room() { return m_ann->room(); }
    [[nodiscard]] static QString textAt(Desk &desk, const QSignalSpy &positions)
    {
        return desk.text(positions.constLast().at(0).toInt());
    }

    std::unique_ptr<House> m_house;
    std::unique_ptr<Desk> m_ann;
    std::unique_ptr<Bot> m_bot;
};

void tst_Reading::init()
{
    m_ann.reset();
    m_bot.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Bot"));
    m_ann = std::make_unique<Desk>(QStringLiteral("Ann"));
    QVERIFY(m_ann->join(*m_house));
}

void tst_Reading::theLineStandsWhereOneHadStopped()
{
    m_bot->count(general, 1, 3);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("3"));
    QTRY_COMPARE(room().unread(), 0);
    m_ann->chat().closeRoom();
    m_bot->count(general, 4, 6);
    QTRY_COMPARE(m_ann->chat().unread(), 3);
    m_ann->app().setWindowActive(false);
    m_ann->chat().openRoom(general);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("6"));
    QCOMPARE(rowWhere(m_ann->timeline(), "showUnreadLine", QStringLiteral("true")), 2);
    QVERIFY(room().hasUnreadAbove());
    m_ann->app().setWindowActive(true);
    room().markSeen(0);
    QCOMPARE(m_ann->chat().session().client().rooms().room(general)->unread, 3);
    room().markSeen(2);
    QVERIFY(!room().hasUnreadAbove());
    QTRY_COMPARE(room().unread(), 0);
    QCOMPARE(rowWhere(m_ann->timeline(), "showUnreadLine", QStringLiteral("true")), 2);
}

void tst_Reading::withoutTheWindowNothingIsRead()
{
    m_ann->app().setWindowActive(false);
    m_bot->count(general, 1, 2);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("2"));
    QTRY_COMPARE(room().unread(), 2);
    room().markSeen(0);
    QCOMPARE(m_ann->chat().session().client().rooms().room(general)->unread, 2);
    m_ann->app().setWindowActive(true);
    QTRY_COMPARE(room().unread(), 0);
}

void tst_Reading::whoLooksFurtherUpSeesWhatIsNewBelow()
{
    m_bot->count(general, 1, 3);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("3"));
    QTRY_COMPARE(room().unread(), 0);
    room().setIsAtLatest(false);
    m_bot->count(general, 4, 5);
    QTRY_COMPARE(room().newBelow(), 2);
    QTRY_COMPARE(room().unread(), 2);
    room().setIsAtLatest(true);
    QCOMPARE(room().newBelow(), 0);
    QTRY_COMPARE(room().unread(), 0);
}

void tst_Reading::oneCanJumpToTheFirstUnreadMessage()
{
    m_bot->count(general, 1, 1);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("1"));
    QTRY_COMPARE(room().unread(), 0);
    m_ann->chat().closeRoom();
    m_bot->count(general, 2, 90);
    QTRY_COMPARE(m_ann->chat().unread(), 89);
    m_ann->chat().openRoom(general);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("90"));
    const QSignalSpy positions(&room(), &RoomViewModel::positionRequested);
    room().jumpToFirstUnread();
    QTRY_COMPARE(positions.count(), 1);
    QCOMPARE(textAt(*m_ann, positions), QStringLiteral("2"));
    QVERIFY(valueAt(m_ann->timeline(), positions.constLast().at(0).toInt(), "showUnreadLine").toBool());
}

void tst_Reading::oneCanJumpToAMessageFarAway()
{
    const QStringList ids = m_bot->count(general, 1, 100);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("100"));
    m_ann->chat().closeRoom();
    m_ann->chat().openRoom(general);
    QTRY_VERIFY(m_ann->timeline().count() > 0);
    const QSignalSpy positions(&room(), &RoomViewModel::positionRequested);
    room().jumpTo(ids.at(9));
    QTRY_COMPARE(positions.count(), 1);
    QCOMPARE(textAt(*m_ann, positions), QStringLiteral("10"));
    QVERIFY(positions.constLast().at(1).toBool());
    QVERIFY(room().hasNewer());
    room().jumpToLatest();
    QTRY_COMPARE(positions.count(), 2);
    QCOMPARE(textAt(*m_ann, positions), QStringLiteral("100"));
    QVERIFY(!positions.constLast().at(1).toBool());
}

void tst_Reading::oneCanJumpToADateAndBack()
{
    m_bot->count(general, 1, 5);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("5"));
    const QSignalSpy positions(&room(), &RoomViewModel::positionRequested);
    room().jumpToDate(0);
    QTRY_COMPARE(positions.count(), 1);
    QCOMPARE(textAt(*m_ann, positions), QStringLiteral("1"));
}

void tst_Reading::whatIsNotThereIsTold()
{
    const QSignalSpy positions(&room(), &RoomViewModel::positionRequested);
    room().jumpTo(protocol::chat::messageId(general, 999'999));
    QTRY_VERIFY(!room().problem().isEmpty());
    QCOMPARE(positions.count(), 0);
}

void tst_Reading::moreIsLoadedOnDemand()
{
    m_bot->count(general, 1, 60);
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("60"));
    m_ann->chat().closeRoom();
    m_ann->chat().openRoom(general);
    QTRY_VERIFY(m_ann->timeline().count() > 0);
    while (room().hasOlder()) {
        const int before = m_ann->timeline().count();
        room().loadOlder();
        QTRY_VERIFY(m_ann->timeline().count() > before || !room().hasOlder());
    }
    QVERIFY(rowWhere(m_ann->timeline(), "plainText", QStringLiteral("1")) > 0);
}

QTEST_MAIN(tst_Reading)
#include "tst_reading.moc"
