#include "protocol/engineio/payloadcodec.h"

#include <QTest>

using namespace protocol::engineio;

namespace {

Packet textMessage(const QByteArray &text)
{
    return {PacketType::Message, false, text};
}

Packet binaryMessage(const QByteArray &bytes)
{
    return {PacketType::Message, true, bytes};
}

} // namespace

class tst_PayloadCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsABodyIntoItsPackets_data();
    void splitsABodyIntoItsPackets();
    void refuses_data();
    void refuses();
    void acceptsAsManyPacketsAsTheLimitAllows();
    void buildsPayloads();
    void predictsTheSizeOfAPayload();
    void decodesWhatItEncodes();
};

void tst_PayloadCodec::splitsABodyIntoItsPackets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::vector<Packet>>("packets");

    const auto row = [](const char *sentence, const char *body, std::vector<Packet> packets) {
        QTest::newRow(sentence) << QByteArray(body) << packets;
    };
    row("one text message", "4hello", {textMessage("hello")});
    row("three packets in order",
        "4a\x1e"
        "2\x1e"
        "4b",
        {textMessage("a"), {PacketType::Ping, false, ""}, textMessage("b")});
    row("a binary message", "bAQIDBA==", {binaryMessage(QByteArray("\1\2\3\4"))});
    row("a binary message of no bytes", "b", {binaryMessage("")});
    row("binary between text",
        "4a\x1e"
        "bAQI=\x1e"
        "4b",
        {textMessage("a"), binaryMessage("\1\2"), textMessage("b")});
    row("a message above ASCII", "4\xf0\x9f\x98\x80", {textMessage("\xf0\x9f\x98\x80")});
    row("a message with a line end", "4a\nb", {textMessage("a\nb")});
    row("a message that starts with the mark of binary data", "4bAQI=", {textMessage("bAQI=")});
}

void tst_PayloadCodec::splitsABodyIntoItsPackets()
{
    QFETCH(QByteArray, body);
    QFETCH(std::vector<Packet>, packets);

    const auto decoded = decodePayload(body);
    QVERIFY(decoded.hasValue());
    QCOMPARE(decoded->size(), packets.size());
    for (std::size_t i = 0; i < packets.size(); ++i)
        QVERIFY2((*decoded)[i] == packets[i], qPrintable(QStringLiteral("packet %1").arg(i)));
}

void tst_PayloadCodec::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("error");

    const auto row = [](const char *sentence, const QByteArray &body, ErrorCode error) {
        QTest::newRow(sentence) << body << error;
    };
    row("an empty body", "", ErrorCode::EmptyPayload);
    row("a separator alone", "\x1e", ErrorCode::EmptyPacket);
    row("a separator in front",
        "\x1e"
        "4a",
        ErrorCode::EmptyPacket);
    row("a separator at the end", "4a\x1e", ErrorCode::EmptyPacket);
    row("two separators in a row",
        "4a\x1e\x1e"
        "4b",
        ErrorCode::EmptyPacket);
    row("an unknown type", "abc", ErrorCode::UnknownType);
    row("an unknown type behind a good packet",
        "4a\x1e"
        "9",
        ErrorCode::UnknownType);
    row("base64 without padding", "bAQI", ErrorCode::BadBase64);
    row("base64 with a sign that is no digit", "b!!!!", ErrorCode::BadBase64);
    row("base64 with white space", "bAQI= ", ErrorCode::BadBase64);
    row("base64 behind a good packet, with stray bits",
        "4a\x1e"
        "b/x==",
        ErrorCode::BadBase64);
    row("the old mark of binary data with a type", "b4AQI=", ErrorCode::BadBase64);
    row("an overlong form", "4\xc0\xaf", ErrorCode::InvalidUtf8);
    row("a surrogate", "4\xed\xa0\x80", ErrorCode::InvalidUtf8);
    row("a code point cut off at the end", "4\xe2\x82", ErrorCode::InvalidUtf8);
    row("a code point cut by a separator",
        "4\xe2\x82\x1e"
        "4\xac",
        ErrorCode::InvalidUtf8);
    row("10,000 packets", QByteArray("4\x1e").repeated(9'999) + '4', ErrorCode::TooManyPackets);
    row("a million separators", QByteArray(1'000'000, '\x1e'), ErrorCode::TooManyPackets);
}

void tst_PayloadCodec::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, error);

    const auto decoded = decodePayload(body);
    QVERIFY(!decoded.hasValue());
    QCOMPARE(decoded.error(), error);
}

void tst_PayloadCodec::acceptsAsManyPacketsAsTheLimitAllows()
{
    const PayloadLimits limits{.maxPackets = 3};

    const auto three = decodePayload("4a\x1e"
                                     "4b\x1e"
                                     "4c",
                                     limits);
    QVERIFY(three.hasValue());
    QCOMPARE(three->size(), std::size_t(3));

    const auto four = decodePayload("4a\x1e"
                                    "4b\x1e"
                                    "4c\x1e"
                                    "4d",
                                    limits);
    QVERIFY(!four.hasValue());
    QCOMPARE(four.error(), ErrorCode::TooManyPackets);
}

void tst_PayloadCodec::buildsPayloads()
{
    QByteArray payload;
    appendTextPacket(payload, "4hello");
    QCOMPARE(payload, "4hello");
    appendBinaryPacket(payload, "\1\2\3\4");
    QCOMPARE(payload,
             "4hello\x1e"
             "bAQIDBA==");
    appendTextPacket(payload, "2");
    QCOMPARE(payload,
             "4hello\x1e"
             "bAQIDBA==\x1e"
             "2");

    QByteArray binaryFirst;
    appendBinaryPacket(binaryFirst, "");
    appendBinaryPacket(binaryFirst, "a");
    QCOMPARE(binaryFirst,
             "b\x1e"
             "bYQ==");
}

void tst_PayloadCodec::predictsTheSizeOfAPayload()
{
    QByteArray payload;
    for (int size = 0; size < 20; ++size) {
        const qsizetype withText = encodedSizeWithTextPacket(payload.size(), 1 + size);
        appendTextPacket(payload, QByteArray('4' + QByteArray(size, 'x')));
        QCOMPARE(payload.size(), withText);

        const qsizetype withBinary = encodedSizeWithBinaryPacket(payload.size(), size);
        appendBinaryPacket(payload, QByteArray(size, 'x'));
        QCOMPARE(payload.size(), withBinary);
    }
    QCOMPARE(encodedSizeWithBinaryPacket(0, 4), 9);
}

void tst_PayloadCodec::decodesWhatItEncodes()
{
    QByteArray payload;
    for (int value = 0; value < 256; ++value)
        appendBinaryPacket(payload, QByteArray(value, char(value)));

    const auto decoded = decodePayload(payload);
    QVERIFY(decoded.hasValue());
    QCOMPARE(decoded->size(), std::size_t(256));
    for (int value = 0; value < 256; ++value)
        QVERIFY((*decoded)[std::size_t(value)] == binaryMessage(QByteArray(value, char(value))));
}

QTEST_APPLESS_MAIN(tst_PayloadCodec)
#include "tst_payloadcodec.moc"
