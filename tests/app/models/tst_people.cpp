#include "modelvalues.h"
#include "support/person.h"

#include "models/membersmodel.h"
#include "models/peoplemodel.h"
#include "models/publicroomsmodel.h"

#include <QAbstractItemModelTester>

using namespace models;
using protocol::chat::PresenceState;
using protocol::chat::Role;

/// Lists of people, and of rooms that can be found.
class tst_People : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whoIsThereComesFirstAndEverybodyByName();
    void aChangeIsToldInItsRow();
    void membersComeAndGo();
    void rolesDecideTheOrderOfMembers();
    void roomsCanBeFoundByTheirName();

private:
    using Mode = QAbstractItemModelTester::FailureReportingMode;

    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Person> m_bob;
};

void tst_People::init()
{
    m_ann.reset();
    m_bob.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    m_bob = std::make_unique<Person>(*m_house, QStringLiteral("bob"));
    QVERIFY(m_ann->comeIn());
    QVERIFY(m_bob->comeIn());
}

void tst_People::whoIsThereComesFirstAndEverybodyByName()
{
    PeopleModel model(m_ann->client());
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    Person zoe(*m_house, QStringLiteral("Zoe"));
    QVERIFY(zoe.comeIn());
    const QStringList names{QStringLiteral("Ann"), QStringLiteral("bob"), QStringLiteral("Zoe")};
    QTRY_COMPARE(valuesOf(model, "name"), names);
    QVERIFY(valueAt(model, 0, "isMe").toBool());

    m_bob->quit();
    const QStringList later{QStringLiteral("Ann"), QStringLiteral("Zoe"), QStringLiteral("bob")};
    QTRY_COMPARE(valuesOf(model, "name"), later);
    QVERIFY(!valueAt(model, 2, "lastSeenText").toString().isEmpty());
    QCOMPARE(reset.count(), 0);
}

void tst_People::aChangeIsToldInItsRow()
{
    PeopleModel model(m_ann->client());
    QTRY_COMPARE(model.count(), 2);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    m_bob->client().setPresence(PresenceState::Away, QStringLiteral("At lunch"));
    QTRY_COMPARE(valueAt(model, 1, "status").toString(), QStringLiteral("At lunch"));
    QCOMPARE(valueAt(model, 1, "state").toInt(), static_cast<int>(PresenceState::Away));
    for (const QList<QVariant> &arguments : changed)
        QCOMPARE(arguments.at(0).toModelIndex().row(), 1);
}

void tst_People::membersComeAndGo()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Kitchen"));
    MembersModel model(m_ann->client(), room);
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.load();
    QTRY_COMPARE(valuesOf(model, "name"), QStringList{QStringLiteral("Ann")});

    QVERIFY(m_bob->join(room));
    QTRY_COMPARE(model.count(), 2);
    const QString bob = m_bob->id();
    m_ann->client().moderation().mute(room, bob, {}, 0, this, [](const auto &) {});
    QTRY_VERIFY(valueAt(model, 1, "isMuted").toBool());
    m_ann->client().moderation().kick(room, bob, {}, this, [](const auto &) {});
    QTRY_COMPARE(model.count(), 1);
}

void tst_People::rolesDecideTheOrderOfMembers()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Kitchen"));
    Person zoe(*m_house, QStringLiteral("Zoe"));
    QVERIFY(zoe.comeIn());
    QVERIFY(m_bob->join(room));
    QVERIFY(zoe.join(room));
    MembersModel model(m_ann->client(), room);
    model.load();
    const QStringList before{QStringLiteral("Ann"), QStringLiteral("bob"), QStringLiteral("Zoe")};
    QTRY_COMPARE(valuesOf(model, "name"), before);
    m_ann->client().moderation().setRole(room, zoe.id(), Role::Moderator, this, [](const auto &) {});
    const QStringList after{QStringLiteral("Ann"), QStringLiteral("Zoe"), QStringLiteral("bob")};
    QTRY_COMPARE(valuesOf(model, "name"), after);
    QVERIFY(!valueAt(model, 1, "roleText").toString().isEmpty());
}

void tst_People::roomsCanBeFoundByTheirName()
{
    m_ann->makeRoom(QStringLiteral("Kitchen"));
    const QString garden = m_ann->makeRoom(QStringLiteral("Garden"));
    PublicRoomsModel model(m_bob->client());
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.load();
    const QStringList all{QStringLiteral("Garden"), QStringLiteral("General"), QStringLiteral("Kitchen")};
    QTRY_COMPARE(valuesOf(model, "name"), all);
    model.setQuery(QStringLiteral("gard"));
    QTRY_COMPARE(valuesOf(model, "name"), QStringList{QStringLiteral("Garden")});
    QVERIFY(!valueAt(model, 0, "isMember").toBool());
    QVERIFY(m_bob->join(garden));
    QTRY_VERIFY(valueAt(model, 0, "isMember").toBool());
}

QTEST_GUILESS_MAIN(tst_People)
#include "tst_people.moc"
