#pragma once

#include "viewmodels/appservices.h"
#include "viewmodels/settingsviewmodel.h"

#include "hosting/hostedchat.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <qqmlregistration.h>

#include <functional>

namespace viewmodels {

/// The chat that this program hosts.
/// Thread: UI thread.
class HostViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It comes from AppViewModel.host")
    Q_PROPERTY(bool running READ running NOTIFY runningChanged)
    Q_PROPERTY(bool starting READ starting NOTIFY startingChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY addressesChanged)
    Q_PROPERTY(QString inviteLink READ inviteLink NOTIFY inviteLinkChanged)
    Q_PROPERTY(QString qrSource READ qrSource NOTIFY qrSourceChanged)
    Q_PROPERTY(int peopleConnected READ peopleConnected NOTIFY peopleConnectedChanged)
    Q_PROPERTY(QStringList people READ people NOTIFY peopleChanged)

public:
    /// All of it outlives it.
    HostViewModel(const AppServices &services, SettingsViewModel &settings,
                  std::function<void(const QString &text)> copy, QObject *parent = nullptr);

    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] bool starting() const { return m_starting; }
    /// Why it does not run, for people; empty if nothing is wrong.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    /// What the chat is called; kept for the next time.
    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name);
    /// `host:port`, the likeliest first.
    [[nodiscard]] const QStringList &addresses() const { return m_addresses; }
    /// `confab://host:port`.
    [[nodiscard]] const QString &inviteLink() const { return m_inviteLink; }
    /// The source of an Image that shows the link.
    [[nodiscard]] const QString &qrSource() const { return m_qrSource; }
    /// Without oneself.
    [[nodiscard]] int peopleConnected() const { return m_peopleConnected; }
    /// The names of those.
    [[nodiscard]] const QStringList &people() const { return m_people; }

    /// Begins to host, unless it does.
    Q_INVOKABLE void start();
    /// Ends the chat for everybody.
    Q_INVOKABLE void stop();
    /// Puts the link on the clipboard.
    Q_INVOKABLE void copyInvite();

    /// `127.0.0.1:port` while it runs.
    [[nodiscard]] QString ownAddress() const { return m_chat.ownAddress(); }
    /// Who is in the chat beside oneself.
    void setPeople(const QStringList &names);
    [[nodiscard]] bool isStopped() const { return m_chat.state() == hosting::HostedChat::State::Stopped; }

Q_SIGNALS:
    void runningChanged();
    void startingChanged();
    void problemChanged();
    void nameChanged();
    void addressesChanged();
    void inviteLinkChanged();
    void qrSourceChanged();
    void peopleConnectedChanged();
    void peopleChanged();
    /// It has ended, or has not begun.
    void stopped();

private:
    void refresh();
    [[nodiscard]] QString describe(hosting::HostedChat::Problem problem) const;
    [[nodiscard]] QString defaultName() const;

    const AppServices m_services;
    SettingsViewModel &m_settings;
    const std::function<void(const QString &text)> m_copy;
    hosting::HostedChat m_chat;
    bool m_running = false;
    bool m_starting = false;
    QString m_problem;
    QString m_name;
    QStringList m_addresses;
    QString m_inviteLink;
    QString m_qrSource;
    int m_peopleConnected = 0;
    QStringList m_people;
};

} // namespace viewmodels
