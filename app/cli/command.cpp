#include "cli/command.h"

#include <utility>

namespace cli {

Command::Command(const Options &options, Output &output, ChatSession::TimeLimit timeLimit)
    : m_options(options), m_output(output), m_session(options, output, timeLimit), m_printer(output, m_session.users())
{
    connect(&m_session, &ChatSession::failed, this, &Command::finish);
    connect(&m_session, &ChatSession::welcomed, this, [this] {
        if (!std::exchange(m_isRunning, true))
            run();
    });
}

Command::~Command() = default;

void Command::start()
{
    m_session.open();
}

void Command::finish(ExitCode code)
{
    if (std::exchange(m_hasFinished, true))
        return;
    m_session.close();
    Q_EMIT finished(code);
}

void Command::finishWhenPrinted()
{
    if (m_printer.isIdle())
        finish(ExitCode::Done);
    else
        connect(&m_printer, &MessagePrinter::idle, this, [this] { finish(ExitCode::Done); });
}

} // namespace cli
