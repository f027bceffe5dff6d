#pragma once

#include <memory>
#include <span>
#include <vector>

namespace net {

/// The memory that a worker's connections receive into, one after the other, so that none needs any of its own while it
/// has nothing to say. There is more than one buffer only when a slot that handles what was received runs an event loop
/// itself. Thread: the worker's.
class ReceiveBuffers final
{
public:
    static constexpr size_t bufferBytes = 64 * 1024; ///< also the most a connection reads in one turn

    /// A buffer in use; given back when this goes.
    class Loan final
    {
    public:
        explicit Loan(ReceiveBuffers &lender) : m_lender(lender), m_buffer(lender.take()) {}
        ~Loan() { m_lender.m_free.push_back(std::move(m_buffer)); }
        Loan(const Loan &) = delete;
        Loan &operator=(const Loan &) = delete;

        [[nodiscard]] std::span<char> bytes() const { return {m_buffer.get(), bufferBytes}; }

    private:
        ReceiveBuffers &m_lender;
        std::unique_ptr<char[]> m_buffer;
    };

private:
    [[nodiscard]] std::unique_ptr<char[]> take()
    {
        if (m_free.empty())
            return std::make_unique_for_overwrite<char[]>(bufferBytes);
        auto buffer = std::move(m_free.back());
        m_free.pop_back();
        return buffer;
    }

    std::vector<std::unique_ptr<char[]>> m_free;
};

} // namespace net
