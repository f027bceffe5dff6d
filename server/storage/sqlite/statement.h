#pragma once

#include "storage/sqlite/fault.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <vector>

struct sqlite3_stmt;

namespace storage::sqlite {

class Connection;

/// Binds NULL.
struct Null
{
};

/// One SQL statement, prepared once and run often. Values are bound by position, one to each `?`.
///
/// Text comes back as it was given, but for half surrogate pairs, which UTF-8 cannot hold: they become U+FFFD.
/// Thread: that of its connection, which outlives it.
class Statement final
{
public:
    /// Is prepared when it is first run.
    Statement(Connection &connection, QString sql);
    ~Statement();
    Q_DISABLE_COPY(Statement)

    template <typename... Values>
    [[nodiscard]] MaybeFault run(const Values &...values)
    {
        if (const auto fault = makeReady(sizeof...(values)))
            return fault;
        int position = 0;
        (bind(++position, values), ...);
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
    [[nodiscard]] int changedRows() const { return m_changedRows; }

    // Columns of the row

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;

    // For values that may be NULL: an empty QVariant

    [[nodiscard]] static QVariant bound(qint64 value) { return QVariant(qlonglong(value)); }
    [[nodiscard]] static QVariant bound(bool value) { return QVariant(qlonglong(value)); }
    /// Never NULL, even when @p value is null.
    [[nodiscard]] static QVariant bound(const QString &value);
    [[nodiscard]] static QVariant bound(const QByteArray &value);

private:
    enum class State {
        Done,
        AtFirstRow, ///< which next() has not given away yet
        AtRow
    };

    [[nodiscard]] MaybeFault makeReady(size_t valueCount);
    [[nodiscard]] MaybeFault execute();
    void step();
    void note(int bindResult);
    void bind(int position, qint64 value);
    void bind(int position, int value) { bind(position, qint64(value)); }
    void bind(int position, bool value) { bind(position, qint64(value)); }
    void bind(int position, const QString &value);
    void bind(int position, QLatin1String value);
    void bind(int position, const QByteArray &value);
    void bind(int position, Null);
    void bind(int position, const QVariant &value);

    Connection &m_connection;
    const QString m_sql;
    sqlite3_stmt *m_statement = nullptr;
    State m_state = State::Done;
    int m_changedRows = 0;
    bool m_isAnyRefused = false; ///< of the values that are bound, for its size
    MaybeFault m_fault;
};

/// @p text as it comes back from the database.
[[nodiscard]] QString storable(const QString &text);

} // namespace storage::sqlite
