#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace program {

/// Turns SIGTERM and SIGINT into a call from the event loop. Make it before any thread is started, so that all threads
/// inherit the blocked signals.
/// Thread: main.
class TerminationSignal final : public QObject
{
    Q_OBJECT

public:
    TerminationSignal();
    ~TerminationSignal() override;

Q_SIGNALS:
    void received();

private:
    int m_signalDescriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace program
