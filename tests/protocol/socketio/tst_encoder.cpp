#include "protocol/socketio/encoder.h"

#include "protocol/socketio/decoder.h"

#include <QCborArray>
#include <QCborMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace protocol::socketio;

class tst_Encoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesPackets_data();
    void encodesPackets();
    void moreThanNineAttachmentsAreCountedRight();
    void encodesAnEventWithoutAPacket();
    void appendsAnArgument_data();
    void appendsAnArgument();
    void doesNotChangeATextThatIsShared();
};

void tst_Encoder::encodesPackets_data()
{
    QTest::addColumn<Packet>("packet");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("attachments");

    const auto row = [](const char *sentence, Packet packet, const char *text, QList<QByteArray> attachments = {}) {
        QTest::newRow(sentence) << packet << QByteArray(text) << attachments;
    };
    const auto root = u"/"_s;
    const auto custom = u"/custom"_s;
    const QByteArray bytes = "\1\2\3";

    row("a connect without a payload", {PacketType::Connect, root, {}, {}}, "0");
    row("a connect to a namespace", {PacketType::Connect, custom, {}, {}}, "0/custom,");
    row("the answer to a connect", {PacketType::Connect, root, {}, QCborMap{{u"sid"_s, u"abc"_s}}},
        R"(0{"sid":"abc"})");
    row("a connect with a token", {PacketType::Connect, custom, {}, QCborMap{{u"token"_s, 1}}},
        R"(0/custom,{"token":1})");
    row("a disconnect", {PacketType::Disconnect, root, {}, {}}, "1");
    row("a disconnect from a namespace", {PacketType::Disconnect, custom, {}, {}}, "1/custom,");
    row("an event", {PacketType::Event, root, {}, QCborArray{u"hey"_s, u"Jude"_s}}, R"(2["hey","Jude"])");
    row("an event with an id", {PacketType::Event, root, 12, QCborArray{u"hey"_s}}, R"(212["hey"])");
    row("an event with the id 0", {PacketType::Event, root, 0, QCborArray{u"hey"_s}}, R"(20["hey"])");
    row("an event in a namespace", {PacketType::Event, custom, {}, QCborArray{u"hey"_s}}, R"(2/custom,["hey"])");
    row("an event in a namespace with an id", {PacketType::Event, custom, 7, QCborArray{u"a"_s}}, R"(2/custom,7["a"])");
    row("the largest id", {PacketType::Event, root, 9007199254740991u, QCborArray{1}}, "29007199254740991[1]");
    row("an event in a namespace above ASCII", {PacketType::Event, u"/\u20ac"_s, {}, QCborArray{1}},
        "2/\xe2\x82\xac,[1]");
    row("an acknowledgement", {PacketType::Ack, root, 12, QCborArray{u"bar"_s}}, R"(312["bar"])");
    row("an acknowledgement without values", {PacketType::Ack, custom, 0, QCborArray{}}, "3/custom,0[]");
    row("a refused connect",
        {PacketType::ConnectError, u"/random"_s, {}, QCborMap{{u"message"_s, u"Invalid namespace"_s}}},
        R"(4/random,{"message":"Invalid namespace"})");
    row("an event with binary data", {PacketType::Event, root, {}, QCborArray{u"a"_s, bytes}},
        R"(51-["a",{"_placeholder":true,"num":0}])", {bytes});
    row("an event with binary data, a namespace and an id", {PacketType::Event, custom, 3, QCborArray{u"a"_s, bytes}},
        R"(51-/custom,3["a",{"_placeholder":true,"num":0}])", {bytes});
    row("an acknowledgement with binary data",
        {PacketType::Ack, root, 15, QCborArray{QCborMap{{u"b"_s, bytes}}, bytes}},
        R"(62-15[{"b":{"_placeholder":true,"num":0}},{"_placeholder":true,"num":1}])", {bytes, bytes});
    row("a binary type without binary data is an event", {PacketType::BinaryEvent, root, {}, QCborArray{u"a"_s}},
        R"(2["a"])");
    row("a binary type without binary data is an acknowledgement", {PacketType::BinaryAck, root, 1, QCborArray{}},
        "31[]");
}

void tst_Encoder::encodesPackets()
{
    QFETCH(Packet, packet);
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, attachments);

    const EncodedPacket encoded = encode(packet);
    QCOMPARE(encoded.text, text);
    QCOMPARE(encoded.attachments, attachments);
}

void tst_Encoder::moreThanNineAttachmentsAreCountedRight()
{
    QCborArray data{u"a"_s};
    for (int i = 0; i < 10; ++i)
        data.append(QByteArray::number(i));

    const EncodedPacket encoded = encode({PacketType::Event, u"/"_s, 5, data});
    QVERIFY(encoded.text.startsWith(R"(510-5["a",{"_placeholder":true,"num":0})"));
    QVERIFY(encoded.text.endsWith(R"({"_placeholder":true,"num":9}])"));
    QCOMPARE(encoded.attachments.size(), 10);
    QCOMPARE(encoded.attachments.last(), "9");
}

void tst_Encoder::encodesAnEventWithoutAPacket()
{
    QCOMPARE(encodeEvent(u"/"_s, {u"hey"_s, 1}).text, R"(2["hey",1])");
    QCOMPARE(encodeEvent(u"/custom"_s, {u"hey"_s}, 7).text, R"(2/custom,7["hey"])");

    const EncodedPacket binary = encodeEvent(u"/"_s, {u"hey"_s, QByteArray("x")});
    QCOMPARE(binary.text, R"(51-["hey",{"_placeholder":true,"num":0}])");
    QCOMPARE(binary.attachments, QList<QByteArray>{"x"});
}

void tst_Encoder::appendsAnArgument_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("behind the name") << QByteArray(R"(2["a"])") << QByteArray(R"(2["a","Q81W_tb"])");
    QTest::newRow("behind another argument") << QByteArray(R"(2["a",1])") << QByteArray(R"(2["a",1,"Q81W_tb"])");
    QTest::newRow("behind an array") << QByteArray(R"(2["a",[1]])") << QByteArray(R"(2["a",[1],"Q81W_tb"])");
    QTest::newRow("in a namespace") << QByteArray(R"(2/n,["a"])") << QByteArray(R"(2/n,["a","Q81W_tb"])");
    QTest::newRow("behind a placeholder") << QByteArray(R"(51-["a",{"_placeholder":true,"num":0}])")
                                          << QByteArray(R"(51-["a",{"_placeholder":true,"num":0},"Q81W_tb"])");
    QTest::newRow("as the first value") << QByteArray("31[]") << QByteArray(R"(31["Q81W_tb"])");
    QTest::newRow("behind an empty array") << QByteArray(R"(2["a",[]])") << QByteArray(R"(2["a",[],"Q81W_tb"])");
}

void tst_Encoder::appendsAnArgument()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);

    appendArgument(text, R"("Q81W_tb")");
    QCOMPARE(text, expected);
    QVERIFY(Decoder().addText(text).hasValue());
}

void tst_Encoder::doesNotChangeATextThatIsShared()
{
    const EncodedPacket encoded = encodeEvent(u"/"_s, {u"hey"_s});
    QByteArray text = encoded.text;
    appendArgument(text, R"("offset")");
    QCOMPARE(text, R"(2["hey","offset"])");
    QCOMPARE(encoded.text, R"(2["hey"])");
}

QTEST_APPLESS_MAIN(tst_Encoder)
#include "tst_encoder.moc"
