#include "storage/sqlite/userrecords.h"

namespace storage::sqlite {

UserRecords::UserRecords(Connection &connection, Catalogue &catalogue)
    : m_catalogue(catalogue),
      m_putUser(connection,
                QStringLiteral("INSERT INTO users (person, name, name_key, avatar, role, created_at, last_seen_at,"
                               " password_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                               " ON CONFLICT (person) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,"
                               " avatar = excluded.avatar, role = excluded.role, created_at = excluded.created_at,"
                               " last_seen_at = excluded.last_seen_at, password_hash = excluded.password_hash")),
      m_putToken(connection,
                 QStringLiteral("INSERT INTO device_tokens (hash, person, created_at) VALUES (?, ?, ?)"
                                " ON CONFLICT (hash) DO UPDATE SET created_at = excluded.created_at"
                                " WHERE person = excluded.person")),
      m_removeTokens(connection, QStringLiteral("DELETE FROM device_tokens WHERE person = ? AND hash <> ?"))
{
}

MaybeFault UserRecords::put(const chat::UserRecord &record)
{
    const auto person = m_catalogue.person(record.user.id);
    if (!person)
        return person.error();
    return m_putUser.run(*person, record.user.name, record.nameKey, record.user.avatar, wireName(record.user.role),
                         record.user.createdAt, record.user.lastSeenAt, record.passwordHash);
}

MaybeFault UserRecords::put(const chat::DeviceToken &token)
{
    const auto person = m_catalogue.person(token.user);
    if (!person)
        return person.error();
    return m_putToken.run(token.hash, *person, token.createdAt);
}

MaybeFault UserRecords::remove(const chat::RemoveDeviceTokens &tokens)
{
    const auto person = m_catalogue.person(tokens.user);
    if (!person)
        return person.error();
    return m_removeTokens.run(*person, tokens.keepHash);
}

} // namespace storage::sqlite
