#include "changes.h"
#include "openstore.h"

#include "storage/sqlite/backup.h"
#include "storage/sqlite/check.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace change;
using storage::sqlite::backup;
using storage::sqlite::check;
using storage::sqlite::restore;

class tst_Backup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupHasEverythingThatWasCommitted();
    void aBackupMadeWhileTheServerWritesIsWhole();
    void anEarlierBackupIsReplacedOnlyByAWholeOne();
    void aBackupOfNothingIsAnError();
    void restoringPutsTheBackupInPlaceAndKeepsTheOld();
    void restoringIntoAnEmptyFolderWorks();
    void whileAServerRunsNothingIsRestored();
    void aDamagedBackupIsNotRestored_data();
    void aDamagedBackupIsNotRestored();
    void restoringADatabaseThatCannotBeOpenedAnyMoreWorks();

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
};

namespace {

void fill(OpenStore &store, int messages)
{
    QVERIFY2(store.error().isEmpty(), qPrintable(store.error()));
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"ann"_s)));
    for (int i = 0; i < messages; ++i)
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"text %1"_s.arg(i), u"n%1"_s.arg(i))));
}

storage::sqlite::Options in(const QString &folder)
{
    storage::sqlite::Options options;
    options.folder = folder;
    return options;
}

} // namespace

void tst_Backup::aBackupHasEverythingThatWasCommitted()
{
    OpenStore store;
    fill(store, 20);
    QVERIFY(store.append(edit(u"r"_s, 5, u"ann"_s, u"changed"_s)));
    const QString file = path(u"all.db"_s);
    const auto done = backup(store.databasePath(), file);
    QVERIFY2(done, done ? "" : qPrintable(done.error()));
    const auto report = check(file);
    QVERIFY(report);
    QCOMPARE(report->problems, QStringList());
    QCOMPARE(report->messages, 20);
    QCOMPARE(report->events, 23);
    QVERIFY(!QFile::exists(file + u"-wal"_s));
    QVERIFY(!QFile::exists(file + u".unfinished"_s));
}

void tst_Backup::aBackupMadeWhileTheServerWritesIsWhole()
{
    OpenStore store;
    fill(store, 200);
    std::atomic<bool> isDone = false;
    QStringList problems;
    std::thread other([&] {
        for (int i = 0; i < 5; ++i) {
            const QString file = path(u"busy%1.db"_s.arg(i));
            const auto done = backup(store.databasePath(), file);
            const auto report = check(file);
            if (!done || !report)
                problems += done ? report.error() : done.error();
            else
                problems += report->problems;
        }
        isDone = true;
    });
    qint64 stored = 0;
    while (!isDone) {
        const auto seq = store.append(post(u"r"_s, u"ann"_s, u"meanwhile"_s));
        stored += seq ? 1 : 0;
        if (seq && stored % 7 == 0)
            (void)store.append(remove(u"r"_s, *seq, u"ann"_s));
    }
    other.join();
    QCOMPARE(problems, QStringList());
    QVERIFY(stored > 0);
    QCOMPARE(check(store.databasePath())->problems, QStringList());
}

void tst_Backup::anEarlierBackupIsReplacedOnlyByAWholeOne()
{
    const QString file = path(u"earlier.db"_s);
    {
        OpenStore store;
        fill(store, 3);
        QVERIFY(backup(store.databasePath(), file));
    }
    QVERIFY(!backup(path(u"not there.db"_s), file));
    QCOMPARE(check(file)->messages, 3);
    OpenStore store;
    fill(store, 4);
    QVERIFY(backup(store.databasePath(), file));
    QCOMPARE(check(file)->messages, 4);
}

void tst_Backup::aBackupOfNothingIsAnError()
{
    const auto missing = backup(path(u"missing.db"_s), path(u"copy.db"_s));
    QVERIFY(!missing);
    QVERIFY(missing.error().contains(u"missing.db"_s));
    QVERIFY(!QFile::exists(path(u"missing.db"_s)));
    QFile empty(path(u"empty.db"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QVERIFY(!backup(path(u"empty.db"_s), path(u"copy.db"_s)));
    QVERIFY(!QFile::exists(path(u"copy.db"_s)));
    OpenStore store;
    QVERIFY(!backup(store.databasePath(), store.databasePath()));
    QVERIFY(!backup(store.databasePath(), path(u"no such folder/copy.db"_s)));
}

void tst_Backup::restoringPutsTheBackupInPlaceAndKeepsTheOld()
{
    OpenStore store;
    fill(store, 5);
    const QString file = path(u"good.db"_s);
    QVERIFY(backup(store.databasePath(), file));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"after the backup"_s)));
    store.close();
    const auto kept = restore(file, store.folder());
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error()));
    QCOMPARE(check(*kept)->messages, 6);
    store.reopen();
    QVERIFY2(store.error().isEmpty(), qPrintable(store.error()));
    QCOMPARE(store.events(u"r"_s).size(), size_t(7));
    QCOMPARE(*store.append(post(u"r"_s, u"ann"_s, u"goes on"_s)), 8);
    QCOMPARE(store.search({u"r"_s}, u"goes"_s)->hits.size(), size_t(1));
    QVERIFY(!QFile::exists(store.databasePath() + u".restoring"_s));
}

void tst_Backup::restoringIntoAnEmptyFolderWorks()
{
    OpenStore store;
    fill(store, 5);
    const QString file = path(u"moved.db"_s);
    QVERIFY(backup(store.databasePath(), file));
    const auto kept = restore(file, path(u"new place"_s));
    QVERIFY(kept);
    QVERIFY(kept->isEmpty());
    OpenStore moved(in(path(u"new place"_s)));
    QCOMPARE(moved.events(u"r"_s), store.events(u"r"_s));
}

void tst_Backup::whileAServerRunsNothingIsRestored()
{
    OpenStore store;
    fill(store, 5);
    const QString file = path(u"refused.db"_s);
    QVERIFY(backup(store.databasePath(), file));
    const auto kept = restore(file, store.folder());
    QVERIFY(!kept);
    QVERIFY(kept.error().contains(store.folder()));
    QCOMPARE(*store.append(post(u"r"_s, u"ann"_s, u"undisturbed"_s)), 8);
}

void tst_Backup::aDamagedBackupIsNotRestored_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("missing") << u"missing"_s;
    QTest::newRow("empty") << u"empty"_s;
    QTest::newRow("something else") << u"text"_s;
    QTest::newRow("cut off") << u"cut"_s;
    QTest::newRow("overwritten in the middle") << u"overwritten"_s;
    QTest::newRow("one letter of a message is another") << u"letter"_s;
}

void tst_Backup::aDamagedBackupIsNotRestored()
{
    QFETCH(QString, damage);
    OpenStore store;
    fill(store, 300);
    const QString name = path(damage + u".db"_s);
    QVERIFY(backup(store.databasePath(), name));
    store.close();
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (damage == u"missing"_s)
        QVERIFY(file.remove());
    else if (damage == u"empty"_s || damage == u"text"_s)
        QVERIFY(file.resize(0));
    else if (damage == u"cut"_s)
        QVERIFY(file.resize(file.size() / 2));
    if (damage == u"text"_s)
        QVERIFY(file.write(QByteArray("not a database\n").repeated(1000)) > 0);
    if (damage == u"overwritten"_s)
        QVERIFY(file.seek(file.size() / 2) && file.write(QByteArray(4096, '\xa5')) > 0);
    if (damage == u"letter"_s) {
        const qsizetype at = file.readAll().indexOf("text 77");
        QVERIFY(at > 0 && file.seek(at) && file.write("teXt") == 4);
    }
    file.close();
    QVERIFY(!restore(name, store.folder()));
    store.reopen();
    QCOMPARE(store.events(u"r"_s).size(), size_t(302));
    QCOMPARE(QDir(store.folder()).entryList(QDir::Files).filter(u"restor"_s), QStringList());
}

void tst_Backup::restoringADatabaseThatCannotBeOpenedAnyMoreWorks()
{
    OpenStore store;
    fill(store, 5);
    const QString file = path(u"rescue.db"_s);
    QVERIFY(backup(store.databasePath(), file));
    store.close();
    QFile database(store.databasePath());
    QVERIFY(database.open(QIODevice::WriteOnly));
    QVERIFY(database.write("all gone") > 0);
    database.close();
    store.reopen();
    QVERIFY(!store.error().isEmpty());
    const auto kept = restore(file, store.folder());
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error()));
    QVERIFY(QFile::exists(*kept));
    store.reopen();
    QCOMPARE(store.events(u"r"_s).size(), size_t(7));
}

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_backup.moc"
