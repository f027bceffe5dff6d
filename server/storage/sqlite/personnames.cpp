#include "storage/sqlite/personnames.h"

namespace storage::sqlite {

PersonNames::PersonNames(Connection &connection)
    : m_readId(connection, QStringLiteral("SELECT id FROM people WHERE key = ?")),
      m_readKey(connection, QStringLiteral("SELECT key FROM people WHERE id = ?"))
{
}

QString PersonNames::id(qint64 key)
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

QStringList PersonNames::ids(const QString &keys)
{
    QStringList ids;
    for (const QString &key : keys.split(u' ', Qt::SkipEmptyParts))
        ids.append(id(key.toLongLong()));
    return ids;
}

qint64 PersonNames::key(const QString &id)
{
    if (m_readKey.run(id) || !m_readKey.next())
        return -1;
    const qint64 key = m_readKey.number(0);
    m_readKey.finish();
    return key;
}

} // namespace storage::sqlite
