#include "storage/sqlite/statement.h"

#include "storage/sqlite/connection.h"

#include <QSqlError>

namespace storage::sqlite {

QString storable(const QString &text)
{
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

Statement::Statement(Connection &connection, QString sql)
    : m_connection(connection), m_sql(std::move(sql)), m_query(connection.database())
{
    m_query.setForwardOnly(true); // else every row that is read is kept
}

MaybeFault Statement::prepare()
{
    if (m_isPrepared)
        return std::nullopt;
    if (!m_query.prepare(m_sql))
        return m_fault = m_connection.fault(m_query.lastError());
    m_isPrepared = true;
    return std::nullopt;
}

MaybeFault Statement::runWith(const std::vector<QVariant> &values)
{
    if (const auto fault = prepare())
        return fault;
    int position = 0;
    for (const QVariant &value : values)
        m_query.bindValue(position++, value);
    return execute();
}

MaybeFault Statement::execute()
{
    m_fault.reset();
    if (!m_query.exec())
        m_fault = m_connection.fault(m_query.lastError());
    return m_fault;
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        m_fault = m_connection.fault(m_query.lastError());
    m_query.finish();
    return false;
}

void Statement::finish()
{
    m_query.finish();
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

} // namespace storage::sqlite
