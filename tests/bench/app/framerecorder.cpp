#include "app/framerecorder.h"

#include <QQuickWindow>

namespace bench {

FrameRecorder::FrameRecorder(QQuickWindow &window, QObject *parent) : QObject(parent)
{
    connect(
        &window, &QQuickWindow::beforeFrameBegin, this, [this] { m_clock.start(); }, Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::afterAnimating, this, [this] { m_clock.start(); }, Qt::DirectConnection);
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
            if (m_clock.isValid())
                m_micros.push_back(m_clock.nsecsElapsed() / 1000);
            m_clock.invalidate();
        },
        Qt::DirectConnection);
}

} // namespace bench
