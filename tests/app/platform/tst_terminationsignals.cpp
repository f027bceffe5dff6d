#include "platform/terminationsignals.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>

/// Ending in good order when the system asks for it.
class tst_TerminationSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsToldAndTheSecondEndsAll_data();
    void theFirstIsToldAndTheSecondEndsAll();
};

void tst_TerminationSignals::theFirstIsToldAndTheSecondEndsAll_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("terminated") << SIGTERM;
    QTest::newRow("interrupted") << SIGINT;
    QTest::newRow("hung up") << SIGHUP;
}

void tst_TerminationSignals::theFirstIsToldAndTheSecondEndsAll()
{
    QFETCH(int, signal);
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("wait")});
    const auto hears = [&](const char *line) {
        return QTest::qWaitFor([&] { return program.canReadLine(); }, 20'000) && program.readLine() == line;
    };
    QVERIFY(hears("ready\n"));
    QCOMPARE(::kill(pid_t(program.processId()), signal), 0);
    QVERIFY(hears("asked to end\n"));
    QVERIFY(program.state() == QProcess::Running);
    QCOMPARE(::kill(pid_t(program.processId()), signal), 0);
    QTRY_COMPARE(program.state(), QProcess::NotRunning);
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
}

namespace {

void say(const char *line)
{
    std::puts(line);
    std::fflush(stdout);
}

int waitForSignals()
{
    platform::TerminationSignals signalsOfSystem;
    QObject::connect(&signalsOfSystem, &platform::TerminationSignals::terminationRequested, &signalsOfSystem,
                     [] { say("asked to end"); });
    say("ready");
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == QStringLiteral("wait"))
        return waitForSignals();
    tst_TerminationSignals test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_terminationsignals.moc"
