#include "cache/statement.h"

#include "cache/database.h"

namespace cache {

namespace {

QString storable(const QString &text)
{
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

} // namespace

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(storable(text));
}

Statement::Statement(Database &database, QString sql)
    : m_database(database), m_sql(std::move(sql)), m_query(database.database())
{
    m_query.setForwardOnly(true); // else every row that is read is kept
}

bool Statement::prepare()
{
    if (m_isPrepared)
        return true;
    m_isPrepared = m_query.prepare(m_sql);
    if (!m_isPrepared)
        m_database.fail(m_query.lastError());
    return m_isPrepared;
}

bool Statement::execute()
{
    if (m_query.exec())
        return true;
    m_database.fail(m_query.lastError());
    return false;
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        m_database.fail(m_query.lastError());
    m_query.finish();
    return false;
}

QVariant Statement::bound(const QString &value)
{
    // A null string would become NULL.
    return QVariant(value.isNull() ? QStringLiteral("") : storable(value));
}

QVariant Statement::bound(const QByteArray &value)
{
    return QVariant(value.isNull() ? QByteArray("") : value);
}

} // namespace cache
