#include "storage/sqlite/connection.h"

#include "storage/sqlite/logging.h"

#include <QDir>
#include <QFileInfo>
#include <QVariant>

#include <sqlite3.h>

namespace storage::sqlite {

namespace {

constexpr int writerCacheKibibytes = 16 * 1024;
constexpr int readerCacheKibibytes = 8 * 1024;
/// A log that grew beyond this is cut down to it when it starts over.
constexpr int keptLogBytes = 32 * 1024 * 1024;

/// Nobody asks SQLite how much memory it has, and counting takes a lock for every piece. Where SQLite is in use
/// already, as in a program that hosts a chat, it goes on counting.
void countNoMemory()
{
    [[maybe_unused]] static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace

Connection::Connection(QString path) : m_path(std::move(path)) {}

Connection::~Connection()
{
    sqlite3_close_v2(m_database);
}

Connection::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Kind kind, const Options &options)
{
    if (kind == Kind::Reader && !QFileInfo::exists(path))
        return protocol::failure(QStringLiteral("%1 does not exist").arg(path));
    std::unique_ptr<Connection> connection(new Connection(path));
    countNoMemory();
    // Without locks of its own: a connection stays in its thread.
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;
    const QByteArray file = QDir::toNativeSeparators(path).toUtf8();
    if (sqlite3_open_v2(file.constData(), &connection->m_database, flags, nullptr) != SQLITE_OK)
        return protocol::failure(QStringLiteral("%1 cannot be opened: %2").arg(path, connection->errorText()));
    sqlite3_extended_result_codes(connection->m_database, 1);
    sqlite3_busy_timeout(connection->m_database, int(options.busyTimeout.count()));
    if (connection->configure(kind, options))
        return protocol::failure(QStringLiteral("%1 cannot be used: %2").arg(path, connection->lastError()));
    return connection;
}

MaybeFault Connection::configure(Kind kind, const Options &options)
{
    const bool isWriter = kind == Kind::Writer;
    QStringList settings{
        QStringLiteral("PRAGMA wal_autocheckpoint=0"), // the writer does it between batches
        QStringLiteral("PRAGMA temp_store=MEMORY"),
        QStringLiteral("PRAGMA cache_size=-%1").arg(isWriter ? writerCacheKibibytes : readerCacheKibibytes),
    };
    if (isWriter) {
        settings += QStringLiteral("PRAGMA journal_mode=WAL");
        settings += options.durability == Durability::Full ? QStringLiteral("PRAGMA synchronous=FULL")
                                                           : QStringLiteral("PRAGMA synchronous=OFF");
        settings += QStringLiteral("PRAGMA journal_size_limit=%1").arg(keptLogBytes);
    } else {
        settings += QStringLiteral("PRAGMA query_only=ON");
    }
    for (const QString &setting : settings) {
        if (const auto fault = execute(setting))
            return fault;
    }
    return std::nullopt;
}

MaybeFault Connection::execute(const QString &sql)
{
    if (sqlite3_exec(m_database, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fault();
    return std::nullopt;
}

Connection::Result<QVariant> Connection::value(const QString &sql) const
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_prepare_v2(m_database, utf8.constData(), int(utf8.size()), &statement, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> owned(statement, sqlite3_finalize);
    if (!statement || sqlite3_step(statement) != SQLITE_ROW)
        return protocol::failure(errorText());
    if (sqlite3_column_type(statement, 0) == SQLITE_INTEGER)
        return QVariant(qlonglong(sqlite3_column_int64(statement, 0)));
    return QVariant(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)),
                                      sqlite3_column_bytes(statement, 0)));
}

QString Connection::errorText() const
{
    return QString::fromUtf8(sqlite3_errmsg(m_database));
}

Fault Connection::fault()
{
    const int code = sqlite3_extended_errcode(m_database);
    m_lastError = QStringLiteral("%1 (%2)").arg(errorText()).arg(code);
    const Fault fault = faultFrom(code, QFileInfo(m_path).path());
    if (endsTransaction(fault)) {
        qCWarning(lcStorage).noquote() << m_path << m_lastError;
        // Else closing it would move the log into the database, by files that cannot be trusted any more.
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    } else {
        qCInfo(lcStorage).noquote() << m_path << m_lastError;
    }
    return fault;
}

} // namespace storage::sqlite
