#include "protocol/engineio/packetcodec.h"

#include <QTest>

using namespace protocol::engineio;

class tst_PacketCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesAndEncodes_data();
    void decodesAndEncodes();
    void refuses_data();
    void refuses();
    void describesEveryError();
};

void tst_PacketCodec::decodesAndEncodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("type");
    QTest::addColumn<QByteArray>("data");

    const auto row = [](const char *sentence, const char *text, PacketType type, const char *data) {
        QTest::newRow(sentence) << QByteArray(text) << char(type) << QByteArray(data);
    };
    row("an open packet carries the handshake", "0{\"sid\":\"x\"}", PacketType::Open, "{\"sid\":\"x\"}");
    row("a close packet", "1", PacketType::Close, "");
    row("a ping", "2", PacketType::Ping, "");
    row("a ping that probes a transport", "2probe", PacketType::Ping, "probe");
    row("a pong that answers a probe", "3probe", PacketType::Pong, "probe");
    row("a message", "4hello", PacketType::Message, "hello");
    row("a message without content", "4", PacketType::Message, "");
    row("a message that starts like a packet", "42[\"a\"]", PacketType::Message, "2[\"a\"]");
    row("a message above ASCII", "4\xe2\x82\xac", PacketType::Message, "\xe2\x82\xac");
    row("an upgrade", "5", PacketType::Upgrade, "");
    row("a noop", "6", PacketType::Noop, "");
}

void tst_PacketCodec::decodesAndEncodes()
{
    QFETCH(QByteArray, text);
    QFETCH(char, type);
    QFETCH(QByteArray, data);

    const auto packet = decodePacket(text);
    QVERIFY(packet.hasValue());
    QCOMPARE(char(packet->type), type);
    QCOMPARE(packet->data, data);
    QVERIFY(!packet->isBinary);

    QCOMPARE(encodePacket(*packet), text);
}

void tst_PacketCodec::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("error");

    QTest::newRow("no text at all") << QByteArray() << ErrorCode::EmptyPacket;
    QTest::newRow("a letter as the type") << QByteArray("abc") << ErrorCode::UnknownType;
    QTest::newRow("a type above the last") << QByteArray("7") << ErrorCode::UnknownType;
    QTest::newRow("a character below the first type") << QByteArray("/") << ErrorCode::UnknownType;
    QTest::newRow("the mark of binary data, which belongs in payloads")
        << QByteArray("bAQI=") << ErrorCode::UnknownType;
    QTest::newRow("a NUL") << QByteArray("\0", 1) << ErrorCode::UnknownType;
    QTest::newRow("a byte above ASCII") << QByteArray("\xc3\xa4") << ErrorCode::UnknownType;
}

void tst_PacketCodec::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, error);

    const auto packet = decodePacket(text);
    QVERIFY(!packet.hasValue());
    QCOMPARE(packet.error(), error);
}

void tst_PacketCodec::describesEveryError()
{
    QSet<QByteArray> texts;
    for (int code = 0; code <= int(ErrorCode::InvalidUtf8); ++code)
        texts.insert(describe(ErrorCode(code)));
    QCOMPARE(texts.size(), int(ErrorCode::InvalidUtf8) + 1);
    QVERIFY(!texts.contains("unknown error"));
}

QTEST_APPLESS_MAIN(tst_PacketCodec)
#include "tst_packetcodec.moc"
