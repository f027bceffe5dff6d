#include "program/terminationsignal.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace program {

TerminationSignal::TerminationSignal()
{
    sigset_t signalsToEnd;
    sigemptyset(&signalsToEnd);
    sigaddset(&signalsToEnd, SIGTERM);
    sigaddset(&signalsToEnd, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signalsToEnd, nullptr);
    m_signalDescriptor = ::signalfd(-1, &signalsToEnd, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_signalDescriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info;
        if (::read(m_signalDescriptor, &info, sizeof info) == ssize_t(sizeof info))
            Q_EMIT received();
    });
}

TerminationSignal::~TerminationSignal()
{
    m_notifier.reset();
    ::close(m_signalDescriptor);
}

} // namespace program
