#include "cache/database.h"

#include "cache/logging.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace cache {

namespace {

// Of SQLite's primary result codes; the upper bytes of a code only refine it.
constexpr int genericError = 1;
constexpr int corrupt = 11;
constexpr int notADatabase = 26;

constexpr int cacheKibibytes = 2 * 1024;
constexpr int busyTimeoutMilliseconds = 5'000;
/// A log that grew beyond this is cut down to it when it starts over.
constexpr int keptLogBytes = 8 * 1024 * 1024;

} // namespace

bool DatabaseError::isDamage() const
{
    return code == corrupt || code == notADatabase;
}

QString damageMark(const QString &path)
{
    return path + QStringLiteral(".damaged");
}

Database::Database(QString path)
    : m_path(std::move(path)), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
}

Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

protocol::Expected<std::unique_ptr<Database>, DatabaseError> Database::open(const QString &path, Kind kind)
{
    std::unique_ptr<Database> database(new Database(path));
    database->m_database.setDatabaseName(path);
    database->m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMilliseconds));
    if (!database->m_database.open())
        database->fail(database->m_database.lastError());
    if (database->hasFailed() || !database->configure(kind))
        return protocol::failure(database->takeError());
    return database;
}

bool Database::configure(Kind kind)
{
    const bool isDone = execute(QStringLiteral("PRAGMA temp_store=MEMORY"))
        && execute(QStringLiteral("PRAGMA cache_size=-%1").arg(cacheKibibytes))
        && execute(QStringLiteral("PRAGMA mmap_size=0"))
        && execute(QStringLiteral("PRAGMA wal_autocheckpoint=0")); // the writer does it between changes
    if (kind == Kind::Reader)
        return isDone && execute(QStringLiteral("PRAGMA query_only=ON"));
    return isDone && execute(QStringLiteral("PRAGMA journal_mode=WAL"))
        && execute(QStringLiteral("PRAGMA synchronous=NORMAL"))
        && execute(QStringLiteral("PRAGMA journal_size_limit=%1").arg(keptLogBytes));
}

bool Database::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    if (query.exec(sql))
        return true;
    fail(query.lastError());
    return false;
}

void Database::moveLogIntoFile()
{
    // Readers that still need the log are not waited for.
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")))
        fail(query.lastError());
}

qint64 Database::logBytes() const
{
    return QFileInfo(m_path + QStringLiteral("-wal")).size();
}

void Database::undo()
{
    QSqlQuery query(m_database);
    query.exec(QStringLiteral("ROLLBACK"));
}

qint64 Database::number(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (query.exec(sql) && query.next())
        return query.value(0).toLongLong();
    if (query.lastError().isValid())
        fail(query.lastError());
    return 0;
}

void Database::fail(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const DatabaseError failure{code == 0 ? genericError : code, error.databaseText()};
    qCWarning(lcCache).noquote() << m_path << failure.code << error.driverText() << failure.message;
    if (failure.isDamage() && !QFile::exists(damageMark(m_path))) {
        QFile mark(damageMark(m_path));
        if (!mark.open(QIODevice::WriteOnly))
            qCWarning(lcCache).noquote() << mark.fileName() << mark.errorString();
    }
    if (!hasFailed())
        m_error = failure;
}

} // namespace cache
