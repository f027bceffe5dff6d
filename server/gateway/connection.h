#pragma once

#include "gateway/answerqueue.h"
#include "gateway/intake.h"

#include "chat/context.h"
#include "protocol/chat/error.h"
#include "socketio/socket.h"

#include <atomic>
#include <memory>

namespace gateway {

struct Handler;

/// One socket of somebody who has come in: takes its events to the chat, in order, and the answers back, in order.
/// Thread: the socket's network worker, except where said.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    Connection(std::shared_ptr<Intake> intake, socketio::Socket &socket, const QString &user);
    Q_DISABLE_COPY_MOVE(Connection)

    void handleEvent(const socketio::Event &event);

    // For answers. Thread: any

    [[nodiscard]] Intake &intake() const { return *m_intake; }
    [[nodiscard]] const chat::Actor &actor() const { return m_actor; }
    /// Null once the socket is gone.
    [[nodiscard]] std::shared_ptr<socketio::Socket> socket() const { return m_socket.lock(); }
    /// One request more is on its way; returns how many there are now.
    int noteStarted();
    void noteFinished();

    // For answers. Thread: the worker

    void answer(quint64 number, socketio::PacketContent content) { m_answers.answer(number, std::move(content)); }

private:
    /// Why an event is not even read; nothing if it is.
    [[nodiscard]] std::optional<protocol::chat::Error> refusalOf(const socketio::Event &event, const Handler *handler);
    void tellOfRate(const QString &event, const protocol::chat::Error &error);

    const std::shared_ptr<Intake> m_intake;
    const std::weak_ptr<socketio::Socket> m_socket;
    const chat::Actor m_actor;
    const std::shared_ptr<RateAccount> m_userAccount;
    const std::shared_ptr<RateAccount> m_addressAccount;
    AnswerQueue m_answers;
    std::atomic<int> m_running = 0; ///< requests on their way
};

} // namespace gateway
