#include "net/reservedescriptor.h"

#include <cstring>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace net {

ReserveDescriptor::ReserveDescriptor()
{
    acquire();
}

ReserveDescriptor::~ReserveDescriptor()
{
    release();
}

bool ReserveDescriptor::isHeld()
{
    acquire();
    return m_descriptor != -1;
}

#ifdef Q_OS_WIN

int ReserveDescriptor::refuseWaiting(qintptr, const char *)
{
    return 0;
}
void ReserveDescriptor::acquire() {}
void ReserveDescriptor::release() {}

#else

int ReserveDescriptor::refuseWaiting(qintptr listeningDescriptor, const char *farewell)
{
    constexpr int mostAtOnce = 128; // the listener comes back for the rest; the connections it has come in between
    int refused = 0;
    for (; refused < mostAtOnce; ++refused) {
        release();
        const int descriptor = ::accept(int(listeningDescriptor), nullptr, nullptr);
        if (descriptor != -1) {
            // One small write into the empty buffer of a new socket cannot block.
            const auto sent = ::send(descriptor, farewell, std::strlen(farewell), MSG_DONTWAIT);
            Q_UNUSED(sent);
            ::shutdown(descriptor, SHUT_WR);
            ::close(descriptor);
        }
        acquire();
        if (descriptor == -1)
            break;
    }
    return refused;
}

void ReserveDescriptor::acquire()
{
    if (m_descriptor == -1)
        m_descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

void ReserveDescriptor::release()
{
    if (m_descriptor != -1)
        ::close(m_descriptor);
    m_descriptor = -1;
}

#endif

} // namespace net
