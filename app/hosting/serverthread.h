#pragma once

#include "hosting/hostedchat.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace node {
class ChatServer;
}

namespace hosting {

/// A thread in which one chat server after the other is started and stopped, so that nobody else has to wait for it.
/// Thread: the one it lives in, where its signals come, too.
class ServerThread final : public QObject
{
    Q_OBJECT

public:
    explicit ServerThread(QObject *parent = nullptr);
    /// Stops the server and waits for that.
    ~ServerThread() override;

    /// Ends in started() or failed(). Not while a server runs.
    void start(const HostedChatOptions &options);
    /// Ends in stopped().
    void stop();

Q_SIGNALS:
    /// @p id: of the chat, the same at every start with that folder.
    void started(quint16 port, const QString &id);
    void failed(hosting::HostedChat::Problem problem, const QString &detail);
    void stopped();

private:
    void startHere(const HostedChatOptions &options);

    QThread m_thread;
    QObject m_inThread; ///< lives there
    std::unique_ptr<node::ChatServer> m_server; ///< used there only
};

} // namespace hosting
