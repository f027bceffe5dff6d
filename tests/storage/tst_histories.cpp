#include "appliedevents.h"
#include "openstore.h"
#include "randomhistory.h"

#include "storage/sqlite/check.h"

#include <QTest>

using namespace Qt::StringLiterals;
using protocol::chat::RoomEvent;

/// Whatever happens in whatever order, the tables are what the log says, and who only applies events has the same
/// messages as who reads them.
class tst_Histories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogAndTheTablesAgree_data();
    void theLogAndTheTablesAgree();
};

namespace {

/// Events as they were reported, with those of one room together.
std::map<QString, std::vector<RoomEvent>> play(OpenStore &store, quint32 seed, int changes)
{
    RandomHistory history(seed);
    std::map<QString, std::vector<RoomEvent>> published;
    int answers = 0;
    for (int i = 0; i < changes; ++i) {
        store->commit(history.next(), [&](const chat::StoreResult<chat::Committed> &committed) {
            ++answers;
            if (!committed)
                return;
            for (const chat::AppendedEvent &event : committed->events) {
                if (event.isNew)
                    published[event.event.room].push_back(event.event);
            }
        });
        if (i % 37 == 0)
            (void)store.tasks().runUntil([&] { return answers == i + 1; });
        if (i % 61 == 0)
            (void)store.search({u"room0"_s}, u"word1"_s); // brings the index up to date in the midst of it
    }
    (void)store.tasks().runUntil([&] { return answers == changes; });
    return published;
}

} // namespace

void tst_Histories::theLogAndTheTablesAgree_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 200; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_Histories::theLogAndTheTablesAgree()
{
    QFETCH(quint32, seed);
    storage::sqlite::Options options;
    options.durability = storage::sqlite::Durability::Off;
    options.readers = 1;
    OpenStore store(options);
    const auto published = play(store, seed, 250);
    for (const auto &[room, events] : published) {
        const auto stored = store.events(room);
        QCOMPARE(stored.size(), events.size());
        AppliedEvents live;
        AppliedEvents later;
        for (size_t i = 0; i < events.size(); ++i) {
            QCOMPARE(stored[i].seq, qint64(i) + 1);
            QCOMPARE(stored[i].type, events[i].type);
            live.apply(events[i]);
            later.apply(stored[i]);
        }
        const auto page = store.history({room, protocol::chat::GetHistory::Direction::Latest, 0, 10'000});
        QCOMPARE(page->messages, live.messages());
        QCOMPARE(page->messages, later.messages());
        std::vector<qint64> pins;
        for (const protocol::chat::Message &message : store.pins(room))
            pins.push_back(message.seq);
        QCOMPARE(pins, live.pins());
    }
    const auto report = storage::sqlite::check(store.databasePath());
    QVERIFY(report);
    QVERIFY2(report->problems.isEmpty(), qPrintable(report->problems.join(u'\n')));
    const chat::StoredState before = store.load();
    store.reopen();
    const chat::StoredState after = store.load();
    QCOMPARE(after.rooms, before.rooms);
    QCOMPARE(after.members, before.members);
    QCOMPARE(after.bans, before.bans);
    QCOMPARE(after.reads, before.reads);
}

QTEST_GUILESS_MAIN(tst_Histories)
#include "tst_histories.moc"
