#include "node/sodiumpasswordhasher.h"

#include <sodium.h>

#include <array>

namespace node {

namespace {

using chat::PasswordVerdict;

/// Overwrites the password when nobody needs it any more. Only one owner may have the bytes.
class Secret final
{
public:
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    ~Secret() { sodium_memzero(m_bytes.data(), size_t(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(Secret)

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

PasswordVerdict verdictOn(const QByteArray &password, const QByteArray &hash, const PasswordCost &cost)
{
    if (hash.isEmpty()) {
        // Making a hash takes as long as checking one.
        return SodiumPasswordHasher::hashNow(password, cost).isEmpty() ? PasswordVerdict::Busy : PasswordVerdict::Wrong;
    }
    // libsodium does not tell a wrong password from missing memory, but sets errno for the latter.
    errno = 0;
    if (crypto_pwhash_str_verify(hash.constData(), password.constData(), size_t(password.size())) == 0)
        return PasswordVerdict::Right;
    return errno == ENOMEM ? PasswordVerdict::Busy : PasswordVerdict::Wrong;
}

} // namespace

SodiumPasswordHasher::SodiumPasswordHasher(PasswordCost cost, chat::Executor &chatThread)
    : m_cost(cost), m_chatThread(chatThread)
{
    for (int i = 0; i < m_cost.threads; ++i)
        m_threads.emplace_back([this] { workUntilStopped(); });
}

SodiumPasswordHasher::~SodiumPasswordHasher()
{
    std::deque<Job> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        dropped.swap(m_waiting);
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    for (Job &job : dropped)
        m_chatThread.post(std::move(job.refuse));
}

void SodiumPasswordHasher::hash(const QString &password, std::function<void(QByteArray)> done)
{
    auto secret = std::make_shared<const Secret>(password.toUtf8());
    enqueue({[this, secret, done] {
                 QByteArray result = hashNow(secret->bytes(), m_cost);
                 m_chatThread.post([done, result = std::move(result)]() mutable { done(std::move(result)); });
             },
             [done] { done({}); }});
}

void SodiumPasswordHasher::verify(const QString &password, const QByteArray &hash,
                                  std::function<void(PasswordVerdict)> done)
{
    auto secret = std::make_shared<const Secret>(password.toUtf8());
    enqueue({[this, secret, hash, done] {
                 const PasswordVerdict verdict = verdictOn(secret->bytes(), hash, m_cost);
                 m_chatThread.post([done, verdict] { done(verdict); });
             },
             [done] { done(PasswordVerdict::Busy); }});
}

QByteArray SodiumPasswordHasher::hashNow(const QByteArray &password, const PasswordCost &cost)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0
        || crypto_pwhash_str_alg(text.data(), password.constData(), size_t(password.size()),
                                 static_cast<unsigned long long>(cost.passes), size_t(cost.memoryBytes),
                                 crypto_pwhash_ALG_ARGON2ID13)
            != 0) {
        return {};
    }
    return QByteArray(text.data());
}

void SodiumPasswordHasher::enqueue(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (qsizetype(m_waiting.size()) < m_cost.maxWaiting) {
            m_waiting.push_back(std::move(job));
            m_changed.notify_one();
            return;
        }
    }
    m_chatThread.post(std::move(job.refuse));
}

void SodiumPasswordHasher::workUntilStopped()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isStopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            job = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        job.work();
    }
}

} // namespace node
