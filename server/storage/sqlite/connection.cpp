#include "storage/sqlite/connection.h"

#include "storage/sqlite/logging.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace storage::sqlite {

namespace {

constexpr int writerCacheKibibytes = 16 * 1024;
constexpr int readerCacheKibibytes = 8 * 1024;
/// A log that grew beyond this is cut down to it when it starts over.
constexpr int keptLogBytes = 32 * 1024 * 1024;

} // namespace

Connection::Connection(QString path)
    : m_path(std::move(path)), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Connection::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Kind kind, const Options &options)
{
    if (kind == Kind::Reader && !QFileInfo::exists(path))
        return protocol::failure(QStringLiteral("%1 does not exist").arg(path));
    std::unique_ptr<Connection> connection(new Connection(path));
    QSqlDatabase &database = connection->m_database;
    database.setDatabaseName(path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeout.count()));
    if (!database.open()) {
        return protocol::failure(
            QStringLiteral("%1 cannot be opened: %2").arg(path, database.lastError().databaseText()));
    }
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
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return fault(query.lastError());
    return std::nullopt;
}

Connection::Result<QVariant> Connection::value(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql) || !query.next())
        return protocol::failure(query.lastError().databaseText());
    return query.value(0);
}

Fault Connection::fault(const QSqlError &error)
{
    m_lastError = QStringLiteral("%1 %2 (%3)").arg(error.driverText(), error.databaseText(), error.nativeErrorCode());
    const Fault fault = faultFrom(error, QFileInfo(m_path).path());
    if (endsTransaction(fault))
        qCWarning(lcStorage).noquote() << m_path << m_lastError;
    else
        qCInfo(lcStorage).noquote() << m_path << m_lastError;
    return fault;
}

} // namespace storage::sqlite
