#include "changes.h"
#include "openstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace change;
using Direction = protocol::chat::GetHistory::Direction;

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages_data();
    void pages();
    void aRoomWithoutMessagesHasAnEmptyPage();
    void deletedMessagesKeepTheirPlace();
    void datesAreFoundNearWhenTheClockWasSetBack();

private:
    std::unique_ptr<OpenStore> m_store;
};

namespace {

QList<qint64> seqsOf(const chat::HistoryPage &page)
{
    QList<qint64> seqs;
    for (const Message &message : page.messages)
        seqs.append(message.seq);
    return seqs;
}

chat::AppendEvent postAt(const QString &room, qint64 at)
{
    Message posted = message(room, u"ann"_s, u"text"_s);
    posted.at = at;
    return post(posted);
}

} // namespace

/// Messages with the seqs 2, 4, 6... 20 at the times 200, 400... 2000, other events between them.
void tst_History::initTestCase()
{
    m_store = std::make_unique<OpenStore>();
    OpenStore &store = *m_store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (int i = 1; i <= 10; ++i) {
        QCOMPARE(*store.append(postAt(u"r"_s, i * 200)), i * 2);
        QVERIFY(store.append(join(u"r"_s, u"user%1"_s.arg(i))));
    }
}

void tst_History::pages_data()
{
    QTest::addColumn<int>("direction");
    QTest::addColumn<qint64>("position");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<qint64>>("seqs");
    QTest::addColumn<bool>("hasBefore");
    QTest::addColumn<bool>("hasAfter");
    const auto row = [](const char *name, Direction direction, qint64 position, int limit, QList<qint64> seqs,
                        bool hasBefore, bool hasAfter) {
        QTest::newRow(name) << int(direction) << position << limit << seqs << hasBefore << hasAfter;
    };
    row("the latest", Direction::Latest, 0, 3, {16, 18, 20}, true, false);
    row("all", Direction::Latest, 0, 10, {2, 4, 6, 8, 10, 12, 14, 16, 18, 20}, false, false);
    row("before a message", Direction::Before, 8, 2, {4, 6}, true, true);
    row("before another event", Direction::Before, 7, 2, {4, 6}, true, true);
    row("before the first", Direction::Before, 2, 2, {}, false, true);
    row("up to the first", Direction::Before, 6, 2, {2, 4}, false, true);
    row("before far beyond the end", Direction::Before, std::numeric_limits<qint64>::max(), 2, {18, 20}, true, false);
    row("after a message", Direction::After, 8, 2, {10, 12}, true, true);
    row("after the last", Direction::After, 20, 2, {}, true, false);
    row("after far beyond the end", Direction::After, std::numeric_limits<qint64>::max(), 2, {}, true, false);
    row("up to the last", Direction::After, 16, 2, {18, 20}, true, false);
    row("from the start", Direction::After, 0, 2, {2, 4}, false, true);
    row("around a message", Direction::Around, 10, 4, {6, 8, 10, 12}, true, true);
    row("around the first", Direction::Around, 2, 4, {2, 4}, false, true);
    row("around nothing", Direction::Around, 99, 4, {18, 20}, true, false);
    row("a date with a message", Direction::Date, 1000, 2, {10, 12}, true, true);
    row("a date between messages", Direction::Date, 801, 2, {10, 12}, true, true);
    row("a date before the first", Direction::Date, -5, 2, {2, 4}, false, true);
    row("a date after the last", Direction::Date, 5000, 2, {18, 20}, true, false);
}

void tst_History::pages()
{
    QFETCH(int, direction);
    QFETCH(qint64, position);
    QFETCH(int, limit);
    const auto page = m_store->history({u"r"_s, Direction(direction), position, limit});
    QVERIFY(page);
    QTEST(seqsOf(*page), "seqs");
    QTEST(page->hasBefore, "hasBefore");
    QTEST(page->hasAfter, "hasAfter");
}

void tst_History::aRoomWithoutMessagesHasAnEmptyPage()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (const Direction direction :
         {Direction::Latest, Direction::Before, Direction::After, Direction::Around, Direction::Date}) {
        const auto page = store.history({u"r"_s, direction, 1, 50});
        QVERIFY(page && page->messages.empty() && !page->hasBefore && !page->hasAfter);
    }
}

void tst_History::deletedMessagesKeepTheirPlace()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (int i = 0; i < 3; ++i)
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"text"_s)));
    QVERIFY(store.append(remove(u"r"_s, 3, u"ann"_s)));
    const auto page = store.history({u"r"_s});
    QCOMPARE(seqsOf(*page), QList<qint64>({2, 3, 4}));
    QVERIFY(page->messages[1].isDeleted);
    QVERIFY(page->messages[1].text.isEmpty());
}

void tst_History::datesAreFoundNearWhenTheClockWasSetBack()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    constexpr qint64 day = 86'400'000;
    const qint64 start = 1'700'000'000'000;
    for (const qint64 at : {start, start + 1, start + 3650 * day, start + 2, start - day, start + 3})
        QVERIFY(store.append(postAt(u"r"_s, at)));
    // Whatever is found, there is an answer, and everything can be reached from it.
    for (const qint64 at : {start - 2 * day, start, start + 2, start + day, start + 4000 * day}) {
        const auto page = store.history({u"r"_s, Direction::Date, at, 50});
        QVERIFY(page);
        QVERIFY(!page->messages.empty());
    }
    QCOMPARE(store.history({u"r"_s})->messages.size(), size_t(6));
}

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
