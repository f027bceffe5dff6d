#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

const QString program = qEnvironmentVariable("CONFAB_PROGRAM");

struct Ended
{
    int exitCode = -1;
    QString output;
    QString errors;
};

Ended run(const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000))
        process.kill();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

/// The program `confab` as people start it, with a window that nobody sees.
class tst_Program : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QFileInfo(program).isExecutable(), "CONFAB_PROGRAM does not name the program"); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void helpAndVersionNeedNoDisplay();
    void whatCannotBeUnderstoodIsSaid();
    void aFolderThatCannotBeMadeIsSaid();
    void itRunsUntilItIsAskedToEnd();
    void theSecondStartHandsOverToTheFirst();

private:
    QString dataFolder() const { return m_folder->filePath(QStringLiteral("data")); }
    /// Whether it has come so far that a second start finds it.
    bool isRunning(QProcess &process) const
    {
        return QTest::qWaitFor(
            [&] {
                return process.state() == QProcess::Running
                    && QFileInfo::exists(dataFolder() + QStringLiteral("/instance.socket"));
            },
            30'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Program::helpAndVersionNeedNoDisplay()
{
    qputenv("QT_QPA_PLATFORM", "no such platform");
    const Ended help = run({QStringLiteral("--help")});
    const Ended version = run({QStringLiteral("--version")});
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains(QStringLiteral("--join")));
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith(QStringLiteral("confab ")));
}

void tst_Program::whatCannotBeUnderstoodIsSaid()
{
    const Ended ended = run({QStringLiteral("--data"), dataFolder(), QStringLiteral("--hst")});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.errors.contains(QStringLiteral("hst")));
    QVERIFY(!QFileInfo::exists(dataFolder()));
}

void tst_Program::aFolderThatCannotBeMadeIsSaid()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Ended ended = run({QStringLiteral("--data"), file.fileName() + QStringLiteral("/data")});
    QCOMPARE(ended.exitCode, 1);
    QVERIFY(ended.errors.contains(file.fileName()));
}

void tst_Program::itRunsUntilItIsAskedToEnd()
{
    QProcess process;
    process.start(program, {QStringLiteral("--data"), dataFolder(), QStringLiteral("--name=Ann")});
    QVERIFY(isRunning(process));
    QTRY_COMPARE_WITH_TIMEOUT(run({QStringLiteral("--data"), dataFolder()}).exitCode, 0,
                              60'000); // so it listens to others
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(dataFolder()).permissions() & others));
    QCOMPARE(::kill(pid_t(process.processId()), SIGTERM), 0);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    const QString errors = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(!errors.contains(QStringLiteral("qrc:")), qPrintable(errors)); // what QML complains about
}

void tst_Program::theSecondStartHandsOverToTheFirst()
{
    QProcess first;
    first.start(program, {QStringLiteral("--data"), dataFolder()});
    QVERIFY(isRunning(first));
    QTRY_COMPARE_WITH_TIMEOUT(run({QStringLiteral("--data"), dataFolder()}).exitCode, 0, 60'000);
    QVERIFY(first.state() == QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(30'000));
    QCOMPARE(first.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_program.moc"
