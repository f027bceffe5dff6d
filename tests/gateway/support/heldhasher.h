#pragma once

#include "chat/ports/executor.h"
#include "chat/ports/passwordhasher.h"

#include <utility>
#include <vector>

/// "Hashes" a password by leaving it as it is, and answers later: while it is held, not before it is released.
/// Thread: chat thread.
class HeldHasher final : public chat::PasswordHasher
{
public:
    explicit HeldHasher(chat::Executor &chatThread) : m_chatThread(chatThread) {}

    void hash(const QString &password, std::function<void(QByteArray)> done) override
    {
        m_waiting.emplace_back([password, done = std::move(done)] { done(password.toUtf8()); });
        releaseUnlessHeld();
    }
    void verify(const QString &password, const QByteArray &hash,
                std::function<void(chat::PasswordVerdict)> done) override
    {
        const bool isRight = !hash.isEmpty() && password.toUtf8() == hash;
        m_waiting.emplace_back([isRight, done = std::move(done)] {
            done(isRight ? chat::PasswordVerdict::Right : chat::PasswordVerdict::Wrong);
        });
        releaseUnlessHeld();
    }

    void hold() { m_isHolding = true; }
    void release()
    {
        m_isHolding = false;
        releaseUnlessHeld();
    }

private:
    void releaseUnlessHeld()
    {
        if (m_isHolding)
            return;
        for (auto &task : std::exchange(m_waiting, {}))
            m_chatThread.post(std::move(task));
    }

    chat::Executor &m_chatThread;
    std::vector<std::function<void()>> m_waiting;
    bool m_isHolding = false;
};
