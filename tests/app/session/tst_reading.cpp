#include "support/bot.h"
#include "support/counts.h"
#include "support/person.h"

using namespace session;

/// What has been read, and what has not: the same numbers here, on the server and on other devices.
class tst_Reading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void unreadCountsAreThoseOfTheServer();
    void whatIsReadOnOneDeviceIsReadOnTheOther();
    void whatIsReadOfflineIsToldLater();
    void readingInTheMiddleIsCountedByTheServer();
    void otherPeoplesReadPositionsAreHeardOf();
    void whenTheLastMessageIsTakenBackTheOneBeforeIsTheLast();

private:
    [[nodiscard]] Counts told(const QString &room) { return Counts::told(*m_ann, room); }
    [[nodiscard]] Counts known(const QString &room) { return Counts::known(*m_ann, room); }

    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Bot> m_bot;
};

void tst_Reading::init()
{
    m_ann.reset();
    m_bot.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    QVERIFY(m_ann->comeIn());
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Bot"));
}

void tst_Reading::unreadCountsAreThoseOfTheServer()
{
    const QStringList ids = m_bot->sayMany(
        general,
        {QStringLiteral("plain"), QStringLiteral("@Ann, look"), QStringLiteral("@Ann, again"), QStringLiteral("more")});
    QTRY_COMPARE(m_ann->room(general)->unread, 4);
    QCOMPARE(m_ann->room(general)->mentions, 2);
    QCOMPARE(known(general), told(general));
    const auto change = [&](const char *event, int message, const QString &text = {}) {
        QCborMap fields{{QStringLiteral("room"), general}, {QStringLiteral("id"), ids[message]}};
        if (!text.isEmpty())
            fields.insert(QStringLiteral("text"), text);
        m_bot->ask(QString::fromLatin1(event), fields);
    };
    change("message:delete", 1);
    QTRY_COMPARE(m_ann->room(general)->mentions, 1);
    QCOMPARE(known(general), told(general));
    change("message:edit", 0, QStringLiteral("@Ann, you are meant"));
    QTRY_COMPARE(m_ann->room(general)->mentions, 2);
    change("message:edit", 2, QStringLiteral("nobody in particular"));
    QTRY_COMPARE(m_ann->room(general)->mentions, 1);
    QCOMPARE(known(general), told(general));

    // The same when all this is only known by number.
    m_ann->quit();
    QVERIFY(m_ann->comeIn());
    QCOMPARE(known(general), told(general));
    change("message:edit", 0, QStringLiteral("not any more"));
    QTRY_COMPARE(m_ann->room(general)->mentions, 0);
    change("message:delete", 2);
    QTRY_COMPARE(m_ann->room(general)->unread, 2);
    QCOMPARE(known(general), told(general));
    (*m_ann)->markRead(general, m_ann->room(general)->room.seq);
    QCOMPARE(m_ann->room(general)->unread, 0);
    QTRY_COMPARE(known(general), told(general));
}

void tst_Reading::whatIsReadOnOneDeviceIsReadOnTheOther()
{
    Person tablet(*m_house, QStringLiteral("Ann"));
    tablet.credentials.token = m_ann->credentials.token;
    QVERIFY(tablet.comeIn());
    m_bot->count(general, 1, 5);
    QTRY_COMPARE(m_ann->room(general)->unread, 5);
    QTRY_COMPARE(tablet.room(general)->unread, 5);
    tablet->markRead(general, tablet.room(general)->room.seq - 2);
    QCOMPARE(tablet.room(general)->unread, 2);
    QTRY_COMPARE(m_ann->room(general)->unread, 2);
    QVERIFY(!m_ann->say(general, QStringLiteral("Mine")).isEmpty());
    QCOMPARE(m_ann->room(general)->unread, 0);
    QTRY_COMPARE(tablet.room(general)->unread, 0);
}

void tst_Reading::whatIsReadOfflineIsToldLater()
{
    m_bot->count(general, 1, 5);
    QTRY_COMPARE(m_ann->room(general)->unread, 5);
    QVERIFY(m_ann->loseConnection());
    (*m_ann)->markRead(general, m_ann->room(general)->room.seq - 1);
    QCOMPARE(m_ann->room(general)->unread, 1);
    m_ann->quit();
    m_house->network().setDown(false);
    QVERIFY(m_ann->comeIn());
    QTRY_COMPARE(m_ann->room(general)->unread, 1);
    QTRY_COMPARE(told(general).unread, 1);
    QCOMPARE(known(general), told(general));
}

void tst_Reading::readingInTheMiddleIsCountedByTheServer()
{
    m_bot->sayMany(general,
                   {QStringLiteral("1"), QStringLiteral("@Ann 2"), QStringLiteral("3"), QStringLiteral("@Ann 4"),
                    QStringLiteral("5")});
    QTRY_COMPARE(m_ann->room(general)->unread, 5);
    m_ann->quit();
    QVERIFY(m_ann->comeIn());
    QCOMPARE(m_ann->room(general)->mentions, 2);
    (*m_ann)->markRead(general, m_ann->room(general)->room.seq - 2);
    QTRY_COMPARE(m_ann->room(general)->unread, 2);
    QTRY_COMPARE(m_ann->room(general)->mentions, 1);
    QCOMPARE(known(general), told(general));
}

void tst_Reading::otherPeoplesReadPositionsAreHeardOf()
{
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    m_ann->say(general, QStringLiteral("Read this"));
    const qint64 seq = m_ann->room(general)->room.seq;
    QTRY_COMPARE(bob.room(general)->room.seq, seq);
    bob->markRead(general, seq);
    QTRY_COMPARE(m_ann->room(general)->readBy.value(bob.id()), seq);
}

void tst_Reading::whenTheLastMessageIsTakenBackTheOneBeforeIsTheLast()
{
    const auto takeBack = [&](const QString &id) {
        m_bot->ask(QStringLiteral("message:delete"), {{QStringLiteral("room"), general}, {QStringLiteral("id"), id}});
    };
    const QStringList ids = m_bot->count(general, 1, 3);
    QTRY_COMPARE(m_ann->room(general)->last ? m_ann->room(general)->last->id : QString(), ids[2]);
    takeBack(ids[2]);
    QTRY_COMPARE(m_ann->room(general)->last ? m_ann->room(general)->last->id : QString(), ids[1]);
    // In a room of which only the last message is known.
    m_ann->quit();
    Person fresh(*m_house, QStringLiteral("Fresh"));
    QVERIFY(fresh.comeIn());
    QCOMPARE(fresh.room(general)->last->id, ids[1]);
    takeBack(ids[1]);
    QTRY_COMPARE(fresh.room(general)->last ? fresh.room(general)->last->id : QString(), ids[0]);
    takeBack(ids[0]);
    QTRY_VERIFY(!fresh.room(general)->last);
}

QTEST_GUILESS_MAIN(tst_Reading)
#include "tst_reading.moc"
