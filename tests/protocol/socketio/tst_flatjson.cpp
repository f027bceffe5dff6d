#include "protocol/socketio/flatjson.h"

#include "protocol/socketio/jsongrammar.h"
#include "protocol/socketio/jsonreader.h"
#include "protocol/socketio/jsonwriter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace protocol::socketio;

namespace {

/// As the reader for all of JSON reads it: the space makes the text one that is not read as flat.
QCborValue readFully(const QByteArray &text)
{
    const auto value = readJson(QByteArray(text + ' '), MaxJsonDepth);
    return value ? *value : QCborValue(QCborValue::Invalid);
}

QByteArray randomString(QRandomGenerator &random)
{
    static const QByteArrayList pieces{"a", "B", "seq", "room", "7", "-", " ", "\xc3\xa9", "\xf0\x9f\x98\x80",
                                       "~", "]"};
    QByteArray string("\"");
    for (int i = random.bounded(6); i > 0; --i)
        string += pieces[random.bounded(pieces.size())];
    return string + '"';
}

QByteArray randomScalar(QRandomGenerator &random)
{
    switch (random.bounded(5)) {
    case 0:
        return QByteArray::number(qint64(random.bounded(1'000'000)) * random.bounded(1'000'000) - 5'000'000);
    case 1:
        return random.bounded(2) == 0 ? "true" : "false";
    case 2:
        return "null";
    default:
        return randomString(random);
    }
}

QByteArray randomObject(QRandomGenerator &random)
{
    QByteArrayList members;
    for (int i = 1 + random.bounded(8); i > 0; --i)
        members.append('"' + QByteArray::number(random.bounded(100'000), 36) + "\":" + randomScalar(random));
    return '{' + members.join(',') + '}';
}

} // namespace

class tst_FlatJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheFullReaderReads_data();
    void readsWhatTheFullReaderReads();
    void leavesTheRestToTheFullReader_data();
    void leavesTheRestToTheFullReader();
    void neverDiffersFromTheFullReader();
};

void tst_FlatJson::readsWhatTheFullReaderReads_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const char *text : {
             R"(["message:send",{"room":"general","nonce":"0b6f4c1e","text":"Soup today?"}])",
             R"(["message:send",{"text":"Grüße, 😀","room":"r","replyTo":"m-1"}])",
             R"([{"ok":true,"id":"m","seq":7,"at":1700000000000,"gone":null,"no":false}])",
             R"({"token":"t","":0,"a":-1,"Z":999999999999999})",
             R"(["a","",0,-5,true,false,null])",
             R"([{"b":1,"a":2,"aa":3,"B":4},{"c":5}])",
         })
        QTest::newRow(text) << QByteArray(text);
}

void tst_FlatJson::readsWhatTheFullReaderReads()
{
    QFETCH(QByteArray, text);
    const auto value = readFlatJson(text);
    QVERIFY(value.has_value());
    QCOMPARE(*value, readFully(text));
    QByteArray flat;
    QByteArray full;
    appendJson(flat, *value);
    appendJson(full, readFully(text));
    QCOMPARE(flat, full);
}

void tst_FlatJson::leavesTheRestToTheFullReader_data()
{
    QTest::addColumn<QByteArray>("text");

    for (
        const char *text : {
            "",
            "[",
            "{",
            "[]",
            "{}",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1]]",
            "[1] ",
            " [1]",
            "[1 ]",
            "[1, 2]",
            R"(["a)",
            R"(["a\n"])",
            "[\"a\nb\"]",
            "[\"\xff\"]",
            "[\"\xc3\"]",
            "[\"\xed\xa0\x80\"]",
            "[1.5]",
            "[1e3]",
            "[-0]",
            "[01]",
            "[-]",
            "[1000000000000000]",
            "[tru]",
            "[nul]",
            "[True]",
            "[undefined]",
            "[[1]]",
            R"([{"a":[1]}])",
            R"([{"a":{"b":1}}])",
            R"([{"a":1,"a":2}])",
            R"([{"a"}])",
            R"([{"a":}])",
            R"([{a:1}])",
            R"([{"a":1,}])",
            R"([{}])",
            R"([{"ä":1}])",
            R"([{"a":1])",
            "true",
            "1",
            R"("a")",
            R"([{"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":0,"k":0,"l":0,"m":0,"n":0,"o":0,"p":0,"q":0}])",
        })
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void tst_FlatJson::leavesTheRestToTheFullReader()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readFlatJson(text).has_value());
}

void tst_FlatJson::neverDiffersFromTheFullReader()
{
    QRandomGenerator random(1);
    int read = 0;
    for (int i = 0; i < 5'000; ++i) {
        const QByteArray text = '[' + randomScalar(random) + ',' + randomObject(random) + ']';
        if (const auto value = readFlatJson(text)) {
            ++read;
            QVERIFY2(*value == readFully(text), text.constData());
        }
    }
    QVERIFY2(read > 1'000, "too few of the texts were flat for this to mean anything");
}

QTEST_GUILESS_MAIN(tst_FlatJson)
#include "tst_flatjson.moc"
