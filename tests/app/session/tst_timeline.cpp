#include "support/bot.h"
#include "support/mirror.h"
#include "support/person.h"

#include <QDateTime>

using namespace session;

/// A room in rows.
class tst_Timeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void pagingBackReachesTheFirstMessage();
    void aSliceStaysSmallInBothDirections();
    void theSecondTimeItIsThereAtOnce();
    void oneCanJumpToAMessageAndPageBothWaysFromThere();
    void aMessageThatIsNotThereIsNotFound();
    void oneCanJumpToADate();
    void elsewhereNewMessagesAreOnlyCounted();
    void whoLooksAtOldMessagesKeepsThem();
    void whatComesInTogetherIsInsertedTogether();
    void moreThanASliceAtOnceLeavesTheNewest();
    void whoCameAndWentStandsBetweenTheMessages();
    void whatIsChangedChangesInItsRow();
    void withoutAConnectionLoadingWaits();
    void anEmptyRoomIsEmpty();
    void aRoomThatWasResetBeginsAnew();

private:
    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Bot> m_bot;
    QString m_room;

    /// A room in which the bot has counted.
    QStringList countTo(int number)
    {
        m_room = m_bot
                     ->ask(QStringLiteral("room:create"),
                           {{QStringLiteral("name"), QStringLiteral("Numbers")},
                            {QStringLiteral("kind"), QStringLiteral("public")}})
                     .value(QLatin1String("room"))
                     .toMap()
                     .value(QLatin1String("id"))
                     .toString();
        const QStringList ids = m_bot->count(m_room, 1, number);
        return m_ann->join(m_room) ? ids : QStringList();
    }
    static bool load(Timeline &timeline)
    {
        timeline.loadLatest();
        return QTest::qWaitFor([&] { return !timeline.isLoading(); });
    }
    static bool loadAllBefore(Timeline &timeline)
    {
        while (timeline.hasBefore()) {
            timeline.loadBefore();
            if (!QTest::qWaitFor([&] { return !timeline.isLoading(); }) || timeline.error())
                return false;
        }
        return true;
    }
    static bool loadAllAfter(Timeline &timeline)
    {
        while (timeline.hasAfter()) {
            timeline.loadAfter();
            if (!QTest::qWaitFor([&] { return !timeline.isLoading(); }) || timeline.error())
                return false;
        }
        return true;
    }
};

void tst_Timeline::init()
{
    m_ann.reset();
    m_bot.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    QVERIFY(m_ann->comeIn());
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Bot"));
}

void tst_Timeline::pagingBackReachesTheFirstMessage()
{
    countTo(130);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    Mirror mirror(*timeline);
    QVERIFY(load(*timeline));
    QVERIFY(mirror.counts(111, 130));
    QVERIFY(timeline->hasBefore());
    QVERIFY(!timeline->hasAfter());
    QVERIFY(loadAllBefore(*timeline));
    QVERIFY(mirror.counts(1, 130));
}

void tst_Timeline::aSliceStaysSmallInBothDirections()
{
    countTo(1000);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    Mirror mirror(*timeline);
    QVERIFY(load(*timeline));
    QVERIFY(loadAllBefore(*timeline));
    QCOMPARE(timeline->count(), Timeline::maxEntries);
    QVERIFY(mirror.counts(1, Timeline::maxEntries));
    QVERIFY(timeline->hasAfter());
    QVERIFY(loadAllAfter(*timeline));
    QVERIFY(mirror.counts(1001 - Timeline::maxEntries, 1000));
    QVERIFY(timeline->hasBefore());
    m_bot->say(m_room, QStringLiteral("1001"));
    QTRY_VERIFY(mirror.counts(1002 - Timeline::maxEntries, 1001));
}

void tst_Timeline::theSecondTimeItIsThereAtOnce()
{
    countTo(60);
    {
        const auto first = (*m_ann)->openTimeline(m_room);
        QVERIFY(load(*first));
        first->loadBefore();
        QTRY_VERIFY(!first->isLoading());
    }
    m_bot->say(m_room, QStringLiteral("61"));
    QTRY_COMPARE(m_ann->room(m_room)->unread, 1);
    m_ann->quit();
    m_ann->start();
    const auto timeline = (*m_ann)->openTimeline(m_room);
    Mirror mirror(*timeline);
    QSignalSpy jumped(timeline.get(), &Timeline::jumped);
    timeline->loadLatest();
    QVERIFY(!timeline->isLoading());
    QCOMPARE(jumped.size(), 1);
    QVERIFY(mirror.counts(42, 61));
    timeline->loadBefore();
    QVERIFY(!timeline->isLoading());
    QVERIFY(mirror.counts(22, 61));
    QVERIFY(timeline->hasBefore());
}

void tst_Timeline::oneCanJumpToAMessageAndPageBothWaysFromThere()
{
    const QStringList ids = countTo(300);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    Mirror mirror(*timeline);
    QVERIFY(load(*timeline));
    QSignalSpy jumped(timeline.get(), &Timeline::jumped);
    timeline->loadAround(ids[99]);
    QTRY_COMPARE(jumped.size(), 1);
    const int row = jumped.first().first().toInt();
    QCOMPARE(timeline->at(row).message.text, QStringLiteral("100"));
    QCOMPARE(timeline->rowOf(ids[99]), row);
    QVERIFY(row > 0 && row < timeline->count() - 1);
    QVERIFY(timeline->hasBefore());
    QVERIFY(timeline->hasAfter());
    QVERIFY(loadAllBefore(*timeline));
    QVERIFY(loadAllAfter(*timeline));
    QVERIFY(mirror.counts(1, 300));
    // And all of it is remembered as one piece now.
    timeline->loadAround(ids[9]);
    QVERIFY(!timeline->isLoading());
    QCOMPARE(jumped.size(), 2);
    QCOMPARE(timeline->at(jumped.last().first().toInt()).message.text, QStringLiteral("10"));
}

void tst_Timeline::aMessageThatIsNotThereIsNotFound()
{
    countTo(5);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    QVERIFY(load(*timeline));
    QSignalSpy jumped(timeline.get(), &Timeline::jumped);
    timeline->loadAround(m_room + QStringLiteral("-999"));
    QTRY_COMPARE(jumped.size(), 1);
    QCOMPARE(jumped.first().first().toInt(), -1);
    QCOMPARE(timeline->error()->code, QStringLiteral("not_found"));
    QCOMPARE(timeline->at(timeline->count() - 1).message.text, QStringLiteral("5"));
}

void tst_Timeline::oneCanJumpToADate()
{
    countTo(50);
    QTest::qWait(5);
    const qint64 later = QDateTime::currentMSecsSinceEpoch();
    QTest::qWait(5);
    m_bot->count(m_room, 51, 100);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    QVERIFY(load(*timeline));
    QSignalSpy jumped(timeline.get(), &Timeline::jumped);
    timeline->loadFromDate(later);
    QTRY_COMPARE(jumped.size(), 1);
    QCOMPARE(timeline->at(jumped.last().first().toInt()).message.text, QStringLiteral("51"));
    QVERIFY(loadAllBefore(*timeline));
    timeline->loadFromDate(later); // out of the cache
    QCOMPARE(timeline->at(jumped.last().first().toInt()).message.text, QStringLiteral("51"));
}

void tst_Timeline::elsewhereNewMessagesAreOnlyCounted()
{
    const QStringList ids = countTo(200);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    Mirror mirror(*timeline);
    timeline->loadAround(ids[20]);
    QTRY_VERIFY(timeline->count() > 0 && !timeline->isLoading());
    const QStringList before = mirror.texts();
    m_bot->count(m_room, 201, 210);
    QTRY_COMPARE(timeline->newerCount(), 10);
    QCOMPARE(mirror.texts(), before);
    timeline->loadLatest();
    QTRY_COMPARE(mirror.last(), QStringLiteral("210"));
    QCOMPARE(timeline->newerCount(), 0);
    m_bot->count(m_room, 211, 211);
    QTRY_COMPARE(mirror.last(), QStringLiteral("211"));
}

void tst_Timeline::whoLooksAtOldMessagesKeepsThem()
{
    countTo(Timeline::maxEntries + 50);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    Mirror mirror(*timeline);
    QVERIFY(load(*timeline));
    while (timeline->count() < Timeline::maxEntries) {
        timeline->loadBefore();
        QTRY_VERIFY(!timeline->isLoading());
    }
    timeline->setFollowing(false);
    const QString oldest = mirror.texts().first();
    const int last = Timeline::maxEntries + 50;
    m_bot->count(m_room, last + 1, last + 5);
    QTRY_COMPARE(timeline->newerCount(), 5);
    QCOMPARE(mirror.texts().first(), oldest);
    QVERIFY(timeline->hasAfter());
    QVERIFY(loadAllAfter(*timeline));
    QCOMPARE(mirror.last(), QString::number(last + 5));
    QCOMPARE(timeline->newerCount(), 0);
}

void tst_Timeline::whatComesInTogetherIsInsertedTogether()
{
    countTo(1);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    QVERIFY(load(*timeline));
    Mirror mirror(*timeline);
    QSignalSpy changed(&(*m_ann)->rooms(), &RoomDirectory::changed);
    m_bot->count(m_room, 2, 301);
    QTRY_VERIFY(mirror.counts(1, 301));
    QVERIFY2(mirror.insertions() < 150, qPrintable(QString::number(mirror.insertions())));
    QTRY_VERIFY(changed.size() > 0 && changed.size() < 150);
}

void tst_Timeline::moreThanASliceAtOnceLeavesTheNewest()
{
    countTo(10);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    QVERIFY(load(*timeline));
    Mirror mirror(*timeline);
    QVERIFY(m_ann->loseConnection());
    m_bot->count(m_room, 11, 1200);
    QVERIFY(m_ann->comeBack());
    QTRY_COMPARE(mirror.last(), QStringLiteral("1200"));
    QVERIFY(mirror.counts(1201 - timeline->count(), 1200));
    QVERIFY(timeline->count() <= Timeline::maxEntries);
    QVERIFY(timeline->hasBefore());
    timeline->loadBefore();
    QTRY_VERIFY(!timeline->isLoading());
    QVERIFY(mirror.texts().first().toInt() < 1200 - Timeline::maxEntries);
}

void tst_Timeline::whoCameAndWentStandsBetweenTheMessages()
{
    countTo(3);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    QVERIFY(load(*timeline));
    Mirror mirror(*timeline);
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QVERIFY(bob.join(m_room));
    m_bot->say(m_room, QStringLiteral("4"));
    const QStringList wanted{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                             QStringLiteral("[member.joined]"), QStringLiteral("4")};
    QTRY_COMPARE(mirror.texts().mid(mirror.texts().size() - 5), wanted);
    QCOMPARE(timeline->at(timeline->count() - 2).event.user(), bob.id());
    const auto again = (*m_ann)->openTimeline(m_room);
    again->loadLatest();
    QCOMPARE(again->count(), timeline->count());
    QCOMPARE(again->at(again->count() - 2).kind, Entry::Kind::Event);
}

void tst_Timeline::whatIsChangedChangesInItsRow()
{
    const QStringList ids = countTo(3);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    QVERIFY(load(*timeline));
    Mirror mirror(*timeline);
    QList<EntryFields> fields;
    connect(timeline.get(), &Timeline::rowChanged, this, [&](int row, EntryFields changed) {
        if (row == timeline->rowOf(ids[1]))
            fields.append(changed);
    });
    const QCborMap target{{QStringLiteral("room"), m_room}, {QStringLiteral("id"), ids[1]}};
    QCborMap edit = target;
    edit.insert(QStringLiteral("text"), QStringLiteral("two"));
    m_bot->ask(QStringLiteral("message:edit"), edit);
    QTRY_COMPARE(mirror.texts()[1], QStringLiteral("two"));
    QCborMap reaction = target;
    reaction.insert(QStringLiteral("emoji"), QStringLiteral(":party_parrot:"));
    m_bot->ask(QStringLiteral("reaction:add"), reaction);
    QTRY_COMPARE(timeline->at(1).message.reactions.size(), 1);
    m_bot->ask(QStringLiteral("message:pin"), target);
    QTRY_VERIFY(timeline->at(1).message.isPinned);
    m_bot->ask(QStringLiteral("message:delete"), target);
    QTRY_VERIFY(timeline->at(1).message.isDeleted);
    QCOMPARE(mirror.texts()[1], QStringLiteral("-"));
    QCOMPARE(fields.size(), 4);
    QCOMPARE(fields[0], EntryFields(EntryField::Text));
    QCOMPARE(fields[1], EntryFields(EntryField::Reactions));
    QCOMPARE(fields[2], EntryFields(EntryField::Pinned));
    QVERIFY(fields[3].testFlag(EntryField::Text));
    QCOMPARE(mirror.insertions() + mirror.removals() + mirror.resets(), 0);
}

void tst_Timeline::withoutAConnectionLoadingWaits()
{
    countTo(30);
    QVERIFY(m_ann->loseConnection());
    const auto timeline = (*m_ann)->openTimeline(m_room);
    Mirror mirror(*timeline);
    timeline->loadLatest();
    QVERIFY(timeline->isLoading());
    (*m_ann)->outbox().post(m_room, QStringLiteral("31"));
    QCOMPARE(mirror.last(), QStringLiteral("(31)"));
    QVERIFY(m_ann->comeBack());
    QTRY_VERIFY(!timeline->isLoading());
    QTRY_COMPARE(mirror.last(), QStringLiteral("31"));
    QVERIFY(loadAllBefore(*timeline));
    QVERIFY(mirror.counts(1, 31));
}

void tst_Timeline::anEmptyRoomIsEmpty()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Nothing"));
    const auto timeline = (*m_ann)->openTimeline(room);
    QSignalSpy jumped(timeline.get(), &Timeline::jumped);
    QVERIFY(load(*timeline));
    QVERIFY(loadAllBefore(*timeline));
    QCOMPARE(timeline->count(), 0);
    QVERIFY(!timeline->hasAfter());
    const QString id = m_ann->say(room, QStringLiteral("First"));
    QTRY_COMPARE(timeline->count(), 1);
    QCOMPARE(timeline->at(0).key(), id);
}

void tst_Timeline::aRoomThatWasResetBeginsAnew()
{
    m_bot.reset();
    m_house->stop();
    m_house->config.chat.limits.maxSyncGap = 20;
    m_house->start();
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Counter"));
    QVERIFY(m_ann->waitUntilUpToDate());
    const QStringList ids = countTo(10);
    const auto timeline = (*m_ann)->openTimeline(m_room);
    QVERIFY(load(*timeline));
    Mirror mirror(*timeline);
    QSignalSpy reset(&(*m_ann)->rooms(), &RoomDirectory::roomReset);
    QVERIFY(m_ann->loseConnection());
    m_bot->ask(QStringLiteral("message:delete"), {{QStringLiteral("room"), m_room}, {QStringLiteral("id"), ids[9]}});
    m_bot->count(m_room, 11, 60);
    QVERIFY(m_ann->comeBack());
    QCOMPARE(reset.size(), 1);
    QTRY_COMPARE(mirror.last(), QStringLiteral("60"));
    QCOMPARE(m_ann->room(m_room)->unread, 50);
    QVERIFY(loadAllBefore(*timeline));
    QCOMPARE(mirror.texts().first(), QStringLiteral("1"));
    QCOMPARE(mirror.texts()[9], QStringLiteral("-"));
    QCOMPARE(mirror.texts().size(), 60);
}

QTEST_GUILESS_MAIN(tst_Timeline)
#include "tst_timeline.moc"
