#pragma once

#include "socketio/acknowledge.h"

#include "net/deadline.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace socketio {

using AckCallback = std::function<void(const AckResult &)>;

/// The acknowledgements one socket has asked its client for.
/// Thread: the socket's worker.
class PendingAcks final
{
public:
    /// @p callback is called once: with the answer, after @p timeout, or when the socket disconnects. A timeout of zero
    /// or less waits for ever.
    void add(quint64 id, net::DeadlineQueue &deadlines, std::chrono::milliseconds timeout, AckCallback callback);
    /// False when nobody waits for that id.
    bool resolve(quint64 id, const QCborArray &args);
    /// Fails all that are left.
    void failAll();

private:
    struct Pending
    {
        AckCallback callback;
        std::unique_ptr<net::Deadline> deadline;
    };

    void finish(quint64 id, const AckResult &result);

    std::unordered_map<quint64, Pending> m_pending;
};

} // namespace socketio
