#pragma once

#include "connection/emitresult.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace connection {

/// The acknowledgements that are awaited from the server.
/// Thread: the one it lives in.
class PendingAcks final : public QObject
{
    Q_OBJECT

public:
    explicit PendingAcks(QObject *parent = nullptr);
    ~PendingAcks() override;

    /// @p callback is called once: with the answer, or with an error. A @p timeout of 0 or less waits for ever.
    void add(quint64 id, std::chrono::milliseconds timeout, AckCallback callback);
    /// Does nothing when nobody waits for that id, or no longer.
    void resolve(quint64 id, const QCborArray &args);
    void fail(quint64 id, EmitError error);
    /// Fails those for which @p isAffected.
    void failIf(const std::function<bool(quint64 id)> &isAffected, EmitError error);

Q_SIGNALS:
    /// Nobody waits for that id any longer; its callback is about to be called.
    void timedOut(quint64 id);

private:
    using Clock = std::chrono::steady_clock;
    struct Pending
    {
        AckCallback callback;
        Clock::time_point due;
    };

    void finish(quint64 id, const AckResult &result);
    void handleTimer();
    void armTimer();

    std::map<quint64, Pending> m_pending; ///< in the order of the ids
    QTimer m_timer; ///< for the one that is due first
};

} // namespace connection
