#include "viewmodels/appviewmodel.h"
#include "viewmodels/systemname.h"

#include "support/recordingnotifier.h"

#include <QTemporaryDir>
#include <QTest>

using viewmodels::systemName;

/// What somebody is called who has not said it.
class tst_SystemName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheAccountElseTheComputer_data();
    void itIsTheAccountElseTheComputer();
    void withoutAnAccountOneHasANameThatCanBeUsed();
};

void tst_SystemName::itIsTheAccountElseTheComputer_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("name");

    QTest::newRow("account") << QStringLiteral("ann") << QStringLiteral("desk") << QStringLiteral("Ann");
    QTest::newRow("no account") << QString() << QStringLiteral("desk") << QStringLiteral("Desk");
    QTest::newRow("with a domain") << QString() << QStringLiteral("desk.example.org") << QStringLiteral("Desk");
    QTest::newRow("no name") << QStringLiteral(" \n") << QStringLiteral("localhost") << QString();
    QTest::newRow("no host") << QString() << QString() << QString();
    QTest::newRow("not allowed") << QStringLiteral("ann@home") << QStringLiteral("desk") << QStringLiteral("Desk");
    QTest::newRow("long") << QString(100, u'x') << QString() << QLatin1Char('X') + QString(31, u'x');
}

void tst_SystemName::itIsTheAccountElseTheComputer()
{
    QFETCH(const QString, account);
    QFETCH(const QString, host);
    QTEST(systemName(account, host), "name");
}

void tst_SystemName::withoutAnAccountOneHasANameThatCanBeUsed()
{
    for (const char *variable : {"USER", "USERNAME", "LOGNAME"})
        qunsetenv(variable);
    QTemporaryDir folder;
    platform::KeyStore keys(folder.path(), platform::KeyStore::Place::File);
    RecordingNotifier notifier;
    viewmodels::AppViewModel app(viewmodels::AppServices{folder.path(), keys, notifier});
    app.begin();
    QVERIFY(!app.myName().isEmpty());
    app.setMyName(app.myName());
    QCOMPARE(app.myNameProblem(), QString());
}

QTEST_MAIN(tst_SystemName)
#include "tst_systemname.moc"
