#include "net/doorbell.h"

#include <QCoreApplication>

namespace net {

void Doorbell::ring()
{
    const std::lock_guard lock(m_mutex);
    if (m_target)
        QCoreApplication::postEvent(m_target, new QEvent(m_type));
}

void Doorbell::remove()
{
    const std::lock_guard lock(m_mutex);
    m_target = nullptr;
}

} // namespace net
