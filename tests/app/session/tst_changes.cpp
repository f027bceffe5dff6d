#include "support/mirror.h"
#include "support/person.h"

using namespace session;
using protocol::chat::Message;

/// What we change about messages, until it is acknowledged and when it is not allowed.
class tst_Changes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anEditIsShownAtOnceAndStays();
    void anEditThatIsNotAllowedIsUndone();
    void reactionsAndPinsAreShownAtOnce();
    void aPinThatIsNotAllowedIsUndone();
    void aDeletionOfflineIsDoneAfterARestart();

private:
    /// Ann, who owns everything, and Bob, both connected.
    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Person> m_bob;

    static Message messageIn(Timeline &timeline, const QString &id)
    {
        const int row = timeline.rowOf(id);
        return row < 0 ? Message() : timeline.at(row).message;
    }
};

void tst_Changes::init()
{
    m_ann.reset();
    m_bob.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    m_bob = std::make_unique<Person>(*m_house, QStringLiteral("Bob"));
    QVERIFY(m_ann->comeIn());
    QVERIFY(m_bob->comeIn());
}

void tst_Changes::anEditIsShownAtOnceAndStays()
{
    Person &ann = *m_ann;
    const QString id = ann.say(general, QStringLiteral("Soup today"));
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    Mirror mirror(*timeline);
    const auto others = (*m_bob)->openTimeline(general);
    others->loadLatest();
    QTRY_COMPARE(messageIn(*others, id).text, QStringLiteral("Soup today"));
    QVERIFY(ann.loseConnection());
    ann->outbox().edit(id, QStringLiteral("Soup tomorrow"));
    QCOMPARE(mirror.last(), QStringLiteral("Soup tomorrow"));
    QVERIFY(timeline->at(timeline->rowOf(id)).isChanging);
    QVERIFY(ann->outbox().isChanging(id));
    QVERIFY(ann.comeBack());
    QVERIFY(ann.waitUntilSent());
    QCOMPARE(mirror.last(), QStringLiteral("Soup tomorrow"));
    QVERIFY(!timeline->at(timeline->rowOf(id)).isChanging);
    QTRY_COMPARE(messageIn(*others, id).text, QStringLiteral("Soup tomorrow"));
    QVERIFY(messageIn(*others, id).editedAt > 0);
    QTRY_COMPARE(ann.cache().message(id)->text, QStringLiteral("Soup tomorrow"));
}

void tst_Changes::anEditThatIsNotAllowedIsUndone()
{
    Person &bob = *m_bob;
    const QString id = m_ann->say(general, QStringLiteral("Mine"));
    const auto timeline = bob->openTimeline(general);
    timeline->loadLatest();
    QTRY_COMPARE(messageIn(*timeline, id).text, QStringLiteral("Mine"));
    Mirror mirror(*timeline);
    std::optional<RequestError> refused;
    connect(&bob->outbox(), &Outbox::changeRefused, this,
            [&](const QString &, const QString &, const RequestError &error) { refused = error; });
    bob->outbox().edit(id, QStringLiteral("Yours"));
    QCOMPARE(mirror.last(), QStringLiteral("Yours"));
    QTRY_VERIFY(refused.has_value());
    QCOMPARE(refused->code, QStringLiteral("forbidden"));
    QCOMPARE(mirror.last(), QStringLiteral("Mine"));
    QCOMPARE(messageIn(*timeline, id).editedAt, 0);
    QCOMPARE(bob->outbox().count(), 0);
}

void tst_Changes::reactionsAndPinsAreShownAtOnce()
{
    Person &ann = *m_ann;
    const QString thumb = QStringLiteral("\U0001F44D");
    const QString id = m_bob->say(general, QStringLiteral("Look"));
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QTRY_COMPARE(messageIn(*timeline, id).text, QStringLiteral("Look"));
    ann->outbox().react(id, thumb);
    ann->outbox().pin(id);
    QCOMPARE(messageIn(*timeline, id).reactions.size(), 1);
    QCOMPARE(messageIn(*timeline, id).reactions.first().users, QStringList(ann.id()));
    QVERIFY(messageIn(*timeline, id).isPinned);
    QVERIFY(ann.waitUntilSent());
    QCOMPARE(messageIn(*timeline, id).reactions.size(), 1);
    QVERIFY(messageIn(*timeline, id).isPinned);
    const auto others = (*m_bob)->openTimeline(general);
    others->loadLatest();
    QTRY_VERIFY(messageIn(*others, id).isPinned);
    QCOMPARE(messageIn(*others, id).reactions.size(), 1);
    ann->outbox().unreact(id, thumb);
    ann->outbox().unpin(id);
    QVERIFY(messageIn(*timeline, id).reactions.isEmpty());
    QVERIFY(!messageIn(*timeline, id).isPinned);
    QTRY_VERIFY(messageIn(*others, id).reactions.isEmpty());
    QTRY_VERIFY(!messageIn(*others, id).isPinned);
}

void tst_Changes::aPinThatIsNotAllowedIsUndone()
{
    Person &bob = *m_bob;
    const QString id = bob.say(general, QStringLiteral("Important"));
    const auto timeline = bob->openTimeline(general);
    timeline->loadLatest();
    QTRY_COMPARE(messageIn(*timeline, id).text, QStringLiteral("Important"));
    QSignalSpy refused(&bob->outbox(), &Outbox::changeRefused);
    bob->outbox().pin(id);
    QVERIFY(messageIn(*timeline, id).isPinned);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(!messageIn(*timeline, id).isPinned);
}

void tst_Changes::aDeletionOfflineIsDoneAfterARestart()
{
    Person &ann = *m_ann;
    const QString id = ann.say(general, QStringLiteral("Oops"));
    QVERIFY(m_ann->loseConnection());
    ann->outbox().remove(id);
    ann.quit();
    ann.start();
    const auto timeline = ann->openTimeline(general);
    timeline->loadLatest();
    QVERIFY(messageIn(*timeline, id).isDeleted);
    m_house->network().setDown(false);
    QVERIFY(ann.comeIn());
    QVERIFY(ann.waitUntilSent());
    QVERIFY(messageIn(*timeline, id).isDeleted);
    QVERIFY(m_bob->waitUntilUpToDate());
    QTRY_VERIFY(m_bob->cache().message(id) && m_bob->cache().message(id)->isDeleted);
}

QTEST_GUILESS_MAIN(tst_Changes)
#include "tst_changes.moc"
