#pragma once

#include "support/chatthread.h"
#include "support/heldhasher.h"

#include "chat/chatservice.h"
#include "chat/ports/clock.h"
#include "gateway/gateway.h"
#include "gateway/gatewaypublisher.h"
#include "socketio/server.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

/// The time of the machine, and what a test puts in front of it.
class ShiftedClock final : public chat::Clock
{
public:
    [[nodiscard]] qint64 now() const override;
    void advance(std::chrono::milliseconds by) { m_shift += by.count(); }

private:
    std::atomic<qint64> m_shift = 0;
};

/// A whole chat on a free port of 127.0.0.1, with its store in a temporary folder; only the password hasher is not the
/// real one. The first person to come in owns the server. Rates are not limited unless a test says so.
class ChatHost final
{
public:
    struct Setup
    {
        Setup();

        chat::Settings settings;
        gateway::RateLimits rates;
        int workers = 1;
    };

    explicit ChatHost(Setup setup = {});
    ~ChatHost();
    Q_DISABLE_COPY_MOVE(ChatHost)

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] gateway::Gateway &gateway() { return *m_gateway; }
    [[nodiscard]] ShiftedClock &clock() { return m_clock; }
    [[nodiscard]] HeldHasher &hasher() { return m_hasher; }
    [[nodiscard]] chat::Context &context() { return m_service->context(); }
    /// Runs @p task in the chat thread and waits for it.
    void run(const std::function<void()> &task) { m_thread->run(task); }
    /// Runs it there later.
    void post(const std::function<void()> &task) { m_thread->post(task); }
    /// What is due is done.
    void tick();

private:
    QTemporaryDir m_folder;
    ShiftedClock m_clock;
    std::unique_ptr<ChatThread> m_thread;
    HeldHasher m_hasher;
    std::unique_ptr<socketio::Server> m_server;
    std::unique_ptr<gateway::GatewayPublisher> m_publisher;
    std::unique_ptr<chat::MessageStore> m_store;
    std::unique_ptr<chat::ChatService> m_service;
    std::unique_ptr<gateway::Gateway> m_gateway;
    quint16 m_port = 0;
};
