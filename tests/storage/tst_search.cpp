#include "changes.h"
#include "openstore.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace change;
using chat::SearchHit;
using chat::SearchQuery;

class tst_Search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWordsWhateverTheirCaseAndAccents_data();
    void findsWordsWhateverTheirCaseAndAccents();
    void findsTheNewestFirstInPages();
    void findsOnlyInTheRoomsThatAreNamed();
    void findsASmallRoomAmongManyMatchesElsewhere();
    void findsByAuthorAndByTime();
    void editedAndDeletedTextsAreNotFound();
    void findsWhatWasCommittedJustBefore();
    void findsEverythingAfterARestart();
    void hostileInputNeitherFailsNorFinds_data();
    void hostileInputNeitherFailsNorFinds();
    void anyTextAtAllIsAnswered();
    void snippetsMarkWhatMatches_data();
    void snippetsMarkWhatMatches();
    void marksInATextDoNotReachTheSnippet();
    void tagsCannotBeTyped();
    void theIndexGoesOnInFurtherTables();
};

namespace {

QList<qint64> seqsOf(const chat::StoreResult<chat::SearchPage> &page)
{
    QList<qint64> seqs;
    if (page) {
        for (const SearchHit &hit : page->hits)
            seqs.append(hit.message.seq);
    }
    return seqs;
}

} // namespace

void tst_Search::findsWordsWhateverTheirCaseAndAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("as written") << u"The quick brown fox"_s << u"quick"_s << true;
    QTest::newRow("several words in any order") << u"The quick brown fox"_s << u"fox quick"_s << true;
    QTest::newRow("one of them is missing") << u"The quick brown fox"_s << u"fox slow"_s << false;
    QTest::newRow("other case") << u"The quick brown fox"_s << u"QUICK"_s << true;
    QTest::newRow("the beginning of the last word") << u"The quick brown fox"_s << u"quick bro"_s << true;
    QTest::newRow("not of an earlier word") << u"The quick brown fox"_s << u"bro quick"_s << false;
    QTest::newRow("not the middle of a word") << u"The quick brown fox"_s << u"rown"_s << false;
    QTest::newRow("without accents") << u"Crème brûlée"_s << u"creme brulee"_s << true;
    QTest::newRow("with accents") << u"Creme brulee"_s << u"crème brûlée"_s << true;
    QTest::newRow("decomposed") << u"Crème"_s << u"Cre\u0300me"_s << true;
    QTest::newRow("Cyrillic") << u"Привет, мир"_s << u"МИР"_s << true;
    QTest::newRow("vowel signs") << u"हिन्दी में"_s << u"हिन्दी"_s << true;
    QTest::newRow("digits") << u"order 66 now"_s << u"66"_s << true;
    QTest::newRow("beside punctuation") << u"(well-known) \"quotes\"!"_s << u"known quotes"_s << true;
    QTest::newRow("after a NUL") << u"before\0after"_s << u"after"_s << true;
    QTest::newRow("letters beyond the first plane")
        << u"\U00010437\U00010438 deseret"_s << u"\U00010437\U00010438"_s << true;
    QTest::newRow("a word twice") << u"very very good"_s << u"very very"_s << true;
    QTest::newRow("words of the index's language") << u"this and that or not near"_s << u"AND OR NOT NEAR"_s << true;
}

void tst_Search::findsWordsWhateverTheirCaseAndAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(bool, isFound);
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, text)));
    const auto page = store.search({u"r"_s}, query);
    QVERIFY(page);
    QCOMPARE(!page->hits.empty(), isFound);
}

void tst_Search::findsTheNewestFirstInPages()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (int i = 0; i < 25; ++i)
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, i % 5 ? u"apple pie"_s : u"plum pie"_s)));
    SearchQuery query;
    query.rooms = {u"r"_s};
    query.text = u"apple"_s;
    query.limit = 8;
    QList<qint64> found;
    int pages = 0;
    do {
        const auto page = store.search(query);
        QVERIFY(page);
        found += seqsOf(page);
        query.cursor = page->cursor;
        ++pages;
    } while (!query.cursor.isEmpty());
    QCOMPARE(pages, 3);
    QCOMPARE(found.size(), 20);
    QVERIFY(std::is_sorted(found.rbegin(), found.rend()));
    query.cursor = u"nonsense"_s;
    QCOMPARE(seqsOf(store.search(query)).size(), 8);
    query.cursor = u"-5"_s;
    QVERIFY(store.search(query));
}

void tst_Search::findsOnlyInTheRoomsThatAreNamed()
{
    OpenStore store;
    for (const QString &room : {u"mine"_s, u"theirs"_s}) {
        QVERIFY(store.append(createRoom(room)));
        QVERIFY(store.append(post(room, u"ann"_s, u"a secret"_s)));
    }
    const auto page = store.search({u"mine"_s, u"nowhere"_s}, u"secret"_s);
    QCOMPARE(page->hits.size(), size_t(1));
    QCOMPARE(page->hits.front().message.room, u"mine"_s);
    QVERIFY(store.search({u"nowhere"_s}, u"secret"_s)->hits.empty());
    QVERIFY(store.search({}, u"secret"_s)->hits.empty());
    QStringList many;
    for (int i = 0; i < 5'000; ++i)
        many.append(u"room %1"_s.arg(i));
    QCOMPARE(store.search(many + QStringList{u"mine"_s}, u"secret"_s)->hits.size(), size_t(1));
}

void tst_Search::findsASmallRoomAmongManyMatchesElsewhere()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"small"_s)));
    QVERIFY(store.append(createRoom(u"big"_s)));
    QVERIFY(store.append(post(u"small"_s, u"ann"_s, u"common words"_s)));
    chat::Change change;
    for (int i = 0; i < 8'000; ++i)
        change.operations.emplace_back(post(u"big"_s, u"bob"_s, u"common words everywhere"_s));
    QVERIFY(store.wait<chat::Committed>([&](auto done) { store->commit(change, std::move(done)); }));
    QVERIFY(store.append(post(u"small"_s, u"ann"_s, u"more common words"_s)));
    QCOMPARE(seqsOf(store.search({u"small"_s}, u"common"_s)), QList<qint64>({3, 2}));
    QCOMPARE(seqsOf(store.search({u"small"_s}, u"common everywhere"_s)), QList<qint64>());
}

void tst_Search::findsByAuthorAndByTime()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (int i = 1; i <= 6; ++i) {
        Message posted = message(u"r"_s, i % 2 ? u"ann"_s : u"bob"_s, u"tea time"_s);
        posted.at = i * 100;
        QVERIFY(store.append(post(posted)));
    }
    SearchQuery query;
    query.rooms = {u"r"_s};
    query.text = u"tea"_s;
    query.from = u"bob"_s;
    QCOMPARE(seqsOf(store.search(query)), QList<qint64>({7, 5, 3}));
    query.since = 300;
    query.until = 600;
    QCOMPARE(seqsOf(store.search(query)), QList<qint64>({5}));
    query.from.clear();
    QCOMPARE(seqsOf(store.search(query)), QList<qint64>({6, 5, 4}));
    query.text.clear();
    query.from = u"ann"_s; // without words: all that somebody wrote
    QCOMPARE(seqsOf(store.search(query)), QList<qint64>({6, 4}));
    query.from = u"nobody"_s;
    QCOMPARE(seqsOf(store.search(query)), QList<qint64>());
}

void tst_Search::editedAndDeletedTextsAreNotFound()
{
    // Whether the index has taken the message in before it changes, or not, makes no difference.
    for (const bool isIndexed : {false, true}) {
        OpenStore store;
        QVERIFY(store.append(createRoom(u"r"_s)));
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"apple"_s)));
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"pear"_s)));
        if (isIndexed)
            QCOMPARE(seqsOf(store.search({u"r"_s}, u"apple"_s)), QList<qint64>({2}));
        QVERIFY(store.append(edit(u"r"_s, 2, u"ann"_s, u"plum"_s)));
        QVERIFY(store.append(remove(u"r"_s, 3, u"ann"_s)));
        QCOMPARE(seqsOf(store.search({u"r"_s}, u"apple"_s)), QList<qint64>());
        QCOMPARE(seqsOf(store.search({u"r"_s}, u"plum"_s)), QList<qint64>({2}));
        QCOMPARE(seqsOf(store.search({u"r"_s}, u"pear"_s)), QList<qint64>());
        SearchQuery byAuthor;
        byAuthor.rooms = {u"r"_s};
        byAuthor.from = u"ann"_s;
        QCOMPARE(seqsOf(store.search(byAuthor)), QList<qint64>({2}));
    }
}

void tst_Search::findsWhatWasCommittedJustBefore()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (int i = 0; i < 50; ++i) {
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"word%1"_s.arg(i))));
        QCOMPARE(store.search({u"r"_s}, u"word%1"_s.arg(i))->hits.size(), size_t(1));
    }
}

void tst_Search::findsEverythingAfterARestart()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    chat::Change change;
    for (int i = 0; i < 3'000; ++i)
        change.operations.emplace_back(post(u"r"_s, u"ann"_s, u"word%1"_s.arg(i, 4, 10, QLatin1Char('0'))));
    QVERIFY(store.wait<chat::Committed>([&](auto done) { store->commit(change, std::move(done)); }));
    store.reopen(); // before there was time for the index
    QCOMPARE(seqsOf(store.search({u"r"_s}, u"word0017"_s)), QList<qint64>({19}));
    QCOMPARE(store.search({u"r"_s}, u"word2999"_s)->hits.size(), size_t(1));
}

void tst_Search::hostileInputNeitherFailsNorFinds_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("a quote") << u"\""_s;
    QTest::newRow("quotes") << u"\"\"\"\" '\"' \\\""_s;
    QTest::newRow("a star") << u"*"_s;
    QTest::newRow("stars and words") << u"* zzz* *zzz"_s;
    QTest::newRow("an open NEAR") << u"NEAR("_s;
    QTest::newRow("NEAR with a distance") << u"NEAR(zzz \"yyy\", 5)"_s;
    QTest::newRow("a column") << u"text:zzz"_s;
    QTest::newRow("columns") << u"{text tags} : zzz"_s;
    QTest::newRow("all but a column") << u"- text : zzz"_s;
    QTest::newRow("brackets") << u"(((((zzz"_s;
    QTest::newRow("operators only") << u"zzz AND AND OR NOT"_s;
    QTest::newRow("a NUL") << u"zzz\0\" OR secret"_s;
    QTest::newRow("the start of a text") << u"^zzz"_s;
    QTest::newRow("adding") << u"zzz + \"yyy\""_s;
    QTest::newRow("a statement") << u"'); DELETE FROM messages; --zzz"_s;
    QTest::newRow("placeholders") << u"? ?1 :a @b $c zzz"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d)) + u"zzz"_s + QChar(0xde00);
    QTest::newRow("only white space") << u" \t\r\n\u2028 "_s;
    QTest::newRow("64 KiB of one letter") << QString(65'536, u'z');
    QTest::newRow("64 KiB of quotes") << QString(65'536, u'"');
    QTest::newRow("64 KiB of words") << u"zzz "_s.repeated(16'384);
    QTest::newRow("64 KiB of wildcards") << u"%_*?"_s.repeated(16'384);
    QTest::newRow("64 KiB of brackets") << u"("_s.repeated(65'536);
    QTest::newRow("64 KiB of marks") << u"\u0301"_s.repeated(65'536);
    QString different;
    for (int i = 0; i < 10'000; ++i)
        different += u"z%1 "_s.arg(i);
    QTest::newRow("ten thousand words") << different;
}

void tst_Search::hostileInputNeitherFailsNorFinds()
{
    QFETCH(QString, query);
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"a secret text"_s)));
    const auto page = store.search({u"r"_s}, query);
    QVERIFY(page);
    QVERIFY(page->hits.empty());
    QCOMPARE(store.search({u"r"_s}, u"secret"_s)->hits.size(), size_t(1));
}

void tst_Search::anyTextAtAllIsAnswered()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QRandomGenerator random(92);
    const QString odd = u"\"'*():^+-{}\\,.;%_?\0 \t\nANDORNOTNEARabcé\u0301\u0e33\ue002\ufffd中\u200d"_s;
    for (int i = 0; i < 500; ++i) {
        QString text;
        for (int length = random.bounded(40); length > 0; --length) {
            const bool isOdd = random.bounded(4) != 0;
            text += isOdd ? odd[random.bounded(odd.size())] : QChar(char16_t(random.bounded(0x10000)));
        }
        QVERIFY(store.append(post(u"r"_s, u"ann"_s, text)));
        QVERIFY2(store.search({u"r"_s}, text), qPrintable(u"text %1"_s.arg(i)));
    }
}

void tst_Search::snippetsMarkWhatMatches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("snippet");
    QTest::newRow("a word") << u"The quick fox"_s << u"quick"_s << u"The [quick] fox"_s;
    QTest::newRow("each time it stands there")
        << u"tea, Tea and no coffee"_s << u"tea"_s << u"[tea], [Tea] and no coffee"_s;
    QTest::newRow("accents") << u"Crème brûlée"_s << u"brulee"_s << u"Crème [brûlée]"_s;
    QTest::newRow("the whole word that begins so") << u"a teapot"_s << u"tea"_s << u"a [teapot]"_s;
    QTest::newRow("not what an earlier word begins") << u"teapot tea cup"_s << u"tea cup"_s << u"teapot [tea] [cup]"_s;
    const QString filler = u"filler "_s.repeated(100);
    QTest::newRow("in the middle of a long text")
        << filler + u"needle "_s + filler << u"needle"_s
        << u"…"_s + u"filler "_s.repeated(5) + u"[needle] "_s + u"filler "_s.repeated(22) + u"fill…"_s;
}

void tst_Search::snippetsMarkWhatMatches()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, text)));
    const auto page = store.search({u"r"_s}, query);
    QCOMPARE(page->hits.size(), size_t(1));
    QTEST(QString(page->hits.front().snippet).replace(u'\ue000', u'[').replace(u'\ue001', u']'), "snippet");
    QCOMPARE(page->hits.front().message, *store.message(u"r"_s, 2));
}

void tst_Search::marksInATextDoNotReachTheSnippet()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(post(u"r"_s, u"ann"_s, u"\ue000false\ue001 true \ue000\ue000"_s)));
    QCOMPARE(store.search({u"r"_s}, u"true"_s)->hits.front().snippet, u"false \ue000true\ue001 "_s);
}

void tst_Search::tagsCannotBeTyped()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"mine"_s)));
    QVERIFY(store.append(createRoom(u"theirs"_s)));
    QVERIFY(store.append(post(u"theirs"_s, u"bob"_s, u"\ue0021 \ue0032 pretending to be in the first room"_s)));
    QVERIFY(store.search({u"mine"_s}, u"pretending"_s)->hits.empty());
    for (const QString &query : {u"\ue0021"_s, u"\ue002"_s, u"\ue0022"_s})
        QVERIFY(store.search({u"mine"_s}, query)->hits.empty());
}

void tst_Search::theIndexGoesOnInFurtherTables()
{
    storage::sqlite::Options options;
    options.durability = storage::sqlite::Durability::Off;
    OpenStore store(options);
    QVERIFY(store.append(createRoom(u"r"_s)));
    constexpr int count = 70'000; // more than one table holds
    for (int from = 0; from < count; from += 10'000) {
        chat::Change change;
        for (int i = from; i < from + 10'000; ++i)
            change.operations.emplace_back(post(u"r"_s, u"ann"_s, i % 10'000 ? u"x"_s : u"rare x"_s));
        QVERIFY(store.wait<chat::Committed>([&](auto done) { store->commit(change, std::move(done)); }));
    }
    QCOMPARE(store.search({u"r"_s}, u"rare"_s)->hits.size(), size_t(7));
    SearchQuery query;
    query.rooms = {u"r"_s};
    query.text = u"rare"_s;
    query.limit = 3;
    QList<qint64> found;
    do {
        const auto page = store.search(query);
        found += seqsOf(page);
        query.cursor = page->cursor;
    } while (!query.cursor.isEmpty());
    QCOMPARE(found.size(), 7);
    QCOMPARE(found.front(), 60'002);
    QCOMPARE(found.back(), 2);
}

QTEST_GUILESS_MAIN(tst_Search)
#include "tst_search.moc"
