#include "changes.h"
#include "openstore.h"

#include "storage/sqlite/check.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace change;
using chat::Committed;
using chat::StoreError;
using chat::StoreResult;
using storage::sqlite::StorePoint;

class tst_Batches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesThatWaitTogetherAreSyncedAndReportedTogether();
    void aBadChangeHarmsNoOtherOfItsBatch();
    void callbacksComeInTheOrderOfTheCommits();
    void nobodyIsToldBeforeTheCommit();
    void closingStoresAndAnswersEverything();
    void changesFromManyThreadsAllArrive();
    void readersSeeWhatHasBeenReported();
};

namespace {

/// Holds the writer in a commit until it is let go.
class Gate
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_isOpen; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = false;
        m_waiting = 0;
    }
    void waitForSomebody()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting > 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = true;
    int m_waiting = 0;
};

chat::Change one(chat::AppendEvent event)
{
    chat::Change change;
    change.operations.emplace_back(std::move(event));
    return change;
}

} // namespace

void tst_Batches::changesThatWaitTogetherAreSyncedAndReportedTogether()
{
    Gate gate;
    std::atomic<int> commits = 0;
    storage::sqlite::Options options;
    options.observer = [&](StorePoint point) {
        if (point == StorePoint::AfterInsert)
            gate.pass();
        commits += point == StorePoint::AfterCommit ? 1 : 0;
    };
    OpenStore store(options);
    QVERIFY(store.append(createRoom(u"r"_s)));
    gate.close();
    commits = 0;
    int answers = 0;
    const auto count = [&answers](const StoreResult<Committed> &result) { answers += result ? 1 : 0; };
    store->commit(one(post(u"r"_s, u"ann"_s, u"first"_s)), count);
    gate.waitForSomebody();
    for (int i = 0; i < 100; ++i)
        store->commit(one(post(u"r"_s, u"ann"_s, u"waiting"_s)), count);
    gate.open();
    const int ranBefore = store.tasks().ran();
    QVERIFY(store.tasks().runUntil([&] { return answers == 101; }));
    QCOMPARE(commits.load(), 2);
    QCOMPARE(store.tasks().ran() - ranBefore, 2);
}

void tst_Batches::aBadChangeHarmsNoOtherOfItsBatch()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"ann"_s), post(u"r"_s, u"ann"_s, u"text"_s)));
    std::vector<chat::Change> changes;
    changes.push_back(one(post(u"r"_s, u"ann"_s, u"good 4"_s)));
    changes.push_back(one(post(u"nowhere"_s, u"ann"_s, u"bad"_s)));
    changes.push_back(one(remove(u"r"_s, 99, u"ann"_s)));
    changes.push_back(one(join(u"r"_s, u"ann"_s)));
    changes.push_back(one(change::event(u"r"_s, RoomEventType::MessagePosted, u"new one"_s, {}))); // no message in it
    changes.push_back(
        {{join(u"r"_s, u"dave"_s), post(u"r"_s, u"dave"_s, u"taken back"_s), remove(u"r"_s, 99, u"dave"_s)}});
    changes.push_back(one(post(u"r"_s, u"new one"_s, u"good 5"_s)));
    changes.push_back({{join(u"r"_s, u"dave"_s), post(u"r"_s, u"dave"_s, u"good 7"_s)}});
    std::vector<StoreResult<Committed>> results;
    for (const chat::Change &change : changes)
        store->commit(change, [&](StoreResult<Committed> result) { results.push_back(std::move(result)); });
    QVERIFY(store.tasks().runUntil([&] { return results.size() == changes.size(); }));
    QCOMPARE(results[0]->events.front().event.seq, 4);
    QCOMPARE(results[1].error(), StoreError::NotFound);
    QCOMPARE(results[2].error(), StoreError::NotFound);
    QCOMPARE(results[3].error(), StoreError::Unchanged);
    QCOMPARE(results[4].error(), StoreError::Failed);
    QCOMPARE(results[5].error(), StoreError::NotFound);
    QCOMPARE(results[6]->events.front().event.seq, 5);
    QCOMPARE(results[7]->events.back().event.seq, 7);
    store.reopen();
    QCOMPARE(store.events(u"r"_s).size(), size_t(7));
    QCOMPARE(storage::sqlite::check(store.databasePath())->problems, QStringList());
}

void tst_Batches::callbacksComeInTheOrderOfTheCommits()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QList<int> order;
    QList<int> wanted;
    for (int i = 0; i < 1'000; ++i) {
        wanted.append(i);
        const bool isGood = i % 3 != 0;
        store->commit(one(post(isGood ? u"r"_s : u"nowhere"_s, u"ann"_s, u"text"_s)),
                      [&order, i](const auto &) { order.append(i); });
    }
    QVERIFY(store.tasks().runUntil([&] { return order.size() == 1'000; }));
    QCOMPARE(order, wanted);
}

void tst_Batches::nobodyIsToldBeforeTheCommit()
{
    Gate gate;
    storage::sqlite::Options options;
    options.observer = [&](StorePoint point) {
        if (point == StorePoint::AfterInsert)
            gate.pass();
    };
    OpenStore store(options);
    QVERIFY(store.append(createRoom(u"r"_s)));
    gate.close();
    bool isTold = false;
    store->commit(one(post(u"r"_s, u"ann"_s, u"not yet"_s)), [&](const auto &) { isTold = true; });
    gate.waitForSomebody();
    QCOMPARE(store.events(u"r"_s).size(), size_t(1)); // a reader, which runs the tasks that are there
    QVERIFY(!isTold);
    gate.open();
    QVERIFY(store.tasks().runUntil([&] { return isTold; }));
    QCOMPARE(store.events(u"r"_s).size(), size_t(2));
}

void tst_Batches::closingStoresAndAnswersEverything()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    int stored = 0;
    int read = 0;
    for (int i = 0; i < 500; ++i) {
        store->commit(one(post(u"r"_s, u"ann"_s, u"text"_s)),
                      [&](const StoreResult<Committed> &result) { stored += result ? 1 : 0; });
        store->readMessage({u"r"_s, 1}, [&](const auto &) { ++read; });
        chat::SearchQuery query;
        query.rooms = {u"r"_s};
        query.text = u"text"_s;
        store->search(query, [&](const auto &) { ++read; });
    }
    store.close();
    QVERIFY(store.tasks().runUntil([&] { return stored == 500 && read == 1'000; }));
    store.reopen();
    QCOMPARE(store.events(u"r"_s).size(), size_t(501));
}

void tst_Batches::changesFromManyThreadsAllArrive()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    constexpr int threads = 4;
    constexpr int perThread = 500;
    std::atomic<int> answers = 0;
    std::vector<std::thread> senders;
    for (int t = 0; t < threads; ++t) {
        senders.emplace_back([&store, &answers] {
            for (int i = 0; i < perThread; ++i)
                store->commit(one(post(u"r"_s, u"ann"_s, u"text"_s)), [&answers](const auto &) { ++answers; });
        });
    }
    for (std::thread &sender : senders)
        sender.join();
    QVERIFY(store.tasks().runUntil([&] { return answers == threads * perThread; }));
    QCOMPARE(store.events(u"r"_s).size(), size_t(threads * perThread + 1));
}

void tst_Batches::readersSeeWhatHasBeenReported()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (int i = 0; i < 300; ++i) {
        const auto seq = store.append(post(u"r"_s, u"ann"_s, u"text %1"_s.arg(i)));
        QVERIFY(seq);
        QCOMPARE(store.message(u"r"_s, *seq)->text, u"text %1"_s.arg(i));
    }
}

QTEST_GUILESS_MAIN(tst_Batches)
#include "tst_batches.moc"
