#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// One run of confab-cli, with a configuration folder of its own unless one is given.
class ProgramRun final
{
public:
    explicit ProgramRun(const QStringList &arguments, const QStringList &environment = {},
                        const QString &configFolder = {});
    ~ProgramRun();
    Q_DISABLE_COPY_MOVE(ProgramRun)

    void writeLine(const QString &line);
    void closeInput() { m_process.closeWriteChannel(); }

    /// Waits for the end. Returns the exit code, or -1 when it does not end in time or crashes.
    [[nodiscard]] int waitForEnd();
    /// Waits until the standard output holds a text.
    [[nodiscard]] bool waitForOutput(const QString &text);
    [[nodiscard]] bool waitForErrors(const QString &text);

    [[nodiscard]] QString output();
    [[nodiscard]] QStringList outputLines() { return output().split(u'\n', Qt::SkipEmptyParts); }
    [[nodiscard]] QString errors();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};
