#include "chat/visitor.h"

#include "chat/json.h"
#include "chat/seededpeople.h"
#include "warmup.h"

#include <utility>

namespace loadgen {

Visitor::Visitor(const Options &options) : m_server(options.pids), m_pool(options), m_people(m_pool)
{
    m_pool.setAuth(authAs(readSeededPeople(options.people, 1)));
    m_people.comeIn(1);
    awaitRest(m_pool, m_server);
}

Visitor::Room Visitor::largestRoom() const
{
    Room largest;
    for (const std::string_view room : jsonElements(jsonMember(welcome(), "rooms"))) {
        const std::uint64_t seq = jsonNumber(jsonMember(room, "seq"));
        if (seq > largest.seq)
            largest = {std::string(jsonString(jsonMember(room, "id"))), seq};
    }
    return largest;
}

std::uint64_t Visitor::rooms() const
{
    return jsonElements(jsonMember(welcome(), "rooms")).size();
}

std::string Visitor::request(std::string event, std::string value)
{
    return m_people.request(0, std::move(event), std::move(value));
}

void Visitor::comeBack()
{
    m_pool.closeAll();
    m_people.comeIn(1);
}

} // namespace loadgen
