#include "programrun.h"
#include "scriptedchat.h"

#include <QTest>

namespace {

/// The texts of the messages that the program has printed as JSON.
QStringList printedTexts(ProgramRun &run)
{
    QStringList texts;
    for (const QString &line : run.outputLines()) {
        const qsizetype begin = line.indexOf(QStringLiteral("\"text\":\"")) + 8;
        texts << line.mid(begin, line.indexOf(u'"', begin) - begin);
    }
    return texts;
}

QStringList numbers(int first, int last)
{
    QStringList texts;
    for (int i = first; i <= last; ++i)
        texts << QString::number(i);
    return texts;
}

} // namespace

class tst_Tail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newMessagesArePrintedAsTheyCome();
    void itBeginsAfterTheMessageItIsTold();
    void itEndsAfterTheCount();
    void namesThatAreNotKnownAreAskedFor();
    void nothingIsMissedOrDoubledWhenTheServerRestarts();
    void aGapTooLongForEventsIsReadFromTheHistory();
    void aMissingEventIsAskedFor();
    void aServerThatClosesIsAnnounced();
    void controlCharactersAreHarmless();
};

void tst_Tail::newMessagesArePrintedAsTheyCome()
{
    ScriptedChat chat;
    chat.post(QStringLiteral("ann"), QStringLiteral("old"));
    ProgramRun run({QStringLiteral("tail"), chat.address()});
    QVERIFY(QTest::qWaitFor([&] { return chat.requests().contains(QStringLiteral("sync")); }));
    chat.post(QStringLiteral("ann"), QStringLiteral("hello"));
    chat.happen(QStringLiteral("reaction.added"), QStringLiteral("bob"));
    chat.post(QStringLiteral("bob"), QStringLiteral("two\nlines"));
    chat.post(QStringLiteral("bob"), QStringLiteral("elsewhere"), QStringLiteral("r2"));
    chat.post(QStringLiteral("bob"), QStringLiteral("end"));
    QVERIFY(run.waitForOutput(QStringLiteral("bob: end\n")));
    QCOMPARE(run.output(),
             QStringLiteral("[2023-11-15 12:02] ann: hello\n[2023-11-15 12:04] bob: two\n    lines\n"
                            "[2023-11-15 12:05] bob: end\n"));
}

void tst_Tail::itBeginsAfterTheMessageItIsTold()
{
    ScriptedChat chat;
    for (const QString &text : numbers(1, 4))
        chat.post(QStringLiteral("ann"), text);
    ProgramRun run({QStringLiteral("tail"), chat.address(), QStringLiteral("--since=2"), QStringLiteral("--count=2"),
                    QStringLiteral("--json")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(printedTexts(run), numbers(3, 4));
    QVERIFY(run.output().contains(QStringLiteral("\"byName\":\"ann\"")));
}

void tst_Tail::itEndsAfterTheCount()
{
    ScriptedChat chat;
    for (const QString &text : numbers(1, 9))
        chat.post(QStringLiteral("ann"), text);
    ProgramRun run({QStringLiteral("tail"), chat.address(), QStringLiteral("--since=0"), QStringLiteral("--count=3"),
                    QStringLiteral("--json")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(printedTexts(run), numbers(1, 3));
}

void tst_Tail::namesThatAreNotKnownAreAskedFor()
{
    ScriptedChat chat;
    chat.tellsUsers = false;
    chat.post(QStringLiteral("ann"), QStringLiteral("1"));
    chat.post(QStringLiteral("zed"), QStringLiteral("2"));
    chat.post(QStringLiteral("ann"), QStringLiteral("3"));
    ProgramRun run({QStringLiteral("tail"), chat.address(), QStringLiteral("--since=0"), QStringLiteral("--count=3")});
    QCOMPARE(run.waitForEnd(), 0);
    const QStringList lines = run.outputLines();
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith(QStringLiteral("ann: 1")));
    QVERIFY(lines[1].endsWith(QStringLiteral("zed: 2")));
    QVERIFY(lines[2].endsWith(QStringLiteral("ann: 3")));
    QCOMPARE(chat.requests().count(QStringLiteral("user:get")), 2);
}

void tst_Tail::nothingIsMissedOrDoubledWhenTheServerRestarts()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("tail"), chat.address(), QStringLiteral("--json"), QStringLiteral("--count=12")});
    QVERIFY(QTest::qWaitFor([&] { return chat.requests().contains(QStringLiteral("sync")); }));
    for (const QString &text : numbers(1, 4))
        chat.post(QStringLiteral("ann"), text);
    QVERIFY(run.waitForOutput(QStringLiteral("\"text\":\"4\"")));
    for (int round = 0; round < 2; ++round) {
        chat.stop();
        chat.start();
        for (const QString &text : numbers(5 + 4 * round, 8 + 4 * round))
            chat.post(QStringLiteral("ann"), text);
        QVERIFY(run.waitForOutput(QStringLiteral("\"text\":\"%1\"").arg(8 + 4 * round)));
    }
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(printedTexts(run), numbers(1, 12));
}

void tst_Tail::aGapTooLongForEventsIsReadFromTheHistory()
{
    ScriptedChat chat;
    chat.resetsSync = true;
    for (const QString &text : numbers(1, 10))
        chat.post(QStringLiteral("ann"), text);
    ProgramRun run({QStringLiteral("tail"), chat.address(), QStringLiteral("--since=1"), QStringLiteral("--json"),
                    QStringLiteral("--count=10")});
    QVERIFY(run.waitForOutput(QStringLiteral("\"text\":\"10\"")));
    chat.post(QStringLiteral("ann"), QStringLiteral("11"));
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(printedTexts(run), numbers(2, 11));
}

void tst_Tail::aMissingEventIsAskedFor()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("tail"), chat.address(), QStringLiteral("--json"), QStringLiteral("--count=3")});
    QVERIFY(QTest::qWaitFor([&] { return chat.requests().contains(QStringLiteral("sync")); }));
    chat.post(QStringLiteral("ann"), QStringLiteral("1"));
    chat.postUnheard(QStringLiteral("ann"), QStringLiteral("2"));
    chat.post(QStringLiteral("ann"), QStringLiteral("3"));
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(printedTexts(run), numbers(1, 3));
}

void tst_Tail::aServerThatClosesIsAnnounced()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("tail"), chat.address(), QStringLiteral("--count=1")});
    QVERIFY(QTest::qWaitFor([&] { return chat.requests().contains(QStringLiteral("sync")); }));
    chat.emit(QStringLiteral("server:closing"),
              {{QStringLiteral("reason"), QStringLiteral("an update")}, {QStringLiteral("retryAfterMs"), 10}});
    QVERIFY(run.waitForErrors(QStringLiteral("The server is closing: an update")));
    chat.stop();
    chat.start();
    QVERIFY(run.waitForErrors(QStringLiteral("Connected again.")));
    chat.post(QStringLiteral("ann"), QStringLiteral("back"));
    QCOMPARE(run.waitForEnd(), 0);
}

void tst_Tail::controlCharactersAreHarmless()
{
    ScriptedChat chat;
    const QString evil = QStringLiteral("a\033[2Jb\u009bc\u202ed\re\x07");
    chat.post(QStringLiteral("ann"), evil);
    const QStringList arguments{QStringLiteral("tail"), chat.address(), QStringLiteral("--since=0"),
                                QStringLiteral("--count=1")};
    ProgramRun text(arguments);
    QCOMPARE(text.waitForEnd(), 0);
    QVERIFY(text.output().endsWith(QStringLiteral("ann: a\u241b[2Jb\ufffdc\ufffdd\u240de\u2407\n")));
    ProgramRun json(arguments + QStringList{QStringLiteral("--json")});
    QCOMPARE(json.waitForEnd(), 0);
    QVERIFY(json.output().contains(QStringLiteral(R"("text":"a\u001b[2Jb\u009bc\u202ed\re\u0007")")));
}

QTEST_GUILESS_MAIN(tst_Tail)
#include "tst_tail.moc"
