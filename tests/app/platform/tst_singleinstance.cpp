#include "platform/singleinstance.h"

#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <optional>

using platform::SingleInstance;
using Outcome = SingleInstance::Outcome;

namespace {

/// The test's own program, started again as somebody who wants @p folder. Its exit code is the outcome.
class OtherProgram
{
public:
    OtherProgram(const QString &folder, const QString &link = {}, const QString &token = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_ACTIVATION_TOKEN"), token);
        m_process.setProcessEnvironment(environment);
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("begin"), folder, link});
    }
    ~OtherProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Nothing when it does not come to one.
    std::optional<Outcome> outcome()
    {
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 20'000))
            return std::nullopt;
        return Outcome(m_process.exitCode());
    }
    /// Whether it has the folder; it then keeps it.
    bool isFirst()
    {
        return QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000);
    }
    void send(int signal) { ::kill(pid_t(m_process.processId()), signal); }
    void crash()
    {
        send(SIGKILL);
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

int beginElsewhere(const QString &folder, const QString &link)
{
    SingleInstance instance(folder);
    const Outcome outcome = instance.begin(link);
    if (outcome != Outcome::First)
        return int(outcome);
    std::puts("first");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

/// One program for each data folder.
class tst_SingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theSecondHandsOverWhatItWasStartedFor_data();
    void theSecondHandsOverWhatItWasStartedFor();
    void otherFoldersAreOtherPrograms();
    void theFolderOfOneThatCrashedIsFree();
    void theFolderOfOneThatEndedIsFree();
    void oneThatHangsIsNotWaitedForForever();
    void aFolderWithALongNameWorks();
    void aFolderThatCannotBeWrittenIsReported();
    void rubbishOnTheSocketDoesNoHarm();
    void nobodyElseMayTalkToIt();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SingleInstance::theSecondHandsOverWhatItWasStartedFor_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("received");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a link") << QStringLiteral("confab://192.168.1.7:8418/room/ä?x=1")
                            << QStringLiteral("confab://192.168.1.7:8418/room/ä?x=1");
    QTest::newRow("a line break in a link") << QStringLiteral("confab://a\n{\"link\":\"confab://b\"}")
                                            << QStringLiteral("confab://a\n{\"link\":\"confab://b\"}");
    QTest::newRow("another scheme") << QStringLiteral("file:///etc/passwd") << QString();
    QTest::newRow("too long") << QString(u"confab://" + QString(SingleInstance::maxLinkBytes, u'x')) << QString();
}

void tst_SingleInstance::theSecondHandsOverWhatItWasStartedFor()
{
    QFETCH(QString, link);
    QFETCH(QString, received);
    SingleInstance first(m_folder->path());
    QCOMPARE(first.begin(QString()), Outcome::First);
    QSignalSpy handedOver(&first, &SingleInstance::handedOver);
    for (int i = 1; i <= 2; ++i) {
        OtherProgram second(m_folder->path(), link, QStringLiteral("token-7"));
        QVERIFY(second.outcome() == Outcome::HandedOver);
        QCOMPARE(handedOver.size(), i);
        QCOMPARE(handedOver.last()[0].toString(), received);
        QCOMPARE(qEnvironmentVariable("XDG_ACTIVATION_TOKEN"), QStringLiteral("token-7"));
    }
}

void tst_SingleInstance::otherFoldersAreOtherPrograms()
{
    const QTemporaryDir other;
    SingleInstance first(m_folder->path());
    SingleInstance second(other.path());
    QCOMPARE(first.begin(QString()), Outcome::First);
    QCOMPARE(second.begin(QString()), Outcome::First);
}

void tst_SingleInstance::theFolderOfOneThatCrashedIsFree()
{
    OtherProgram crashed(m_folder->path());
    QVERIFY(crashed.isFirst());
    crashed.crash();
    SingleInstance next(m_folder->path());
    QCOMPARE(next.begin(QString()), Outcome::First);
    // And it can be talked to, although a socket had been left behind.
    OtherProgram second(m_folder->path());
    QVERIFY(second.outcome() == Outcome::HandedOver);
}

void tst_SingleInstance::theFolderOfOneThatEndedIsFree()
{
    for (int i = 0; i < 3; ++i) {
        SingleInstance instance(m_folder->path());
        QCOMPARE(instance.begin(QString()), Outcome::First);
    }
}

void tst_SingleInstance::oneThatHangsIsNotWaitedForForever()
{
    OtherProgram hanging(m_folder->path());
    QVERIFY(hanging.isFirst());
    hanging.send(SIGSTOP);
    SingleInstance second(m_folder->path());
    QCOMPARE(second.begin(QString()), Outcome::NotAnswering);
    hanging.send(SIGCONT);
}

void tst_SingleInstance::aFolderWithALongNameWorks()
{
    const QString folder = m_folder->filePath(QString(150, u'x'));
    QVERIFY(QDir().mkpath(folder));
    SingleInstance first(folder);
    QCOMPARE(first.begin(QString()), Outcome::First);
    OtherProgram second(folder);
    QVERIFY(second.outcome() == Outcome::HandedOver);
}

void tst_SingleInstance::aFolderThatCannotBeWrittenIsReported()
{
    SingleInstance instance(m_folder->filePath(QStringLiteral("is/not/there")));
    QCOMPARE(instance.begin(QString()), Outcome::Failed);
}

void tst_SingleInstance::rubbishOnTheSocketDoesNoHarm()
{
    SingleInstance first(m_folder->path());
    QCOMPARE(first.begin(QString()), Outcome::First);
    QSignalSpy handedOver(&first, &SingleInstance::handedOver);
    const auto say = [&](const QByteArray &bytes) {
        QLocalSocket socket;
        socket.connectToServer(m_folder->filePath(QStringLiteral("instance.socket")));
        socket.write(bytes);
        socket.flush();
        // It closes the connection when there was a line, or far too much.
        return QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; });
    };
    QVERIFY(say(QByteArray(100'000, 'x')));
    QCOMPARE(handedOver.size(), 0);
    QVERIFY(say("\xff\xfe\n"));
    QVERIFY(say("[[[[\n"));
    QVERIFY(say("{\"link\":{\"confab://\":1}}\n"));
    QTRY_COMPARE(handedOver.size(), 3); // somebody wants the window; for nothing in particular
    for (const auto &arguments : handedOver)
        QVERIFY(arguments[0].toString().isEmpty());
    OtherProgram second(m_folder->path());
    QVERIFY(second.outcome() == Outcome::HandedOver);
}

void tst_SingleInstance::nobodyElseMayTalkToIt()
{
    SingleInstance first(m_folder->path());
    QCOMPARE(first.begin(QString()), Outcome::First);
    const QFileInfo socket(m_folder->filePath(QStringLiteral("instance.socket")));
    QVERIFY(socket.exists());
    const auto others
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(socket.permissions() & others));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == QStringLiteral("begin"))
        return beginElsewhere(arguments.value(2), arguments.value(3));
    tst_SingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_singleinstance.moc"
