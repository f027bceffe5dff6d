#pragma once

#include "socketio/broadcastacks.h"
#include "socketio/broadcastoptions.h"
#include "socketio/packetcontent.h"
#include "socketio/remotesocket.h"

#include <QCborArray>

#include <functional>
#include <vector>

namespace socketio {

using FetchCallback = std::function<void(const std::vector<RemoteSocket> &)>;

/// Reaches the sockets of one namespace, wherever they are. The in-process one reaches those of this server; one for a
/// cluster also tells the other servers.
///
/// Callbacks run in the worker the call was made in, or in any worker when it was made elsewhere.
/// Thread: any.
class Adapter
{
public:
    virtual ~Adapter() = default;

    virtual void broadcast(const PacketContent &content, const BroadcastOptions &options) = 0;
    /// @p nameAndArgs is [name, args…].
    virtual void broadcastWithAck(const QCborArray &nameAndArgs, const BroadcastOptions &options,
                                  BroadcastAckCallback callback)
        = 0;
    virtual void joinRooms(const BroadcastOptions &options, const QStringList &rooms) = 0;
    virtual void leaveRooms(const BroadcastOptions &options, const QStringList &rooms) = 0;
    virtual void disconnectSockets(const BroadcastOptions &options, DisconnectScope scope) = 0;
    virtual void fetchSockets(const BroadcastOptions &options, FetchCallback callback) = 0;
};

} // namespace socketio
