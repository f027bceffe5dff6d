#pragma once

#include "storage/sqlite/fault.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <vector>

namespace storage::sqlite {

class Connection;

/// Binds NULL.
struct Null
{
};

/// One SQL statement, prepared once and run often. Values are bound by position, one to each `?`: Qt cannot use one for
/// several.
///
/// Text comes back as it was given, but for half surrogate pairs, which SQLite would garble: they become U+FFFD.
/// Thread: that of its connection, which outlives it.
class Statement final
{
public:
    /// Is prepared when it is first run.
    Statement(Connection &connection, QString sql);
    Q_DISABLE_COPY(Statement)

    template <typename... Values>
    [[nodiscard]] MaybeFault run(const Values &...values)
    {
        if (const auto fault = prepare())
            return fault;
        int position = 0;
        (m_query.bindValue(position++, bound(values)), ...);
        return execute();
    }

    /// For a number of values that is only known when it is run.
    [[nodiscard]] MaybeFault runWith(const std::vector<QVariant> &values);

    /// Moves to the next row. False: there is none, or fault() says what went wrong; the statement is then done.
    [[nodiscard]] bool next();
    [[nodiscard]] MaybeFault fault() const { return m_fault; }
    /// Ends it before its last row has been read.
    void finish();
    /// How many rows it changed.
    [[nodiscard]] int changedRows() const { return m_query.numRowsAffected(); }

    // Columns of the row

    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }

    [[nodiscard]] static QVariant bound(qint64 value) { return QVariant(qlonglong(value)); }
    [[nodiscard]] static QVariant bound(int value) { return QVariant(value); }
    [[nodiscard]] static QVariant bound(bool value) { return QVariant(int(value)); }
    [[nodiscard]] static QVariant bound(const QString &value);
    [[nodiscard]] static QVariant bound(QLatin1String value) { return bound(QString(value)); }
    [[nodiscard]] static QVariant bound(const QByteArray &value);
    [[nodiscard]] static QVariant bound(Null) { return QVariant(); }
    [[nodiscard]] static QVariant bound(const QVariant &value) { return value; }

private:
    [[nodiscard]] MaybeFault prepare();
    [[nodiscard]] MaybeFault execute();

    Connection &m_connection;
    const QString m_sql;
    QSqlQuery m_query;
    bool m_isPrepared = false;
    MaybeFault m_fault;
};

/// @p text as it comes back from the database.
[[nodiscard]] QString storable(const QString &text);

} // namespace storage::sqlite
