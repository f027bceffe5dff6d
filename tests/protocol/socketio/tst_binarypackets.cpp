#include "protocol/socketio/decoder.h"
#include "protocol/socketio/encoder.h"

#include <QCborArray>
#include <QCborMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace protocol::socketio;

namespace {

QByteArray placeholder(const QByteArray &num)
{
    return R"({"_placeholder":true,"num":)" + num + '}';
}

std::optional<ErrorCode> errorOf(const Result<std::optional<Packet>> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

QByteArray textWithOneAttachment()
{
    return R"(51-["a",)" + placeholder("0") + ']';
}

} // namespace

class tst_BinaryPackets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsAttachmentsInPlace_data();
    void putsAttachmentsInPlace();
    void aPacketWithoutAttachmentsCompletesAtOnce();
    void refusesTheText_data();
    void refusesTheText();
    void textIsRefusedWhileAttachmentsAreAwaited();
    void binaryIsRefusedWhenNoneIsAwaited();
    void anAttachmentTooManyIsRefused();
    void attachmentsAreBoundedTogether();
    void theNumberOfAttachmentsIsTheCallers();
    void resetForgetsAnIncompletePacket();
    void aMovedDecoderGoesOn();
    void decodesWhatItEncodes();
    void anIdleDecoderIsSmall();
};

void tst_BinaryPackets::putsAttachmentsInPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("attachments");
    QTest::addColumn<Packet>("packet");

    const auto row = [](const char *sentence, const QByteArray &text, QList<QByteArray> attachments, Packet packet) {
        QTest::newRow(sentence) << text << attachments << packet;
    };
    const auto root = u"/"_s;
    const QByteArray one("\0\1\xff", 3);
    const QByteArray two("two");

    row("one argument", R"(51-["a",)" + placeholder("0") + ']', {one},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, one}});
    row("a namespace and an id", R"(51-/custom,9["a",)" + placeholder("0") + ']', {one},
        {PacketType::Event, u"/custom"_s, 9, QCborArray{u"a"_s, one}});
    row("an acknowledgement", "61-3[" + placeholder("0") + ']', {one}, {PacketType::Ack, root, 3, QCborArray{one}});
    row("an attachment without bytes", R"(51-["a",)" + placeholder("0") + ']', {""},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, QByteArray("")}});
    row("two in order", R"(52-["a",)" + placeholder("0") + ',' + placeholder("1") + ']', {one, two},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, one, two}});
    row("two in reverse order", R"(52-["a",)" + placeholder("1") + ',' + placeholder("0") + ']', {one, two},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, two, one}});
    row("one inside an object", R"(51-["a",{"x":)" + placeholder("0") + R"(,"y":1}])", {one},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, QCborMap{{u"x"_s, one}, {u"y"_s, 1}}}});
    row("two at different depths", R"(52-["a",[[)" + placeholder("1") + R"(]],{"x":[)" + placeholder("0") + "]},2]",
        {one, two},
        {PacketType::Event,
         root,
         {},
         QCborArray{u"a"_s, QCborArray{QCborArray{two}}, QCborMap{{u"x"_s, QCborArray{one}}}, 2}});
    row("an index written as a fraction", R"(51-["a",)" + placeholder("0.0") + ']', {one},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, one}});
    row("a placeholder with further keys", R"(51-["a",{"num":0,"x":1,"_placeholder":true}])", {one},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, one}});
    row("an object whose _placeholder is not true is data",
        R"(51-["a",{"_placeholder":1,"num":7},)" + placeholder("0") + ']', {one},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, QCborMap{{u"_placeholder"_s, 1}, {u"num"_s, 7}}, one}});
    row("leading zeros in the number of attachments", R"(50001-["a",)" + placeholder("0") + ']', {one},
        {PacketType::Event, root, {}, QCborArray{u"a"_s, one}});
}

void tst_BinaryPackets::putsAttachmentsInPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QByteArray>, attachments);
    QFETCH(Packet, packet);

    Decoder decoder;
    QByteArray received(text.constData(), text.size()); // a copy of its own, unlike a copied QByteArray
    auto decoded = decoder.addText(received);
    received.fill('x'); // the decoder must not depend on it any more
    for (const QByteArray &attachment : attachments) {
        QVERIFY2(decoded.hasValue(), decoded.hasValue() ? "" : describe(decoded.error()));
        QVERIFY(!decoded->has_value());
        QVERIFY(decoder.isAwaitingAttachments());
        decoded = decoder.addBinary(attachment);
    }

    QVERIFY(decoded.hasValue());
    QVERIFY(decoded->has_value());
    QVERIFY(!decoder.isAwaitingAttachments());
    const Packet &actual = **decoded;
    QCOMPARE(actual.type, packet.type);
    QCOMPARE(actual.nsp, packet.nsp);
    QCOMPARE(actual.id, packet.id);
    QCOMPARE(actual.data, packet.data);
}

void tst_BinaryPackets::aPacketWithoutAttachmentsCompletesAtOnce()
{
    Decoder decoder;
    const auto event = decoder.addText(R"(50-["a"])");
    QVERIFY(event.hasValue());
    QVERIFY(event->has_value());
    QCOMPARE((**event).type, PacketType::Event);
    QVERIFY(!decoder.isAwaitingAttachments());

    const auto ack = decoder.addText("60-1[]");
    QVERIFY(ack.hasValue());
    QVERIFY(ack->has_value());
    QCOMPARE((**ack).type, PacketType::Ack);
    QVERIFY(!decoder.isAwaitingAttachments());

    QCOMPARE(errorOf(decoder.addBinary("x")), ErrorCode::UnexpectedBinary);
}

void tst_BinaryPackets::refusesTheText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("error");

    const auto row = [](const char *sentence, const QByteArray &text, ErrorCode error) {
        QTest::newRow(sentence) << text << error;
    };
    const QByteArray zero = placeholder("0");
    const QByteArray one = placeholder("1");

    row("no number of attachments", R"(5["a"])", ErrorCode::BadAttachmentCount);
    row("nothing behind the type", "5", ErrorCode::BadAttachmentCount);
    row("a dash alone", R"(5-["a"])", ErrorCode::BadAttachmentCount);
    row("a number without a dash", "51", ErrorCode::BadAttachmentCount);
    row("a number and the payload without a dash", R"(51["a"])", ErrorCode::BadAttachmentCount);
    row("a negative number", R"(5-1-["a"])", ErrorCode::BadAttachmentCount);
    row("a fraction", R"(51.5-["a"])", ErrorCode::BadAttachmentCount);
    row("an exponent", R"(51e1-["a"])", ErrorCode::BadAttachmentCount);
    row("a space", R"(5 1-["a"])", ErrorCode::BadAttachmentCount);
    row("11 attachments", R"(511-["a"])", ErrorCode::TooManyAttachments);
    row("999,999 attachments", R"(5999999-["a"])", ErrorCode::TooManyAttachments);
    row("a number that wraps around at 2^32", R"(54294967297-["a"])", ErrorCode::TooManyAttachments);
    row("a number of 10,000 digits", '5' + QByteArray(10'000, '9') + "-[1]", ErrorCode::TooManyAttachments);

    row("an attachment without a placeholder", R"(51-["a"])", ErrorCode::BadPlaceholder);
    row("fewer placeholders than attachments", R"(52-["a",)" + zero + ']', ErrorCode::BadPlaceholder);
    row("more placeholders than attachments", R"(51-["a",)" + zero + ',' + one + ']', ErrorCode::BadPlaceholder);
    row("a placeholder without attachments", R"(50-["a",)" + zero + ']', ErrorCode::BadPlaceholder);
    row("the same placeholder twice", R"(52-["a",)" + zero + ',' + zero + ']', ErrorCode::BadPlaceholder);
    row("the same placeholder once too often", R"(51-["a",)" + zero + ',' + zero + ']', ErrorCode::BadPlaceholder);
    for (const char *num : {"1", "-1", "0.5", "\"0\"", "null", "true", "[0]", "{}", "1e300", "-1e300", "4294967296",
                            "9223372036854775807", "\"toString\"", "\"length\""})
        row(num, R"(51-["a",)" + placeholder(num) + ']', ErrorCode::BadPlaceholder);
    row("a placeholder without an index", R"(51-["a",{"_placeholder":true}])", ErrorCode::BadPlaceholder);
    row("a placeholder whose _placeholder is not true", R"(51-["a",{"_placeholder":1,"num":0}])",
        ErrorCode::BadPlaceholder);
    row("a placeholder inside a placeholder", R"(51-["a",{"_placeholder":true,"num":)" + zero + "}]",
        ErrorCode::BadPlaceholder);

    row("a placeholder as the name", "51-[" + zero + ']', ErrorCode::BadPayload);
    row("a placeholder as the payload", "51-" + zero, ErrorCode::BadPayload);
    row("no payload", "51-", ErrorCode::BadPayload);
    row("a reserved event", R"(51-["connect",)" + zero + ']', ErrorCode::ReservedEvent);
    row("an acknowledgement without an id", "61-[" + zero + ']', ErrorCode::BadId);
    row("an id of 10^30", R"(51-1000000000000000000000000000000["a",)" + zero + ']', ErrorCode::BadId);
    row("bad JSON", R"(51-["a",)" + zero, ErrorCode::BadJson);
    row("a placeholder too deep", "51-[1," + QByteArray(32, '[') + zero, ErrorCode::JsonTooDeep);
}

void tst_BinaryPackets::refusesTheText()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, error);

    Decoder decoder;
    const auto decoded = decoder.addText(text);
    QVERIFY(!decoded.hasValue());
    QCOMPARE(decoded.error(), error);
    QVERIFY(!decoder.isAwaitingAttachments());
}

void tst_BinaryPackets::textIsRefusedWhileAttachmentsAreAwaited()
{
    Decoder decoder;
    QVERIFY(decoder.addText(textWithOneAttachment()).hasValue());

    const auto decoded = decoder.addText(R"(2["b"])");
    QVERIFY(!decoded.hasValue());
    QCOMPARE(decoded.error(), ErrorCode::UnexpectedText);
    QVERIFY(!decoder.isAwaitingAttachments());
}

void tst_BinaryPackets::binaryIsRefusedWhenNoneIsAwaited()
{
    Decoder decoder;
    QCOMPARE(errorOf(decoder.addBinary("x")), ErrorCode::UnexpectedBinary);
    QVERIFY(decoder.addText(R"(2["a"])").hasValue());
    QCOMPARE(errorOf(decoder.addBinary("")), ErrorCode::UnexpectedBinary);
}

void tst_BinaryPackets::anAttachmentTooManyIsRefused()
{
    Decoder decoder;
    QVERIFY(decoder.addText(textWithOneAttachment()).hasValue());
    QVERIFY(decoder.addBinary("x").hasValue());
    QCOMPARE(errorOf(decoder.addBinary("y")), ErrorCode::UnexpectedBinary);
}

void tst_BinaryPackets::attachmentsAreBoundedTogether()
{
    const QByteArray text = R"(52-["a",)" + placeholder("0") + ',' + placeholder("1") + ']';

    Decoder decoder({.maxAttachmentBytes = 10});
    QVERIFY(decoder.addText(text).hasValue());
    QVERIFY(decoder.addBinary("12345").hasValue());
    const auto complete = decoder.addBinary("67890");
    QVERIFY(complete.hasValue());
    QVERIFY(complete->has_value());

    QVERIFY(decoder.addText(text).hasValue());
    QVERIFY(decoder.addBinary("12345").hasValue());
    const auto refused = decoder.addBinary("678901");
    QVERIFY(!refused.hasValue());
    QCOMPARE(refused.error(), ErrorCode::AttachmentsTooLarge);
    QVERIFY(!decoder.isAwaitingAttachments());
}

void tst_BinaryPackets::theNumberOfAttachmentsIsTheCallers()
{
    const QByteArray one = textWithOneAttachment();
    const QByteArray two = R"(52-["a",)" + placeholder("0") + ',' + placeholder("1") + ']';

    QVERIFY(Decoder({.maxAttachments = 1}).addText(one).hasValue());
    QCOMPARE(errorOf(Decoder({.maxAttachments = 1}).addText(two)), ErrorCode::TooManyAttachments);
    QVERIFY(Decoder({.maxAttachments = 2}).addText(two).hasValue());
    QCOMPARE(errorOf(Decoder({.maxAttachments = 0}).addText(one)), ErrorCode::TooManyAttachments);
}

void tst_BinaryPackets::resetForgetsAnIncompletePacket()
{
    Decoder decoder;
    QVERIFY(decoder.addText(textWithOneAttachment()).hasValue());
    decoder.reset();
    QVERIFY(!decoder.isAwaitingAttachments());
    QVERIFY(decoder.addText(R"(2["b"])").hasValue());
}

void tst_BinaryPackets::aMovedDecoderGoesOn()
{
    Decoder first;
    QVERIFY(first.addText(textWithOneAttachment()).hasValue());

    Decoder second = std::move(first);
    QVERIFY(second.isAwaitingAttachments());
    const auto decoded = second.addBinary("x");
    QVERIFY(decoded.hasValue());
    QVERIFY(decoded->has_value());
}

void tst_BinaryPackets::decodesWhatItEncodes()
{
    QCborArray data{u"a"_s};
    for (int i = 0; i < 10; ++i)
        data.append(QCborMap{{u"bytes"_s, QCborArray{QByteArray(i, char(i)), i}}});
    const Packet packet{PacketType::Event, u"/custom"_s, 1, data};
    const EncodedPacket encoded = encode(packet);

    Decoder decoder;
    auto decoded = decoder.addText(encoded.text);
    for (const QByteArray &attachment : encoded.attachments) {
        QVERIFY(decoded.hasValue());
        decoded = decoder.addBinary(attachment);
    }
    QVERIFY(decoded.hasValue());
    QVERIFY(decoded->has_value());
    QCOMPARE((**decoded).data, packet.data);
    QVERIFY(**decoded == packet);
}

void tst_BinaryPackets::anIdleDecoderIsSmall()
{
    QCOMPARE_LE(sizeof(Decoder), std::size_t(48));
}

QTEST_APPLESS_MAIN(tst_BinaryPackets)
#include "tst_binarypackets.moc"
