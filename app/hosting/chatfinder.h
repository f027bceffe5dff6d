#pragma once

#include "hosting/announcement.h"
#include "hosting/datagramintake.h"
#include "hosting/discoveryoptions.h"
#include "hosting/foundchat.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace hosting {

/// Looks for chats on the network: asks by multicast and broadcast on every interface, on this machine, and at hosts
/// that are remembered from before.
///
/// Answers are only taken from those who were asked, and believed as little as FoundChat says. The same chat at several
/// addresses is found once, at the address that answered first; when that falls silent, at the next.
/// Thread: the one it lives in.
class ChatFinder final : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxChats = 100; ///< found at a time
    static constexpr int maxChatsOfAddress = 8;
    static constexpr int maxRememberedHosts = 32;

    explicit ChatFinder(const DiscoveryOptions &options = {}, QObject *parent = nullptr);
    ~ChatFinder() override;

    /// Asked one by one as well, at the next question: names or addresses, the first maxRememberedHosts of them.
    void setRememberedHosts(const QStringList &hosts);

    /// Begins to look, unless it does.
    void start();
    /// Stops and forgets what was found, without signals.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_intake != nullptr; }
    /// False when this machine does not let us ask at all, or is in no network.
    [[nodiscard]] bool canAsk() const { return m_canAsk; }

    /// In the order in which they were found.
    [[nodiscard]] const QList<FoundChat> &chats() const { return m_chats; }

Q_SIGNALS:
    void found(const hosting::FoundChat &chat);
    /// Something about the chat with this key is different now.
    void changed(const hosting::FoundChat &chat);
    void lost(const QString &key);
    void canAskChanged(bool canAsk);

private:
    struct Sighting
    {
        Announcement announcement;
        QHostAddress address;
        QDeadlineTimer deadline;
    };

    void ask();
    void askOnNetworks();
    bool send(const QHostAddress &address);
    void lookUpRememberedHosts();
    void handleDatagram(const QNetworkDatagram &datagram);
    void note(const Announcement &announcement, const QHostAddress &address);
    [[nodiscard]] bool hasRoomFor(const QHostAddress &address) const;
    void forgetTheSilent();
    void showSightings();
    [[nodiscard]] QList<FoundChat> seen() const;
    void setCanAsk(bool canAsk);

    const DiscoveryOptions m_options;
    QStringList m_rememberedHosts;
    QList<QHostAddress> m_rememberedAddresses;
    std::unique_ptr<DatagramIntake> m_intake; ///< null while it does not run
    QString m_nonce;
    QByteArray m_question;
    QList<Sighting> m_sightings; ///< in the order in which they were first seen
    QList<FoundChat> m_chats; ///< what the signals have told
    QTimer m_askTimer;
    QTimer m_silenceTimer;
    int m_questionCount = 0;
    bool m_canAsk = true;
};

} // namespace hosting
