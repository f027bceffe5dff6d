#pragma once

#include "cli/chatsession.h"
#include "cli/exitcode.h"
#include "cli/messageprinter.h"
#include "cli/options.h"
#include "cli/output.h"

#include <QObject>

namespace cli {

/// What the program was called for. Each command has a class, which says what to do once the server has welcomed us.
/// Thread: the main thread.
class Command : public QObject
{
    Q_OBJECT

public:
    /// @p output outlives it.
    Command(const Options &options, Output &output, ChatSession::TimeLimit timeLimit);
    ~Command() override;

    void start();

Q_SIGNALS:
    /// Comes once.
    void finished(cli::ExitCode code);

protected:
    /// Called once, after the first welcome.
    virtual void run() = 0;
    void finish(ExitCode code);
    /// When all there was to print is printed.
    void finishWhenPrinted();

    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] Output &output() { return m_output; }
    [[nodiscard]] ChatSession &session() { return m_session; }
    [[nodiscard]] MessagePrinter &printer() { return m_printer; }

private:
    const Options m_options;
    Output &m_output;
    ChatSession m_session;
    MessagePrinter m_printer;
    bool m_isRunning = false;
    bool m_hasFinished = false;
};

} // namespace cli
