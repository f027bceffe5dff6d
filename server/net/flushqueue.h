#pragma once

#include <QObject>

#include <vector>

namespace net {

class TcpConnection;

/// Remembers which connections of a worker have something to send, and lets each send it once per turn of the event
/// loop, however many messages it was given in that turn: one system call then carries them all.
/// Thread: the one it lives in.
class FlushQueue final : public QObject
{
    Q_OBJECT

public:
    explicit FlushQueue(QObject *parent = nullptr);

    /// The connection calls this once and takes itself out with remove() if it goes before the flush.
    void add(TcpConnection *connection);
    void remove(TcpConnection *connection);

protected:
    bool event(QEvent *event) override;

private:
    void flushAll();

    std::vector<TcpConnection *> m_waiting;
    std::vector<TcpConnection *> m_flushing;
};

} // namespace net
