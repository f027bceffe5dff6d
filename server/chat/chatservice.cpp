#include "chat/chatservice.h"

#include "chat/ports/clock.h"
#include "chat/rules/standing.h"

namespace chat {

using protocol::chat::ErrorCode;
using protocol::chat::refusal;

namespace {

Change generalRoom(const Clock &clock)
{
    AppendEvent created;
    created.event.room = generalRoomId;
    created.event.type = protocol::chat::RoomEventType::RoomCreated;
    created.event.at = clock.now();
    created.event.detail = {
        {QStringLiteral("name"), QStringLiteral("General")},
        {QStringLiteral("kind"), protocol::chat::wireName(protocol::chat::RoomKind::Public)},
        {QStringLiteral("topic"), QString()},
    };
    return {{std::move(created)}};
}

} // namespace

ChatService::ChatService(MessageStore &store, EventPublisher &publisher, PasswordHasher &hasher, const Clock &clock,
                         Settings settings)
    : m_settings(std::move(settings)), m_context{m_state,   m_reservations, m_connections, store,
                                                 publisher, hasher,         clock,         m_settings}
{
}

protocol::chat::Result<std::monostate> ChatService::start()
{
    StoreResult<StoredState> stored = m_context.store.load();
    if (!stored)
        return protocol::failure(errorFrom(stored.error()));
    m_state.load(std::move(stored).value());
    if (m_state.room(generalRoomId))
        return std::monostate();
    // load() waits for what was handed over before it, so the callback has nothing to do.
    m_context.store.commit(generalRoom(m_context.clock), [](const StoreResult<Committed> &) {});
    stored = m_context.store.load();
    if (!stored)
        return protocol::failure(errorFrom(stored.error()));
    m_state.load(std::move(stored).value());
    if (!m_state.room(generalRoomId))
        return refusal(ErrorCode::StorageFailed);
    return std::monostate();
}

} // namespace chat
