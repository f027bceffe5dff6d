#pragma once

#include <QCborValue>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace socketio {

/// Why a middleware says no.
struct Refusal
{
    QString message;
    QCborValue data; ///< anything more, or undefined
};

/// How a middleware goes on: `next()` to let pass, `next.refuse(…)` to stop. The first call counts; while none has
/// come, whatever is behind waits. Thread: any; what follows happens in the socket's worker.
class Next final
{
public:
    using Continuation = std::function<void(const std::optional<Refusal> &)>;

    explicit Next(Continuation continuation) : m_state(std::make_shared<State>(std::move(continuation))) {}

    void operator()() const { finish(std::nullopt); }
    void refuse(QString message, QCborValue data = QCborValue(QCborValue::Undefined)) const
    {
        finish(Refusal{std::move(message), std::move(data)});
    }

private:
    struct State
    {
        explicit State(Continuation c) : continuation(std::move(c)) {}
        Continuation continuation;
        std::atomic<bool> isUsed = false;
    };

    void finish(const std::optional<Refusal> &refusal) const
    {
        if (!m_state->isUsed.exchange(true))
            std::exchange(m_state->continuation, nullptr)(refusal);
    }

    std::shared_ptr<State> m_state;
};

} // namespace socketio
