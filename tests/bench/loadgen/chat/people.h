#pragma once

#include "sessionpool.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace loadgen {

/// The sessions of a pool as people in a chat, who ask for something and wait for the answer. It listens to the pool as
/// long as it lives, unless somebody else is set as listener; events other than `welcome` are not looked at.
class People final : public PacketListener
{
public:
    struct Request
    {
        std::uint32_t session = 0;
        std::string event;
        std::string value; ///< JSON
    };

    /// The pool must outlive it.
    explicit People(SessionPool &pool);
    ~People() override;
    People(const People &) = delete;
    People &operator=(const People &) = delete;

    /// Opens the first `count` sessions and waits until each of them is welcome.
    void comeIn(std::uint32_t count);
    /// What session `index` was welcomed with: a JSON object.
    [[nodiscard]] const std::string &welcome(std::uint32_t index) const { return m_welcomes.at(index); }

    /// Sends all requests at once and waits for all answers, which come back in the same order. Throws Failure when
    /// the server refuses one.
    [[nodiscard]] std::vector<std::string> request(const std::vector<Request> &requests);
    [[nodiscard]] std::string request(std::uint32_t session, std::string event, std::string value);

private:
    void handlePacket(Session &session, std::string_view packet, TimePoint now) override;

    SessionPool &m_pool;
    std::map<std::uint32_t, std::string> m_welcomes; // by session
    std::vector<std::string> m_answers;
    std::size_t m_missingAnswers = 0;
};

/// The auth object of somebody who comes in under a name that is new to the server: `prefix` and a session's index.
[[nodiscard]] std::function<std::string(std::uint32_t)> authAs(std::string prefix);

} // namespace loadgen
