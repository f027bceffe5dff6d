#pragma once

#include "protocol/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

#include <memory>

namespace cache {

/// What went wrong with a database file.
/// Thread: any (a value type).
struct DatabaseError
{
    int code = 0; ///< SQLite's primary result code
    QString message;

    /// Whether the file is not what it should be, rather than out of reach at the moment.
    [[nodiscard]] bool isDamage() const;
};

/// One connection to a cache's file. Only the Writer ever changes it, or moves what is in its log (the WAL) into it.
///
/// A failure is remembered until takeError(): a sequence of statements may be run first and looked at afterwards. When
/// the file turns out to be damaged, that is noted beside it, so that it is put aside when it is opened next.
/// Thread: the one that opened it.
class Database final
{
public:
    enum class Kind { Writer, Reader };

    /// A Writer makes the file when it is not there.
    [[nodiscard]] static protocol::Expected<std::unique_ptr<Database>, DatabaseError> open(const QString &path,
                                                                                           Kind kind);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs one statement that gives no rows. False: it failed.
    bool execute(const QString &sql);
    /// Ends a transaction without its changes. Whether there is one or not, it does not fail.
    void undo();
    /// Moves what is in the log into the file. Only for the Writer.
    void moveLogIntoFile();
    [[nodiscard]] qint64 logBytes() const;
    /// The first column of the first row as a number; 0 if it fails.
    [[nodiscard]] qint64 number(const QString &sql);

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    [[nodiscard]] bool hasFailed() const { return m_error.code != 0; }
    [[nodiscard]] const DatabaseError &error() const { return m_error; }
    /// The first error since the last call, which is then forgotten.
    DatabaseError takeError() { return std::exchange(m_error, {}); }
    /// Logs @p error and remembers it.
    void fail(const QSqlError &error);

private:
    explicit Database(QString path);
    [[nodiscard]] bool configure(Kind kind);

    const QString m_path;
    const QString m_name;
    QSqlDatabase m_database;
    DatabaseError m_error;
};

/// Beside a file that was found to be damaged stands one of this name.
[[nodiscard]] QString damageMark(const QString &path);

} // namespace cache
