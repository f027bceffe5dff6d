#include "changes.h"
#include "openstore.h"
#include "smalldisk.h"

#include "storage/sqlite/backup.h"
#include "storage/sqlite/check.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;
using chat::StoreError;
using storage::sqlite::Options;

class tst_FullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskRefusesAndLosesNothing_data();
    void aFullDiskRefusesAndLosesNothing();
    void aFullDiskStillAnswersQuestions();
    void aBackupThatDoesNotFitLeavesNothingBehind();
    void aFolderThatCannotBeWrittenIsRefused();
    void aDiskThatCanNoLongerBeWrittenFailsUntilItCan();
};

namespace {

#define NEED(disk)                                                                                                     \
    if (!(disk).isThere())                                                                                             \
    QSKIP("needs the right to mount a disk")

Options on(const SmallDisk &disk)
{
    Options options;
    options.folder = disk.path(u"data"_s);
    options.busyTimeout = std::chrono::milliseconds(100);
    return options;
}

/// Posts until the disk is full; the seqs that were reported.
QList<qint64> postUntilFull(OpenStore &store)
{
    QList<qint64> seqs;
    for (int i = 0; i < 20'000; ++i) {
        const auto seq = store.append(post(u"r"_s, u"ann"_s, QString(500, u'x'), u"n%1"_s.arg(i)));
        if (!seq)
            return seq.error() == StoreError::Full ? seqs : QList<qint64>();
        seqs.append(*seq);
    }
    return {};
}

} // namespace

void tst_FullDisk::aFullDiskRefusesAndLosesNothing_data()
{
    QTest::addColumn<int>("leftBytes");
    for (const int bytes : {0, 4'096, 20'000, 65'536, 300'000})
        QTest::addRow("%d bytes left", bytes) << bytes;
}

void tst_FullDisk::aFullDiskRefusesAndLosesNothing()
{
    QFETCH(int, leftBytes);
    SmallDisk disk(u"8m"_s);
    NEED(disk);
    OpenStore store(on(disk));
    QVERIFY2(store.error().isEmpty(), qPrintable(store.error()));
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"before"_s)));
    for (int round = 0; round < 3; ++round) {
        QVERIFY(disk.fillUp(leftBytes));
        const QList<qint64> stored = postUntilFull(store);
        for (int i = 0; i < 5; ++i) // and again, with a savepoint
            QCOMPARE(store.commit(join(u"r"_s, u"user"_s), post(u"r"_s, u"user"_s, QString(200'000, u'x'))).error(),
                     StoreError::Full);
        QVERIFY(disk.makeSpace());
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"space again"_s)));
        for (const qint64 seq : stored)
            QVERIFY(store.message(u"r"_s, seq));
    }
    store.reopen();
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"after a restart"_s)));
    const auto report = storage::sqlite::check(store.databasePath());
    QVERIFY(report);
    QCOMPARE(report->problems, QStringList());
}

void tst_FullDisk::aFullDiskStillAnswersQuestions()
{
    SmallDisk disk(u"8m"_s);
    NEED(disk);
    OpenStore store(on(disk));
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"an apple"_s)));
    QVERIFY(store.search({u"r"_s}, u"apple"_s));
    QVERIFY(disk.fillUp(0));
    (void)postUntilFull(store);
    QCOMPARE(store.append(post(u"r"_s, u"ann"_s, QString(100'000, u'x'))).error(), StoreError::Full);
    QVERIFY(store.message(u"r"_s, 2));
    QVERIFY(store.history({u"r"_s}));
    QCOMPARE(store.search({u"r"_s}, u"apple"_s)->hits.size(), size_t(1));
    QCOMPARE(store.load().rooms.size(), size_t(1));
}

void tst_FullDisk::aBackupThatDoesNotFitLeavesNothingBehind()
{
    SmallDisk disk(u"1m"_s);
    NEED(disk);
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, QString(1'000'000, u'x'))));
    const QString file = disk.path(u"backup.db"_s);
    QVERIFY(!storage::sqlite::backup(store.databasePath(), file));
    QVERIFY(!QFile::exists(file));
    QVERIFY(!QFile::exists(file + u".unfinished"_s));
}

void tst_FullDisk::aFolderThatCannotBeWrittenIsRefused()
{
    SmallDisk disk(u"8m"_s);
    NEED(disk);
    {
        OpenStore store(on(disk));
        QVERIFY(store.append(createRoom(u"r"_s)));
    }
    QVERIFY(disk.remount(u"ro"_s));
    OpenStore store(on(disk));
    QVERIFY2(store.error().contains(disk.path(u"data"_s)), qPrintable(store.error()));
    QVERIFY(disk.remount(u"rw"_s));
    store.reopen();
    QCOMPARE(store.load().rooms.size(), size_t(1));
}

void tst_FullDisk::aDiskThatCanNoLongerBeWrittenFailsUntilItCan()
{
    SmallDisk disk(u"1m"_s);
    NEED(disk);
    OpenStore store(on(disk));
    QVERIFY(store.append(createRoom(u"r"_s)));
    // The file grows beyond what the disk has; the next is refused; then it is bigger.
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, QString(100'000, u'x'))));
    QCOMPARE(store.append(post(u"r"_s, u"ann"_s, QString(2'000'000, u'x'))).error(), StoreError::Full);
    QVERIFY(disk.remount(u"size=16m"_s));
    QCOMPARE(*store.append(post(u"r"_s, u"ann"_s, QString(2'000'000, u'x'))), 3);
}

QTEST_GUILESS_MAIN(tst_FullDisk)
#include "tst_fulldisk.moc"
