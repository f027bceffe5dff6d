#pragma once

#include <QObject>

class QSocketNotifier;

namespace platform {

/// Turns the first SIGTERM, SIGINT or SIGHUP into a signal of Qt's, so that the program can end in good order; a second
/// one ends it at once. One at a time: the whole process is concerned.
/// Thread: UI.
class TerminationSignals final : public QObject
{
    Q_OBJECT

public:
    explicit TerminationSignals(QObject *parent = nullptr);
    /// From now on they end the program at once, as usual.
    ~TerminationSignals() override;

Q_SIGNALS:
    void terminationRequested();

private:
    void handleSignal();

    QSocketNotifier *m_notifier = nullptr;
    int m_readEnd = -1;
};

} // namespace platform
