#pragma once

#include "connection/emitresult.h"
#include "connection/socketoptions.h"

#include <QCborArray>

#include <deque>
#include <functional>

namespace connection {

/// Events that are sent again until they are acknowledged: strictly one at a time, in order, so that none overtakes
/// another. The receiver may therefore get one twice, and is expected to know it by something inside it.
///
/// A try ends with its acknowledgement, when that does not come in time, or when the connection is lost. After the last
/// try the event fails and the next one has its turn.
/// Thread: that of its owner.
class RetryQueue final
{
public:
    /// Sends an event and reports the outcome of this try, later.
    using Transmit = std::function<void(const QCborArray &nameAndArgs, AckCallback callback)>;

    RetryQueue(const RetryOptions &options, const BufferLimits &limits, Transmit transmit);

    /// Adds an event of @p bytes on the wire. False when the queue is full; @p callback is then not called.
    [[nodiscard]] bool tryAdd(const QCborArray &nameAndArgs, qint64 bytes, AckCallback callback);
    /// There is a connection: what was under way when the last one ended is sent again.
    void resume();
    /// The connection is gone.
    void pause() { m_isPaused = true; }

    [[nodiscard]] int count() const { return int(m_items.size()); }
    /// Fails all of them.
    void failAll(EmitError error);

private:
    struct Item
    {
        quint64 number;
        QCborArray nameAndArgs;
        qint64 bytes;
        AckCallback callback;
        int tries = 0;
    };

    void transmitNext();
    void handleOutcome(quint64 number, const AckResult &result);
    [[nodiscard]] bool isFinal(const AckResult &result) const;
    void finishFirst(const AckResult &result);

    const RetryOptions m_options;
    const BufferLimits m_limits;
    const Transmit m_transmit;
    std::deque<Item> m_items; ///< the first one is under way, if any is
    qint64 m_bytes = 0;
    quint64 m_lastNumber = 0;
    bool m_isUnderWay = false;
    bool m_isPaused = true;
};

} // namespace connection
