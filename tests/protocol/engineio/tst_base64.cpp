#include "protocol/engineio/base64.h"

#include <QTest>

using protocol::engineio::decodeBase64;

class tst_Base64 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void decodesWhatQtEncodes();
};

void tst_Base64::decodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");

    QTest::newRow("nothing to no bytes") << QByteArray("") << QByteArray("");
    QTest::newRow("one byte with two signs of padding") << QByteArray("/w==") << QByteArray("ff");
    QTest::newRow("two bytes with one sign of padding") << QByteArray("//8=") << QByteArray("ffff");
    QTest::newRow("three bytes without padding") << QByteArray("+/+/") << QByteArray("fbffbf");
    QTest::newRow("the bytes 1 to 4") << QByteArray("AQIDBA==") << QByteArray("01020304");
}

void tst_Base64::decodes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, hex);

    const auto bytes = decodeBase64(text);
    QVERIFY(bytes.has_value());
    QCOMPARE(bytes->toHex(), hex);
}

void tst_Base64::refuses_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("text without its padding") << QByteArray("AQIDBA");
    QTest::newRow("half of the padding") << QByteArray("AQIDBA=");
    QTest::newRow("a single digit") << QByteArray("A");
    QTest::newRow("a single digit with padding") << QByteArray("A===");
    QTest::newRow("padding alone") << QByteArray("====");
    QTest::newRow("two signs of padding alone") << QByteArray("==");
    QTest::newRow("padding in the middle") << QByteArray("AQ==AQ==");
    QTest::newRow("a digit behind padding") << QByteArray("AQ=A");
    QTest::newRow("stray bits behind one byte") << QByteArray("/x==");
    QTest::newRow("stray bits behind two bytes") << QByteArray("//9=");
    QTest::newRow("the alphabet for URLs") << QByteArray("-_-_");
    QTest::newRow("white space") << QByteArray("AQ ID");
    QTest::newRow("a line end") << QByteArray("AQIDBA==\r\n");
    QTest::newRow("a NUL") << QByteArray("AQI\0", 4);
    QTest::newRow("a byte above ASCII") << QByteArray("AQI\xc1", 4);
    QTest::newRow("a sign that is no digit") << QByteArray("AQ!D");
}

void tst_Base64::refuses()
{
    QFETCH(QByteArray, text);

    QVERIFY(!decodeBase64(text).has_value());
}

void tst_Base64::decodesWhatQtEncodes()
{
    QByteArray bytes;
    for (int size = 0; size < 300; ++size) {
        QCOMPARE(decodeBase64(bytes.toBase64()), bytes);
        bytes.append(char(size * 37));
    }
}

QTEST_APPLESS_MAIN(tst_Base64)
#include "tst_base64.moc"
