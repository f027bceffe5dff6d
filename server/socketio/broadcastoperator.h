#pragma once

#include "socketio/adapter.h"
#include "socketio/name.h"

#include <memory>

namespace socketio {

class Namespace;

/// Chooses receivers and sends to them: `io.to("room").except("other").emit("event", value)`. Each call returns a new
/// operator and changes nothing else, so one may be kept and refined.
/// Thread: any.
class BroadcastOperator final
{
public:
    explicit BroadcastOperator(std::shared_ptr<Namespace> nsp, BroadcastOptions options = {});

    /// Adds a room, or rooms; a socket in several of them gets the event once.
    [[nodiscard]] BroadcastOperator to(const Name &room) const;
    [[nodiscard]] BroadcastOperator to(const QStringList &rooms) const;
    [[nodiscard]] BroadcastOperator in(const Name &room) const { return to(room); }
    [[nodiscard]] BroadcastOperator in(const QStringList &rooms) const { return to(rooms); }
    /// Leaves out the sockets in a room.
    [[nodiscard]] BroadcastOperator except(const Name &room) const;
    [[nodiscard]] BroadcastOperator except(const QStringList &rooms) const;
    /// Skips sockets that cannot take the event at once, instead of keeping it for them.
    [[nodiscard]] BroadcastOperator asVolatile() const;
    /// Only sockets of this server, where there are several.
    [[nodiscard]] BroadcastOperator local() const;
    /// Has no effect, because frames are never compressed; it lets code be moved here unchanged.
    [[nodiscard]] BroadcastOperator compress() const { return *this; }
    /// How long emitWithAck() waits.
    [[nodiscard]] BroadcastOperator timeout(std::chrono::milliseconds timeout) const;

    template <typename... Args>
    void emit(const Name &name, const Args &...args) const
    {
        emitArray(name, toArguments(args...));
    }
    void emitArray(const Name &name, const QCborArray &args) const;

    /// Asks every receiver for an acknowledgement; waits 10 s unless timeout() was set.
    template <typename... Args>
    void emitWithAck(BroadcastAckCallback callback, const Name &name, const Args &...args) const
    {
        emitArrayWithAck(std::move(callback), name, toArguments(args...));
    }
    void emitArrayWithAck(BroadcastAckCallback callback, const Name &name, const QCborArray &args) const;

    void socketsJoin(const QStringList &rooms) const;
    void socketsLeave(const QStringList &rooms) const;
    void disconnectSockets(DisconnectScope scope = DisconnectScope::Namespace) const;
    void fetchSockets(FetchCallback callback) const;

private:
    std::shared_ptr<Namespace> m_namespace;
    BroadcastOptions m_options;
};

} // namespace socketio
