#include "socketio/hold.h"

#include "socketio/socket.h"

namespace socketio {

struct Hold::State
{
    explicit State(std::weak_ptr<Socket> s) : socket(std::move(s)) {}
    ~State()
    {
        if (const auto held = socket.lock())
            held->postToWorker([held] { held->releaseHold(); });
    }
    Q_DISABLE_COPY_MOVE(State)

    std::weak_ptr<Socket> socket;
};

Hold::Hold(std::weak_ptr<Socket> socket) : m_state(std::make_shared<State>(std::move(socket))) {}

} // namespace socketio
