#include "viewmodels/serverstore.h"
#include "viewmodels/settingsviewmodel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using viewmodels::KnownServer;
using viewmodels::ServerStore;
using viewmodels::SettingsViewModel;

/// What is kept from one run to the next.
class tst_Settings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChangeIsKeptAtOnce();
    void whatSomebodyHasWrittenIntoTheFileIsBounded();
    void nothingIsToldWhenNothingChanges();
    void serversAreKeptInOrder();
    void aDamagedListIsAnEmptyOne();
    void anIdThatLeadsElsewhereIsNotTaken();
};

void tst_Settings::eachChangeIsKeptAtOnce()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    SettingsViewModel settings(file);
    settings.setTheme(SettingsViewModel::Theme::Dark);
    settings.setTextScale(1.25);
    settings.setCompact(true);
    settings.setLanguage(QStringLiteral("de"));
    settings.setEnterSends(false);
    settings.setNotifications(SettingsViewModel::Notifications::All);
    settings.setShowMessageText(false);
    settings.setDoNotDisturb(true);
    settings.setCloseToTray(true);
    settings.setSounds(false);
    settings.setMyName(QStringLiteral("Ann"));

    SettingsViewModel again(file);
    QCOMPARE(again.theme(), SettingsViewModel::Theme::Dark);
    QCOMPARE(again.textScale(), 1.25);
    QVERIFY(again.isCompact());
    QCOMPARE(again.language(), QStringLiteral("de"));
    QVERIFY(!again.enterSends());
    QCOMPARE(again.notifications(), SettingsViewModel::Notifications::All);
    QVERIFY(!again.showMessageText());
    QVERIFY(again.doNotDisturb());
    QVERIFY(again.closeToTray());
    QVERIFY(!again.sounds());
    QCOMPARE(again.myName(), QStringLiteral("Ann"));
}

void tst_Settings::whatSomebodyHasWrittenIntoTheFileIsBounded()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[appearance]\ntheme=77\ntextScale=99\n[notifications]\nlevel=many\n");
    file.close();
    SettingsViewModel settings(file.fileName());
    QCOMPARE(settings.theme(), SettingsViewModel::Theme::System);
    QCOMPARE(settings.textScale(), SettingsViewModel::maximumTextScale);
    QCOMPARE(settings.notifications(), SettingsViewModel::Notifications::Mentions);
}

void tst_Settings::nothingIsToldWhenNothingChanges()
{
    const QTemporaryDir folder;
    SettingsViewModel settings(folder.filePath(QStringLiteral("settings.ini")));
    const QSignalSpy changed(&settings, &SettingsViewModel::soundsChanged);
    settings.setSounds(settings.sounds());
    QCOMPARE(changed.count(), 0);
    settings.setSounds(!settings.sounds());
    QCOMPARE(changed.count(), 1);
}

void tst_Settings::serversAreKeptInOrder()
{
    const QTemporaryDir folder;
    ServerStore store(folder.path());
    const KnownServer zoo{QStringLiteral("b"), QStringLiteral("Zoo"), QStringLiteral("10.0.0.1:8418"),
                          QStringLiteral("Ann"), false};
    const KnownServer attic{QStringLiteral("a"), QStringLiteral("Attic"), QStringLiteral("10.0.0.2"),
                            QStringLiteral("Ann"), false};
    store.put(zoo);
    store.put(attic);
    store.setCurrent(QStringLiteral("a"));

    ServerStore again(folder.path());
    const QList<KnownServer> both{zoo, attic};
    QCOMPARE(again.servers(), both);
    QCOMPARE(again.current(), QStringLiteral("a"));
    QCOMPARE(again.serverAt(QStringLiteral("confab://10.0.0.2:8418")), attic);
    QVERIFY(!again.serverAt(QStringLiteral("10.0.0.3")));
    again.remove(QStringLiteral("a"));
    QCOMPARE(ServerStore(folder.path()).servers(), QList<KnownServer>{zoo});
    QCOMPARE(ServerStore(folder.path()).current(), QString());
}

void tst_Settings::aDamagedListIsAnEmptyOne()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("servers.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"servers\": [{\"id\": 7}, 3, {\"id");
    file.close();
    QVERIFY(ServerStore(folder.path()).servers().isEmpty());
}

void tst_Settings::anIdThatLeadsElsewhereIsNotTaken()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("servers.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"current": "../x", "servers": [{"id": "../x"}, {"id": ""}, {"id": "good-1"}]})");
    file.close();
    const ServerStore store(folder.path());
    QCOMPARE(store.servers().size(), 1);
    QCOMPARE(store.servers().constFirst().id, QStringLiteral("good-1"));
    QCOMPARE(store.current(), QString());
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
