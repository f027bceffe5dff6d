#include "platform/terminationsignals.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace platform {

namespace {

constexpr int terminations[] = {SIGTERM, SIGINT, SIGHUP};

// A signal handler knows nothing but what is global.
std::atomic<int> writeEnd = -1;
static_assert(std::atomic<int>::is_always_lock_free);

void restoreDefaults()
{
    for (const int signal : terminations)
        std::signal(signal, SIG_DFL);
}

void wakeUp(int)
{
    restoreDefaults();
    const char byte = 0;
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent) : QObject(parent)
{
    int ends[2] = {};
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TerminationSignals::handleSignal);
    for (const int signal : terminations)
        std::signal(signal, wakeUp);
}

TerminationSignals::~TerminationSignals()
{
    if (m_readEnd < 0)
        return;
    restoreDefaults();
    m_notifier->setEnabled(false);
    close(writeEnd.exchange(-1));
    close(m_readEnd);
}

void TerminationSignals::handleSignal()
{
    m_notifier->setEnabled(false);
    Q_EMIT terminationRequested();
}

} // namespace platform
