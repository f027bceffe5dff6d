#include "chat/rules/emoji.h"
#include "chat/rules/searchquery.h"
#include "chat/rules/text.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using chat::SearchTerms;
using protocol::chat::ErrorCode;

Q_DECLARE_METATYPE(chat::SearchTerms)

class tst_Texts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesHaveSomethingToSee_data();
    void messagesHaveSomethingToSee();
    void charactersAreCountedAsCodePoints();
    void noncesAreShort();
    void reactionsAreOneEmoji_data();
    void reactionsAreOneEmoji();
    void searchesAreTakenApart_data();
    void searchesAreTakenApart();
};

void tst_Texts::messagesHaveSomethingToSee_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");

    QTest::newRow("a word") << u"hello"_s << true;
    QTest::newRow("one character") << u"x"_s << true;
    QTest::newRow("white space around and lines") << u"  two\nlines\t "_s << true;
    QTest::newRow("a character outside the basic plane") << u"\U0001F600"_s << true;
    QTest::newRow("a joined emoji") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("white space only") << u" \n\t\u00A0\u3000\u2003"_s << false;
    QTest::newRow("what cannot be seen only") << u"\u200B\u200D\uFEFF\u2060\u3164\u2800"_s << false;
    QTest::newRow("a NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << false;
    QTest::newRow("half a surrogate pair at the end") << QString(u"a"_s + QChar(0xD83D)) << false;
    QTest::newRow("half a surrogate pair at the start") << QString(QChar(0xDE00) + u"a"_s) << false;
    QTest::newRow("halves in the wrong order") << QString(QString(QChar(0xDE00)) + QChar(0xD83D)) << false;
    QTest::newRow("two first halves") << QString(QString(QChar(0xD83D)) + QChar(0xD83D) + QChar(0xDE00)) << false;
}

void tst_Texts::messagesHaveSomethingToSee()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isGood);

    const auto check = chat::checkText(text, 100);
    QCOMPARE(check.hasValue(), isGood);
    if (!isGood) {
        QCOMPARE(check.error().code, ErrorCode::BadRequest);
        QCOMPARE(check.error().field, u"text"_s);
    }
}

void tst_Texts::charactersAreCountedAsCodePoints()
{
    const QString smile = u"\U0001F600"_s;
    QVERIFY(chat::checkText(smile.repeated(10), 10));
    const auto check = chat::checkText(smile.repeated(11), 10);
    QVERIFY(!check);
    QCOMPARE(check.error().code, ErrorCode::TooLong);
    QVERIFY(chat::checkText(QString(10, u'x'), 10));
    QVERIFY(!chat::checkText(QString(11, u'x'), 10));
}

void tst_Texts::noncesAreShort()
{
    QVERIFY(chat::checkNonce(u"1"_s, 8));
    QVERIFY(chat::checkNonce(QString(8, u'x'), 8));
    QCOMPARE(chat::checkNonce(QString(9, u'x'), 8).error().code, ErrorCode::TooLong);
    QVERIFY(chat::checkNonce(u"\U0001F600\U0001F600"_s, 8));
    QCOMPARE(chat::checkNonce(u"\u3042\u3042\u3042"_s, 8).error().code, ErrorCode::TooLong);
    QCOMPARE(chat::checkNonce(QString(), 8).error().code, ErrorCode::BadRequest);
    QCOMPARE(chat::checkNonce(QString(QChar(0xD83D)), 8).error().code, ErrorCode::BadRequest);
}

void tst_Texts::reactionsAreOneEmoji_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isEmoji");

    QTest::newRow("a face") << u"\U0001F600"_s << true;
    QTest::newRow("a thumb with skin tone") << u"\U0001F44D\U0001F3FD"_s << true;
    QTest::newRow("a heart with selector") << u"\u2764\uFE0F"_s << true;
    QTest::newRow("a heart without") << u"\u2764"_s << true;
    QTest::newRow("a heart on fire") << u"\u2764\uFE0F\u200D\U0001F525"_s << true;
    QTest::newRow("a family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"_s << true;
    QTest::newRow("a flag") << u"\U0001F1EB\U0001F1F7"_s << true;
    QTest::newRow("a rainbow flag") << u"\U0001F3F3\uFE0F\u200D\U0001F308"_s << true;
    QTest::newRow("the flag of Wales") << u"\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"_s
                                       << true;
    QTest::newRow("a keycap") << u"1\uFE0F\u20E3"_s << true;
    QTest::newRow("a check mark") << u"\u2705"_s << true;
    QTest::newRow("a new one of Unicode 15") << u"\U0001FAE8"_s << true;
    QTest::newRow("a shortcode") << u":party_parrot:"_s << true;
    QTest::newRow("a shortcode with sign") << u":+1:"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a word") << u"ok"_s << false;
    QTest::newRow("a digit") << u"1"_s << false;
    QTest::newRow("two faces") << u"\U0001F600\U0001F600"_s << false;
    QTest::newRow("a face and a word") << u"\U0001F600 nice"_s << false;
    QTest::newRow("half a flag") << u"\U0001F1EB"_s << false;
    QTest::newRow("three regional letters") << u"\U0001F1EB\U0001F1F7\U0001F1EB"_s << false;
    QTest::newRow("a joiner at the end") << u"\U0001F468\u200D"_s << false;
    QTest::newRow("only a selector") << u"\uFE0F"_s << false;
    QTest::newRow("a shortcode with a space") << u":no way:"_s << false;
    QTest::newRow("an empty shortcode") << u"::"_s << false;
    QTest::newRow("markup") << u"<b>"_s << false;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD83D)) << false;
}

void tst_Texts::reactionsAreOneEmoji()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isEmoji);

    QCOMPARE(chat::isEmoji(text), isEmoji);
}

void tst_Texts::searchesAreTakenApart_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<SearchTerms>("terms");

    const qint64 november = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const qint64 december = QDateTime(QDate(2026, 12, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const auto words = [](const QString &text) {
        SearchTerms terms;
        terms.text = text;
        return terms;
    };
    QTest::newRow("nothing") << QString() << SearchTerms{};
    QTest::newRow("words") << u"  red   apple "_s << words(u"red apple"_s);
    QTest::newRow("words in quotes stay so") << u"a \"red  apple\" b"_s << words(u"a \"red  apple\" b"_s);
    QTest::newRow("a quote without its partner") << u"5\" disk"_s << words(u"5\" disk"_s);
    QTest::newRow("everything at once") << u"from:ann in:General before:2026-12-01 after:2026-11-01 apple"_s
                                        << SearchTerms{u"apple"_s, u"ann"_s, u"General"_s, november, december};
    QTest::newRow("names with spaces") << u"from:\"Ann Lee\" in:\"The Lab\" x"_s
                                       << SearchTerms{u"x"_s, u"Ann Lee"_s, u"The Lab"_s, {}, {}};
    QTest::newRow("names as people write them")
        << u"from:@ann in:#lab"_s << SearchTerms{{}, u"ann"_s, u"lab"_s, {}, {}};
    QTest::newRow("keys in any case") << u"From:ann IN:lab"_s << SearchTerms{{}, u"ann"_s, u"lab"_s, {}, {}};
    QTest::newRow("the last one counts") << u"from:ann from:bob"_s << SearchTerms{{}, u"bob"_s, {}, {}, {}};
    QTest::newRow("no value") << u"from: in: before: after:"_s << words(u"from: in: before: after:"_s);
    QTest::newRow("no date") << u"before:lunch after:2026-13-01"_s << words(u"before:lunch after:2026-13-01"_s);
    QTest::newRow("another key") << u"to:ann https://example.org"_s << words(u"to:ann https://example.org"_s);
    QTest::newRow("keys inside quotes are words") << u"\"from:ann\""_s << words(u"\"from:ann\""_s);
    QTest::newRow("what a search engine could take for syntax")
        << u"NEAR(a b) AND * OR -x ^y {z}: \"\""_s << words(u"NEAR(a b) AND * OR -x ^y {z}: \"\""_s);
}

void tst_Texts::searchesAreTakenApart()
{
    QFETCH(const QString, query);
    QFETCH(const SearchTerms, terms);

    const SearchTerms found = chat::searchTermsFrom(query);
    QCOMPARE(found.text, terms.text);
    QCOMPARE(found.from, terms.from);
    QCOMPARE(found.room, terms.room);
    QCOMPARE(found.since.value_or(-1), terms.since.value_or(-1));
    QCOMPARE(found.until.value_or(-1), terms.until.value_or(-1));
}

QTEST_GUILESS_MAIN(tst_Texts)
#include "tst_texts.moc"
