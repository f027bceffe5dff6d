#include "storage/sqlite/roomkeys.h"

namespace storage::sqlite {

RoomKeys::RoomKeys(Connection &connection)
    : m_readKey(connection, QStringLiteral("SELECT key FROM rooms WHERE id = ?")),
      m_readId(connection, QStringLiteral("SELECT id FROM rooms WHERE key = ?"))
{
}

protocol::Expected<qint64, Fault> RoomKeys::key(const QString &id)
{
    const auto known = m_keys.constFind(id);
    if (known != m_keys.cend())
        return *known;
    if (const auto fault = m_readKey.run(id))
        return protocol::failure(*fault);
    if (!m_readKey.next())
        return protocol::failure(m_readKey.fault().value_or(Fault::NotFound));
    const qint64 key = m_readKey.number(0);
    m_readKey.finish();
    m_keys.insert(id, key);
    return key;
}

QString RoomKeys::id(qint64 key)
{
    const auto known = m_ids.constFind(key);
    if (known != m_ids.cend())
        return *known;
    if (m_readId.run(key) || !m_readId.next())
        return {};
    const QString id = m_readId.text(0);
    m_readId.finish();
    m_ids.insert(key, id);
    return id;
}

} // namespace storage::sqlite
