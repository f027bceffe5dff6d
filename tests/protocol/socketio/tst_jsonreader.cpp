#include "protocol/socketio/jsonreader.h"

#include "protocol/socketio/jsongrammar.h"
#include "protocol/socketio/jsonwriter.h"

#include <QTest>

using namespace protocol::socketio;

namespace {

QByteArray nestedArrays(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

class tst_JsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void nestingUpToTheLimitIsRead();
    void nestingBeyondTheLimitIsRefused_data();
    void nestingBeyondTheLimitIsRefused();
    void bracketsInStringsDoNotCountAsNesting();
};

void tst_JsonReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");

    const auto row = [](const char *sentence, const char *text, const char *written) {
        QTest::newRow(sentence) << QByteArray(text) << QByteArray(written);
    };
    row("an empty array", "[]", "[]");
    row("an empty object", "{}", "{}");
    row("white space anywhere but in front", "[ 1 ,\t{ \"a\" :\r\n2 } ] \n", "[1,{\"a\":2}]");
    row("the three words", "[true,false,null]", "[true,false,null]");
    row("integers", "[0,-1,9007199254740991,-9007199254740991]", "[0,-1,9007199254740991,-9007199254740991]");
    row("an integer beyond JavaScript's, exactly", "[9223372036854775807]", "[9223372036854775807]");
    row("fractions and exponents", "[0.5,-1.25,1e2,1E+2,5e-1]", "[0.5,-1.25,100,100,0.5]");
    row("the ends of the range of a double", "[5e-324,1.7976931348623157e308]", "[5e-324,1.7976931348623157e+308]");
    row("a negative zero as zero", "[-0,-0.0]", "[0,0]");
    row("every escape", R"(["\"\\\/\b\f\n\r\t\u00e9\uD83D\ude00"])",
        "[\"\\\"\\\\/\\b\\f\\n\\r\\t\xc3\xa9\xf0\x9f\x98\x80\"]");
    row("an escaped NUL", R"(["a\u0000b"])", R"(["a\u0000b"])");
    row("a lone surrogate in an escape", R"(["\ud800x"])", R"(["\ud800x"])");
    row("raw text above ASCII", "[\"\xe2\x82\xac\xf0\x9f\x98\x80\"]", "[\"\xe2\x82\xac\xf0\x9f\x98\x80\"]");
    row("the last of equal keys", R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})");
    row("an empty key", R"({"":1})", R"({"":1})");
    row("keys with a meaning in JavaScript", R"({"__proto__":1,"constructor":2,"toString":3})",
        R"({"__proto__":1,"constructor":2,"toString":3})");
}

void tst_JsonReader::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, written);

    const auto value = readJson(text, 32);
    QVERIFY(value.hasValue());
    QByteArray out;
    appendJson(out, *value);
    QCOMPARE(out, written);
}

void tst_JsonReader::refuses_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text : {
             "",
             " ",
             " []", // white space in front
             "1",
             "\"a\"",
             "null",
             "true", // neither array nor object
             "[",
             "{",
             "]",
             "}",
             "[1",
             "[1,",
             "{\"a\"",
             "{\"a\":",
             "{\"a\":1",
             "{\"a\":1,",
             "[\"a",
             "[\"a\\", // cut short
             "[1]]",
             "{}}",
             "[]x",
             "[][]",
             "[],",
             "[1}",
             "{\"a\":1]", // something too much
             "[1,]",
             "[,1]",
             "[,]",
             "[1,,2]",
             "{\"a\":1,}",
             "{,}",
             "[1 2]",
             "{\"a\":1 \"b\":2}", // commas
             "{a:1}",
             "{1:1}",
             "{'a':1}",
             "{\"a\"}",
             "{\"a\" 1}",
             "{null:1}", // keys
             "['a']",
             "[\"\\q\"]",
             "[\"\\u12\"]",
             "[\"\\u12g4\"]",
             "[\"\\U0041\"]",
             "[\"\\x41\"]",
             "[\"\\", // strings
             "[\"a\nb\"]",
             "[\"\t\"]",
             "[\"\x01\"]", // control characters
             "[01]",
             "[-01]",
             "[1.]",
             "[.5]",
             "[-.5]",
             "[+1]",
             "[-]",
             "[--1]",
             "[1e]",
             "[1e+]",
             "[1.e1]", // numbers
             "[0x10]",
             "[1_0]",
             "[NaN]",
             "[Infinity]",
             "[-Infinity]",
             "[undefined]",
             "[1e400]",
             "[-1e400]",
             "[nul]",
             "[True]",
             "[truee]",
             "[nulll]",
             "[/*a*/1]",
             "[1]//", // words and comments
             "[\"\xff\"]",
             "[\"\xc0\xaf\"]",
             "[\"\xed\xa0\x80\"]",
             "[\"\xe2\x82\"]",
             "[\xff]",
             "\xef\xbb\xbf[]", // bytes
         })
        QTest::addRow("refuses %s", text) << QByteArray(text);
    QTest::newRow("refuses a raw NUL in a string") << QByteArray("[\"a\0b\"]", 7);
    QTest::newRow("refuses a NUL behind a backslash") << QByteArray("[\"\\\0\"]", 6);
    QTest::newRow("refuses a NUL between values") << QByteArray("[\0]", 3);
    QTest::newRow("refuses a NUL behind the end") << QByteArray("[]\0", 3);
    QTest::newRow("refuses a vertical tab") << QByteArray("[\v]");
    QTest::newRow("refuses a no-break space") << QByteArray("[\xc2\xa0]");
}

void tst_JsonReader::refuses()
{
    QFETCH(QByteArray, text);

    const auto value = readJson(text, 32);
    QVERIFY(!value.hasValue());
    QCOMPARE(value.error(), ErrorCode::BadJson);
}

void tst_JsonReader::nestingUpToTheLimitIsRead()
{
    for (const int depth : {1, 2, 32, MaxJsonDepth}) {
        QVERIFY(readJson(nestedArrays(depth), depth).hasValue());
        const auto tooDeep = readJson(nestedArrays(depth + 1), depth);
        QVERIFY(!tooDeep.hasValue());
        QCOMPARE(tooDeep.error(), ErrorCode::JsonTooDeep);
    }
    QVERIFY(readJson("[[],[[]],{\"a\":[]},[[]]]", 3).hasValue());
}

void tst_JsonReader::nestingBeyondTheLimitIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("100,000 arrays") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("100,000 arrays that are never closed") << QByteArray(100'000, '[');
    QTest::newRow("100,000 objects") << QByteArray("{\"a\":").repeated(100'000);
    QTest::newRow("arrays and objects in turn") << QByteArray("[{\"a\":").repeated(17);
    QTest::newRow("33 arrays behind a long string") << "[\"" + QByteArray(10'000, 'x') + "\"," + QByteArray(32, '[');
}

void tst_JsonReader::nestingBeyondTheLimitIsRefused()
{
    QFETCH(QByteArray, text);

    const auto value = readJson(text, 32);
    QVERIFY(!value.hasValue());
    QCOMPARE(value.error(), ErrorCode::JsonTooDeep);
}

void tst_JsonReader::bracketsInStringsDoNotCountAsNesting()
{
    QVERIFY(readJson("[\"[[[[[[\",\"\\\"{{{{\",\"\\\\\"]", 1).hasValue());
}

QTEST_APPLESS_MAIN(tst_JsonReader)
#include "tst_jsonreader.moc"
