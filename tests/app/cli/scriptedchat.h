#pragma once

#include "localserver.h"

#include <QCborArray>
#include <QCborMap>
#include <QStringList>

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

/// A small chat server that does what the program expects, and misbehaves where it is told to. It has the rooms
/// General (`r1`), which everybody is in, and Garden (`r2`), which has to be joined.
class ScriptedChat final
{
public:
    ScriptedChat();

    [[nodiscard]] QString address() const { return m_server.address().toString(); }
    void stop() { m_server.stop(); }
    void start() { m_server.start(); }

    /// Somebody says something. Returns its seq.
    qint64 post(const QString &user, const QString &text, const QString &room = QStringLiteral("r1"));
    /// The same, but whoever is connected does not hear of it.
    qint64 postUnheard(const QString &user, const QString &text);
    /// Something else happens in General.
    qint64 happen(const QString &type, const QString &user);
    /// Tells everybody.
    void emit(const QString &event, const QCborMap &fields) { m_server.io().emit(event, fields); }

    [[nodiscard]] QStringList texts() const;
    /// What clients have asked for: the events' names.
    [[nodiscard]] QStringList requests() const;
    [[nodiscard]] QStringList nonces() const;
    [[nodiscard]] QCborMap lastAuth() const;

    // How it behaves

    std::atomic<int> sendsToDrop = 0; ///< messages that are stored, but whose sender is cut off instead of answered
    std::atomic<int> sendsToLimit = 0; ///< messages that come too soon
    std::atomic<bool> isSilent = false; ///< answers nothing
    std::atomic<bool> resetsSync = false; ///< has no events for those who come back
    std::atomic<bool> tellsUsers = true; ///< whether the welcome names the users
    std::atomic<int> refusals = 0; ///< clients that are not let in

private:
    struct Room
    {
        QString name;
        std::vector<QCborMap> events;
    };

    void setUp(socketio::Server &io);
    void welcome(socketio::Socket &peer);
    void handle(socketio::Socket &peer, const socketio::Event &event);
    [[nodiscard]] QCborMap reply(const QString &name, const QCborMap &fields, const QString &user);
    [[nodiscard]] QCborMap sync(const QCborMap &rooms) const;
    [[nodiscard]] QCborMap history(const QCborMap &fields) const;
    [[nodiscard]] QCborMap search(const QString &query) const;
    [[nodiscard]] QCborMap store(const QCborMap &fields, const QString &user);
    [[nodiscard]] QCborMap describeRoom(const QString &id) const;
    [[nodiscard]] QCborMap append(const QString &room, const QString &type, const QString &user,
                                  const std::optional<QString> &text);

    mutable std::recursive_mutex m_mutex; ///< guards all below but the server
    std::map<QString, Room> m_rooms;
    std::map<QString, QCborMap> m_byNonce;
    QStringList m_requests;
    QStringList m_nonces;
    QCborMap m_lastAuth;
    LocalServer m_server;
};
