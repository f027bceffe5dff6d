#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace bench {

/// The longest time in which the event loop of its thread did nothing else, in microseconds.
/// Thread: that in which it lives.
class StallRecorder final : public QObject
{
public:
    explicit StallRecorder(QObject *parent = nullptr);

    void begin();
    [[nodiscard]] qint64 longestMicros() const { return m_longestMicros; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QBasicTimer m_timer;
    QElapsedTimer m_sinceTurn;
    qint64 m_longestMicros = 0;
};

} // namespace bench
