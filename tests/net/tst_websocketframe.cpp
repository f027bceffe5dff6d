#include "net/websocketframe.h"

#include <QTest>

using net::WebSocketFrame;

class tst_WebSocketFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheHeaderOfALength_data();
    void writesTheHeaderOfALength();
    void aPrefixCountsForTheLength();
    void anEmptyPayloadHasAHeader();
};

void tst_WebSocketFrame::writesTheHeaderOfALength_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("lengthBytesInHex");

    QTest::newRow("one byte holds up to 125") << 125 << QByteArray("7d");
    QTest::newRow("126 takes two further bytes") << 126 << QByteArray("7e007e");
    QTest::newRow("two bytes hold up to 65,535") << 65535 << QByteArray("7effff");
    QTest::newRow("65,536 takes eight further bytes") << 65536 << QByteArray("7f0000000000010000");
}

void tst_WebSocketFrame::writesTheHeaderOfALength()
{
    QFETCH(int, length);
    QFETCH(QByteArray, lengthBytesInHex);
    const QByteArray payload(length, 'x');

    const auto text = WebSocketFrame::fromPayload(WebSocketFrame::Kind::Text, payload);
    QCOMPARE(text.bytes().chopped(length).toHex(), "81" + lengthBytesInHex);
    QCOMPARE(text.payload().toByteArray(), payload);
    QCOMPARE(text.kind(), WebSocketFrame::Kind::Text);

    const auto binary = WebSocketFrame::fromPayload(WebSocketFrame::Kind::Binary, payload);
    QCOMPARE(binary.bytes().chopped(length).toHex(), "82" + lengthBytesInHex);
    QCOMPARE(binary.payload().toByteArray(), payload);
    QCOMPARE(binary.kind(), WebSocketFrame::Kind::Binary);

    const auto prefixed = WebSocketFrame::fromPrefixedText('4', payload.chopped(1));
    QCOMPARE(prefixed.bytes().chopped(length).toHex(), "81" + lengthBytesInHex);
}

void tst_WebSocketFrame::aPrefixCountsForTheLength()
{
    const auto frame = WebSocketFrame::fromPrefixedText('4', "hello");
    QCOMPARE(frame.bytes(),
             QByteArray("\x81\x06"
                        "4hello"));
    QCOMPARE(frame.payload().toByteArray(), QByteArray("4hello"));
    QCOMPARE(frame.kind(), WebSocketFrame::Kind::Text);
}

void tst_WebSocketFrame::anEmptyPayloadHasAHeader()
{
    const auto frame = WebSocketFrame::fromPayload(WebSocketFrame::Kind::Binary, {});
    QCOMPARE(frame.bytes().toHex(), QByteArray("8200"));
    QVERIFY(frame.payload().isEmpty());
}

QTEST_GUILESS_MAIN(tst_WebSocketFrame)
#include "tst_websocketframe.moc"
