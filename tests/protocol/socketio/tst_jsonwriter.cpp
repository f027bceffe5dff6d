#include "protocol/socketio/jsonwriter.h"

#include <QCborArray>
#include <QCborMap>
#include <QDateTime>
#include <QTest>
#include <QTimeZone>
#include <QUuid>

#include <bit>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using protocol::socketio::appendJson;
using protocol::socketio::appendJsonString;

namespace {

QByteArray toJson(const QCborValue &value)
{
    QByteArray out;
    appendJson(out, value);
    return out;
}

} // namespace

/// The expected texts are what JSON.stringify() gives in Node 20.
class tst_JsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNumbers_data();
    void writesNumbers();
    void everyDoubleReadsBackEqual();
    void writesStrings_data();
    void writesStrings();
    void writesStringsOfEveryLength();
    void writesOtherValues_data();
    void writesOtherValues();
    void keepsTheOrderOfMaps();
    void leavesOutUndefinedEntries();
    void appendsBehindWhatIsThere();
    void movesByteArraysToTheAttachments();
    void writesByteArraysAsNodeBuffersWithoutAttachments();
};

void tst_JsonWriter::writesNumbers_data()
{
    QTest::addColumn<QCborValue>("number");
    QTest::addColumn<QByteArray>("json");

    const auto row
        = [](const QCborValue &number, const char *json) { QTest::addRow("%s", json) << number << QByteArray(json); };
    row(0, "0");
    row(-1, "-1");
    row(qint64(9007199254740991), "9007199254740991");
    row(std::numeric_limits<qint64>::max(), "9223372036854775807");
    row(std::numeric_limits<qint64>::min(), "-9223372036854775808");
    row(1.0, "1");
    row(-17.0, "-17");
    row(-0.0, "0");
    row(0.5, "0.5");
    row(-0.1, "-0.1");
    row(0.1 + 0.2, "0.30000000000000004");
    row(1.0 / 3, "0.3333333333333333");
    row(123.456, "123.456");
    row(100.0, "100");
    row(1e-6, "0.000001");
    row(1.5e-6, "0.0000015");
    row(1e-7, "1e-7");
    row(1.5e-7, "1.5e-7");
    row(-1.25e-9, "-1.25e-9");
    row(9007199254740992.0, "9007199254740992");
    row(1152921504606846976.0, "1152921504606847000");
    row(123456789012345680000.0, "123456789012345680000");
    row(1e20, "100000000000000000000");
    row(999999999999999900000.0, "999999999999999900000");
    row(1e21, "1e+21");
    row(-1.5e21, "-1.5e+21");
    row(1.7976931348623157e308, "1.7976931348623157e+308");
    row(2.2250738585072014e-308, "2.2250738585072014e-308");
    row(5e-324, "5e-324");
    row(4.35, "4.35");
    row(1e23, "1e+23");
    row(2e-44, "2e-44");
}

void tst_JsonWriter::writesNumbers()
{
    QFETCH(QCborValue, number);
    QFETCH(QByteArray, json);

    QCOMPARE(toJson(number), json);
}

void tst_JsonWriter::everyDoubleReadsBackEqual()
{
    quint64 bits = 1;
    for (int i = 0; i < 100'000; ++i) {
        bits = bits * 6364136223846793005u + 1442695040888963407u;
        const double number = std::bit_cast<double>(bits);
        if (!std::isfinite(number))
            continue;
        const QByteArray json = toJson(number);
        if (json.toDouble() != number)
            QFAIL(json.constData());
    }
}

void tst_JsonWriter::writesStrings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](const char *sentence, const QString &text, const char *json) {
        QTest::newRow(sentence) << text << QByteArray(json);
    };
    row("nothing", u""_s, R"("")");
    row("plain ASCII", u"hello"_s, R"("hello")");
    row("quotes and backslashes", uR"(a"b\c)"_s, R"("a\"b\\c")");
    row("a slash stays as it is", u"a/b"_s, R"("a/b")");
    row("the short escapes", u"\b\f\n\r\t"_s, R"("\b\f\n\r\t")");
    row("other control characters in lower case", u"\u0001\u000b\u001e\u001f"_s, R"("\u0001\u000b\u001e\u001f")");
    row("NUL", QString(QChar(u'\0')), R"("\u0000")");
    row("DEL stays as it is", u"\x7f"_s, "\"\x7f\"");
    row("a letter of two bytes", u"\u00e4"_s, "\"\xc3\xa4\"");
    row("the last character of two bytes", u"\u07ff"_s, "\"\xdf\xbf\"");
    row("a letter of three bytes", u"\u20ac"_s, "\"\xe2\x82\xac\"");
    row("the line separator stays as it is", u"\u2028\u2029"_s, "\"\xe2\x80\xa8\xe2\x80\xa9\"");
    row("a character of four bytes", u"\U0001f600"_s, "\"\xf0\x9f\x98\x80\"");
    row("the last code point", u"\U0010ffff"_s, "\"\xf4\x8f\xbf\xbf\"");
    row("a lone high surrogate is escaped", QString(QChar(0xd83d)), R"("\ud83d")");
    row("a lone low surrogate is escaped", QString(QChar(0xde00)), R"("\ude00")");
    row("a pair in the wrong order is escaped", QString(QChar(0xde00)) + QChar(0xd83d), R"("\ude00\ud83d")");
    row("a high surrogate before a letter is escaped", QString(QChar(0xd83d)) + u'x', R"("\ud83dx")");
    row("plain text around special characters", u"ab\"cd\u20acef\ngh"_s,
        "\"ab\\\"cd\xe2\x82\xac"
        "ef\\ngh\"");
}

void tst_JsonWriter::writesStrings()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);

    QCOMPARE(toJson(text), json);

    QByteArray out = "x";
    appendJsonString(out, text);
    QCOMPARE(out, 'x' + json);
}

void tst_JsonWriter::writesStringsOfEveryLength()
{
    for (int size = 0; size < 200; ++size) {
        QCOMPARE(toJson(QString(size, u'a')), '"' + QByteArray(size, 'a') + '"');
        QCOMPARE(toJson(QString(size, u'\u0001')), '"' + QByteArray("\\u0001").repeated(size) + '"');
    }
}

void tst_JsonWriter::writesOtherValues_data()
{
    QTest::addColumn<QCborValue>("value");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](const char *sentence, const QCborValue &value, const char *json) {
        QTest::newRow(sentence) << value << QByteArray(json);
    };
    const QDateTime moment(QDate(2024, 2, 29), QTime(13, 37, 5, 40), QTimeZone(3600));
    const QUuid uuid(u"{67c8770b-44f1-410a-ab9a-f9b5446f13ee}"_s);

    row("true", true, "true");
    row("false", false, "false");
    row("null", nullptr, "null");
    row("undefined", QCborValue(QCborValue::Undefined), "null");
    row("an invalid value", QCborValue(QCborValue::Invalid), "null");
    row("an unknown simple type", QCborSimpleType(99), "null");
    row("NaN", std::numeric_limits<double>::quiet_NaN(), "null");
    row("infinity", std::numeric_limits<double>::infinity(), "null");
    row("negative infinity", -std::numeric_limits<double>::infinity(), "null");
    row("an empty array", QCborArray(), "[]");
    row("an empty map", QCborMap(), "{}");
    row("undefined in an array is null", QCborArray{1, QCborValue(), 2}, "[1,null,2]");
    row("a date in UTC with milliseconds", QCborValue(moment), R"("2024-02-29T12:37:05.040Z")");
    row("a UUID", QCborValue(uuid), R"("67c8770b-44f1-410a-ab9a-f9b5446f13ee")");
    row("a value with another tag", QCborValue(QCborTag(4711), QCborArray{1}), "[1]");
    row("integer keys become strings", QCborMap{{1, u"a"_s}, {-2, u"b"_s}}, R"({"1":"a","-2":"b"})");
    row("other keys become strings", QCborMap{{true, 1}, {2.5, 2}}, R"({"true":1,"2.5":2})");
    row("keys are escaped", QCborMap{{u"a\"b"_s, 1}}, R"({"a\"b":1})");
    row("nested containers", QCborArray{QCborArray{QCborMap{{u"a"_s, QCborArray{}}}}, QCborMap{}},
        R"([[{"a":[]}],{}])");
}

void tst_JsonWriter::writesOtherValues()
{
    QFETCH(QCborValue, value);
    QFETCH(QByteArray, json);

    QCOMPARE(toJson(value), json);
}

void tst_JsonWriter::keepsTheOrderOfMaps()
{
    QCborMap map;
    map.insert(u"zebra"_s, 1);
    map.insert(u"apple"_s, 2);
    map.insert(u"mango"_s, 3);
    QCOMPARE(toJson(map), R"({"zebra":1,"apple":2,"mango":3})");
}

void tst_JsonWriter::leavesOutUndefinedEntries()
{
    QCborMap map;
    map.insert(u"first"_s, QCborValue(QCborValue::Undefined));
    map.insert(u"second"_s, 2);
    map.insert(u"third"_s, QCborValue(QCborValue::Undefined));
    map.insert(u"fourth"_s, nullptr);
    QCOMPARE(toJson(map), R"({"second":2,"fourth":null})");
}

void tst_JsonWriter::appendsBehindWhatIsThere()
{
    QByteArray out = "2";
    appendJson(out, QCborArray{u"message"_s, 1});
    QCOMPARE(out, R"(2["message",1])");
}

void tst_JsonWriter::movesByteArraysToTheAttachments()
{
    QByteArray out;
    QList<QByteArray> attachments{"earlier"};
    appendJson(out, QCborArray{QByteArray("one"), QCborMap{{u"a"_s, QByteArray("two")}}, 3}, attachments);

    QCOMPARE(out, R"([{"_placeholder":true,"num":1},{"a":{"_placeholder":true,"num":2}},3])");
    QCOMPARE(attachments, (QList<QByteArray>{"earlier", "one", "two"}));
}

void tst_JsonWriter::writesByteArraysAsNodeBuffersWithoutAttachments()
{
    QCOMPARE(toJson(QByteArray("\x00\x7f\xff", 3)), R"({"type":"Buffer","data":[0,127,255]})");
    QCOMPARE(toJson(QByteArray("")), R"({"type":"Buffer","data":[]})");
}

QTEST_APPLESS_MAIN(tst_JsonWriter)
#include "tst_jsonwriter.moc"
