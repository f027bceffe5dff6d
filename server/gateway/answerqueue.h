#pragma once

#include "socketio/acknowledge.h"

#include <optional>
#include <vector>

namespace gateway {

/// The acknowledgements of one connection, which leave in the order of the requests, in whatever order they are ready.
/// Thread: the connection's network worker.
class AnswerQueue final
{
public:
    /// A place for the answer to the latest request. Returns its number.
    [[nodiscard]] quint64 open(socketio::Acknowledge ack);
    /// Sends @p answer, and those behind it that have waited for it, once all before it have been sent.
    void answer(quint64 number, socketio::PacketContent answer);

private:
    struct Place
    {
        socketio::Acknowledge ack;
        std::optional<socketio::PacketContent> answer;
    };

    void sendReady();

    std::vector<Place> m_places;
    size_t m_sent = 0; ///< places at the front that are done with
    quint64 m_firstNumber = 0; ///< of m_places
};

} // namespace gateway
