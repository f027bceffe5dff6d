#include "protocol/socketio/decoder.h"

#include "protocol/socketio/encoder.h"

#include <QCborArray>
#include <QCborMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace protocol::socketio;

/// The texts of packets without attachments; tst_binarypackets has the others.
class tst_Decoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void aClientAcceptsAConnectError();
    void aClientRefusesAConnectErrorWithoutAnObject();
    void theLimitsAreTheCallers();
    void goesOnAfterAnError();
    void decodesWhatItEncodes_data();
    void decodesWhatItEncodes();
    void describesEveryError();
};

void tst_Decoder::decodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Packet>("packet");

    const auto row = [](const char *sentence, const char *text, Packet packet) {
        QTest::newRow(sentence) << QByteArray(text) << packet;
    };
    const auto root = u"/"_s;
    const auto custom = u"/custom"_s;

    row("a connect", "0", {PacketType::Connect, root, {}, {}});
    row("a connect with a token", R"(0{"token":"x"})", {PacketType::Connect, root, {}, QCborMap{{u"token"_s, u"x"_s}}});
    row("a connect with an empty object", "0{}", {PacketType::Connect, root, {}, QCborMap{}});
    row("a connect to a namespace without a comma", "0/custom", {PacketType::Connect, custom, {}, {}});
    row("a connect to a namespace with a comma", "0/custom,", {PacketType::Connect, custom, {}, {}});
    row("a connect to a namespace with a token", R"(0/custom,{"a":1})",
        {PacketType::Connect, custom, {}, QCborMap{{u"a"_s, 1}}});
    row("a connect to the root namespace by its name", "0/,", {PacketType::Connect, root, {}, {}});
    row("a namespace is taken as it is", "0/../a b?x=1#y,", {PacketType::Connect, u"/../a b?x=1#y"_s, {}, {}});
    row("a namespace named __proto__", "0/__proto__,", {PacketType::Connect, u"/__proto__"_s, {}, {}});
    row("a namespace above ASCII", "0/\xe2\x82\xac,", {PacketType::Connect, u"/\u20ac"_s, {}, {}});
    row("a disconnect", "1", {PacketType::Disconnect, root, {}, {}});
    row("a disconnect from a namespace without a comma", "1/custom", {PacketType::Disconnect, custom, {}, {}});
    row("a disconnect from a namespace with a comma", "1/custom,", {PacketType::Disconnect, custom, {}, {}});
    row("an event", R"(2["hey","Jude"])", {PacketType::Event, root, {}, QCborArray{u"hey"_s, u"Jude"_s}});
    row("an event without arguments", R"(2["hey"])", {PacketType::Event, root, {}, QCborArray{u"hey"_s}});
    row("an event with an empty name", R"(2[""])", {PacketType::Event, root, {}, QCborArray{u""_s}});
    row("an event with an integer as its name", "2[1,2]", {PacketType::Event, root, {}, QCborArray{1, 2}});
    row("an event with a fraction as its name", "2[1.5]", {PacketType::Event, root, {}, QCborArray{1.5}});
    row("an event with an id", R"(212["hey"])", {PacketType::Event, root, 12, QCborArray{u"hey"_s}});
    row("an event with the id 0", R"(20["hey"])", {PacketType::Event, root, 0, QCborArray{u"hey"_s}});
    row("an event with leading zeros in its id", R"(2007["a"])", {PacketType::Event, root, 7, QCborArray{u"a"_s}});
    row("an event with the largest id", "29007199254740991[1]",
        {PacketType::Event, root, 9007199254740991u, QCborArray{1}});
    row("an event in a namespace with an id", R"(2/custom,3["a"])", {PacketType::Event, custom, 3, QCborArray{u"a"_s}});
    row("an event named __proto__", R"(2["__proto__","constructor"])",
        {PacketType::Event, root, {}, QCborArray{u"__proto__"_s, u"constructor"_s}});
    row("reserved names as arguments", R"(2["a","connect"])",
        {PacketType::Event, root, {}, QCborArray{u"a"_s, u"connect"_s}});
    row("a name that only starts like a reserved one", R"(2["connected"])",
        {PacketType::Event, root, {}, QCborArray{u"connected"_s}});
    row("white space behind the payload", "2[\"a\"] \r\n", {PacketType::Event, root, {}, QCborArray{u"a"_s}});
    row("an object that looks like a placeholder is data", R"(2["a",{"_placeholder":true,"num":0}])",
        {PacketType::Event, root, {}, QCborArray{u"a"_s, QCborMap{{u"_placeholder"_s, true}, {u"num"_s, 0}}}});
    row("an acknowledgement", R"(312["bar"])", {PacketType::Ack, root, 12, QCborArray{u"bar"_s}});
    row("an acknowledgement without values", "3/custom,0[]", {PacketType::Ack, custom, 0, QCborArray{}});
    row("an acknowledgement may start with any value", R"(31[null,"connect"])",
        {PacketType::Ack, root, 1, QCborArray{nullptr, u"connect"_s}});
}

void tst_Decoder::decodes()
{
    QFETCH(QByteArray, text);
    QFETCH(Packet, packet);

    Decoder decoder;
    const auto decoded = decoder.addText(text);
    QVERIFY2(decoded.hasValue(), decoded.hasValue() ? "" : describe(decoded.error()));
    QVERIFY(decoded->has_value());
    const Packet &actual = **decoded;
    QCOMPARE(actual.type, packet.type);
    QCOMPARE(actual.nsp, packet.nsp);
    QCOMPARE(actual.id, packet.id);
    QCOMPARE(actual.data, packet.data);
    QVERIFY(!decoder.isAwaitingAttachments());
}

void tst_Decoder::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("error");

    const auto row = [](const char *sentence, const QByteArray &text, ErrorCode error) {
        QTest::newRow(sentence) << text << error;
    };
    row("nothing", "", ErrorCode::EmptyPacket);
    row("a letter as the type", "abc", ErrorCode::UnknownType);
    row("a type above the last", "7", ErrorCode::UnknownType);
    row("a NUL as the type", QByteArray(1, '\0'), ErrorCode::UnknownType);
    row("a connect error from a client", R"(4{"message":"x"})", ErrorCode::UnexpectedType);
    row("a connect error from a client, without a payload", "4", ErrorCode::UnexpectedType);

    row("a connect with an array", "0[]", ErrorCode::BadPayload);
    row("a connect with null", "0null", ErrorCode::BadJson);
    row("a connect with a string", "0\"a\"", ErrorCode::BadJson);
    row("a connect with letters", "0abc", ErrorCode::BadJson);
    row("a connect with an id", "01{}", ErrorCode::BadId);
    row("a namespace without a slash", "0custom,", ErrorCode::BadJson);
    row("a disconnect with an object", "1{}", ErrorCode::BadPayload);
    row("a disconnect with letters", "1abc", ErrorCode::BadJson);
    row("a disconnect with an id", "11", ErrorCode::BadId);
    row("a disconnect from a namespace with a payload", "1/custom,[]", ErrorCode::BadPayload);

    row("an event without a payload", "2", ErrorCode::BadPayload);
    row("an event in a namespace without a payload", "2/custom,", ErrorCode::BadPayload);
    row("an event with an id and no payload", "212", ErrorCode::BadPayload);
    row("an event with an object", "2{}", ErrorCode::BadPayload);
    row("an event with an empty array", "2[]", ErrorCode::BadPayload);
    row("an event with null as its name", "2[null]", ErrorCode::BadPayload);
    row("an event with true as its name", "2[true]", ErrorCode::BadPayload);
    row("an event with an array as its name", "2[[\"a\"]]", ErrorCode::BadPayload);
    row("an event with an object as its name", "2[{}]", ErrorCode::BadPayload);
    row("an event with letters", "2abc", ErrorCode::BadJson);
    row("an event with letters before its array", "2abc[\"a\"]", ErrorCode::BadJson);
    row("an event cut short", "2[\"a\"", ErrorCode::BadJson);
    row("something behind the event", "2[\"a\"]x", ErrorCode::BadJson);
    row("a second array behind the event", "2[\"a\"][\"b\"]", ErrorCode::BadJson);
    row("white space before the payload", "2 [\"a\"]", ErrorCode::BadJson);
    row("a payload that is not UTF-8", "2[\"\xff\"]", ErrorCode::BadJson);
    for (const char *name :
         {"connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"})
        row(name, "2[\"" + QByteArray(name) + "\"]", ErrorCode::ReservedEvent);
    row("a reserved event written with escapes", R"(2["\u0063onnect"])", ErrorCode::ReservedEvent);

    row("an acknowledgement without an id", "3[]", ErrorCode::BadId);
    row("an acknowledgement without a payload", "31", ErrorCode::BadPayload);
    row("an acknowledgement with an object", "31{}", ErrorCode::BadPayload);
    row("an id of 2^53", "29007199254740992[1]", ErrorCode::BadId);
    row("an id of 10^30",
        "2"
        "1000000000000000000000000000000[\"a\"]",
        ErrorCode::BadId);
    row("an id of 10^30 in an acknowledgement",
        "3"
        "1000000000000000000000000000000[]",
        ErrorCode::BadId);
    row("an id that wraps around at 2^64", "218446744073709551617[\"a\"]", ErrorCode::BadId);
    row("an id of 100,000 digits", "2" + QByteArray(100'000, '9') + "[\"a\"]", ErrorCode::BadId);
    row("a negative id", "2-1[\"a\"]", ErrorCode::BadId);
    row("a negative id in an acknowledgement", "3-1[]", ErrorCode::BadId);
    row("an id with a plus", "2+1[\"a\"]", ErrorCode::BadId);
    row("an id with a fraction", "21.5[\"a\"]", ErrorCode::BadJson);
    row("an id with an exponent", "21e3[\"a\"]", ErrorCode::BadJson);
    row("an id in hexadecimal", "20x10[\"a\"]", ErrorCode::BadJson);

    row("a namespace of 64 KiB", "0/" + QByteArray(65'536, 'x') + ',', ErrorCode::NamespaceTooLong);
    row("a namespace of 64 KiB without a comma", "2/" + QByteArray(65'536, 'x'), ErrorCode::NamespaceTooLong);
    row("an event nested 100,000 deep", "2[\"a\"," + QByteArray(100'000, '['), ErrorCode::JsonTooDeep);
    row("a connect nested 100,000 deep", "0" + QByteArray("{\"a\":").repeated(100'000), ErrorCode::JsonTooDeep);
}

void tst_Decoder::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, error);

    Decoder decoder;
    const auto decoded = decoder.addText(text);
    QVERIFY(!decoded.hasValue());
    QCOMPARE(decoded.error(), error);
    QVERIFY(!decoder.isAwaitingAttachments());
}

void tst_Decoder::aClientAcceptsAConnectError()
{
    Decoder decoder({.role = Role::Client});
    const auto decoded = decoder.addText(R"(4/random,{"message":"Invalid namespace"})");
    QVERIFY(decoded.hasValue());
    const Packet expected{PacketType::ConnectError, u"/random"_s, {}, QCborMap{{u"message"_s, u"Invalid namespace"_s}}};
    QVERIFY(**decoded == expected);
}

void tst_Decoder::aClientRefusesAConnectErrorWithoutAnObject()
{
    for (const char *text : {"4", "4/a,", "4[]"}) {
        const auto decoded = Decoder({.role = Role::Client}).addText(text);
        QVERIFY(!decoded.hasValue());
        QCOMPARE(decoded.error(), ErrorCode::BadPayload);
    }
}

void tst_Decoder::theLimitsAreTheCallers()
{
    Decoder decoder({.maxJsonDepth = 3, .maxNamespaceBytes = 4});

    QVERIFY(decoder.addText("2[1,[[]]]").hasValue());
    const auto tooDeep = decoder.addText("2[1,[[[]]]]");
    QVERIFY(!tooDeep.hasValue());
    QCOMPARE(tooDeep.error(), ErrorCode::JsonTooDeep);

    QVERIFY(decoder.addText("0/abc,").hasValue());
    QVERIFY(decoder.addText("0/abc").hasValue());
    for (const char *text : {"0/abcd,", "0/abcd", "0/a\xe2\x82\xac,"}) {
        const auto tooLong = decoder.addText(text);
        QVERIFY(!tooLong.hasValue());
        QCOMPARE(tooLong.error(), ErrorCode::NamespaceTooLong);
    }
}

void tst_Decoder::goesOnAfterAnError()
{
    Decoder decoder;
    QVERIFY(!decoder.addText("2[").hasValue());
    const auto decoded = decoder.addText("2[1]");
    QVERIFY(decoded.hasValue());
    QVERIFY(decoded->has_value());
}

void tst_Decoder::decodesWhatItEncodes_data()
{
    QTest::addColumn<QCborArray>("data");

    QTest::newRow("numbers") << QCborArray{1, -1, 0, 0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308};
    QTest::newRow("words") << QCborArray{u"a"_s, true, false, nullptr};
    QTest::newRow("strings") << QCborArray{u"\"\\/\b\f\n\r\t\u0001\x7f\u00e4\u20ac\u2028\U0001f600"_s,
                                           QString(QChar(0xd800)), QString(QChar(u'\0'))};
    QTest::newRow("containers") << QCborArray{1, QCborArray{}, QCborMap{}, QCborMap{{u"a"_s, QCborArray{QCborMap{}}}}};
    QTest::newRow("an object like a placeholder") << QCborArray{1, QCborMap{{u"_placeholder"_s, true}, {u"num"_s, 0}}};
}

void tst_Decoder::decodesWhatItEncodes()
{
    QFETCH(QCborArray, data);

    const Packet packet{PacketType::Event, u"/custom"_s, 42, data};
    const auto decoded = Decoder().addText(encode(packet).text);
    QVERIFY(decoded.hasValue());
    QCOMPARE((**decoded).data, packet.data);
    QVERIFY(**decoded == packet);
}

void tst_Decoder::describesEveryError()
{
    QSet<QByteArray> texts;
    for (int code = 0; code <= int(ErrorCode::UnexpectedBinary); ++code)
        texts.insert(describe(ErrorCode(code)));
    QCOMPARE(texts.size(), int(ErrorCode::UnexpectedBinary) + 1);
    QVERIFY(!texts.contains("unknown error"));
}

QTEST_APPLESS_MAIN(tst_Decoder)
#include "tst_decoder.moc"
