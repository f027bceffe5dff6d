#include "chatter.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace chatter;
using cache::SearchPage;
using cache::SearchQuery;

class tst_Search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWordsWhateverTheirCaseAndAccents_data();
    void findsWordsWhateverTheirCaseAndAccents();
    void findsTheNewestFirstInPagesWhateverTheOrderOfComing();
    void findsOnlyWhereItIsToldTo_data();
    void findsOnlyWhereItIsToldTo();
    void saysWhatItDoesNotKnow();
    void editedAndDeletedTextsAreNotFound();
    void whatWasForgottenIsNotFound();
    void findsWhatCameBackAfterAReset();
    void marksInATextDoNotReachTheSnippet();
    void manyMessagesOfOneMomentAreAllFound();
    void hostileInputIsAnswered_data();
    void hostileInputIsAnswered();
    void anyTextAtAllIsAnswered();
    void everySearchIsAnsweredUnlessItsAskerIsGone();
};

namespace {

SearchPage search(OpenCache &cache, const SearchQuery &query, int limit = 50, const QString &cursor = {})
{
    std::optional<SearchPage> answer;
    QObject context;
    cache->search(query, limit, cursor, &context, [&answer](const SearchPage &page) { answer = page; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
        qFatal("a search was not answered");
    return *answer;
}

SearchPage search(OpenCache &cache, const QString &text)
{
    return search(cache, SearchQuery{text, {}, {}, {}, {}});
}

QList<qint64> seqsOf(const SearchPage &page)
{
    QList<qint64> seqs;
    for (const cache::SearchHit &hit : page.hits)
        seqs.append(hit.message.seq);
    return seqs;
}

protocol::chat::User user(const QString &id, const QString &name)
{
    protocol::chat::User user;
    user.id = id;
    user.name = name;
    return user;
}

} // namespace

void tst_Search::findsWordsWhateverTheirCaseAndAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("snippet"); // empty: it is not found
    QTest::newRow("as written") << u"The quick brown fox"_s << u"quick"_s << u"The [quick] brown fox"_s;
    QTest::newRow("in any order") << u"The quick fox"_s << u"fox quick"_s << u"The [quick] [fox]"_s;
    QTest::newRow("one is missing") << u"The quick fox"_s << u"fox slow"_s << QString();
    QTest::newRow("other case") << u"The quick fox"_s << u"QUICK"_s << u"The [quick] fox"_s;
    QTest::newRow("the beginning of the last") << u"The quick fox"_s << u"quick fo"_s << u"The [quick] [fox]"_s;
    QTest::newRow("not of an earlier one") << u"The quick fox"_s << u"qui fox"_s << QString();
    QTest::newRow("not the middle") << u"The quick fox"_s << u"uick"_s << QString();
    QTest::newRow("one letter stands for itself") << u"a plan"_s << u"p"_s << QString();
    QTest::newRow("without accents") << u"Crème brûlée"_s << u"creme"_s << u"[Crème] brûlée"_s;
    QTest::newRow("with accents") << u"Creme brulee"_s << u"crème"_s << u"[Creme] brulee"_s;
    QTest::newRow("Cyrillic") << u"Привет, мир"_s << u"МИР"_s << u"Привет, [мир]"_s;
    QTest::newRow("vowel signs") << u"हिन्दी में"_s << u"हिन्दी"_s << u"[हिन्दी] में"_s;
    QTest::newRow("one Chinese character") << u"你好吗"_s << u"你"_s << u"[你好吗]"_s;
    QTest::newRow("beside punctuation") << u"(well-known)!"_s << u"known"_s << u"(well-[known])!"_s;
    QTest::newRow("words of the index's language") << u"or not near"_s << u"OR NOT NEAR"_s << u"[or] [not] [near]"_s;
}

void tst_Search::findsWordsWhateverTheirCaseAndAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(QString, snippet);
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    cache->apply(posted(message(u"r"_s, 1, text)));
    const SearchPage page = search(cache, query);
    QCOMPARE(page.hits.size(), snippet.isEmpty() ? 0 : 1);
    if (!page.hits.isEmpty()) {
        QCOMPARE(page.hits.first().message, message(u"r"_s, 1, text));
        QString shown = page.hits.first().snippet;
        shown.replace(QChar(0xe000), u'[').replace(QChar(0xe001), u']');
        shown.replace(u"] ["_s, u"] ["_s);
        QCOMPARE(shown, snippet);
    }
    QVERIFY(page.cursor.isEmpty());
}

void tst_Search::findsTheNewestFirstInPagesWhateverTheOrderOfComing()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 300));
    for (const qint64 first : {201, 101, 1})
        cache->storePage(u"r"_s, messages(u"r"_s, first, first + 99), {first, first + 99});
    QList<qint64> found;
    QString cursor;
    do {
        const SearchPage page = search(cache, {u"message"_s, {}, {}, {}, {}}, 70, cursor);
        found += seqsOf(page);
        cursor = page.cursor;
    } while (!cursor.isEmpty());
    QList<qint64> expected = range(1, 300);
    std::reverse(expected.begin(), expected.end());
    QCOMPARE(found, expected);
}

void tst_Search::findsOnlyWhereItIsToldTo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QList<qint64>>("found");
    using Seqs = QList<qint64>;
    QTest::newRow("everywhere") << u"soup"_s << QString() << QString() << Seqs{5, 4, 3, 2, 1};
    QTest::newRow("in a room") << u"soup"_s << u"r1"_s << QString() << Seqs{2, 1};
    QTest::newRow("by somebody") << u"soup"_s << QString() << u"u2"_s << Seqs{4, 2};
    QTest::newRow("by somebody in a room") << u"soup"_s << u"r1"_s << u"u2"_s << Seqs{2};
    QTest::newRow("from: with case and accents") << u"from:béa soup"_s << QString() << QString() << Seqs{4, 2};
    QTest::newRow("from: with spaces") << u"from:\"Ann Lee\""_s << QString() << QString() << Seqs{5, 3, 1};
    QTest::newRow("from: with @") << u"from:@bea"_s << QString() << QString() << Seqs{4, 2};
    QTest::newRow("from:me") << u"from:me"_s << QString() << QString() << Seqs{5, 3, 1};
    QTest::newRow("in:") << u"in:#kitchen soup"_s << QString() << QString() << Seqs{4, 3};
    QTest::newRow("in: a direct conversation") << u"in:@bea soup"_s << QString() << QString() << Seqs{5};
    QTest::newRow("after:") << u"soup after:2023-11-16"_s << QString() << QString() << Seqs{5, 4, 3};
    QTest::newRow("before:") << u"soup before:2023-11-16"_s << QString() << QString() << Seqs{2, 1};
    QTest::newRow("a date that is none is a word") << u"soup before:lunch"_s << QString() << QString() << Seqs{};
}

void tst_Search::findsOnlyWhereItIsToldTo()
{
    QFETCH(QString, text);
    QFETCH(QString, room);
    QFETCH(QString, from);
    OpenCache cache;
    cache->setMe(user(u"u1"_s, u"Ann Lee"_s));
    cache->storeUsers({user(u"u1"_s, u"Ann Lee"_s), user(u"u2"_s, u"Bea"_s)});
    cache->storeRoom(chatter::room(u"r1"_s, 10));
    cache::CachedRoom kitchen = chatter::room(u"r2"_s, 10);
    kitchen.room.name = u"Kitchen"_s;
    cache->storeRoom(kitchen);
    cache::CachedRoom direct = chatter::room(u"d1"_s, 10);
    direct.room.kind = protocol::chat::RoomKind::Direct;
    direct.room.directMembers = {u"u1"_s, u"u2"_s};
    cache->storeRoom(direct);
    const QStringList rooms{u"r1"_s, u"r1"_s, u"r2"_s, u"r2"_s, u"d1"_s};
    constexpr qint64 dayMs = 86'400'000;
    for (qint64 i = 1; i <= 5; ++i) { // one on each day from 14 November 2023
        Message soup = message(rooms[i - 1], i, u"More soup"_s, i % 2 == 0 ? u"u2"_s : u"u1"_s);
        soup.at = start + (i - 1) * dayMs;
        cache->storePage(soup.room, {soup}, {});
    }
    QTEST(seqsOf(search(cache, SearchQuery{text, room, from, {}, {}})), "found");
}

void tst_Search::saysWhatItDoesNotKnow()
{
    OpenCache cache;
    QCOMPARE(search(cache, u"  ,; "_s).problem, SearchPage::Problem::NothingAsked);
    QCOMPARE(search(cache, u"in:"_s).problem, SearchPage::Problem::None); // a word like any other
    SearchPage page = search(cache, u"soup from:Zoe"_s);
    QCOMPARE(page.problem, SearchPage::Problem::UnknownPerson);
    QCOMPARE(page.unknownName, u"Zoe"_s);
    page = search(cache, u"soup in:\"Big room\""_s);
    QCOMPARE(page.problem, SearchPage::Problem::UnknownRoom);
    QCOMPARE(page.unknownName, u"Big room"_s);
}

void tst_Search::editedAndDeletedTextsAreNotFound()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    cache->apply(posted(message(u"r"_s, 1, u"alpha"_s)));
    cache->apply(posted(message(u"r"_s, 2, u"alpha beta"_s)));
    QCOMPARE(seqsOf(search(cache, u"alpha"_s)), QList<qint64>({2, 1}));
    cache->apply(about(u"r"_s, 3, RoomEventType::MessageEdited, 1, {{u"text"_s, u"gamma"_s}}));
    cache->apply(about(u"r"_s, 4, RoomEventType::MessageDeleted, 2));
    QVERIFY(search(cache, u"alpha"_s).hits.isEmpty());
    QVERIFY(search(cache, u"beta"_s).hits.isEmpty());
    QCOMPARE(seqsOf(search(cache, u"gamma"_s)), QList<qint64>{1});
    cache.open();
    QVERIFY(search(cache, u"alpha"_s).hits.isEmpty());
    QCOMPARE(seqsOf(search(cache, u"gamma"_s)), QList<qint64>{1});
}

void tst_Search::whatWasForgottenIsNotFound()
{
    OpenCache cache;
    for (const QString &id : {u"r1"_s, u"r2"_s}) {
        cache->storeRoom(room(id, 2000));
        cache->storePage(id, messages(id, 1, 1200), {1, 1200});
    }
    QCOMPARE(search(cache, u"message"_s).hits.size(), 50);
    cache->removeRoom(u"r1"_s);
    QString cursor;
    int count = 0;
    do {
        const SearchPage page = search(cache, {u"message"_s, {}, {}, {}, {}}, 200, cursor);
        for (const cache::SearchHit &hit : page.hits)
            QCOMPARE(hit.message.room, u"r2"_s);
        count += int(page.hits.size());
        cursor = page.cursor;
    } while (!cursor.isEmpty());
    QCOMPARE(count, 1200);
}

void tst_Search::findsWhatCameBackAfterAReset()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 1000));
    cache->storePage(u"r"_s, messages(u"r"_s, 1, 1000), {1, 1000});
    QCOMPARE(seqsOf(search(cache, u"message 77"_s)).last(), 77);
    cache->resetRoom(u"r"_s);
    cache->storeRoom(room(u"r"_s, 1000));
    cache->storePage(u"r"_s, messages(u"r"_s, 60, 1000), {60, 1000});
    QCOMPARE(seqsOf(search(cache, u"\"77\" message"_s)), QList<qint64>({77}));
    QVERIFY(search(cache, u"\"59\" message"_s).hits.isEmpty());
}

void tst_Search::marksInATextDoNotReachTheSnippet()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    const QString text = QChar(0xe000) + u"fake"_s + QChar(0xe001) + u" real "_s + QChar(0xe002) + u"1"_s;
    cache->apply(posted(message(u"r"_s, 1, text)));
    const SearchPage page = search(cache, u"real"_s);
    QCOMPARE(page.hits.size(), 1);
    QCOMPARE(page.hits.first().message.text, text);
    QCOMPARE(page.hits.first().snippet, u"fake "_s + QChar(0xe000) + u"real"_s + QChar(0xe001) + u" 1"_s);
}

void tst_Search::manyMessagesOfOneMomentAreAllFound()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 3000));
    QList<Message> flood = messages(u"r"_s, 1, 3000);
    for (Message &message : flood)
        message.at = start;
    cache->storePage(u"r"_s, flood, {1, 3000});
    QCOMPARE(cache->latest(u"r"_s, 5000).messages, flood);
    int count = 0;
    QString cursor;
    do {
        const SearchPage page = search(cache, {u"message"_s, {}, {}, {}, {}}, 200, cursor);
        count += int(page.hits.size());
        cursor = page.cursor;
    } while (!cursor.isEmpty());
    QCOMPARE(count, 3000);
}

void tst_Search::hostileInputIsAnswered_data()
{
    QTest::addColumn<QString>("query");
    for (const QString &query : {u"\""_s,
                                 u"\"\""_s,
                                 u"a\"b"_s,
                                 u"*"_s,
                                 u"x*"_s,
                                 u"( OR )"_s,
                                 u"text:soup"_s,
                                 u"tags:soup"_s,
                                 u"NEAR(a b)"_s,
                                 u"-soup"_s,
                                 u"^soup"_s,
                                 u"{text} : soup"_s,
                                 u"'; DROP TABLE messages; --"_s,
                                 u"\u0000"_s,
                                 u"\ue0021"_s,
                                 u"from:\"\""_s,
                                 u"from:"_s,
                                 u"before:9999-99-99"_s,
                                 u"after:-1"_s,
                                 u"\u0301"_s,
                                 u"\U000e0001"_s,
                                 QString(5000, u'a'),
                                 QString(5000, u'"'),
                                 QString(u"a "_s).repeated(2000)})
        QTest::addRow("%s", qPrintable(query.left(20))) << query;
}

void tst_Search::hostileInputIsAnswered()
{
    QFETCH(QString, query);
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    cache->apply(posted(message(u"r"_s, 1, u"soup"_s)));
    std::ignore = search(cache, query);
    QCOMPARE(search(cache, u"soup"_s).hits.size(), 1);
    QCOMPARE(search(cache, {u"soup"_s, {}, {}, {}, {}}, -5, query).hits.size(), 1); // no cursor of ours
}

void tst_Search::anyTextAtAllIsAnswered()
{
    QRandomGenerator random(7);
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    qint64 seq = 0;
    for (int i = 0; i < 200; ++i) {
        QString text;
        for (int length = random.bounded(1, 30); length > 0; --length)
            text += QChar::fromUcs4(random.bounded(4) == 0 ? random.bounded(0x10ffffu) : random.bounded(0x180u));
        cache->apply(posted(message(u"r"_s, ++seq, text)));
        std::ignore = search(cache, text);
    }
    QCOMPARE(cache->rooms().first().room.seq, seq);
}

void tst_Search::everySearchIsAnsweredUnlessItsAskerIsGone()
{
    OpenCache cache;
    cache->storeRoom(room(u"r"_s, 0));
    cache->apply(posted(message(u"r"_s, 1, u"soup"_s)));
    QList<int> answered;
    QObject context;
    auto gone = std::make_unique<QObject>();
    cache->search({u"soup"_s, {}, {}, {}, {}}, 5, {}, &context, [&](const SearchPage &) { answered.append(1); });
    cache->search({u"soup"_s, {}, {}, {}, {}}, 5, {}, gone.get(), [&](const SearchPage &) { answered.append(2); });
    cache->search({u"soup"_s, {}, {}, {}, {}}, 5, {}, &context, [&](const SearchPage &) { answered.append(3); });
    QVERIFY(answered.isEmpty());
    gone.reset();
    QTRY_COMPARE(answered, QList<int>({1, 3}));
    cache->search({u"soup"_s, {}, {}, {}, {}}, 5, {}, &context, [&](const SearchPage &) { answered.append(4); });
    cache.close(); // does not wait for the asker
    QCoreApplication::processEvents();
    QCOMPARE(answered, QList<int>({1, 3}));
}

QTEST_GUILESS_MAIN(tst_Search)
#include "tst_search.moc"
