#include "app/stallrecorder.h"

namespace bench {

namespace {

constexpr int turnMilliseconds = 2;

} // namespace

StallRecorder::StallRecorder(QObject *parent) : QObject(parent) {}

void StallRecorder::begin()
{
    m_longestMicros = 0;
    m_sinceTurn.start();
    m_timer.start(turnMilliseconds, Qt::PreciseTimer, this);
}

void StallRecorder::timerEvent(QTimerEvent *)
{
    const qint64 late = m_sinceTurn.nsecsElapsed() / 1000 - turnMilliseconds * 1000;
    m_longestMicros = qMax(m_longestMicros, late);
    m_sinceTurn.start();
}

} // namespace bench
