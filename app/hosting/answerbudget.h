#pragma once

#include <QHash>
#include <QHostAddress>

#include <chrono>

namespace hosting {

/// How many answers may be sent: to each address, and to all together. Its memory is bounded, whoever asks.
/// Thread: any, one at a time.
class AnswerBudget final
{
public:
    struct Limits
    {
        double perSecond = 50; ///< answers to all
        double burst = 100;
        double perSecondOfAddress = 2;
        double burstOfAddress = 6;
        int maxAddresses = 1024; ///< remembered; whoever is one too many gets no answer until others are forgotten
    };

    AnswerBudget() : AnswerBudget(Limits()) {}
    explicit AnswerBudget(const Limits &limits);

    /// Whether @p address may be answered at @p now; if so, that answer counts. @p now never goes back.
    [[nodiscard]] bool takeFor(const QHostAddress &address, std::chrono::milliseconds now);

    [[nodiscard]] qsizetype rememberedAddresses() const { return m_addresses.size(); }

private:
    struct Bucket
    {
        double tokens = 0;
        std::chrono::milliseconds at{0};
    };

    static void refill(Bucket &bucket, double perSecond, double burst, std::chrono::milliseconds now);
    void forgetTheFull(std::chrono::milliseconds now);

    const Limits m_limits;
    Bucket m_all;
    QHash<QHostAddress, Bucket> m_addresses;
};

} // namespace hosting
