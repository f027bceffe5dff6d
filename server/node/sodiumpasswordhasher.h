#pragma once

#include "node/passwordcost.h"

#include "chat/ports/executor.h"
#include "chat/ports/passwordhasher.h"

#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace node {

/// Argon2id by libsodium, in threads of its own. At most PasswordCost::maxWaiting passwords wait at a time; whoever
/// comes on top of them is told Busy at once, so that neither time nor memory depends on how many come.
/// Thread: as PasswordHasher says; construction and destruction the owner's.
class SodiumPasswordHasher final : public chat::PasswordHasher
{
public:
    /// @p chatThread outlives the hasher.
    SodiumPasswordHasher(PasswordCost cost, chat::Executor &chatThread);
    /// Finishes what is being worked on; what has been waiting is answered Busy.
    ~SodiumPasswordHasher() override;
    Q_DISABLE_COPY_MOVE(SodiumPasswordHasher)

    void hash(const QString &password, std::function<void(QByteArray)> done) override;
    void verify(const QString &password, const QByteArray &hash,
                std::function<void(chat::PasswordVerdict)> done) override;

    /// The hash of @p password, made in the calling thread; empty when there is no memory for it.
    [[nodiscard]] static QByteArray hashNow(const QByteArray &password, const PasswordCost &cost);

private:
    struct Job
    {
        std::function<void()> work; ///< in a thread of the hasher
        std::function<void()> refuse; ///< in the chat thread
    };

    void enqueue(Job job);
    void workUntilStopped();

    const PasswordCost m_cost;
    chat::Executor &m_chatThread;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_waiting; ///< guarded by m_mutex
    bool m_isStopping = false; ///< guarded by m_mutex
    std::vector<std::thread> m_threads;
};

} // namespace node
