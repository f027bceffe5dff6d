#include "platform/freedesktopnotifier.h"

#include "notificationserver.h"
#include "privatebus.h"

#include <QSignalSpy>
#include <QTest>

using namespace platform;

namespace {

const QStringList everything{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("inline-reply")};

Notification note(const char *key, const char *title, const char *text = "")
{
    Notification notification;
    notification.key = QString::fromLatin1(key);
    notification.title = QString::fromUtf8(title);
    notification.text = QString::fromUtf8(text);
    notification.canReply = true;
    notification.canMarkRead = true;
    return notification;
}

} // namespace

/// Notifications over a real D-Bus, with a server at its other end.
class tst_FreedesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void titleAndTextAreShown();
    void whatOthersWroteIsNoMarkup();
    void whereTheServerReadsNoMarkupTheTextIsSentAsItIs();
    void whatIsTooLongIsCut();
    void actionsAreOfferedWhereTheServerHasThem_data();
    void actionsAreOfferedWhereTheServerHasThem();
    void theNextWithTheSameKeyTakesItsPlace();
    void ofManyAtOnceWithTheSameKeyTheLastIsShown();
    void aClickAnAnswerAndMarkAsReadTellTheKey();
    void onlyTheServerIsBelieved();
    void whatIsClosedIsTakenAway();
    void whatIsClosedBeforeItWasShownDoesNotStay();
    void whatPeopleHaveClosedIsShownAnew();
    void thereAreNeverMoreThanAFew();
    void aServerThatIsStartedAnewShowsWhatComesNext();
    void withoutAServerNothingHappensUntilThereIsOne();
    void theEndOfTheProgramTakesAllAway();
    void aSoundIsAskedForOrForbidden();

private:
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<NotificationServer> m_server;
    std::unique_ptr<FreedesktopNotifier> m_notifier;
};

void tst_FreedesktopNotifier::initTestCase()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY2(m_bus->isRunning(), "dbus-daemon does not start");
}

void tst_FreedesktopNotifier::init()
{
    m_server = std::make_unique<NotificationServer>(m_bus->connectAs("server"), everything);
    m_notifier = std::make_unique<FreedesktopNotifier>(m_bus->connectAs("program"));
}

void tst_FreedesktopNotifier::cleanup()
{
    m_notifier.reset();
    m_server.reset();
}

void tst_FreedesktopNotifier::titleAndTextAreShown()
{
    m_notifier->show(note("kitchen", "Ann in Kitchen", "Soup’s ready\n🙂"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    const auto shown = m_server->shown()[0];
    QCOMPARE(shown.title, QStringLiteral("Ann in Kitchen"));
    QCOMPARE(shown.body, QStringLiteral("Soup’s ready\n🙂"));
    QCOMPARE(shown.replaces, 0u);
    QCOMPARE(shown.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("confab"));
}

void tst_FreedesktopNotifier::whatOthersWroteIsNoMarkup()
{
    m_notifier->show(note("kitchen", "<b>Ann</b>", "<img src='file:///etc/passwd'> & <a href='x'>"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QCOMPARE(m_server->shown()[0].title, QStringLiteral("<b>Ann</b>")); // never markup, the specification says
    QVERIFY(!m_server->shown()[0].body.contains(u'<'));
    QVERIFY(m_server->shown()[0].body.startsWith(QStringLiteral("&lt;img")));
}

void tst_FreedesktopNotifier::whereTheServerReadsNoMarkupTheTextIsSentAsItIs()
{
    m_server.reset();
    m_server = std::make_unique<NotificationServer>(m_bus->connectAs("server"), QStringList{QStringLiteral("body")});
    m_notifier->show(note("kitchen", "Ann", "1 < 2 & 3"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QCOMPARE(m_server->shown()[0].body, QStringLiteral("1 < 2 & 3"));
}

void tst_FreedesktopNotifier::whatIsTooLongIsCut()
{
    Notification notification = note("kitchen", "Ann");
    notification.text = QStringLiteral("🙂").repeated(8000);
    notification.title = QString(8000, u'x') + QStringLiteral("\x1b[31m");
    m_notifier->show(notification);
    QTRY_COMPARE(m_server->shown().size(), 1);
    QVERIFY(m_server->shown()[0].body.size() <= FreedesktopNotifier::maxTextCharacters);
    QVERIFY(m_server->shown()[0].body.endsWith(QStringLiteral("🙂…")));
    QVERIFY(m_server->shown()[0].title.size() <= FreedesktopNotifier::maxTextCharacters);
}

void tst_FreedesktopNotifier::actionsAreOfferedWhereTheServerHasThem_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QStringList>("actions");
    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("actions") << QStringList{QStringLiteral("actions")}
                             << QStringList{QStringLiteral("default"), QStringLiteral("mark-read")};
    QTest::newRow("a field for the answer, too")
        << everything
        << QStringList{QStringLiteral("default"), QStringLiteral("inline-reply"), QStringLiteral("mark-read")};
}

void tst_FreedesktopNotifier::actionsAreOfferedWhereTheServerHasThem()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QStringList, actions);
    m_server.reset();
    m_server = std::make_unique<NotificationServer>(m_bus->connectAs("server"), capabilities);
    m_notifier->show(note("kitchen", "Ann"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QStringList names;
    for (qsizetype i = 0; i < m_server->shown()[0].actions.size(); i += 2)
        names.append(m_server->shown()[0].actions[i]);
    QCOMPARE(names, actions);
}

void tst_FreedesktopNotifier::theNextWithTheSameKeyTakesItsPlace()
{
    m_notifier->show(note("kitchen", "Ann", "one"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    m_notifier->show(note("garden", "Bob", "other"));
    QTRY_COMPARE(m_server->shown().size(), 2);
    QCOMPARE(m_server->shown()[1].replaces, 0u);
    m_notifier->show(note("kitchen", "Ann", "two"));
    QTRY_COMPARE(m_server->shown().size(), 3);
    QCOMPARE(m_server->shown()[2].replaces, m_server->shown()[0].id);
}

void tst_FreedesktopNotifier::ofManyAtOnceWithTheSameKeyTheLastIsShown()
{
    m_notifier->show(note("start", "Start"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    for (int i = 1; i <= 50; ++i)
        m_notifier->show(note("kitchen", "Ann", QByteArray::number(i).constData()));
    QTRY_VERIFY(m_server->shown().last().body == QStringLiteral("50"));
    QVERIFY(m_server->shown().size() <= 4);
    QCOMPARE(m_server->shown().last().replaces, m_server->shown()[1].id);
}

void tst_FreedesktopNotifier::aClickAnAnswerAndMarkAsReadTellTheKey()
{
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    QSignalSpy replied(m_notifier.get(), &Notifier::replied);
    QSignalSpy markedRead(m_notifier.get(), &Notifier::markedRead);
    m_notifier->show(note("kitchen", "Ann"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    const uint id = m_server->shown()[0].id;
    Q_EMIT m_server->ActivationToken(id, QStringLiteral("token-1"));
    Q_EMIT m_server->ActionInvoked(id, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toString(), QStringLiteral("kitchen"));
    QCOMPARE(qEnvironmentVariable("XDG_ACTIVATION_TOKEN"), QStringLiteral("token-1"));
    Q_EMIT m_server->NotificationReplied(id, QStringLiteral("  "));
    Q_EMIT m_server->NotificationReplied(id, QStringLiteral("Coming"));
    QTRY_COMPARE(replied.size(), 1);
    QCOMPARE(replied[0][0].toString(), QStringLiteral("kitchen"));
    QCOMPARE(replied[0][1].toString(), QStringLiteral("Coming"));
    Q_EMIT m_server->ActionInvoked(id + 1, QStringLiteral("mark-read")); // of another program
    Q_EMIT m_server->ActionInvoked(id, QStringLiteral("mark-read"));
    QTRY_COMPARE(markedRead.size(), 1);
    QCOMPARE(markedRead[0][0].toString(), QStringLiteral("kitchen"));
}

void tst_FreedesktopNotifier::onlyTheServerIsBelieved()
{
    QSignalSpy replied(m_notifier.get(), &Notifier::replied);
    m_notifier->show(note("kitchen", "Ann"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    const uint id = m_server->shown()[0].id;
    QDBusConnection stranger = m_bus->connectAs("stranger");
    QDBusMessage lie = QDBusMessage::createSignal(NotificationServer::path(), NotificationServer::service(),
                                                  QStringLiteral("NotificationReplied"));
    lie.setArguments({id, QStringLiteral("lie")});
    QVERIFY(stranger.send(lie));
    Q_EMIT m_server->NotificationReplied(id, QStringLiteral("truth"));
    QTRY_VERIFY(!replied.isEmpty());
    QVERIFY(!QTest::qWaitFor([&] { return replied.size() > 1; }, 200));
    QCOMPARE(replied[0][1].toString(), QStringLiteral("truth"));
}

void tst_FreedesktopNotifier::whatIsClosedIsTakenAway()
{
    m_notifier->show(note("kitchen", "Ann"));
    m_notifier->show(note("garden", "Bob"));
    QTRY_COMPARE(m_server->shown().size(), 2);
    m_notifier->close(QStringLiteral("kitchen"));
    m_notifier->close(QStringLiteral("nothing"));
    QTRY_COMPARE(m_server->closed(), QList<uint>{m_server->shown()[0].id});
}

void tst_FreedesktopNotifier::whatIsClosedBeforeItWasShownDoesNotStay()
{
    m_notifier->show(note("kitchen", "Ann")); // waits for the capabilities
    m_notifier->close(QStringLiteral("kitchen"));
    m_notifier->show(note("garden", "Bob"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QCOMPARE(m_server->shown()[0].title, QStringLiteral("Bob"));
    m_notifier->show(note("hall", "Cem")); // on its way
    m_notifier->close(QStringLiteral("hall"));
    QTRY_COMPARE(m_server->closed().size(), 1);
    QCOMPARE(m_server->closed()[0], m_server->shown()[1].id);
}

void tst_FreedesktopNotifier::whatPeopleHaveClosedIsShownAnew()
{
    m_notifier->show(note("kitchen", "Ann", "one"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QSignalSpy replied(m_notifier.get(), &Notifier::replied);
    Q_EMIT m_server->NotificationClosed(m_server->shown()[0].id, 2);
    Q_EMIT m_server->NotificationReplied(m_server->shown()[0].id, QStringLiteral("too late"));
    m_notifier->show(note("start", "Start"));
    QTRY_COMPARE(m_server->shown().size(), 2);
    QVERIFY(replied.isEmpty()); // it would have come before that
    m_notifier->show(note("kitchen", "Ann", "two"));
    QTRY_COMPARE(m_server->shown().size(), 3);
    QCOMPARE(m_server->shown()[2].replaces, 0u);
}

void tst_FreedesktopNotifier::thereAreNeverMoreThanAFew()
{
    for (int i = 0; i < 100; ++i) {
        m_notifier->show(note(QByteArray("room-").append(QByteArray::number(i)).constData(), "Ann"));
        QTest::qWait(0);
    }
    m_notifier->show(note("last", "Last"));
    QTRY_VERIFY(!m_server->shown().isEmpty() && m_server->shown().last().title == QStringLiteral("Last"));
    QTRY_VERIFY(m_server->shown().size() - m_server->closed().size() <= FreedesktopNotifier::maxShown + 1);
}

void tst_FreedesktopNotifier::aServerThatIsStartedAnewShowsWhatComesNext()
{
    m_notifier->show(note("kitchen", "Ann", "one"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    m_server.reset();
    m_server = std::make_unique<NotificationServer>(m_bus->connectAs("server"), QStringList{QStringLiteral("body")});
    // What has been shown before is nothing to the new one, and what it can do may be different.
    const auto isShownAnew = [&] {
        m_notifier->show(note("kitchen", "Ann", "two"));
        if (!QTest::qWaitFor([&] { return !m_server->shown().isEmpty(); }, 100))
            return false;
        return m_server->shown().last().replaces == 0 && m_server->shown().last().actions.isEmpty();
    };
    QVERIFY(QTest::qWaitFor(isShownAnew, 10'000));
}

void tst_FreedesktopNotifier::withoutAServerNothingHappensUntilThereIsOne()
{
    m_server.reset();
    m_notifier->show(note("kitchen", "Ann", "unheard"));
    m_notifier->close(QStringLiteral("kitchen"));
    m_notifier->show(note("kitchen", "Ann", "unheard"));
    QTest::qWait(50);
    m_server = std::make_unique<NotificationServer>(m_bus->connectAs("server"), everything);
    m_notifier->show(note("kitchen", "Ann", "heard"));
    QTRY_COMPARE(m_server->shown().size(), 1);
    QCOMPARE(m_server->shown()[0].body, QStringLiteral("heard"));
}

void tst_FreedesktopNotifier::theEndOfTheProgramTakesAllAway()
{
    m_notifier->show(note("kitchen", "Ann"));
    m_notifier->show(note("garden", "Bob"));
    QTRY_COMPARE(m_server->shown().size(), 2);
    QSignalSpy activated(m_notifier.get(), &Notifier::activated);
    Q_EMIT m_server->ActionInvoked(m_server->shown()[1].id, QStringLiteral("default"));
    QTRY_COMPARE(activated.size(), 1); // so it knows which they are
    m_notifier.reset();
    QTRY_COMPARE(m_server->closed().size(), 2);
}

void tst_FreedesktopNotifier::aSoundIsAskedForOrForbidden()
{
    Notification loud = note("kitchen", "Ann");
    loud.sound = Notification::Sound::Message;
    m_notifier->show(loud);
    m_notifier->show(note("garden", "Bob"));
    QTRY_COMPARE(m_server->shown().size(), 2);
    QVERIFY(m_server->shown()[0].hints.contains(QStringLiteral("sound-name")));
    QVERIFY(!m_server->shown()[0].hints.contains(QStringLiteral("suppress-sound")));
    QVERIFY(m_server->shown()[1].hints.value(QStringLiteral("suppress-sound")).toBool());
}

QTEST_GUILESS_MAIN(tst_FreedesktopNotifier)
#include "tst_freedesktopnotifier.moc"
