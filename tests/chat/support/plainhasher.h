#pragma once

#include "chat/ports/executor.h"
#include "chat/ports/passwordhasher.h"

#include <QString>

/// "Hashes" a password by leaving it as it is, and answers later as a real one does.
class PlainHasher final : public chat::PasswordHasher
{
public:
    explicit PlainHasher(chat::Executor &executor) : m_executor(executor) {}

    void hash(const QString &password, std::function<void(QByteArray)> done) override
    {
        m_executor.post([hashed = QByteArray("plain:" + password.toUtf8()), done = std::move(done)] { done(hashed); });
    }
    void verify(const QString &password, const QByteArray &hash,
                std::function<void(chat::PasswordVerdict)> done) override
    {
        const bool isRight = hash == "plain:" + password.toUtf8();
        m_executor.post([isRight, done = std::move(done)] {
            done(isRight ? chat::PasswordVerdict::Right : chat::PasswordVerdict::Wrong);
        });
    }

private:
    chat::Executor &m_executor;
};
