#pragma once

#include "hosting/announcement.h"
#include "hosting/answerbudget.h"
#include "hosting/datagramintake.h"
#include "hosting/discoveryoptions.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace hosting {

/// Answers whoever asks on the network which chats there are. It never says more than an Announcement, never sends more
/// bytes than it was sent, and answers nobody more often than AnswerBudget allows.
/// Thread: the one it lives in.
class Beacon final : public QObject
{
    Q_OBJECT

public:
    explicit Beacon(const DiscoveryOptions &options = {}, QObject *parent = nullptr);
    ~Beacon() override;

    /// Begins to answer with @p announcement, or goes on with a new one. False when the port cannot be used; then it
    /// may be tried again.
    [[nodiscard]] bool announce(const Announcement &announcement);
    /// Answers nobody any more.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_intake != nullptr; }

private:
    void joinNewInterfaces();
    void handleDatagram(const QNetworkDatagram &datagram);

    const DiscoveryOptions m_options;
    Announcement m_announcement;
    AnswerBudget m_budget;
    std::unique_ptr<DatagramIntake> m_intake; ///< null while it does not run
    QSet<int> m_joined; ///< indexes of interfaces
    QTimer m_interfaceTimer;
};

} // namespace hosting
