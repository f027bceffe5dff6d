#include "net/socketwatch.h"

#ifdef Q_OS_LINUX
#include "net/epolleventdispatcher.h"
#endif

#include <QSocketNotifier>

namespace net {

namespace {

#ifdef Q_OS_LINUX

EpollEventDispatcher *dispatcherOfThisThread()
{
    return qobject_cast<EpollEventDispatcher *>(QAbstractEventDispatcher::instance());
}

void watch(EpollEventDispatcher *dispatcher, qintptr descriptor, ReadinessListener &listener, Readiness interest)
{
    dispatcher->watch(int(descriptor), listener, interest);
}

void unwatch(EpollEventDispatcher *dispatcher, qintptr descriptor)
{
    dispatcher->unwatch(int(descriptor));
}

#else

EpollEventDispatcher *dispatcherOfThisThread()
{
    return nullptr;
}

void watch(EpollEventDispatcher *, qintptr, ReadinessListener &, Readiness) {}
void unwatch(EpollEventDispatcher *, qintptr) {}

#endif

/// Makes, enables or disables a notifier, so that it does what is wanted.
template <typename Slot>
void use(std::unique_ptr<QSocketNotifier> &notifier, bool isWanted, qintptr descriptor, QSocketNotifier::Type type,
         const Slot &slot)
{
    if (isWanted && !notifier) {
        notifier = std::make_unique<QSocketNotifier>(descriptor, type);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(), slot);
    } else if (notifier) {
        notifier->setEnabled(isWanted);
    }
}

/// It may be calling us.
void discard(std::unique_ptr<QSocketNotifier> notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier->disconnect();
    notifier.release()->deleteLater();
}

} // namespace

SocketWatch::SocketWatch(qintptr socketDescriptor, ReadinessListener &listener)
    : m_descriptor(socketDescriptor), m_listener(listener), m_dispatcher(dispatcherOfThisThread())
{
}

SocketWatch::~SocketWatch()
{
    if (m_dispatcher)
        unwatch(m_dispatcher, m_descriptor);
    discard(std::move(m_readable));
    discard(std::move(m_writable));
}

void SocketWatch::waitFor(Readiness interest)
{
    if (interest == m_interest)
        return;
    m_interest = interest;
    if (m_dispatcher)
        watch(m_dispatcher, m_descriptor, m_listener, interest);
    else
        useNotifiers();
}

void SocketWatch::useNotifiers()
{
    ReadinessListener *listener = &m_listener;
    use(m_readable, m_interest.isToRead, m_descriptor, QSocketNotifier::Read,
        [listener] { listener->handleReadable(); });
    use(m_writable, m_interest.isToWrite, m_descriptor, QSocketNotifier::Write,
        [listener] { listener->handleWritable(); });
}

} // namespace net
