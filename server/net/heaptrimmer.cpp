#include "net/heaptrimmer.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace net {

namespace {

constexpr std::chrono::milliseconds delay = std::chrono::seconds(2); ///< so that a storm is over, and this stays rare

void trimHeap()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace

HeapTrimmer::HeapTrimmer(DeadlineQueue &deadlines) : m_deadlines(deadlines), m_due([] { trimHeap(); }) {}

void HeapTrimmer::noteFreed()
{
    if (!m_due.isPending())
        m_due.expireIn(m_deadlines, delay);
}

} // namespace net
