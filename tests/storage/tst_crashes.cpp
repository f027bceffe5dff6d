#include "changes.h"
#include "openstore.h"

#include "storage/sqlite/check.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace change;
using storage::sqlite::Options;
using storage::sqlite::StorePoint;

/// The process is killed in the middle of its work; what it had reported as stored is there.
class tst_Crashes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingReportedIsLost_data();
    void nothingReportedIsLost();
};

namespace {

constexpr int unreported = 20; ///< changes that are on their way at once

StorePoint pointFrom(const QString &name)
{
    return name == u"after-insert"_s ? StorePoint::AfterInsert : StorePoint::AfterCommit;
}

/// Posts messages, tells the nonce of each that is stored, and dies when the point has come @p count times.
int writeUntilKilled(const QString &folder, const QString &point, int count)
{
    Options options;
    options.folder = folder;
    options.observer = [&, wanted = pointFrom(point)](StorePoint reached) {
        if (reached == wanted && --count == 0)
            std::raise(SIGKILL);
    };
    OpenStore store(options);
    (void)store.append(createRoom(u"r"_s));
    int sent = 0;
    int stored = 0;
    while (true) {
        for (; sent < stored + unreported; ++sent) {
            chat::Change change;
            const QString nonce = u"%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(sent);
            change.operations.emplace_back(post(u"r"_s, u"ann"_s, u"text "_s + nonce, nonce));
            store->commit(change, [&stored, nonce](const chat::StoreResult<chat::Committed> &result) {
                ++stored;
                if (!result)
                    return;
                std::printf("%s\n", qPrintable(nonce));
                std::fflush(stdout);
            });
        }
        const int before = stored;
        if (!store.tasks().runUntil([&] { return stored > before; }))
            return 1;
    }
}

} // namespace

void tst_Crashes::nothingReportedIsLost_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("rounds");
    QTest::newRow("after the changes were written") << u"after-insert"_s << 8;
    QTest::newRow("after they were committed") << u"after-commit"_s << 8;
}

void tst_Crashes::nothingReportedIsLost()
{
    QFETCH(QString, point);
    QFETCH(int, rounds);
    QTemporaryDir folder;
    QSet<QString> reported;
    for (int round = 0; round < rounds; ++round) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--write-until-killed"_s, folder.path(), point, QString::number(2 + round * 3)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                reported.insert(QString::fromLatin1(line));
        }
        const auto report = storage::sqlite::check(storage::sqlite::databasePath(folder.path()));
        QVERIFY(report);
        QCOMPARE(report->problems, QStringList());
    }
    Options options;
    options.folder = folder.path();
    OpenStore store(options);
    QSet<QString> found;
    for (const auto &event : store.events(u"r"_s)) {
        if (event.message)
            found.insert(event.message->text.mid(5));
    }
    QVERIFY(!reported.isEmpty());
    QCOMPARE(reported - found, QSet<QString>());
    // What was stored without anybody having been told is stored once, whoever sends it again.
    const qsizetype events = qsizetype(store.events(u"r"_s).size());
    for (const QString &nonce : std::as_const(found)) {
        const auto again = store.commit(post(u"r"_s, u"ann"_s, u"text "_s + nonce, nonce));
        QVERIFY(again && !again->events.front().isNew);
    }
    QCOMPARE(qsizetype(store.events(u"r"_s).size()), events);
}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write-until-killed"_s)
        return writeUntilKilled(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    tst_Crashes test;
    return QTest::qExec(&test, arguments);
}

#include "tst_crashes.moc"
