#pragma once

#include <QObject>

#include <vector>

namespace net {

class TcpConnection;

/// Remembers which connections of a worker have something to send, and lets each send it once, however many messages it
/// was given: one system call then carries them all. It waits for that until a turn of the event loop has brought
/// nothing new to send, a few turns at most; turns that wait do not sleep. Where many wait, some are served each turn:
/// what is read between goes along with what the others still have to send. Thread: the one it lives in.
class FlushQueue final : public QObject
{
    Q_OBJECT

public:
    explicit FlushQueue(QObject *parent = nullptr);

    /// The connection calls this once and takes itself out with remove() if it goes before the flush.
    void add(TcpConnection *connection);
    /// Something more was queued on a connection that waits already.
    void noteMore() { m_isGrowing = true; }
    void remove(TcpConnection *connection);

protected:
    bool event(QEvent *event) override;

private:
    [[nodiscard]] bool isWorthWaiting();
    void flushSome();

    std::vector<TcpConnection *> m_waiting;
    std::vector<TcpConnection *> m_flushing; ///< those from m_next on
    size_t m_next = 0;
    bool m_isGrowing = false; ///< since the flush was last thought of
    int m_turnsWaited = 0;
};

} // namespace net
