#pragma once

#include "storage/sqlite/fault.h"
#include "storage/sqlite/options.h"

#include "protocol/result.h"

#include <QString>
#include <QVariant>

#include <memory>

struct sqlite3;

namespace storage::sqlite {

/// One connection to a database file.
///
/// Only a Writer ever changes the file or moves what is in its log (the WAL) into it; there is at most one of them at
/// a time, which keeps clear of a fault in many versions of SQLite that needs two.
/// Thread: the one that opened it.
class Connection final
{
public:
    enum class Kind { Writer, Reader };
    template <typename T>
    using Result = protocol::Expected<T, QString>; ///< the error is a sentence for people

    /// A Writer makes the file when it is not there.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Kind kind,
                                                                  const Options &options = {});
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Runs one statement that gives no rows.
    [[nodiscard]] MaybeFault execute(const QString &sql);
    /// The first column of the first row, a number or text, for statements such as `PRAGMA user_version`.
    [[nodiscard]] Result<QVariant> value(const QString &sql) const;

    [[nodiscard]] sqlite3 *handle() const { return m_database; }
    /// Logs why the latest call failed, notes that for people, and says what it means.
    [[nodiscard]] Fault fault();
    /// What the latest fault was, for people.
    [[nodiscard]] const QString &lastError() const { return m_lastError; }

private:
    explicit Connection(QString path);
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] MaybeFault configure(Kind kind, const Options &options);

    const QString m_path;
    sqlite3 *m_database = nullptr; ///< owned
    QString m_lastError;
};

} // namespace storage::sqlite
