#include "programrun.h"
#include "scriptedchat.h"

#include <QTest>

class tst_Join : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreSentAndOthersArePrinted();
    void comingAndGoingIsPrinted();
    void quitEndsIt();
    void theEndOfTheInputSendsEverythingFirst();
    void aLineTheServerRefusesDoesNotEndIt();
    void aLineMayBeginWithASlash();
    void linesTypedWhileTheServerIsAwayAreSentLater();
    void theRoomMayBeGiven();
};

void tst_Join::linesAreSentAndOthersArePrinted()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("join"), chat.address()});
    QVERIFY(run.waitForErrors(QStringLiteral("You are tester in #General.")));
    run.writeLine(QStringLiteral("hello, world"));
    QVERIFY(QTest::qWaitFor([&] { return !chat.texts().isEmpty(); }));
    chat.post(QStringLiteral("ann"), QStringLiteral("hi tester"));
    QVERIFY(run.waitForOutput(QStringLiteral("ann: hi tester\n")));
    QCOMPARE(chat.texts().first(), QStringLiteral("hello, world"));
    QVERIFY2(!run.output().contains(QStringLiteral("hello, world")), "it is on the screen already");
}

void tst_Join::comingAndGoingIsPrinted()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("join"), chat.address()});
    QVERIFY(run.waitForErrors(QStringLiteral("You are tester")));
    chat.happen(QStringLiteral("member.joined"), QStringLiteral("bob"));
    chat.happen(QStringLiteral("member.left"), QStringLiteral("ann"));
    QVERIFY(run.waitForOutput(QStringLiteral("* ann left\n")));
    QVERIFY(run.output().contains(QStringLiteral("* bob joined\n")));
    chat.emit(
        QStringLiteral("presence"),
        {{QStringLiteral("user"), QStringLiteral("u-bob")}, {QStringLiteral("state"), QStringLiteral("offline")}});
    QVERIFY(run.waitForOutput(QStringLiteral("* bob has gone\n")));
}

void tst_Join::quitEndsIt()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("join"), chat.address()});
    run.writeLine(QStringLiteral("last words"));
    run.writeLine(QStringLiteral("/quit"));
    run.writeLine(QStringLiteral("too late"));
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(chat.texts(), QStringList{QStringLiteral("last words")});
}

void tst_Join::theEndOfTheInputSendsEverythingFirst()
{
    ScriptedChat chat;
    chat.sendsToLimit = 1;
    chat.sendsToDrop = 1;
    ProgramRun run({QStringLiteral("join"), chat.address()});
    QStringList lines;
    for (int i = 0; i < 20; ++i) {
        lines << QString::number(i);
        run.writeLine(lines.back());
    }
    run.closeInput();
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(chat.texts(), lines);
}

void tst_Join::aLineTheServerRefusesDoesNotEndIt()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("join"), chat.address()});
    run.writeLine(QStringLiteral("forbidden"));
    QVERIFY(run.waitForErrors(QStringLiteral("You may not speak here (muted)")));
    run.writeLine(QStringLiteral("allowed"));
    run.closeInput();
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(chat.texts(), QStringList{QStringLiteral("allowed")});
}

void tst_Join::aLineMayBeginWithASlash()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("join"), chat.address()});
    run.writeLine(QStringLiteral("//bin/true"));
    run.writeLine(QStringLiteral("/unknown"));
    run.closeInput();
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(chat.texts(), QStringList{QStringLiteral("/bin/true")});
    QVERIFY(run.errors().contains(QStringLiteral("There is only /quit.")));
}

void tst_Join::linesTypedWhileTheServerIsAwayAreSentLater()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("join"), chat.address()});
    QVERIFY(run.waitForErrors(QStringLiteral("You are tester")));
    chat.stop();
    QVERIFY(run.waitForErrors(QStringLiteral("Trying again.")));
    run.writeLine(QStringLiteral("one"));
    run.writeLine(QStringLiteral("two"));
    chat.postUnheard(QStringLiteral("ann"), QStringLiteral("missed"));
    chat.start();
    QVERIFY(run.waitForOutput(QStringLiteral("ann: missed\n")));
    run.closeInput();
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(chat.texts(), (QStringList{QStringLiteral("missed"), QStringLiteral("one"), QStringLiteral("two")}));
}

void tst_Join::theRoomMayBeGiven()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("join"), QStringLiteral("#garden")},
                   {QStringLiteral("CONFAB_SERVER=") + chat.address()});
    QVERIFY(run.waitForErrors(QStringLiteral("You are tester in #Garden.")));
    chat.post(QStringLiteral("ann"), QStringLiteral("flowers"), QStringLiteral("r2"));
    QVERIFY(run.waitForOutput(QStringLiteral("ann: flowers\n")));
}

QTEST_GUILESS_MAIN(tst_Join)
#include "tst_join.moc"
