#pragma once

#include "connection/serveraddress.h"

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

/// The network between a client and a server: cuts connections, holds back what the server says, or loses some of it.
class Proxy final : public QObject
{
    Q_OBJECT

public:
    explicit Proxy(QObject *parent = nullptr);

    [[nodiscard]] connection::ServerAddress address() const;
    void setTarget(quint16 port) { m_target = port; }

    /// Ends all connections without a word.
    void cut();
    /// Nobody gets through, and nobody stays.
    void setDown(bool isDown);
    /// Keeps back what the server says, until it is cut.
    void setHeld(bool isHeld) { m_isHeld = isHeld; }
    /// Loses the next messages of the server that contain this.
    void lose(const QByteArray &text, int count = 1);
    [[nodiscard]] int lost() const { return m_lost; }
    /// How many there have been.
    [[nodiscard]] int connections() const { return m_connections; }

private:
    struct Link
    {
        std::unique_ptr<QTcpSocket> client;
        std::unique_ptr<QTcpSocket> server;
        QByteArray fromServer; ///< not passed on yet
        bool isOpen = false; ///< the HTTP part is over
    };

    void handleConnection();
    void passOn(Link &link);
    /// The bytes of the first whole frame, or 0.
    [[nodiscard]] static qsizetype frameBytes(const QByteArray &bytes);

    QTcpServer m_listener;
    std::vector<std::shared_ptr<Link>> m_links;
    quint16 m_target = 0;
    bool m_isDown = false;
    bool m_isHeld = false;
    QByteArray m_toLose;
    int m_losses = 0; ///< to come
    int m_lost = 0;
    int m_connections = 0;
};
