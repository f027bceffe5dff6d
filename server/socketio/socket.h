#pragma once

#include "socketio/broadcastoperator.h"
#include "socketio/encodedmessage.h"
#include "socketio/event.h"
#include "socketio/hold.h"
#include "socketio/name.h"
#include "socketio/next.h"
#include "socketio/pendingacks.h"
#include "socketio/room.h"

#include "engineio/closereason.h"
#include "engineio/handshake.h"

#include <QCborMap>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace net {
class Worker;
}

namespace socketio {

class Client;
class Namespace;
struct RecoveredSocket;

/// Looks at an event before its handlers do; may answer later, and the socket's further events wait for it.
using EventMiddleware = std::function<void(const Event &event, const Next &next)>;

/// One client in one namespace.
///
/// Events are handled in the order in which the client sent them. Handlers run in the socket's worker and may keep a
/// reference to the socket: they are dropped when it disconnects. To reach a socket from elsewhere, send to the room
/// that bears its id.
/// Thread: its network worker, except where said.
class Socket final : public std::enable_shared_from_this<Socket>
{
public:
    /// Made by the Client; @p recovered is null for a new one.
    Socket(Client &client, std::shared_ptr<Namespace> nsp, QCborValue auth, const RecoveredSocket *recovered,
           QString privateId);
    ~Socket();
    Q_DISABLE_COPY_MOVE(Socket)

    // Who it is

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] Namespace &nsp() const { return *m_namespace; }
    /// What the client gave as `auth`: a map, or undefined.
    [[nodiscard]] const QCborValue &auth() const { return m_auth; }
    /// The request that opened the connection. Not to be used after the disconnect handlers have run.
    [[nodiscard]] const engineio::Handshake &handshake() const;
    [[nodiscard]] engineio::TransportKind transportKind() const;
    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    /// Whether it took up where a broken connection had ended.
    [[nodiscard]] bool isRecovered() const { return m_isRecovered; }
    /// Anything the program wants to remember; survives a recovery.
    [[nodiscard]] QCborMap &data() { return m_data; }

    // Receiving

    void on(const Name &event, EventHandler handler);
    void off(const Name &event);
    /// Sees every event, before its own handlers.
    void onAny(EventHandler handler);
    void offAny();
    /// Sees every event that is sent to this socket.
    void onAnyOutgoing(OutgoingHandler handler);
    void offAnyOutgoing();
    void use(EventMiddleware middleware);
    /// Told of events that a middleware refused.
    void onRefused(std::function<void(const Event &, const Refusal &)> handler);
    /// Still in its rooms.
    void onDisconnecting(std::function<void(const QString &reason)> handler);
    void onDisconnected(std::function<void(const QString &reason)> handler);
    /// Makes the later events of this socket wait until the result is gone.
    [[nodiscard]] Hold hold();

    // Sending

    template <typename... Args>
    void emit(const Name &name, const Args &...args)
    {
        emitArray(name, toArguments(args...));
    }
    void emitArray(const Name &name, const QCborArray &args);
    /// Dropped when it cannot leave at once.
    template <typename... Args>
    void emitVolatile(const Name &name, const Args &...args)
    {
        emitVolatileArray(name, toArguments(args...));
    }
    void emitVolatileArray(const Name &name, const QCborArray &args);
    /// @p callback gets the client's answer, or fails after @p timeout (0: never) or when the socket disconnects.
    template <typename... Args>
    void emitWithAck(std::chrono::milliseconds timeout, AckCallback callback, const Name &name, const Args &...args)
    {
        emitArrayWithAck(timeout, std::move(callback), name, toArguments(args...));
    }
    void emitArrayWithAck(std::chrono::milliseconds timeout, AckCallback callback, const Name &name,
                          const QCborArray &args);

    // Rooms, and everybody else

    void join(const Name &room);
    void leave(const Name &room);
    [[nodiscard]] QStringList rooms() const;
    /// Everybody in the room but this socket.
    [[nodiscard]] BroadcastOperator to(const Name &room) const { return broadcast().to(room); }
    [[nodiscard]] BroadcastOperator to(const QStringList &rooms) const { return broadcast().to(rooms); }
    [[nodiscard]] BroadcastOperator in(const Name &room) const { return to(room); }
    [[nodiscard]] BroadcastOperator except(const Name &room) const { return broadcast().except(room); }
    /// Everybody in the namespace but this socket.
    [[nodiscard]] BroadcastOperator broadcast() const;

    void disconnect(DisconnectScope scope = DisconnectScope::Namespace);
    /// Cuts the connection as a network failure would.
    void drop();

    // Any thread

    /// Runs @p task in the socket's worker: at once if this is it, else later.
    void runInWorker(std::function<void()> task);
    /// Runs @p task in the socket's worker, later.
    void postToWorker(std::function<void()> task);
    /// Whether the current thread is this worker.
    [[nodiscard]] bool isInWorker() const;

    // For the client and the namespace

    /// @p bytes: what it took on the wire.
    void handleEvent(Event event, qsizetype bytes);
    void handleAck(quint64 id, const QCborArray &args);
    void handleGoodbye();
    /// The client has left, but events it sent before are still waiting.
    [[nodiscard]] bool isGoodbyeWaiting() const { return m_isGoodbyeWaiting; }
    void leaveAtOnce();
    /// @p recovered is null for a new socket.
    void handleConnected(const RecoveredSocket *recovered);
    void handleClosed(const QString &reason, bool isRecoverable);
    void refuseConnection(const Refusal &refusal);
    void sendAck(quint64 id, const PacketContent &args);
    void awaitAck(quint64 id, std::chrono::milliseconds timeout, AckCallback callback);
    void deliver(const EncodedMessage &message, const BroadcastOptions &options);
    [[nodiscard]] bool hasOutgoingHandlers() const;
    void reportOutgoing(const QCborArray &nameAndArgs);
    void releaseHold();
    [[nodiscard]] bool isAfterRecovery(quint64 number) const { return number > m_recoveredUpTo; }

private:
    friend class RoomTable;
    struct Extras;
    using HandlerPointer = std::shared_ptr<const EventHandler>;

    [[nodiscard]] Extras &extras();
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isWithinRate(const Event &event);
    void enqueue(std::optional<Event> item, qsizetype bytes);
    /// The end of a socket that was never connected.
    void abandon();
    void handleWaiting();
    void handleNow(Event event);
    void runMiddleware(size_t index, const Event &event);
    void dispatch(const Event &event);
    void sendDirectly(const QCborArray &nameAndArgs);
    [[nodiscard]] BroadcastOptions onlyMe() const;
    void sendNow(const EncodedMessage &message);
    void leaveNamespace(const QString &reason);

    Client *m_client; ///< null once closed
    net::Worker &m_worker;
    const std::shared_ptr<Namespace> m_namespace;
    const QString m_id;
    const QString m_privateId; ///< what the client shows to be recovered; empty without recovery
    QCborValue m_auth;
    QCborMap m_data;
    std::vector<std::pair<QString, HandlerPointer>> m_handlers;
    std::vector<Membership> m_memberships; ///< kept by RoomTable
    quint64 m_walkMark = 0; ///< kept by RoomTable
    quint64 m_connectedAfter = 0;
    quint64 m_recoveredUpTo = 0;
    std::unique_ptr<Extras> m_extras;
    int m_holds = 0;
    bool m_isHandling = false; ///< an event is with its middlewares or handlers
    bool m_isGoodbyeWaiting = false;
    bool m_isTakingTurns = false; ///< events that had to wait are being handled
    bool m_isConnected = false;
    bool m_isRecovered = false;
};

} // namespace socketio
