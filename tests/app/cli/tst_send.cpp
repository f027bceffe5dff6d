#include "programrun.h"
#include "scriptedchat.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTcpServer>
#include <QTest>

class tst_Send : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsStored();
    void itMayGoToARoomThatHasToBeJoinedFirst();
    void aLostAnswerDoesNotStoreItTwice();
    void aRateLimitIsWaitedFor();
    void aRefusedMessageIsAnError();
    void aRefusedClientIsAnError();
    void anUnknownRoomIsAnError();
    void aDeadServerIsAnError();
    void aSilentServerIsAnError();
    void theTokenIsRememberedForNextTime();
    void aTokenMayBeGiven();
    void itSaysWhatIsStoredInJson();
};

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

} // namespace

void tst_Send::aMessageIsStored()
{
    ScriptedChat chat;
    ProgramRun run(QStringList{QStringLiteral("send"), chat.address()} + words("two words --name eve"));
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(chat.texts(), QStringList{QStringLiteral("two words")});
    QCOMPARE(run.output(), QString());
    QCOMPARE(chat.lastAuth()[QStringLiteral("name")].toString(), QStringLiteral("eve"));
}

void tst_Send::itMayGoToARoomThatHasToBeJoinedFirst()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("--room"), QStringLiteral("#GARDEN"),
                    QStringLiteral("hello")});
    QCOMPARE(run.waitForEnd(), 0);
    QVERIFY(chat.requests().contains(QStringLiteral("room:join")));
    QCOMPARE(chat.texts(), QStringList{QStringLiteral("hello")});
}

void tst_Send::aLostAnswerDoesNotStoreItTwice()
{
    ScriptedChat chat;
    chat.sendsToDrop = 2;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("once")});
    QCOMPARE(run.waitForEnd(), 0);
    QStringList nonces = chat.nonces();
    QCOMPARE(nonces.size(), 3);
    nonces.removeDuplicates();
    QCOMPARE(nonces.size(), 1);
    QCOMPARE(chat.texts(), QStringList{QStringLiteral("once")});
}

void tst_Send::aRateLimitIsWaitedFor()
{
    ScriptedChat chat;
    chat.sendsToLimit = 2;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("patience")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(chat.texts(), QStringList{QStringLiteral("patience")});
}

void tst_Send::aRefusedMessageIsAnError()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("forbidden")});
    QCOMPARE(run.waitForEnd(), 1);
    QVERIFY(run.errors().contains(QStringLiteral("You may not speak here (muted)")));
}

void tst_Send::aRefusedClientIsAnError()
{
    ScriptedChat chat;
    chat.refusals = 1;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("hello")});
    QCOMPARE(run.waitForEnd(), 1);
    QVERIFY(run.errors().contains(QStringLiteral("That name is taken (name_taken)")));
    QVERIFY(chat.texts().isEmpty());
}

void tst_Send::anUnknownRoomIsAnError()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("--room=attic"), QStringLiteral("hello")});
    QCOMPARE(run.waitForEnd(), 1);
    QVERIFY(run.errors().contains(QStringLiteral("not_found")));
}

void tst_Send::aDeadServerIsAnError()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("127.0.0.1:%1").arg(server.serverPort());
    server.close();
    ProgramRun run({QStringLiteral("send"), address, QStringLiteral("hello"), QStringLiteral("--timeout=0.3")});
    QCOMPARE(run.waitForEnd(), 3);
    QVERIFY(run.errors().contains(QStringLiteral("cannot be reached")));
}

void tst_Send::aSilentServerIsAnError()
{
    ScriptedChat chat;
    chat.isSilent = true;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("hello"), QStringLiteral("--timeout=0.5")});
    QCOMPARE(run.waitForEnd(), 3);
    QVERIFY(run.errors().contains(QStringLiteral("timeout")));
}

void tst_Send::theTokenIsRememberedForNextTime()
{
    ScriptedChat chat;
    QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("send"), chat.address(), QStringLiteral("hi"), QStringLiteral("--name"),
                                QStringLiteral("Zoë/../x")};
    ProgramRun first(arguments, {}, folder.path());
    QCOMPARE(first.waitForEnd(), 0);
    QVERIFY(!chat.lastAuth().contains(QStringLiteral("token")));

    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    const QFileInfo file(files.next());
    QVERIFY(file.filePath().startsWith(folder.path() + QStringLiteral("/confab/tokens/")));
    QCOMPARE(file.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
             QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(!files.hasNext());

    ProgramRun second(arguments, {}, folder.path());
    QCOMPARE(second.waitForEnd(), 0);
    QCOMPARE(chat.lastAuth()[QStringLiteral("token")].toString(), QStringLiteral("token of u-Zoë/../x"));

    ProgramRun other({QStringLiteral("send"), chat.address(), QStringLiteral("hi")}, {}, folder.path());
    QCOMPARE(other.waitForEnd(), 0);
    QVERIFY(!chat.lastAuth().contains(QStringLiteral("token")));
}

void tst_Send::aTokenMayBeGiven()
{
    ScriptedChat chat;
    const auto token = [&] { return chat.lastAuth()[QStringLiteral("token")].toString(); };
    const QStringList arguments{QStringLiteral("send"), chat.address(), QStringLiteral("hi")};
    ProgramRun byOption(arguments + QStringList{QStringLiteral("--token=abc"), QStringLiteral("--server-password=pw")});
    QCOMPARE(byOption.waitForEnd(), 0);
    QCOMPARE(token(), QStringLiteral("abc"));
    QCOMPARE(chat.lastAuth()[QStringLiteral("serverPassword")].toString(), QStringLiteral("pw"));
    ProgramRun byEnvironment(arguments, {QStringLiteral("CONFAB_TOKEN=def")});
    QCOMPARE(byEnvironment.waitForEnd(), 0);
    QCOMPARE(token(), QStringLiteral("def"));

    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("token"));
    for (int round = 0; round < 2; ++round) {
        ProgramRun byFile(arguments + QStringList{QStringLiteral("--token-file"), file});
        QCOMPARE(byFile.waitForEnd(), 0);
        QCOMPARE(token(), round == 0 ? QString() : QStringLiteral("token of u-tester"));
    }
}

void tst_Send::itSaysWhatIsStoredInJson()
{
    ScriptedChat chat;
    ProgramRun run({QStringLiteral("send"), chat.address(), QStringLiteral("hi"), QStringLiteral("--json")});
    QCOMPARE(run.waitForEnd(), 0);
    QCOMPARE(run.output(),
             QStringLiteral(R"({"type":"sent","at":1700049660000,"id":"m1","seq":1,"nonce":"%1"})"
                            "\n")
                 .arg(chat.nonces().value(0)));
    ProgramRun refused({QStringLiteral("send"), chat.address(), QStringLiteral("forbidden"), QStringLiteral("--json")});
    QCOMPARE(refused.waitForEnd(), 1);
    QCOMPARE(refused.errors(),
             QStringLiteral("{\"type\":\"error\",\"code\":\"muted\",\"message\":\"You may not speak here\"}\n"));
}

QTEST_GUILESS_MAIN(tst_Send)
#include "tst_send.moc"
