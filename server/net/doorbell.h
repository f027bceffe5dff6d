#pragma once

#include <QEvent>

#include <mutex>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace net {

/// Sends an object an event, as long as the object is there.
/// Thread: any.
class Doorbell final
{
public:
    Doorbell(QObject &target, QEvent::Type type) : m_target(&target), m_type(type) {}
    Q_DISABLE_COPY_MOVE(Doorbell)

    void ring();
    /// The object goes away; from now on ring() does nothing.
    void remove();

private:
    std::mutex m_mutex;
    QObject *m_target; ///< guarded by m_mutex
    const QEvent::Type m_type;
};

} // namespace net
