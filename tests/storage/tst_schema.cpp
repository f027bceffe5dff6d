#include "changes.h"
#include "openstore.h"

#include "storage/sqlite/check.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/schema.h"

#include <QProcess>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace storage::sqlite;

class tst_Schema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFileGetsAllMigrations();
    void eachMigrationRunsOnce();
    void aStoreOfTheFirstVersionStillKnowsWhatWasSent();
    void aMigrationThatFailsLeavesTheVersionBefore();
    void aNewerDatabaseIsRefusedAndLeftAsItIs();
    void aFileThatIsNoDatabaseIsRefused();
    void aProcessKilledInsideAMigrationLeavesTheVersionBefore_data();
    void aProcessKilledInsideAMigrationLeavesTheVersionBefore();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
};

namespace {

std::vector<Migration> threeMigrations()
{
    return {
        {u"001_first.sql"_s, u"-- a comment; with a semicolon\nCREATE TABLE a (x);\nINSERT INTO a\n  VALUES (1);\n"_s},
        {u"002_second.sql"_s, u"CREATE TABLE b (x);\nUPDATE a SET x = x + 1; -- once\n"_s},
        {u"003_third.sql"_s, u"ALTER TABLE a ADD COLUMN y DEFAULT 7;\nDROP TABLE b;\n"_s}};
}

std::unique_ptr<Connection> open(const QString &path)
{
    auto connection = Connection::open(path, Connection::Kind::Writer);
    return connection ? std::move(connection).value() : nullptr;
}

/// Opens the database in the way of `way` and dies in the middle of migration number `at`.
[[maybe_unused]] int dieInMigration(const QString &path, int at)
{
    int count = 0;
    const auto connection = open(path);
    (void)migrate(*connection, threeMigrations(), [&](StorePoint point) {
        if (point == StorePoint::InMigration && ++count == at)
            std::raise(SIGKILL);
    });
    return 0;
}

} // namespace

void tst_Schema::anEmptyFileGetsAllMigrations()
{
    OpenStore store;
    QVERIFY(store.error().isEmpty());
    store.close();
    const auto connection = Connection::open(store.databasePath(), Connection::Kind::Reader);
    QCOMPARE(*schemaVersion(**connection), int(builtInMigrations().size()));
    QVERIFY(builtInMigrations().size() >= 1);
    QCOMPARE((*connection)->value(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
}

void tst_Schema::eachMigrationRunsOnce()
{
    const auto connection = open(path(u"once.db"_s));
    std::vector<Migration> migrations = threeMigrations();
    const Migration last = migrations.back();
    migrations.pop_back();
    QVERIFY(migrate(*connection, migrations, {}));
    QCOMPARE(*schemaVersion(*connection), 2);
    migrations.push_back(last);
    QVERIFY(migrate(*connection, migrations, {}));
    QVERIFY(migrate(*connection, migrations, {}));
    QCOMPARE(*schemaVersion(*connection), 3);
    QCOMPARE(connection->value(u"SELECT x + y FROM a"_s)->toInt(), 9);
}

void tst_Schema::aStoreOfTheFirstVersionStillKnowsWhatWasSent()
{
    OpenStore store;
    QVERIFY(store.append(change::createRoom(u"r"_s)));
    const auto sent = store.append(change::post(u"r"_s, u"ann"_s, u"text"_s, u"nonce-1"_s));
    QVERIFY(sent);
    store.close();
    {
        const auto connection = open(store.databasePath());
        QVERIFY(!connection->execute(u"DROP INDEX messages_nonce"_s));
        QVERIFY(!connection->execute(
            u"CREATE UNIQUE INDEX messages_nonce ON messages (author, nonce) WHERE nonce IS NOT NULL"_s));
        QVERIFY(!connection->execute(u"PRAGMA user_version = 1"_s));
    }
    store.reopen();
    QVERIFY2(store.error().isEmpty(), qPrintable(store.error()));
    QCOMPARE(*store.append(change::post(u"r"_s, u"ann"_s, u"text"_s, u"nonce-1"_s)), *sent);
    QCOMPARE(*store.append(change::post(u"r"_s, u"bob"_s, u"text"_s, u"nonce-1"_s)), *sent + 1);
}

void tst_Schema::aMigrationThatFailsLeavesTheVersionBefore()
{
    const auto connection = open(path(u"fails.db"_s));
    std::vector<Migration> migrations = threeMigrations();
    migrations[1].sql += u"INSERT INTO nowhere VALUES (1);\n"_s;
    const auto outcome = migrate(*connection, migrations, {});
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().contains(u"002_second.sql"_s), qPrintable(outcome.error()));
    QCOMPARE(*schemaVersion(*connection), 1);
    QCOMPARE(connection->value(u"SELECT x FROM a"_s)->toInt(), 1);
    QVERIFY(migrate(*connection, threeMigrations(), {}));
    QCOMPARE(*schemaVersion(*connection), 3);
}

void tst_Schema::aNewerDatabaseIsRefusedAndLeftAsItIs()
{
    OpenStore store;
    QVERIFY(store.append(change::createRoom(u"r"_s)));
    store.close();
    {
        const auto connection = open(store.databasePath());
        QVERIFY(!connection->execute(u"PRAGMA user_version = 99"_s));
    }
    store.reopen();
    QVERIFY2(store.error().contains(u"version 99"_s), qPrintable(store.error()));
    QVERIFY2(store.error().contains(u"newer"_s), qPrintable(store.error()));
    const auto connection = open(store.databasePath());
    QCOMPARE(*schemaVersion(*connection), 99);
    QCOMPARE(connection->value(u"SELECT count(*) FROM rooms"_s)->toInt(), 1);
}

void tst_Schema::aFileThatIsNoDatabaseIsRefused()
{
    QTemporaryDir folder;
    QFile file(databasePath(folder.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray contents = QByteArray("somebody's diary\n").repeated(500);
    QVERIFY(file.write(contents) > 0);
    file.close();
    Options options;
    options.folder = folder.path();
    OpenStore store(options);
    QVERIFY2(store.error().contains(file.fileName()), qPrintable(store.error()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), contents);
}

void tst_Schema::aProcessKilledInsideAMigrationLeavesTheVersionBefore_data()
{
    QTest::addColumn<int>("at");
    for (int at = 1; at <= 3; ++at)
        QTest::addRow("migration %d", at) << at;
}

void tst_Schema::aProcessKilledInsideAMigrationLeavesTheVersionBefore()
{
#ifndef Q_OS_UNIX
    QSKIP("needs signals");
#endif
    QFETCH(int, at);
    const QString file = path(u"killed%1.db"_s.arg(at));
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--die-in-migration"_s, file, QString::number(at)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    const auto connection = open(file);
    QCOMPARE(*schemaVersion(*connection), at - 1);
    QCOMPARE(connection->value(u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
    QVERIFY(migrate(*connection, threeMigrations(), {}));
    QCOMPARE(connection->value(u"SELECT x + y FROM a"_s)->toInt(), 9);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
#ifdef Q_OS_UNIX
    if (arguments.value(1) == u"--die-in-migration"_s)
        return dieInMigration(arguments.value(2), arguments.value(3).toInt());
#endif
    tst_Schema test;
    return QTest::qExec(&test, arguments);
}

#include "tst_schema.moc"
