#include "node/terminationsignals.h"

#include <unistd.h>

namespace node {

namespace {

bool isIgnored(int signal)
{
    struct sigaction action = {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

} // namespace

TerminationSignals::TerminationSignals(std::function<void()> onFirst)
{
    sigemptyset(&m_signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        if (!isIgnored(signal))
            sigaddset(&m_signals, signal);
    }
    // The one by which the destructor wakes the thread, whatever is ignored.
    sigaddset(&m_signals, SIGUSR2);
    ::pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
    m_thread = std::thread([this, callback = std::move(onFirst)] { waitForSignals(callback); });
}

TerminationSignals::~TerminationSignals()
{
    m_isEnding = true;
    ::pthread_kill(m_thread.native_handle(), SIGUSR2);
    m_thread.join();
}

void TerminationSignals::waitForSignals(const std::function<void()> &onFirst)
{
    bool isFirst = true;
    for (;;) {
        int signal = 0;
        if (::sigwait(&m_signals, &signal) != 0 || m_isEnding)
            return;
        if (signal == SIGUSR2)
            continue;
        if (!isFirst)
            ::_exit(128 + signal);
        isFirst = false;
        onFirst();
    }
}

} // namespace node
