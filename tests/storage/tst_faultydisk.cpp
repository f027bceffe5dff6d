#include "changes.h"
#include "faultydisk.h"
#include "openstore.h"

#include "storage/sqlite/check.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;

/// A write or a sync fails. What was reported as stored is there all the same, and the store goes on.
class tst_FaultyDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFailureIsReportedAndLosesNothing_data();
    void aFailureIsReportedAndLosesNothing();
};

void tst_FaultyDisk::initTestCase()
{
    QVERIFY(FaultyDisk::install());
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    if (FaultyDisk::steps() == 0)
        QSKIP("Qt has an SQLite of its own");
}

void tst_FaultyDisk::aFailureIsReportedAndLosesNothing_data()
{
    QTest::addColumn<bool>("isSync");
    QTest::addColumn<int>("count");
    for (int count = 1; count <= 40; ++count)
        QTest::addRow("write %d", count) << false << count;
    for (int count = 1; count <= 10; ++count)
        QTest::addRow("sync %d", count) << true << count;
}

void tst_FaultyDisk::aFailureIsReportedAndLosesNothing()
{
    QFETCH(bool, isSync);
    QFETCH(int, count);
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"ann"_s)));
    FaultyDisk::failAt(isSync ? FaultyDisk::Step::Sync : FaultyDisk::Step::Write, count);
    QSet<qint64> stored;
    int refused = 0;
    for (int i = 0; i < 12; ++i) {
        const auto seq = store.append(post(u"r"_s, u"ann"_s, u"text %1"_s.arg(i), u"n%1"_s.arg(i)));
        if (seq)
            stored.insert(*seq);
        else
            ++refused;
    }
    QVERIFY(FaultyDisk::hasFailed());
    QVERIFY(!FaultyDisk::hasGoneOnAfterFailure());
    FaultyDisk::heal();
    // A failure may also hit the search index, which nobody is told about.
    QVERIFY(refused <= 1);
    QCOMPARE(stored.size() + refused, 12);
    store.reopen();
    QSet<qint64> found;
    for (const auto &event : store.events(u"r"_s)) {
        if (event.type == RoomEventType::MessagePosted)
            found.insert(event.seq);
    }
    QCOMPARE(stored - found, QSet<qint64>());
    // What was refused is sent again, and is there once.
    for (int i = 0; i < 12; ++i)
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"text %1"_s.arg(i), u"n%1"_s.arg(i))));
    QCOMPARE(store.events(u"r"_s).size(), size_t(14));
    QCOMPARE(storage::sqlite::check(store.databasePath())->problems, QStringList());
}

QTEST_GUILESS_MAIN(tst_FaultyDisk)
#include "tst_faultydisk.moc"
