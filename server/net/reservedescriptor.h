#pragma once

#include <QtGlobal>

namespace net {

/// One descriptor kept aside for the moment when the process has run out of them. Without it a waiting connection can
/// neither be accepted nor refused, and the listener would be woken for it again and again.
/// Does nothing on Windows, where sockets are not limited that way.
/// Thread: that of its listener.
class ReserveDescriptor final
{
public:
    ReserveDescriptor();
    ~ReserveDescriptor();
    Q_DISABLE_COPY_MOVE(ReserveDescriptor)

    /// Whether there is one; tries to get one if not.
    [[nodiscard]] bool isHeld();
    /// Gives the reserve up for a moment to accept, answer with @p farewell and close what waits on
    /// @p listeningDescriptor. Returns how many connections were refused.
    int refuseWaiting(qintptr listeningDescriptor, const char *farewell);

private:
    void acquire();
    void release();

    int m_descriptor = -1;
};

} // namespace net
