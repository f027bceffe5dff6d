#include "storage/sqlite/statement.h"

#include "storage/sqlite/connection.h"

#include <sqlite3.h>

namespace storage::sqlite {

QString storable(const QString &text)
{
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

Statement::Statement(Connection &connection, QString sql) : m_connection(connection), m_sql(std::move(sql)) {}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

MaybeFault Statement::makeReady(size_t valueCount)
{
    finish();
    m_isAnyRefused = false;
    if (!m_statement) {
        const QByteArray sql = m_sql.toUtf8();
        const int result = sqlite3_prepare_v3(m_connection.handle(), sql.constData(), int(sql.size()),
                                              SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
        if (result != SQLITE_OK)
            return m_fault = m_connection.fault();
    }
    Q_ASSERT(sqlite3_bind_parameter_count(m_statement) == int(valueCount));
    Q_UNUSED(valueCount);
    return std::nullopt;
}

MaybeFault Statement::runWith(const std::vector<QVariant> &values)
{
    if (const auto fault = makeReady(values.size()))
        return fault;
    int position = 0;
    for (const QVariant &value : values)
        bind(++position, value);
    return execute();
}

MaybeFault Statement::execute()
{
    m_fault.reset();
    if (m_isAnyRefused)
        return m_fault = m_connection.fault();
    step();
    if (m_state == State::AtRow)
        m_state = State::AtFirstRow;
    return m_fault;
}

void Statement::step()
{
    const int result = sqlite3_step(m_statement);
    if (result == SQLITE_ROW) {
        m_state = State::AtRow;
        return;
    }
    m_changedRows = sqlite3_changes(m_connection.handle());
    if (result != SQLITE_DONE)
        m_fault = m_connection.fault();
    m_state = State::Done;
    sqlite3_reset(m_statement); // lets go of its locks
}

bool Statement::next()
{
    if (m_state == State::AtRow)
        step();
    if (m_state == State::Done)
        return false;
    m_state = State::AtRow;
    return true;
}

void Statement::finish()
{
    if (std::exchange(m_state, State::Done) != State::Done)
        sqlite3_reset(m_statement);
}

void Statement::note(int bindResult)
{
    m_isAnyRefused = m_isAnyRefused || bindResult != SQLITE_OK;
}

void Statement::bind(int position, qint64 value)
{
    note(sqlite3_bind_int64(m_statement, position, value));
}

void Statement::bind(int position, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    // A null pointer would become NULL.
    const char *text = utf8.isEmpty() ? "" : utf8.constData();
    note(sqlite3_bind_text64(m_statement, position, text, sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int position, QLatin1String value)
{
    bind(position, QString(value));
}

void Statement::bind(int position, const QByteArray &value)
{
    const char *bytes = value.isEmpty() ? "" : value.constData();
    note(sqlite3_bind_blob64(m_statement, position, bytes, sqlite3_uint64(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int position, Null)
{
    note(sqlite3_bind_null(m_statement, position));
}

void Statement::bind(int position, const QVariant &value)
{
    if (value.isNull())
        bind(position, Null());
    else if (value.typeId() == QMetaType::QString)
        bind(position, value.toString());
    else if (value.typeId() == QMetaType::QByteArray)
        bind(position, value.toByteArray());
    else
        bind(position, qint64(value.toLongLong()));
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QVariant Statement::bound(const QString &value)
{
    return QVariant(value.isNull() ? QStringLiteral("") : value);
}

QVariant Statement::bound(const QByteArray &value)
{
    return QVariant(value.isNull() ? QByteArray("") : value);
}

} // namespace storage::sqlite
