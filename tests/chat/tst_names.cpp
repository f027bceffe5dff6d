#include "chat/rules/name.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

using chat::checkedRoomName;
using chat::checkedUserName;
using chat::nameKeyOf;
using protocol::chat::ErrorCode;

namespace {

constexpr int maxCharacters = 32;

} // namespace

class tst_Names : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodNamesAreKept_data();
    void goodNamesAreKept();
    void hostileNamesAreRefused_data();
    void hostileNamesAreRefused();
    void namesThatLookAlikeAreTheSame_data();
    void namesThatLookAlikeAreTheSame();
    void namesThatDifferAreDifferent_data();
    void namesThatDifferAreDifferent();
    void lengthIsCountedAsPeopleCount();
    void roomsMayHaveNamesThatUsersMayNot();
    void aKeyIsItsOwnKey();
};

void tst_Names::goodNamesAreKept_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept");

    const auto unchanged = [](const char *tag, const QString &name) { QTest::newRow(tag) << name << name; };
    unchanged("a word", u"Ann"_s);
    unchanged("two words", u"Ann Lee"_s);
    unchanged("one letter", u"x"_s);
    unchanged("digits only", u"007"_s);
    unchanged("Irish", u"Seán O'Neil"_s);
    unchanged("Cyrillic", u"Анна"_s);
    unchanged("Greek", u"Ελένη"_s);
    unchanged("Hebrew", u"דוד"_s);
    unchanged("Arabic", u"محمد"_s);
    unchanged("Devanagari with vowel signs", u"प्रिया"_s);
    unchanged("Thai with tone marks", u"น้ำ"_s);
    unchanged("Chinese", u"王小明"_s);
    unchanged("Japanese in all its scripts", u"山田タロウくんX"_s);
    unchanged("Korean with Latin", u"민준 Kim"_s);
    unchanged("an emoji", u"\U0001F600"_s);
    unchanged("a joined emoji beside letters", u"Ann \U0001F469\u200D\U0001F4BB"_s);
    unchanged("an emoji with selector", u"\u2764\uFE0F Bob"_s);
    unchanged("a flag", u"Ann \U0001F1EB\U0001F1F7"_s);
    unchanged("a skin tone", u"\U0001F44D\U0001F3FD"_s);
    unchanged("markup, which is only shown", u"<img src=x>"_s);
    unchanged("Vietnamese", u"Nguyễn"_s);
    QTest::newRow("white space around") << u" \t Ann\n"_s << u"Ann"_s;
    QTest::newRow("wide spaces inside") << u"Ann\u00A0\u3000 Lee"_s << u"Ann Lee"_s;
    QTest::newRow("decomposed marks") << u"Zoe\u0308"_s << u"Zo\u00EB"_s;
}

void tst_Names::goodNamesAreKept()
{
    QFETCH(const QString, name);
    QFETCH(const QString, kept);

    const auto checked = checkedUserName(name, maxCharacters);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
    QCOMPARE(*checked, kept);
}

void tst_Names::hostileNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("nothing") << QString();
    QTest::newRow("white space only") << u" \u00A0\u3000\t"_s;
    QTest::newRow("too long") << QString(maxCharacters + 1, u'x');
    QTest::newRow("a line break") << u"Ann\nowner: hello"_s;
    QTest::newRow("a tab") << u"Ann\tLee"_s;
    QTest::newRow("a NUL") << QString(u"Ann"_s + QChar(0));
    QTest::newRow("an escape") << u"\u001B[31mAnn"_s;
    QTest::newRow("a C1 control") << u"Ann\u0085"_s + u"x"_s;
    QTest::newRow("half a surrogate pair") << QString(u"Ann"_s + QChar(0xD83D));
    QTest::newRow("a right-to-left override") << u"Ann\u202Enna"_s;
    QTest::newRow("a right-to-left embedding") << u"\u202BAnn"_s;
    QTest::newRow("an isolate") << u"\u2066Ann\u2069"_s;
    QTest::newRow("a right-to-left mark") << u"Ann\u200F"_s;
    QTest::newRow("an Arabic letter mark") << u"Ann\u061C"_s;
    QTest::newRow("a zero-width space") << u"An\u200Bn"_s;
    QTest::newRow("a zero-width non-joiner") << u"An\u200Cn"_s;
    QTest::newRow("a joiner between letters") << u"An\u200Dn"_s;
    QTest::newRow("a joiner at the end") << u"\U0001F600\u200D"_s;
    QTest::newRow("a byte order mark inside") << u"An\uFEFFn"_s;
    QTest::newRow("a word joiner") << u"An\u2060n"_s;
    QTest::newRow("a soft hyphen") << u"An\u00ADn"_s;
    QTest::newRow("an invisible times") << u"An\u2062n"_s;
    QTest::newRow("a Hangul filler") << u"\u3164"_s;
    QTest::newRow("a halfwidth Hangul filler") << u"\uFFA0"_s;
    QTest::newRow("a Hangul Jamo filler") << u"\u115F\u1160"_s;
    QTest::newRow("an empty Braille pattern") << u"\u2800"_s;
    QTest::newRow("a grapheme joiner") << u"An\u034Fn"_s;
    QTest::newRow("a Khmer inherent vowel") << u"\u17B4Ann"_s;
    QTest::newRow("a Mongolian selector") << u"Ann\u180B"_s;
    QTest::newRow("a variation selector on a letter") << u"An\uFE0Fn"_s;
    QTest::newRow("a supplementary variation selector") << u"Ann\U000E0100"_s;
    QTest::newRow("tag characters") << u"Ann\U000E0041"_s;
    QTest::newRow("private use") << u"\uE000Ann"_s;
    QTest::newRow("not assigned") << u"\U0003FFF0"_s;
    QTest::newRow("not a character") << u"Ann\uFFFF"_s;
    QTest::newRow("a line separator") << u"Ann\u2028Lee"_s;
    QTest::newRow("a mark at the start") << u"\u0301Ann"_s;
    QTest::newRow("a pile of marks") << u"A\u0301\u0302\u0303\u0304\u0305nn"_s;
    QTest::newRow("ten thousand marks") << u"A"_s + QString(10'000, QChar(0x0301));
    QTest::newRow("a million letters") << QString(1'000'000, u'x');
    QTest::newRow("punctuation only") << u"..."_s;
    QTest::newRow("Latin with one Cyrillic letter") << u"\u0410nn"_s;
    QTest::newRow("Latin with one Greek letter") << u"B\u03BFb"_s;
    QTest::newRow("Cyrillic with one Latin letter") << u"\u0410\u043D\u043Da"_s;
    QTest::newRow("Latin with Cherokee") << u"\u13AAnn"_s;
    QTest::newRow("Latin with Arabic") << u"Ann\u0645"_s;
    QTest::newRow("an at sign") << u"@ann"_s;
    QTest::newRow("an at sign inside") << u"ann@home"_s;
    QTest::newRow("a quotation mark") << u"Ann \"Lee"_s;
    QTest::newRow("what means everybody") << u"Room"_s;
    QTest::newRow("what looks like everybody") << u"R00M"_s;
    QTest::newRow("all") << u"all"_s;
    QTest::newRow("the server") << u"Server"_s;
}

void tst_Names::hostileNamesAreRefused()
{
    QFETCH(const QString, name);

    const auto checked = checkedUserName(name, maxCharacters);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::BadName);
    QCOMPARE(checked.error().field, u"name"_s);
    QVERIFY(!checked.error().message.isEmpty());
}

void tst_Names::namesThatLookAlikeAreTheSame_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");

    QTest::newRow("case") << u"Ann"_s << u"aNN"_s;
    QTest::newRow("zero for O") << u"Otto"_s << u"0tt0"_s;
    QTest::newRow("one for l") << u"Bill"_s << u"Bi11"_s;
    QTest::newRow("capital I for l") << u"Bill"_s << u"BiII"_s;
    QTest::newRow("a bar for l") << u"Bill"_s << u"Bi||"_s;
    QTest::newRow("i without dot") << u"Mia"_s << u"M\u0131a"_s;
    QTest::newRow("Cyrillic for Latin") << u"Caxap"_s << u"\u0421\u0430\u0445\u0430\u0440"_s;
    QTest::newRow("small Cyrillic for Latin") << u"copy"_s << u"\u0441\u043E\u0440\u0443"_s;
    QTest::newRow("Greek capitals for Latin") << u"ABEKO"_s << u"\u0391\u0392\u0395\u039A\u039F"_s;
    QTest::newRow("Greek for Cyrillic") << u"\u0430\u043E\u0440"_s << u"\u03B1\u03BF\u03C1"_s;
    QTest::newRow("Cherokee for Latin") << u"DRT"_s << u"\u13A0\u13A1\u13A2"_s;
    QTest::newRow("Armenian for Latin") << u"ouo"_s << u"\u0585\u057D\u0585"_s;
    QTest::newRow("marks") << u"Zoe"_s << u"Zo\u00EB"_s;
    QTest::newRow("strokes") << u"Lodz"_s << u"\u0141\u00F3d\u017A"_s;
    QTest::newRow("full width") << u"Ann"_s << u"\uFF21\uFF4E\uFF4E"_s;
    QTest::newRow("mathematical letters") << u"Ann"_s << u"\U0001D400\U0001D427\U0001D427"_s;
    QTest::newRow("circled letters") << u"Ann"_s << u"\u24B6\u24DD\u24DD"_s;
    QTest::newRow("ligatures") << u"fish"_s << u"\uFB01sh"_s;
    QTest::newRow("spaces") << u"Ann Lee"_s << u"Ann\u00A0\u2003 Lee"_s;
    QTest::newRow("dashes") << u"Ann-Lee"_s << u"Ann\u2013Lee"_s;
    QTest::newRow("apostrophes") << u"O'Neil"_s << u"O\u2019Neil"_s;
    QTest::newRow("an emoji with and without selector") << u"\u2764 x"_s << u"\u2764\uFE0F x"_s;
}

void tst_Names::namesThatLookAlikeAreTheSame()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);

    QCOMPARE(nameKeyOf(one), nameKeyOf(other));
}

void tst_Names::namesThatDifferAreDifferent_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");

    QTest::newRow("words") << u"Ann"_s << u"Anna"_s;
    QTest::newRow("a space") << u"Ann Lee"_s << u"AnnLee"_s;
    QTest::newRow("digits") << u"Ann 2"_s << u"Ann 3"_s;
    QTest::newRow("v and n") << u"Ava"_s << u"Ana"_s;
    QTest::newRow("Cyrillic words") << u"Анна"_s << u"Инна"_s;
    QTest::newRow("emoji") << u"\U0001F600"_s << u"\U0001F601"_s;
    QTest::newRow("Devanagari vowels") << u"\u0915\u093F"_s << u"\u0915\u0941"_s;
    QTest::newRow("Chinese") << u"王"_s << u"玉"_s;
}

void tst_Names::namesThatDifferAreDifferent()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);

    QVERIFY(nameKeyOf(one) != nameKeyOf(other));
}

void tst_Names::lengthIsCountedAsPeopleCount()
{
    QVERIFY(checkedUserName(QString(maxCharacters, u'x'), maxCharacters));
    const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
    QVERIFY(checkedUserName(family.repeated(maxCharacters), maxCharacters));
    QVERIFY(!checkedUserName(family.repeated(maxCharacters + 1), maxCharacters));
    const QString marked = u"x\u0323\u0302"_s;
    QVERIFY(checkedUserName(marked.repeated(maxCharacters), maxCharacters));
    QVERIFY(!checkedUserName(marked.repeated(maxCharacters + 1), maxCharacters));
}

void tst_Names::roomsMayHaveNamesThatUsersMayNot()
{
    QVERIFY(checkedRoomName(u"room"_s, maxCharacters));
    QVERIFY(checkedRoomName(u"@home"_s, maxCharacters));
    QVERIFY(!checkedRoomName(u"lab\u202E"_s, maxCharacters));
    QVERIFY(!checkedRoomName(QString(), maxCharacters));
}

void tst_Names::aKeyIsItsOwnKey()
{
    for (const QString &name : {u"Ann Lee"_s, u"BiII"_s, u"Νίκος"_s, u"Ёлка"_s, u"\uFB01sh 0"_s, u"Straße"_s})
        QCOMPARE(nameKeyOf(nameKeyOf(name)), nameKeyOf(name));
}

QTEST_GUILESS_MAIN(tst_Names)
#include "tst_names.moc"
