#pragma once

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace cache {

class Database;

/// One SQL statement, prepared once and run often. Values are bound by position, one to each `?`.
///
/// Text comes back as it was given, but for half surrogate pairs, which SQLite would garble: they become question
/// marks.
/// Failures are remembered by the Database.
/// Thread: that of its database, which outlives it.
class Statement final
{
public:
    /// Is prepared when it is first run.
    Statement(Database &database, QString sql);
    Q_DISABLE_COPY(Statement)

    /// False: it failed.
    template <typename... Values>
    bool run(const Values &...values)
    {
        if (!prepare())
            return false;
        int position = 0;
        (m_query.bindValue(position++, bound(values)), ...);
        return execute();
    }

    /// Moves to the next row. False: there is none, or it failed; the statement is then done.
    [[nodiscard]] bool next();
    /// Runs it and moves to its first row, which is to be its only one: call finish() when it has been read.
    template <typename... Values>
    [[nodiscard]] bool first(const Values &...values)
    {
        return run(values...) && next();
    }
    /// Ends it before its last row has been read, so that it does not hold on to an old state of the file.
    void finish() { m_query.finish(); }
    /// How many rows it changed.
    [[nodiscard]] int changedRows() const { return m_query.numRowsAffected(); }

    // Columns of the row

    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }

private:
    [[nodiscard]] static QVariant bound(qint64 value) { return QVariant(qlonglong(value)); }
    [[nodiscard]] static QVariant bound(int value) { return QVariant(value); }
    [[nodiscard]] static QVariant bound(bool value) { return QVariant(int(value)); }
    [[nodiscard]] static QVariant bound(const QString &value);
    [[nodiscard]] static QVariant bound(QLatin1String value) { return QVariant(QString(value)); }
    [[nodiscard]] static QVariant bound(const QByteArray &value);
    [[nodiscard]] static QVariant bound(const QVariant &value) { return value; }

    [[nodiscard]] bool prepare();
    [[nodiscard]] bool execute();

    Database &m_database;
    const QString m_sql;
    QSqlQuery m_query;
    bool m_isPrepared = false;
};

/// Binds NULL for an empty text.
[[nodiscard]] QVariant textOrNull(const QString &text);

} // namespace cache
