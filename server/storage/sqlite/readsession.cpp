#include "storage/sqlite/readsession.h"

#include "storage/sqlite/logging.h"

namespace storage::sqlite {

ReadSession::ReadSession(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)), m_begin(*m_connection, QStringLiteral("BEGIN")),
      m_end(*m_connection, QStringLiteral("COMMIT")), m_names(*m_connection), m_rooms(*m_connection),
      messages(*m_connection, m_names, m_rooms), history(*m_connection, m_rooms, messages),
      events(*m_connection, m_names, m_rooms), unread(*m_connection, m_names, m_rooms, messages),
      search(*m_connection, m_names, m_rooms, messages), audit(*m_connection, m_names)
{
}

std::unique_ptr<ReadSession> ReadSession::open(const Options &options)
{
    auto connection = Connection::open(databasePath(options.folder), Connection::Kind::Reader, options);
    if (!connection) {
        qCWarning(lcStorage).noquote() << connection.error();
        return nullptr;
    }
    return std::unique_ptr<ReadSession>(new ReadSession(std::move(connection).value()));
}

protocol::Failure<chat::StoreError> ReadSession::refused(Fault fault)
{
    m_isBroken = m_isBroken || endsTransaction(fault);
    return protocol::failure(storeErrorFrom(fault));
}

} // namespace storage::sqlite
