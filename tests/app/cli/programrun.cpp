#include "programrun.h"

#include <QTest>

namespace {

constexpr int patienceMs = 20'000;

} // namespace

ProgramRun::ProgramRun(const QStringList &arguments, const QStringList &environment, const QString &configFolder)
{
    QStringList clean
        = {QStringLiteral("USER=tester"), QStringLiteral("LC_ALL=C.UTF-8"), QStringLiteral("TZ=UTC"),
           QStringLiteral("HOME=") + m_folder.path(),
           QStringLiteral("XDG_CONFIG_HOME=") + (configFolder.isEmpty() ? m_folder.path() : configFolder)};
    m_process.setEnvironment(clean + environment);
    m_process.start(QStringLiteral(CONFAB_CLI), arguments);
}

ProgramRun::~ProgramRun()
{
    m_process.kill();
    m_process.waitForFinished();
}

void ProgramRun::writeLine(const QString &line)
{
    m_process.write(line.toUtf8() + '\n');
}

int ProgramRun::waitForEnd()
{
    const bool hasEnded = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, patienceMs);
    return hasEnded && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

bool ProgramRun::waitForOutput(const QString &text)
{
    return QTest::qWaitFor([&] { return output().contains(text); }, patienceMs);
}

bool ProgramRun::waitForErrors(const QString &text)
{
    return QTest::qWaitFor([&] { return errors().contains(text); }, patienceMs);
}

QString ProgramRun::output()
{
    m_output += m_process.readAllStandardOutput();
    return QString::fromUtf8(m_output);
}

QString ProgramRun::errors()
{
    m_errors += m_process.readAllStandardError();
    return QString::fromUtf8(m_errors);
}
