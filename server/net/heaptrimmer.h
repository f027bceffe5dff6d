#pragma once

#include "net/deadline.h"

namespace net {

/// Gives memory back to the system some time after connections have gone. The C library keeps what is freed in the
/// middle of its heap, so a server that once had ten thousand clients, or a single slow reader, would look as big for
/// ever. Thread: the worker's.
class HeapTrimmer final
{
public:
    /// @p deadlines outlives the trimmer.
    explicit HeapTrimmer(DeadlineQueue &deadlines);

    /// A connection or a session has been freed.
    void noteFreed();

private:
    DeadlineQueue &m_deadlines;
    Deadline m_due;
};

} // namespace net
