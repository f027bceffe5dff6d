#include "modelvalues.h"
#include "support/desk.h"

#include <QDir>

using viewmodels::AppViewModel;
using viewmodels::JoinViewModel;
using Wants = viewmodels::JoinViewModel::Wants;

/// Getting into a chat.
class tst_Joining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theFirstScreenComesFirst();
    void aBadNameIsToldAtOnce_data();
    void aBadNameIsToldAtOnce();
    void aJoinedChatStaysInTheList();
    void aTextThatIsNoAddressIsTold();
    void whereNobodyAnswersItSaysSo();
    void aTakenNameCanBeReplaced();
    void aServerPasswordIsAskedFor();
    void aKnownServerIsOpenedAndNotJoinedTwice();
    void aLinkJoinsAChat();
    void aServerCanBeForgotten();
    void whenNothingIsFoundItSaysWhatCouldBeWrong();
    void onlyHarmlessLinksAreFollowed();

private:
    [[nodiscard]] JoinViewModel *tryToJoin(Desk &desk)
    {
        desk.app().showJoin();
        desk.app().join()->setAddressText(m_house->address().toString());
        desk.app().join()->joinAddress();
        return desk.app().join();
    }
    [[nodiscard]] static QStringList cacheFiles(const Desk &desk)
    {
        return QDir(desk.folder()).entryList({QStringLiteral("cache-*")});
    }

    std::unique_ptr<House> m_house;
};

void tst_Joining::init()
{
    m_house = std::make_unique<House>();
}

void tst_Joining::theFirstScreenComesFirst()
{
    Desk ann(QStringLiteral("Ann"));
    QCOMPARE(ann.app().page(), AppViewModel::Page::FirstRun);
    QVERIFY(ann.app().chat() == nullptr);
    QCOMPARE(ann.app().servers()->count(), 0);
}

void tst_Joining::aBadNameIsToldAtOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("a name") << QStringLiteral("Ann Lee") << true;
    QTest::newRow("32 emoji") << QStringLiteral("🐈").repeated(32) << true;
    QTest::newRow("33 emoji") << QStringLiteral("🐈").repeated(33) << false;
    QTest::newRow("nothing") << QStringLiteral("  ") << false;
    QTest::newRow("an at sign") << QStringLiteral("a@b") << false;
    QTest::newRow("a quotation mark") << QStringLiteral("\"Ann\"") << false;
    QTest::newRow("a control character") << QStringLiteral("A\u0007nn") << false;
}

void tst_Joining::aBadNameIsToldAtOnce()
{
    QFETCH(QString, name);
    QFETCH(bool, isGood);
    Desk ann(QStringLiteral("Ann"));
    ann.app().setMyName(name);
    QCOMPARE(ann.app().myNameProblem().isEmpty(), isGood);
    ann.app().showJoin();
    QCOMPARE(ann.app().page() == AppViewModel::Page::Join, isGood);
}

void tst_Joining::aJoinedChatStaysInTheList()
{
    m_house->config.chat.serverName = QStringLiteral("Our house");
    m_house->start();
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.join(*m_house));
    QCOMPARE(valuesOf(*ann.app().servers(), "name"), QStringList{QStringLiteral("Our house")});
    QVERIFY(valueAt(*ann.app().servers(), 0, "isCurrent").toBool());
    QVERIFY(valueAt(*ann.app().servers(), 0, "isOnline").toBool());
    const QString me = ann.chat().me()->userId();
    ann.quit();
    ann.start();
    QCOMPARE(ann.app().page(), AppViewModel::Page::Chat);
    QVERIFY(ann.waitUntilUpToDate());
    QCOMPARE(ann.chat().me()->userId(), me);
}

void tst_Joining::aTextThatIsNoAddressIsTold()
{
    Desk ann(QStringLiteral("Ann"));
    for (const QString &text : {QString(), QStringLiteral("http://"), QStringLiteral("a b")}) {
        ann.app().join()->setAddressText(text);
        ann.app().join()->joinAddress();
        QVERIFY(!ann.app().join()->problem().isEmpty());
        QVERIFY(!ann.app().join()->isConnecting());
    }
}

void tst_Joining::whereNobodyAnswersItSaysSo()
{
    m_house->network().setDown(true);
    Desk ann(QStringLiteral("Ann"));
    const JoinViewModel *join = tryToJoin(ann);
    QTRY_VERIFY(!join->problem().isEmpty());
    QVERIFY(!join->isConnecting());
    QTRY_VERIFY(cacheFiles(ann).isEmpty());
    QCOMPARE(ann.app().servers()->count(), 0);
}

void tst_Joining::aTakenNameCanBeReplaced()
{
    m_house->start();
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.join(*m_house));
    Desk other(QStringLiteral("Ann"));
    JoinViewModel *join = tryToJoin(other);
    QTRY_COMPARE(join->wants(), Wants::OtherName);
    QVERIFY(!join->problem().isEmpty());
    other.app().setMyName(QStringLiteral("Anne"));
    join->submit();
    QTRY_COMPARE(other.app().page(), AppViewModel::Page::Chat);
    QTRY_COMPARE(other.chat().me()->name(), QStringLiteral("Anne"));
    QCOMPARE(join->wants(), Wants::None);
}

void tst_Joining::aServerPasswordIsAskedFor()
{
    m_house->config.serverPassword = QByteArrayLiteral("sesame");
    m_house->start();
    Desk ann(QStringLiteral("Ann"));
    JoinViewModel *join = tryToJoin(ann);
    QTRY_COMPARE(join->wants(), Wants::ServerPassword);
    join->setPassword(QStringLiteral("wrong"));
    join->submit();
    QTRY_VERIFY(!join->isConnecting());
    QCOMPARE(join->wants(), Wants::ServerPassword);
    join->setPassword(QStringLiteral("sesame"));
    join->submit();
    QTRY_COMPARE(ann.app().page(), AppViewModel::Page::Chat);
    // The token is enough from now on.
    ann.quit();
    ann.start();
    QVERIFY(ann.waitUntilUpToDate());
}

void tst_Joining::aKnownServerIsOpenedAndNotJoinedTwice()
{
    m_house->start();
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.join(*m_house));
    ann.app().showFirstRun();
    static_cast<void>(tryToJoin(ann));
    QCOMPARE(ann.app().page(), AppViewModel::Page::Chat);
    QCOMPARE(ann.app().servers()->count(), 1);
}

void tst_Joining::aLinkJoinsAChat()
{
    m_house->start();
    Desk ann(QStringLiteral("Ann"));
    ann.app().handleLink(QStringLiteral("confab://") + m_house->address().toString());
    QTRY_COMPARE(ann.app().page(), AppViewModel::Page::Chat);
    QVERIFY(ann.waitUntilUpToDate());
}

void tst_Joining::aServerCanBeForgotten()
{
    m_house->start();
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.join(*m_house));
    QVERIFY(!cacheFiles(ann).isEmpty());
    ann.app().removeServer(ann.chat().serverId());
    QCOMPARE(ann.app().page(), AppViewModel::Page::FirstRun);
    QVERIFY(ann.app().chat() == nullptr);
    QTRY_VERIFY(cacheFiles(ann).isEmpty());
    ann.quit();
    ann.start();
    QCOMPARE(ann.app().page(), AppViewModel::Page::FirstRun);
}

void tst_Joining::whenNothingIsFoundItSaysWhatCouldBeWrong()
{
    Desk ann(QStringLiteral("Ann"));
    ann.app().showJoin();
    QVERIFY(ann.app().join()->isSearching());
    QVERIFY(!ann.app().join()->nothingFound());
    QTRY_VERIFY_WITH_TIMEOUT(ann.app().join()->nothingFound(), 10'000);
    QVERIFY(!ann.app().join()->reasons().isEmpty());
    ann.app().showFirstRun();
    QVERIFY(!ann.app().join()->isSearching());
}

void tst_Joining::onlyHarmlessLinksAreFollowed()
{
    Desk ann(QStringLiteral("Ann"));
    QVERIFY(ann.app().canOpenLink(QStringLiteral("https://example.org/a?b=c")));
    QVERIFY(ann.app().canOpenLink(QStringLiteral("mailto:ann@example.org")));
    QVERIFY(!ann.app().canOpenLink(QStringLiteral("file:///etc/passwd")));
    QVERIFY(!ann.app().canOpenLink(QStringLiteral("javascript:alert(1)")));
    QVERIFY(!ann.app().canOpenLink(QStringLiteral("smb://host/share")));
}

QTEST_MAIN(tst_Joining)
#include "tst_joining.moc"
