#pragma once

#include "net/readinesslistener.h"

#include <QtGlobal>

#include <memory>

class QSocketNotifier;

namespace net {

class EpollEventDispatcher;

/// Waits for one socket in the thread it was made in: through our own event dispatcher where that runs, with
/// QSocketNotifiers elsewhere. May be destroyed in a call of its listener, and must be before the socket is closed.
/// Thread: the one it was made in.
class SocketWatch final
{
public:
    /// Waits for nothing yet. @p listener outlives the watch.
    SocketWatch(qintptr socketDescriptor, ReadinessListener &listener);
    ~SocketWatch();
    Q_DISABLE_COPY_MOVE(SocketWatch)

    void waitFor(Readiness interest);

private:
    void useNotifiers();

    const qintptr m_descriptor;
    ReadinessListener &m_listener;
    Readiness m_interest;
    EpollEventDispatcher *const m_dispatcher; ///< null where notifiers are used
    std::unique_ptr<QSocketNotifier> m_readable;
    std::unique_ptr<QSocketNotifier> m_writable;
};

} // namespace net
