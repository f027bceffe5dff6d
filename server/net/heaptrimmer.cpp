#include "net/heaptrimmer.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace net {

namespace {

constexpr int worthTheTime = 1; ///< freed connections or sessions: one slow reader alone may have held a megabyte
constexpr std::chrono::milliseconds delay = std::chrono::seconds(2); ///< so that a storm is over, and this stays rare

} // namespace

HeapTrimmer::HeapTrimmer(DeadlineQueue &deadlines) : m_deadlines(deadlines), m_due([this] { trim(); }) {}

void HeapTrimmer::noteFreed()
{
    if (++m_freed >= worthTheTime && !m_due.isPending())
        m_due.expireIn(m_deadlines, delay);
}

void HeapTrimmer::trim()
{
    m_freed = 0;
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace net
