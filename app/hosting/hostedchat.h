#pragma once

#include "hosting/discoveryoptions.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace hosting {

class Beacon;
class ServerThread;

/// What a chat that is hosted here is to be like.
/// Thread: any (a value type).
struct HostedChatOptions
{
    static constexpr quint16 usualPort = 8418;

    QString name; ///< of the chat, for people
    QString dataFolder; ///< where the server keeps everything; made if need be
    quint16 port = usualPort; ///< tried first; another free one is taken when somebody has it; 0: a free one
    bool isOnNetwork = true; ///< false: for this machine only
    bool isAnnounced = true; ///< whether a Beacon answers those who look for chats
};

/// A chat server inside this program, with its Beacon. Starting and stopping happen in a thread of its own: no call
/// blocks, except destruction while it runs, which waits for the server to end.
/// Thread: the one it lives in.
class HostedChat final : public QObject
{
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Running, Stopping };
    Q_ENUM(State)
    /// Why it does not run although it was started.
    enum class Problem {
        None,
        FolderUnusable, ///< it cannot be made or written
        StoreUnusable, ///< the chat in it is damaged, newer than this program, or in use
        CannotListen, ///< no port can be had
        Internal,
    };
    Q_ENUM(Problem)

    explicit HostedChat(const DiscoveryOptions &discovery = {}, QObject *parent = nullptr);
    ~HostedChat() override;

    /// Starts it. While it runs or starts, nothing happens; while it stops, it starts after that.
    void start(const HostedChatOptions &options);
    /// Tells everybody that the chat closes, finishes what has been begun, and ends. While it starts, it stops after
    /// that.
    void stop();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    /// Of the latest start; None while it runs.
    [[nodiscard]] Problem problem() const { return m_problem; }
    /// What it is exactly, in English, for those who want to know; empty without a problem.
    [[nodiscard]] const QString &problemDetail() const { return m_problemDetail; }

    [[nodiscard]] const QString &name() const { return m_options.name; }
    /// TCP; 0 unless it runs.
    [[nodiscard]] quint16 port() const { return m_port; }
    /// `host:port` for other machines, the likeliest to work first; empty unless it runs, or without a network.
    [[nodiscard]] const QStringList &addresses() const { return m_addresses; }
    /// `127.0.0.1:port` for this machine; empty unless it runs.
    [[nodiscard]] QString ownAddress() const;
    /// Whether a Beacon answers those who look for chats.
    [[nodiscard]] bool isAnnounced() const;

    /// How many people are in it, as the Beacon says. Whoever is in the chat knows and tells it by setPeople().
    [[nodiscard]] int people() const { return m_people; }
    void setPeople(int count);

Q_SIGNALS:
    void stateChanged(hosting::HostedChat::State state);
    /// It did not start; it is Stopped now.
    void failed(hosting::HostedChat::Problem problem);
    /// This machine has got or lost an address, or the chat has started or stopped.
    void addressesChanged();

private:
    enum class Wish { None, Start, Stop };

    void beginStart();
    void beginStop();
    void handleStarted(quint16 port, const QString &id);
    void handleFailed(Problem problem, const QString &detail);
    void handleStopped();
    void setState(State state);
    void refreshAddresses();
    void announce();

    const DiscoveryOptions m_discovery;
    HostedChatOptions m_options;
    HostedChatOptions m_nextOptions; ///< for Wish::Start
    Wish m_wish = Wish::None; ///< for when it has started or stopped
    State m_state = State::Stopped;
    Problem m_problem = Problem::None;
    QString m_problemDetail;
    QString m_id;
    quint16 m_port = 0;
    int m_people = 0;
    QStringList m_addresses;
    QTimer m_addressTimer;
    std::unique_ptr<Beacon> m_beacon;
    std::unique_ptr<ServerThread> m_server;
};

} // namespace hosting
