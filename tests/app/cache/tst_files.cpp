#include "chatter.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace chatter;
using cache::ChatCache;
using cache::OpenError;

class tst_Files : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFolderIsMade();
    void whatWasQueuedIsThereAfterClosing();
    void twoCachesCanShareAFile();
    void aDamagedFileIsPutAsideAndBegunAnew_data();
    void aDamagedFileIsPutAsideAndBegunAnew();
    void damageInTheMiddleIsFoundAndMendedByTheNextStart();
    void aFileOfANewerProgramIsRefusedAndLeftAsItIs();
    void aPlaceThatCannotBeUsedIsAnError();
    void whatCannotBeStoredIsReportedAndTheRestIsStored();
    void aForgottenRoomLeavesTheFileInTime();
};

namespace {

/// Runs statements in a cache's file as another program would. Returns the first column of the last one's first row.
QVariant run(const QString &path, const QStringList &statements)
{
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("the file cannot be opened");
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                qFatal("%s", qPrintable(statement));
        }
        if (query.next())
            value = query.value(0);
        query.finish();
        database.close();
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    return value;
}

void fill(const QString &path, qint64 count)
{
    auto cache = ChatCache::open(path);
    QVERIFY(cache);
    (*cache)->storeRoom(room(u"r"_s, count));
    (*cache)->storePage(u"r"_s, messages(u"r"_s, 1, count), {1, count});
    (*cache)->setDraft(u"r"_s, {u"a draft"_s, {}});
}

void overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    file.write(bytes);
}

} // namespace

void tst_Files::theFolderIsMade()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b/cache.sqlite"_s);
    QVERIFY(ChatCache::open(path));
    QVERIFY(QFile::exists(path));
}

void tst_Files::whatWasQueuedIsThereAfterClosing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"c.sqlite"_s);
    fill(path, 5000); // closes at once
    auto cache = ChatCache::open(path);
    QVERIFY(cache);
    QCOMPARE((*cache)->latest(u"r"_s, 10'000).messages.size(), 5000);
    QVERIFY((*cache)->damagedFile().isEmpty());
}

void tst_Files::twoCachesCanShareAFile()
{
    OpenCache first;
    auto second = ChatCache::open(first.path());
    QVERIFY(second);
    first->storeRoom(room(u"r"_s, 1));
    first->flush();
    QCOMPARE((*second)->rooms().size(), 1);
    (*second)->setServerName(u"Chat"_s);
    (*second)->flush();
    QCOMPARE(first->serverName(), u"Chat"_s);
}

void tst_Files::aDamagedFileIsPutAsideAndBegunAnew_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database") << QByteArray(10'000, 'x');
    QTest::newRow("only the beginning of one") << QByteArray("SQLite format 3\0\x10\0", 18);
    QTest::newRow("another program's database") << QByteArray();
}

void tst_Files::aDamagedFileIsPutAsideAndBegunAnew()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"c.sqlite"_s);
    if (content.isEmpty())
        run(path, {u"CREATE TABLE recipes (name TEXT)"_s});
    else
        overwrite(path, 0, content);
    auto cache = ChatCache::open(path);
    QVERIFY(cache);
    QVERIFY((*cache)->damagedFile().startsWith(path));
    QVERIFY(QFile::exists((*cache)->damagedFile()));
    (*cache)->storeRoom(room(u"r"_s, 1));
    QCOMPARE((*cache)->rooms().size(), 1);
    cache = ChatCache::open(path);
    QVERIFY(cache);
    QVERIFY((*cache)->damagedFile().isEmpty());
    QCOMPARE((*cache)->rooms().size(), 1);
}

void tst_Files::damageInTheMiddleIsFoundAndMendedByTheNextStart()
{
    for (quint32 seed = 1; seed <= 8; ++seed) {
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"c.sqlite"_s);
        fill(path, 3000);
        const qint64 size = QFile(path).size();
        QByteArray noise(16'384, 0);
        random.fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        for (qint64 from = 4096 * 2; from < size - noise.size(); from += noise.size() * 2)
            overwrite(path, from, noise);
        for (int start = 0; start < 3; ++start) { // by then it is found
            auto cache = ChatCache::open(path);
            QVERIFY(cache);
            std::ignore = (*cache)->latest(u"r"_s, 5000);
            std::ignore = (*cache)->rooms();
            (*cache)->storeRoom(room(u"r2"_s, 0));
            (*cache)->apply(posted(message(u"r2"_s, 1)));
            (*cache)->flush();
        }
        auto cache = ChatCache::open(path);
        QVERIFY(cache);
        (*cache)->storeRoom(room(u"r3"_s, 0));
        (*cache)->apply(posted(message(u"r3"_s, 1)));
        QCOMPARE((*cache)->latest(u"r3"_s, 5).messages.size(), 1);
        QVERIFY(!QDir(folder.path()).entryList({u"*.damaged-*"_s}).isEmpty());
    }
}

void tst_Files::aFileOfANewerProgramIsRefusedAndLeftAsItIs()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"c.sqlite"_s);
    fill(path, 10);
    run(path, {u"PRAGMA user_version=999"_s});
    const auto cache = ChatCache::open(path);
    QVERIFY(!cache);
    QCOMPARE(cache.error().code, OpenError::Code::Newer);
    QVERIFY(cache.error().message.contains(path));
    QCOMPARE(run(path, {u"SELECT count(*) FROM messages"_s}).toInt(), 10);
}

void tst_Files::aPlaceThatCannotBeUsedIsAnError()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"c.sqlite"_s));
    const auto cache = ChatCache::open(folder.filePath(u"c.sqlite"_s));
    QVERIFY(!cache);
    QCOMPARE(cache.error().code, OpenError::Code::Unusable);
}

void tst_Files::whatCannotBeStoredIsReportedAndTheRestIsStored()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    cache->flush();
    run(cache.path(),
        {u"CREATE TRIGGER no_secrets BEFORE INSERT ON messages WHEN new.text = 'secret'"
         " BEGIN SELECT RAISE(FAIL, 'no secrets here'); END"_s});
    QSignalSpy failures(&*cache, &ChatCache::writeFailed);
    cache->setServerName(u"before"_s);
    cache->apply(posted(message(u"r"_s, 1, u"open"_s)));
    cache->apply(posted(message(u"r"_s, 2, u"secret"_s)));
    cache->apply(posted(message(u"r"_s, 3, u"open"_s))); // not the next one, as 2 is missing
    cache->setServerId(u"after"_s);
    QCOMPARE(seqs(cache->latest(u"r"_s, 5).messages), QList<qint64>{1});
    QCOMPARE(cache->rooms().first().room.seq, 1);
    QCOMPARE(cache->serverName(), u"before"_s);
    QCOMPARE(cache->serverId(), u"after"_s);
    QTRY_VERIFY(!failures.isEmpty());
    QVERIFY(failures.first().first().toString().contains(u"no secrets"_s));
}

void tst_Files::aForgottenRoomLeavesTheFileInTime()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"c.sqlite"_s);
    fill(path, 1200);
    auto cache = ChatCache::open(path);
    QVERIFY(cache);
    (*cache)->storeRoom(room(u"other"_s, 0));
    (*cache)->apply(posted(message(u"other"_s, 1, u"stays"_s)));
    (*cache)->removeRoom(u"r"_s);
    (*cache)->flush();
    QTRY_COMPARE_WITH_TIMEOUT(run(path, {u"SELECT count(*) FROM messages"_s}).toInt(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(run(path, {u"SELECT count(*) FROM rooms"_s}).toInt(), 1, 20'000);
    QCOMPARE(run(path, {u"SELECT count(*) FROM spans"_s}).toInt(), 1);
    cache = ChatCache::open(path);
    // FTS5 compares its index with the texts.
    run(path, {u"INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"_s});
}

QTEST_GUILESS_MAIN(tst_Files)
#include "tst_files.moc"
