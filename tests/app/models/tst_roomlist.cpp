#include "modelvalues.h"
#include "support/bot.h"
#include "support/person.h"

#include "markup/emojicatalogue.h"

#include "models/roomlistmodel.h"

#include <QAbstractItemModelTester>

using namespace models;
using Section = RoomListModel::Section;

/// The list of rooms.
class tst_RoomList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void roomsStandInSectionsByName();
    void whatIsUnreadMovesUpAndBackAgain();
    void theCurrentRoomStaysWhereItIs();
    void directConversationsGoByWhoWroteLast();
    void aFilterLeavesOnlyWhatFits();
    void onlyRolesThatDifferAreTold();
    void manyMessagesMoveARoomOnce();

private:
    [[nodiscard]] QString sectionOf(const QString &room) const
    {
        return valueAt(*m_model, m_model->rowOf(room), "sectionTitle").toString();
    }
    [[nodiscard]] int number(const QString &room, const char *role) const
    {
        return valueAt(*m_model, m_model->rowOf(room), role).toInt();
    }

    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Bot> m_bot;
    markup::EmojiCatalogue m_emoji;
    std::unique_ptr<RoomListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_RoomList::init()
{
    m_tester.reset();
    m_model.reset();
    m_bot.reset();
    m_ann.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    QVERIFY(m_ann->comeIn());
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Bot"));
    m_model = std::make_unique<RoomListModel>(m_ann->client(), m_emoji);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_RoomList::roomsStandInSectionsByName()
{
    m_ann->makeRoom(QStringLiteral("Zoo"));
    const QString attic = m_ann->makeRoom(QStringLiteral("attic"));
    const QStringList names{QStringLiteral("attic"), QStringLiteral("General"), QStringLiteral("Zoo")};
    QTRY_COMPARE(valuesOf(*m_model, "name"), names);
    m_ann->client().rooms().setFavourite(m_model->idAt(2), true);
    const QStringList withFavourite{QStringLiteral("Zoo"), QStringLiteral("attic"), QStringLiteral("General")};
    QTRY_COMPARE(valuesOf(*m_model, "name"), withFavourite);
    QCOMPARE(number(attic, "section"), static_cast<int>(Section::Rooms));
}

void tst_RoomList::whatIsUnreadMovesUpAndBackAgain()
{
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    m_ann->makeRoom(QStringLiteral("Attic"));
    QTRY_COMPARE(m_model->count(), 2);
    QCOMPARE(m_model->rowOf(general), 1);
    m_bot->say(general, QStringLiteral("Hello **Ann**"));
    QTRY_COMPARE(m_model->rowOf(general), 0);
    QCOMPARE(number(general, "unread"), 1);
    QTRY_COMPARE(valueAt(*m_model, 0, "lastText").toString(), QStringLiteral("Bot: Hello Ann"));
    QCOMPARE(moved.count(), 1);

    m_ann->client().markRead(general, m_ann->room(general)->room.seq);
    QTRY_COMPARE(m_model->rowOf(general), 1);
    QCOMPARE(number(general, "unread"), 0);
    QCOMPARE(reset.count(), 0);
}

void tst_RoomList::theCurrentRoomStaysWhereItIs()
{
    m_ann->makeRoom(QStringLiteral("Attic"));
    m_bot->say(general, QStringLiteral("Hello"));
    QTRY_COMPARE(m_model->rowOf(general), 0);
    m_model->setCurrent(general);
    m_ann->client().markRead(general, m_ann->room(general)->room.seq);
    QTRY_COMPARE(number(general, "unread"), 0);
    QCOMPARE(m_model->rowOf(general), 0);
    m_model->setCurrent({});
    QCOMPARE(m_model->rowOf(general), 1);
}

void tst_RoomList::directConversationsGoByWhoWroteLast()
{
    Person bob(*m_house, QStringLiteral("Bob"));
    Person cy(*m_house, QStringLiteral("Cy"));
    QVERIFY(bob.comeIn());
    QVERIFY(cy.comeIn());
    QString withBob;
    QString withCy;
    m_ann->client().roomRequests().openDirect(bob.id(), this, [&](const auto &id) { withBob = *id; });
    m_ann->client().roomRequests().openDirect(cy.id(), this, [&](const auto &id) { withCy = *id; });
    QTRY_VERIFY(!withBob.isEmpty() && !withCy.isEmpty());
    m_ann->say(withBob, QStringLiteral("Hello"));
    QTRY_VERIFY(m_model->rowOf(withBob) < m_model->rowOf(withCy));
    m_ann->say(withCy, QStringLiteral("Hello"));
    QTRY_VERIFY(m_model->rowOf(withCy) < m_model->rowOf(withBob));
    QCOMPARE(valueAt(*m_model, m_model->rowOf(withCy), "name").toString(), QStringLiteral("Cy"));
    QTRY_COMPARE(number(withCy, "presence"), static_cast<int>(protocol::chat::PresenceState::Online));
    cy.quit();
    QTRY_COMPARE(number(withCy, "presence"), static_cast<int>(protocol::chat::PresenceState::Offline));
    QCOMPARE(number(general, "presence"), -1);
}

void tst_RoomList::aFilterLeavesOnlyWhatFits()
{
    m_ann->makeRoom(QStringLiteral("Kitchen"));
    QTRY_COMPARE(m_model->count(), 2);
    m_model->setFilter(QStringLiteral("KIT"));
    QCOMPARE(valuesOf(*m_model, "name"), QStringList{QStringLiteral("Kitchen")});
    m_bot->say(general, QStringLiteral("Hello"));
    QTRY_COMPARE(m_ann->room(general)->unread, 1);
    QCOMPARE(m_model->count(), 1);
    m_model->setFilter({});
    QCOMPARE(m_model->count(), 2);
}

void tst_RoomList::onlyRolesThatDifferAreTold()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setHasDraft(general, true);
    QCOMPARE(changed.count(), 1);
    const QList<int> hasDraft{m_model->roleNames().key("hasDraft")};
    QCOMPARE(changed.at(0).at(2).value<QList<int>>(), hasDraft);
    m_model->setHasDraft(general, true);
    QCOMPARE(changed.count(), 1);
}

void tst_RoomList::manyMessagesMoveARoomOnce()
{
    m_ann->makeRoom(QStringLiteral("Attic"));
    QTRY_COMPARE(m_model->count(), 2);
    const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    m_bot->count(general, 1, 100);
    QTRY_COMPARE(number(general, "unread"), 100);
    QCOMPARE(moved.count(), 1);
}

QTEST_GUILESS_MAIN(tst_RoomList)
#include "tst_roomlist.moc"
