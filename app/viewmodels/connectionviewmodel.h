#pragma once

#include "session/chatclient.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <qqmlregistration.h>

#include <chrono>

namespace viewmodels {

/// How the connection to the server is, and what to say about it.
/// Thread: UI thread.
class ConnectionViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to a ChatViewModel")
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isOnline READ isOnline NOTIFY isOnlineChanged)
    Q_PROPERTY(bool bannerVisible READ bannerVisible NOTIFY bannerVisibleChanged)
    Q_PROPERTY(QString text READ text NOTIFY textChanged)
    Q_PROPERTY(int secondsToRetry READ secondsToRetry NOTIFY secondsToRetryChanged)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY canRetryChanged)

public:
    enum class State { Offline, Connecting, Online, Waiting, Refused };
    Q_ENUM(State)

    /// How long a connection may be away before people are told.
    static constexpr std::chrono::milliseconds bannerDelay = std::chrono::seconds(2);

    /// @p client outlives it.
    explicit ConnectionViewModel(session::ChatClient &client, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    /// True once the connection has been away for two seconds.
    [[nodiscard]] bool bannerVisible() const { return m_bannerVisible; }
    /// What the banner says.
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Until the next attempt; 0 when none is waited for.
    [[nodiscard]] int secondsToRetry() const { return m_secondsToRetry; }
    /// Whether retryNow() would do anything.
    [[nodiscard]] bool canRetry() const { return m_canRetry; }

    /// Tries to connect now.
    Q_INVOKABLE void retryNow();

Q_SIGNALS:
    void stateChanged();
    void isOnlineChanged();
    void bannerVisibleChanged();
    void textChanged();
    void secondsToRetryChanged();
    void canRetryChanged();

private:
    void refresh();
    [[nodiscard]] QString describe() const;

    session::ChatClient &m_client;
    QTimer m_bannerTimer;
    QTimer m_countdown;
    State m_state = {};
    bool m_isOnline = false;
    bool m_bannerVisible = false;
    QString m_text;
    int m_secondsToRetry = 0;
    bool m_canRetry = false;
};

} // namespace viewmodels
