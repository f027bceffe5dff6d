#include "programrun.h"
#include "scriptedchat.h"

#include <QTest>

/// The commands that read and end: history, search and rooms.
class tst_Reading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyPrintsTheLatestMessagesTheOldestFirst();
    void historyMayBeginEarlier();
    void anEmptyHistoryPrintsNothing();
    void searchPrintsWhereAQueryIsFound();
    void roomsAreListed();
    void theServerMayComeFromTheEnvironment();
};

namespace {

QStringList endings(ProgramRun &run)
{
    QStringList endings;
    for (const QString &line : run.outputLines())
        endings << line.mid(line.indexOf(u']') + 2);
    return endings;
}

} // namespace

void tst_Reading::historyPrintsTheLatestMessagesTheOldestFirst()
{
    ScriptedChat chat;
    for (int i = 1; i <= 8; ++i)
        chat.post(QStringLiteral("ann"), QString::number(i));
    ProgramRun run({QStringLiteral("history"), chat.address(), QStringLiteral("--limit=5")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(endings(run),
             (QStringList{QStringLiteral("ann: 4"), QStringLiteral("ann: 5"), QStringLiteral("ann: 6"),
                          QStringLiteral("ann: 7"), QStringLiteral("ann: 8")}));
}

void tst_Reading::historyMayBeginEarlier()
{
    ScriptedChat chat;
    for (int i = 1; i <= 8; ++i)
        chat.post(QStringLiteral("ann"), QString::number(i));
    ProgramRun run({QStringLiteral("history"), chat.address(), QStringLiteral("--before=3")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(endings(run), (QStringList{QStringLiteral("ann: 1"), QStringLiteral("ann: 2")}));
}

void tst_Reading::anEmptyHistoryPrintsNothing()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("history"), chat.address(), QStringLiteral("--room=garden")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(run.output(), QString());
    QVERIFY(!chat.requests().contains(QStringLiteral("room:join")));
}

void tst_Reading::searchPrintsWhereAQueryIsFound()
{
    ScriptedChat chat;
    chat.post(QStringLiteral("ann"), QStringLiteral("the blue boat"));
    chat.post(QStringLiteral("bob"), QStringLiteral("the red boat"));
    ProgramRun run({QStringLiteral("search"), chat.address(), QStringLiteral("blue"), QStringLiteral("boat")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(endings(run), QStringList{QStringLiteral("#General ann: …blue boat…")});
    ProgramRun json({QStringLiteral("search"), chat.address(), QStringLiteral("boat"), QStringLiteral("--json"),
                     QStringLiteral("--limit=1")});
    QCOMPARE(json.waitForEnd(), 0);
    QCOMPARE(json.outputLines().size(), 1);
    QVERIFY(json.output().startsWith(QStringLiteral("{\"type\":\"hit\",")));
}

void tst_Reading::roomsAreListed()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("rooms"), chat.address()});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(run.outputLines(),
             (QStringList{QStringLiteral("#General (public, joined, 2 unread) About General"),
                          QStringLiteral("#Garden (public, 2 unread) About Garden")}));
    ProgramRun json({QStringLiteral("rooms"), chat.address(), QStringLiteral("--json")});
    QCOMPARE(json.waitForEnd(), 0);
    QCOMPARE(json.outputLines().size(), 2);
    QVERIFY(json.outputLines().first().startsWith(QStringLiteral(R"({"type":"room",)")));
    QVERIFY(json.outputLines().first().contains(QStringLiteral(R"("name":"General")")));
    QVERIFY(json.outputLines().first().contains(QStringLiteral(R"("isMember":true)")));
}

void tst_Reading::theServerMayComeFromTheEnvironment()
{
    ScriptedChat chat;
    chat.post(QStringLiteral("ann"), QStringLiteral("the boat"));
    const QStringList environment{QStringLiteral("CONFAB_SERVER=") + chat.address()};
    ProgramRun rooms({QStringLiteral("rooms")}, environment);
    QCOMPARE(rooms.waitForEnd(), 0);
    ProgramRun search({QStringLiteral("search"), QStringLiteral("boat")}, environment);
    QCOMPARE(search.waitForEnd(), 0);
    QCOMPARE(search.outputLines().size(), 1);
}

QTEST_GUILESS_MAIN(tst_Reading)
#include "tst_reading.moc"
