#include "storage/sqlite/changewriter.h"

#include <variant>

namespace storage::sqlite {

namespace {

/// A change that is written by one statement needs no savepoint, as that is written or not anyway.
bool isPlainPost(const chat::Change &change)
{
    if (change.operations.size() != 1)
        return false;
    const auto *append = std::get_if<chat::AppendEvent>(&change.operations.front());
    return append && append->event.type == protocol::chat::RoomEventType::MessagePosted;
}

template <typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace

ChangeWriter::ChangeWriter(Connection &connection)
    : m_catalogue(connection), m_index(connection), m_events(connection, m_catalogue, m_index),
      m_users(connection, m_catalogue), m_server(connection, m_catalogue),
      m_begin(connection, QStringLiteral("SAVEPOINT change")), m_release(connection, QStringLiteral("RELEASE change")),
      m_revert(connection, QStringLiteral("ROLLBACK TO change"))
{
}

MaybeFault ChangeWriter::load()
{
    if (const auto fault = m_catalogue.load())
        return fault;
    if (const auto fault = m_index.load())
        return fault;
    return m_events.load();
}

protocol::Expected<chat::Committed, Fault> ChangeWriter::write(chat::Change &&change)
{
    m_catalogue.mark();
    if (!isPlainPost(change))
        return writeInSavepoint(std::move(change));
    chat::Committed committed;
    if (const auto fault = writeAll(std::move(change), committed))
        return protocol::failure(*fault);
    return committed;
}

protocol::Expected<chat::Committed, Fault> ChangeWriter::writeInSavepoint(chat::Change &&change)
{
    if (const auto fault = m_begin.run())
        return protocol::failure(*fault);
    chat::Committed committed;
    const auto fault = writeAll(std::move(change), committed);
    if (fault && endsTransaction(*fault))
        return protocol::failure(*fault);
    if (fault) {
        m_catalogue.revert();
        if (const auto stuck = m_revert.run())
            return protocol::failure(*stuck);
    }
    if (const auto stuck = m_release.run())
        return protocol::failure(*stuck);
    return fault ? protocol::Expected<chat::Committed, Fault>(protocol::failure(*fault)) : std::move(committed);
}

MaybeFault ChangeWriter::writeAll(chat::Change &&change, chat::Committed &committed)
{
    const Overloaded writeOne{
        [&](chat::AppendEvent &append) -> MaybeFault {
            auto appended = m_events.append(std::move(append));
            if (!appended)
                return appended.error();
            committed.events.push_back(*std::move(appended));
            return std::nullopt;
        },
        [&](const chat::PutUser &put) { return m_users.put(put.record); },
        [&](const chat::PutDeviceToken &put) { return m_users.put(put.token); },
        [&](const chat::RemoveDeviceTokens &remove) { return m_users.remove(remove); },
        [&](const chat::PutReadPosition &put) { return m_server.put(put.position); },
        [&](const chat::PutServerBan &put) { return m_server.put(put.ban); },
        [&](const chat::RemoveServerBan &remove) { return m_server.removeBan(remove.user); },
        [&](const chat::PutScheduled &put) { return m_server.put(put.item); },
        [&](const chat::RemoveScheduled &remove) { return m_server.removeScheduled(remove.id); },
        [&](const chat::AppendAudit &append) { return m_server.append(append.entry); },
    };
    for (chat::Operation &operation : change.operations) {
        if (const auto fault = std::visit(writeOne, operation))
            return fault;
    }
    return std::nullopt;
}

} // namespace storage::sqlite
