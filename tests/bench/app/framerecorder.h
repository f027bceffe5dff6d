#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <vector>

class QQuickWindow;

namespace bench {

/// How long each frame of a window takes, from its preparation until it is shown, in microseconds.
/// Thread: UI. The window must render in that thread, as it does with software rendering.
class FrameRecorder final : public QObject
{
    Q_OBJECT

public:
    explicit FrameRecorder(QQuickWindow &window, QObject *parent = nullptr);

    /// Forgets what has been recorded.
    void begin() { m_micros.clear(); }
    [[nodiscard]] const std::vector<qint64> &micros() const { return m_micros; }

private:
    QElapsedTimer m_clock;
    std::vector<qint64> m_micros;
};

} // namespace bench
