#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <chrono>

namespace platform {

/// Lets only one program at a time use a data folder. The next that is started hands over what it was started for.
/// Thread: UI.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        First, ///< the folder is ours
        HandedOver, ///< another program has it, and has taken over what this one was started for
        NotAnswering, ///< another program has it, but does not answer
        Failed, ///< the folder cannot be locked, such as for want of permission
    };
    static constexpr std::chrono::milliseconds patience = std::chrono::seconds(5);
    static constexpr qsizetype maxLinkBytes = 2048;

    /// @p folder exists.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Once. @p link: what to open, may be empty. Waits for the other program for up to `patience`.
    [[nodiscard]] Outcome begin(const QString &link);

Q_SIGNALS:
    /// Another program was started for @p link, which may be empty, and handed it over. The window is to be shown; it
    /// may raise itself now.
    void handedOver(const QString &link);

private:
    [[nodiscard]] Outcome handOver(const QString &link) const;
    void receive();
    void handleLine(const QByteArray &line);

    const QString m_socketPath;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace platform
