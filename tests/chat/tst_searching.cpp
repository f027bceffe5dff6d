#include "support/chatfixture.h"

#include "chat/actions/deletemessage.h"
#include "chat/actions/editmessage.h"
#include "chat/actions/search.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

namespace {

Search searchFor(const QString &query)
{
    Search request;
    request.query = query;
    return request;
}

QStringList textsIn(const Answer &answer)
{
    QStringList texts;
    for (const QCborValue hit : answer->value("hits"_L1).toArray())
        texts.append(hit.toMap().value("message"_L1).toMap().value("text"_L1).toString());
    return texts;
}

} // namespace

class tst_Searching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesAreFound_data();
    void messagesAreFound();
    void snippetsMarkWhatMatched();
    void hitsComeInPages();
    void largeHitsComeInSmallPages();
    void whatIsEditedOrDeletedIsFoundAsItIs();
    void badSearchesAreRefused_data();
    void badSearchesAreRefused();
};

void tst_Searching::messagesAreFound_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("texts"); // newest first

    // 2027-01-15 08:00 UTC: ann "red apple" in General; a day later bob "green apple" in The Lab; a day later ann
    // "apple pie" to bob alone.
    QTest::newRow("a word") << u"apple"_s << QStringList{u"apple pie"_s, u"green apple"_s, u"red apple"_s};
    QTest::newRow("in any case") << u"APPLE"_s << QStringList{u"apple pie"_s, u"green apple"_s, u"red apple"_s};
    QTest::newRow("two words") << u"apple red"_s << QStringList{u"red apple"_s};
    QTest::newRow("a phrase") << u"\"red apple\""_s << QStringList{u"red apple"_s};
    QTest::newRow("nothing") << u"pear"_s << QStringList{};
    QTest::newRow("of somebody") << u"apple from:bob"_s << QStringList{u"green apple"_s};
    QTest::newRow("of oneself") << u"apple from:me"_s << QStringList{u"apple pie"_s, u"red apple"_s};
    QTest::newRow("in a room") << u"apple in:\"the lab\""_s << QStringList{u"green apple"_s};
    QTest::newRow("with somebody") << u"apple in:@bob"_s << QStringList{u"apple pie"_s};
    QTest::newRow("before a day") << u"apple before:2027-01-16"_s << QStringList{u"red apple"_s};
    QTest::newRow("from a day on") << u"apple after:2027-01-16"_s << QStringList{u"apple pie"_s, u"green apple"_s};
    QTest::newRow("on a day") << u"apple after:2027-01-16 before:2027-01-17"_s << QStringList{u"green apple"_s};
    QTest::newRow("everything of somebody") << u"from:ann"_s << QStringList{u"apple pie"_s, u"red apple"_s};
}

void tst_Searching::messagesAreFound()
{
    QFETCH(const QString, query);
    QFETCH(const QStringList, texts);

    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"The Lab"_s);
    chat.join(bob, lab);
    const QString direct = chat.openDirect(ann, bob);
    chat.say(ann, chat::generalRoomId, u"red apple"_s);
    chat.clock().advance(24h);
    chat.say(bob, lab, u"green apple"_s);
    chat.clock().advance(24h);
    chat.say(ann, direct, u"apple pie"_s);

    const Answer answer = chat.ask(chat::search, ann, searchFor(query));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(textsIn(answer), texts);
    QVERIFY(!answer->contains("cursor"_L1));
}

void tst_Searching::snippetsMarkWhatMatched()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    chat.say(ann, chat::generalRoomId, u"one red <b>apple</b> a day"_s);
    const Answer answer = chat.ask(chat::search, ann, searchFor(u"apple"_s));
    const QString snippet = answer->value("hits"_L1).toArray().first().toMap().value("snippet"_L1).toString();
    QVERIFY2(snippet.contains(u"\uE000apple\uE001"_s), qPrintable(snippet));
}

void tst_Searching::hitsComeInPages()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    QStringList expected;
    for (int i = 0; i < 7; ++i) {
        expected.prepend(u"apple %1"_s.arg(i));
        chat.say(ann, chat::generalRoomId, expected.first());
    }
    Search request = searchFor(u"apple"_s);
    request.limit = 3;
    QStringList found;
    int pages = 0;
    do {
        const Answer answer = chat.ask(chat::search, ann, request);
        QVERIFY(answer);
        found += textsIn(answer);
        request.cursor = answer->value("cursor"_L1).toString();
        ++pages;
    } while (!request.cursor.isEmpty() && pages < 10);
    QCOMPARE(pages, 3);
    QCOMPARE(found, expected);
}

void tst_Searching::largeHitsComeInSmallPages()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    for (int i = 0; i < 30; ++i)
        chat.say(ann, chat::generalRoomId, u"apple "_s + QString(7990, QChar(1)));
    Search request = searchFor(u"apple"_s);
    request.limit = 50;
    qsizetype found = 0;
    int pages = 0;
    do {
        const Answer answer = chat.ask(chat::search, ann, request);
        QVERIFY(answer);
        found += textsIn(answer).size();
        request.cursor = answer->value("cursor"_L1).toString();
        ++pages;
    } while (!request.cursor.isEmpty() && pages < 20);
    QVERIFY(pages >= 2);
    QCOMPARE(found, 30);
}

void tst_Searching::whatIsEditedOrDeletedIsFoundAsItIs()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const QString edited = chat.say(ann, chat::generalRoomId, u"apple"_s);
    const QString deleted = chat.say(ann, chat::generalRoomId, u"pear"_s);
    QVERIFY(chat.ask(chat::editMessage, ann, EditMessage{chat::generalRoomId, edited, u"cherry"_s}));
    QVERIFY(chat.ask(chat::deleteMessage, ann, MessageRequest{chat::generalRoomId, deleted}));
    QCOMPARE(textsIn(chat.ask(chat::search, ann, searchFor(u"apple"_s))), QStringList());
    QCOMPARE(textsIn(chat.ask(chat::search, ann, searchFor(u"pear"_s))), QStringList());
    QCOMPARE(textsIn(chat.ask(chat::search, ann, searchFor(u"cherry"_s))), QStringList{u"cherry"_s});
}

void tst_Searching::badSearchesAreRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("code");

    QTest::newRow("nothing") << QString() << int(ErrorCode::BadRequest);
    QTest::newRow("only a day") << u"after:2026-01-01"_s << int(ErrorCode::BadRequest);
    QTest::newRow("only a room") << u"in:General"_s << int(ErrorCode::BadRequest);
    QTest::newRow("a long one") << QString(257, u'x') << int(ErrorCode::TooLong);
    QTest::newRow("half a character") << QString(QChar(0xD800)) << int(ErrorCode::BadRequest);
    QTest::newRow("an unknown name") << u"from:nobody x"_s << int(ErrorCode::NotFound);
    QTest::newRow("an unknown room") << u"in:nowhere x"_s << int(ErrorCode::NotFound);
}

void tst_Searching::badSearchesAreRefused()
{
    QFETCH(const QString, query);
    QFETCH(const int, code);

    ChatFixture chat;
    const Answer answer = chat.ask(chat::search, chat.connect(u"Ann"_s), searchFor(query));
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().code), code);
    QCOMPARE(answer.error().field, u"query"_s);
}

QTEST_GUILESS_MAIN(tst_Searching)
#include "tst_searching.moc"
