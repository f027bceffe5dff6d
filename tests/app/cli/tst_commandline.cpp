#include "programrun.h"

#include <QTest>

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
    void helpNamesCommandsAndExitCodes();
    void theVersionIsPrinted();
};

void tst_CommandLine::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("explanation");
    const auto row = [](const char *arguments, const char *explanation) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments).split(u' ', Qt::SkipEmptyParts)
                                 << QString::fromUtf8(explanation);
    };
    row("", "What shall it do?");
    row("dance", "no command dance");
    row("rooms --nonsense", "nonsense");
    row("rooms --room x", "rooms has no option --room");
    row("send --count 3 hello", "send has no option --count");
    row("send", "send needs a text");
    row("search --server localhost", "search needs a text");
    row("rooms https://localhost", "http://");
    row("rooms localhost:99999", "port");
    row("rooms localhost extra", "What does extra mean there?");
    row("join localhost a b", "What does a mean there?");
    row("tail --since -1", "--since takes a number");
    row("tail --count 0", "--count takes a number");
    row("history --limit many", "--limit takes a number");
    row("rooms --timeout never", "--timeout takes a number");
    row("rooms --timeout -3", "--timeout takes a number");
}

void tst_CommandLine::wrongUsageIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, explanation);
    ProgramRun run(arguments);
    QCOMPARE(run.waitForEnd(), 2);
    QVERIFY2(run.errors().contains(explanation), qPrintable(run.errors()));
    QCOMPARE(run.output(), QString());
}

void tst_CommandLine::helpNamesCommandsAndExitCodes()
{
    ProgramRun run({QStringLiteral("--help")});
    QCOMPARE(run.waitForEnd(), 0);
    for (const char *part : {"join", "send", "tail", "history", "search", "rooms", "Exit codes", "CONFAB_SERVER",
                             "--server-password", "--token-file", "--json"})
        QVERIFY2(run.output().contains(QString::fromLatin1(part)), part);
}

void tst_CommandLine::theVersionIsPrinted()
{
    ProgramRun run({QStringLiteral("--version")});
    QCOMPARE(run.waitForEnd(), 0);
    QVERIFY(run.output().startsWith(QStringLiteral("confab-cli ")));
}

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
