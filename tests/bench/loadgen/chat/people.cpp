#include "chat/people.h"

#include "chat/chatpacket.h"
#include "chat/json.h"
#include "failure.h"

#include <utility>

namespace loadgen {

People::People(SessionPool &pool) : m_pool(pool)
{
    m_pool.setListener(this);
}

People::~People()
{
    m_pool.setListener(nullptr);
}

void People::comeIn(std::uint32_t count)
{
    m_welcomes.clear();
    m_pool.open(count);
    while (m_welcomes.size() < count)
        m_pool.poll(m_pool.deadline());
}

std::vector<std::string> People::request(const std::vector<Request> &requests)
{
    m_answers.assign(requests.size(), {});
    m_missingAnswers = requests.size();
    for (std::uint32_t id = 0; id < requests.size(); ++id) {
        const Request &request = requests[id];
        m_pool.session(request.session).send(requestPacket(id, request.event, request.value));
    }
    while (m_missingAnswers > 0)
        m_pool.poll(m_pool.deadline());
    for (std::size_t id = 0; id < requests.size(); ++id) {
        if (jsonMember(m_answers[id], "ok") != "true")
            throw Failure(requests[id].event + " was refused: " + m_answers[id].substr(0, 200));
    }
    return std::exchange(m_answers, {});
}

std::string People::request(std::uint32_t session, std::string event, std::string value)
{
    return request({Request{session, std::move(event), std::move(value)}}).front();
}

void People::handlePacket(Session &session, std::string_view packet, TimePoint)
{
    if (packet.starts_with('2') && !packet.starts_with(R"(2["welcome",)"))
        return;
    const ChatPacket content = readChatPacket(packet);
    if (content.kind == ChatPacket::Kind::Event) {
        m_welcomes[session.index()] = content.value;
        return;
    }
    if (content.id >= m_answers.size() || !m_answers[content.id].empty() || content.value.empty())
        throw Failure("an answer to nothing: " + std::string(packet.substr(0, 80)));
    m_answers[content.id] = content.value;
    --m_missingAnswers;
}

std::function<std::string(std::uint32_t)> authAs(std::string prefix)
{
    return [prefix = std::move(prefix)](std::uint32_t index) {
        return R"({"name":")" + prefix + std::to_string(index) + R"("})";
    };
}

} // namespace loadgen
