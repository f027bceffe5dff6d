#include "changes.h"
#include "openstore.h"

#include "storage/sqlite/connection.h"
#include "storage/sqlite/folderlock.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;
using storage::sqlite::FolderLock;

class tst_Folder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingFolderIsMade();
    void aFolderThatCannotBeMadeIsNamed();
    void aSecondStoreIsRefusedAndNamesFolderAndProcess();
    void theFolderIsFreeAfterItsProcessWasKilled();
    void aForeignLockOnTheDatabaseFailsChangesUntilItIsGone();
};

void tst_Folder::aMissingFolderIsMade()
{
    QTemporaryDir folder;
    storage::sqlite::Options options;
    options.folder = folder.filePath(u"a/b/with spaces 'and' ünusual"_s);
    OpenStore store(options);
    QVERIFY2(store.error().isEmpty(), qPrintable(store.error()));
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(QFile::exists(store.databasePath()));
}

void tst_Folder::aFolderThatCannotBeMadeIsNamed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    storage::sqlite::Options options;
    options.folder = folder.filePath(u"file/data"_s);
    OpenStore store(options);
    QVERIFY2(store.error().contains(options.folder), qPrintable(store.error()));
}

void tst_Folder::aSecondStoreIsRefusedAndNamesFolderAndProcess()
{
    OpenStore first;
    storage::sqlite::Options options;
    options.folder = first.folder();
    OpenStore second(options);
    QVERIFY2(second.error().contains(first.folder()), qPrintable(second.error()));
    QVERIFY2(second.error().contains(QString::number(QCoreApplication::applicationPid())), qPrintable(second.error()));
    QVERIFY(first.append(createRoom(u"r"_s)));
    first.close();
    second.reopen();
    QCOMPARE(second.load().rooms.size(), size_t(1));
}

void tst_Folder::theFolderIsFreeAfterItsProcessWasKilled()
{
    QTemporaryDir folder;
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, folder.path()});
    QVERIFY(process.waitForReadyRead());
    const auto refused = FolderLock::take(folder.path());
    QVERIFY(!refused);
    QVERIFY2(refused.error().contains(QString::number(process.processId())), qPrintable(refused.error()));
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(FolderLock::take(folder.path()));
}

void tst_Folder::aForeignLockOnTheDatabaseFailsChangesUntilItIsGone()
{
    storage::sqlite::Options options;
    options.busyTimeout = std::chrono::milliseconds(50);
    OpenStore store(options);
    QVERIFY(store.append(createRoom(u"r"_s)));
    const auto foreign
        = storage::sqlite::Connection::open(store.databasePath(), storage::sqlite::Connection::Kind::Writer);
    QVERIFY(foreign);
    QVERIFY(!(*foreign)->execute(u"BEGIN IMMEDIATE"_s));
    QCOMPARE(store.append(post(u"r"_s, u"ann"_s, u"locked out"_s)).error(), chat::StoreError::Failed);
    QVERIFY(store.message(u"r"_s, 1).error() == chat::StoreError::NotFound); // reading goes on
    QVERIFY(!(*foreign)->execute(u"ROLLBACK"_s));
    QCOMPARE(*store.append(post(u"r"_s, u"ann"_s, u"back"_s)), 2);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--hold"_s) {
        const auto lock = FolderLock::take(arguments.value(2));
        std::puts("held");
        std::fflush(stdout);
        return lock ? QCoreApplication::exec() : 1;
    }
    tst_Folder test;
    return QTest::qExec(&test, arguments);
}

#include "tst_folder.moc"
