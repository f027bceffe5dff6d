#pragma once

#include "net/deadline.h"

namespace net {

/// Gives memory back to the system after many connections have gone. The C library keeps what is freed in the middle of
/// its heap, so a server that once had ten thousand clients would look as big for ever.
/// Thread: the worker's.
class HeapTrimmer final
{
public:
    /// @p deadlines outlives the trimmer.
    explicit HeapTrimmer(DeadlineQueue &deadlines);

    /// A connection or a session has been freed.
    void noteFreed();

private:
    void trim();

    DeadlineQueue &m_deadlines;
    Deadline m_due;
    int m_freed = 0;
};

} // namespace net
