#pragma once

#include <memory>

namespace socketio {

class Socket;

/// While one of these is kept, the later events of a socket wait. A handler that answers later takes one so that the
/// client's events keep their order: `auto hold = socket.hold();`
///
/// Copyable; the wait ends with the last copy.
/// Thread: any.
class Hold final
{
public:
    explicit Hold(std::weak_ptr<Socket> socket);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace socketio
