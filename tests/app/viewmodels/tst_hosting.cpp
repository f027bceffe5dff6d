#include "localdiscovery.h"
#include "modelvalues.h"
#include "support/desk.h"

#include <QSignalSpy>

using viewmodels::AppViewModel;

/// Hosting a chat, and finding it.
class tst_Hosting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostingIsRunningAtOnceWithAnInvitation();
    void othersFindTheChatAndJoinIt();
    void closingAHostAsksFirst();
    void quittingAHostAsksFirstInTheWindow();
    void afterARestartTheChatGoesOn();
    void theNameIsKept();
};

void tst_Hosting::hostingIsRunningAtOnceWithAnInvitation()
{
    Desk ann(QStringLiteral("Ann"));
    ann.app().hostChat();
    QCOMPARE(ann.app().page(), AppViewModel::Page::Host);
    QVERIFY(ann.app().host()->starting() || ann.app().host()->running());
    QTRY_VERIFY(ann.app().host()->running());
    QVERIFY(ann.app().host()->inviteLink().startsWith(QStringLiteral("confab://")));
    QVERIFY(ann.app().host()->qrSource().startsWith(QStringLiteral("image://qr/confab")));
    QVERIFY(!ann.app().host()->addresses().isEmpty());
    QVERIFY(ann.waitUntilUpToDate());
    ann.app().showChat();
    QCOMPARE(ann.app().page(), AppViewModel::Page::Chat);
    QCOMPARE(ann.chat().serverName(), ann.app().host()->name());
    QCOMPARE(ann.chat().me()->name(), QStringLiteral("Ann"));
    QVERIFY(valueAt(*ann.app().servers(), 0, "isHosted").toBool());
}

void tst_Hosting::othersFindTheChatAndJoinIt()
{
    const hosting::DiscoveryOptions discovery = localDiscovery();
    Desk ann(QStringLiteral("Ann"), discovery);
    ann.app().hostChat();
    QTRY_VERIFY(ann.app().host()->running());
    QVERIFY(ann.waitUntilUpToDate());

    Desk bob(QStringLiteral("Bob"), discovery);
    bob.app().showJoin();
    viewmodels::JoinViewModel *join = bob.app().join();
    QTRY_COMPARE_WITH_TIMEOUT(valuesOf(*join->found(), "name"), QStringList{ann.app().host()->name()}, 10'000);
    join->joinFound(0);
    QTRY_COMPARE(bob.app().page(), AppViewModel::Page::Chat);
    QVERIFY(bob.waitUntilUpToDate());
    QTRY_COMPARE(ann.app().host()->people(), QStringList{QStringLiteral("Bob")});
    QCOMPARE(ann.app().host()->peopleConnected(), 1);
    bob.say(QStringLiteral("Found you"));
    QTRY_COMPARE(ann.text(0), QStringLiteral("Found you"));
    bob.quit();
    QTRY_COMPARE(ann.app().host()->peopleConnected(), 0);
}

void tst_Hosting::closingAHostAsksFirst()
{
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.app().closeWanted());
    ann.app().hostChat();
    QTRY_VERIFY(ann.app().host()->running());
    QVERIFY(ann.waitUntilUpToDate());
    QSignalSpy asked(&ann.app(), &AppViewModel::closeConfirmationNeeded);
    QSignalSpy closed(&ann.app(), &AppViewModel::closed);
    QVERIFY(!ann.app().closeWanted());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(closed.count(), 0);
    ann.app().closeAnyway();
    QTRY_COMPARE(closed.count(), 1);
    QVERIFY(ann.app().closeWanted());
}

void tst_Hosting::quittingAHostAsksFirstInTheWindow()
{
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.app().quitWanted());
    ann.app().hostChat();
    QTRY_VERIFY(ann.app().host()->running());
    QVERIFY(ann.waitUntilUpToDate());
    ann.app().setWindowVisible(false); // in the tray
    QSignalSpy asked(&ann.app(), &AppViewModel::closeConfirmationNeeded);
    QSignalSpy raised(&ann.app(), &AppViewModel::windowRaised);
    QVERIFY(!ann.app().quitWanted());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(raised.count(), 1);
    QVERIFY(ann.app().windowVisible());
    QVERIFY(ann.app().host()->running());
    QSignalSpy closed(&ann.app(), &AppViewModel::closed);
    ann.app().closeAnyway();
    QTRY_COMPARE(closed.count(), 1);
    QVERIFY(ann.app().quitWanted());
}

void tst_Hosting::afterARestartTheChatGoesOn()
{
    Desk ann(QStringLiteral("Ann"));
    ann.app().hostChat();
    QTRY_VERIFY(ann.app().host()->running());
    QVERIFY(ann.waitUntilUpToDate());
    ann.app().showChat();
    ann.say(QStringLiteral("Still here"));
    QVERIFY(ann.isSent());
    ann.quit();
    ann.start();
    QCOMPARE(ann.app().page(), AppViewModel::Page::Chat);
    QCOMPARE(ann.text(0), QStringLiteral("Still here"));
    // It may have another port now.
    QTRY_VERIFY(ann.app().host()->running());
    QTRY_VERIFY(ann.app().chat() != nullptr && ann.chat().connection()->isOnline());
    QVERIFY(ann.waitUntilUpToDate());
    QCOMPARE(ann.app().page(), AppViewModel::Page::Chat);
    QCOMPARE(ann.text(0), QStringLiteral("Still here"));
    QCOMPARE(ann.app().servers()->count(), 1);
}

void tst_Hosting::theNameIsKept()
{
    Desk ann(QStringLiteral("Ann"));
    ann.app().host()->setName(QStringLiteral("Allotment"));
    ann.quit();
    ann.start();
    QCOMPARE(ann.app().host()->name(), QStringLiteral("Allotment"));
}

QTEST_MAIN(tst_Hosting)
#include "tst_hosting.moc"
