#include "protocol/utf8.h"

#include <QTest>

using protocol::isValidUtf8;

class tst_Utf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsOnlyWellFormedText_data();
    void acceptsOnlyWellFormedText();
    void findsABadByteAtEveryPosition();
    void agreesWithQtOnEverySequenceOfThreeBytes();
    void tellsACutSequenceFromABadOne_data();
    void tellsACutSequenceFromABadOne();
};

void tst_Utf8::acceptsOnlyWellFormedText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isValid");

    const auto row = [](const char *sentence, const char *hex, bool isValid) {
        QTest::newRow(sentence) << QByteArray::fromHex(hex) << isValid;
    };
    row("nothing is valid", "", true);
    row("NUL is valid", "00", true);
    row("DEL is valid", "7f", true);
    row("the first code point of two bytes is valid", "c280", true);
    row("the last code point of two bytes is valid", "dfbf", true);
    row("the first code point of three bytes is valid", "e0a080", true);
    row("the last code point before the surrogates is valid", "ed9fbf", true);
    row("the first code point behind the surrogates is valid", "ee8080", true);
    row("the non-character U+FFFF is valid", "efbfbf", true);
    row("the first code point of four bytes is valid", "f0908080", true);
    row("the last code point of Unicode is valid", "f48fbfbf", true);
    row("an overlong NUL is refused", "c080", false);
    row("an overlong slash of two bytes is refused", "c0af", false);
    row("an overlong slash of three bytes is refused", "e080af", false);
    row("an overlong slash of four bytes is refused", "f08080af", false);
    row("the largest overlong form of two bytes is refused", "c1bf", false);
    row("the largest overlong form of three bytes is refused", "e09fbf", false);
    row("the largest overlong form of four bytes is refused", "f08fbfbf", false);
    row("the first surrogate is refused", "eda080", false);
    row("the last surrogate is refused", "edbfbf", false);
    row("a pair of surrogates is refused", "eda080edb080", false);
    row("a code point above U+10FFFF is refused", "f4908080", false);
    row("a sequence of five bytes is refused", "f888808080", false);
    row("the byte FF is refused", "ff", false);
    row("a lonely continuation byte is refused", "80", false);
    row("a lead byte of two alone at the end is refused", "c3", false);
    row("a sequence of three cut after two is refused", "e282", false);
    row("a sequence of four cut after three is refused", "f09f98", false);
    row("a lead byte followed by ASCII is refused", "c341", false);
    row("a third byte that is ASCII is refused", "e28241", false);
    row("a fourth byte that is ASCII is refused", "f09f9841", false);
}

void tst_Utf8::acceptsOnlyWellFormedText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isValid);

    QCOMPARE(isValidUtf8(bytes), isValid);
    QCOMPARE(isValidUtf8(QByteArray("sixteen bytes ok" + bytes)), isValid);
    QCOMPARE(isValidUtf8(QByteArray(bytes + "and some more text")), isValid);
}

void tst_Utf8::findsABadByteAtEveryPosition()
{
    for (qsizetype size = 1; size <= 40; ++size) {
        for (qsizetype position = 0; position < size; ++position) {
            QByteArray text(size, 'a');
            QVERIFY(isValidUtf8(text));
            text[position] = '\x80';
            QVERIFY2(!isValidUtf8(text), qPrintable(QStringLiteral("byte %1 of %2").arg(position).arg(size)));
        }
    }
}

void tst_Utf8::agreesWithQtOnEverySequenceOfThreeBytes()
{
    QByteArray bytes(3, '\0');
    for (int value = 0x800000; value <= 0xffffff; ++value) {
        bytes[0] = char(value >> 16);
        bytes[1] = char(value >> 8);
        bytes[2] = char(value);
        if (isValidUtf8(bytes) != bytes.isValidUtf8())
            QFAIL(bytes.toHex().constData());
    }
}

void tst_Utf8::tellsACutSequenceFromABadOne_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("wholeBytes");

    const auto row = [](const char *sentence, const char *hex, int wholeBytes) {
        QTest::newRow(sentence) << QByteArray::fromHex(hex) << wholeBytes;
    };
    row("nothing is whole", "", 0);
    row("a lead byte of two may go on", "c2", 0);
    row("a lead byte of three may go on", "61e2", 1);
    row("two bytes of three may go on", "6161e282", 2);
    row("a whole sequence of three", "e282ac", 3);
    row("three bytes of four may go on", "e282acf09f98", 3);
    row("a lone continuation byte is bad", "6180", -1);
    row("what begins an overlong form is bad", "e080", -1);
    row("what begins a surrogate is bad", "eda0", -1);
    row("what leads beyond U+10FFFF is bad", "f490", -1);
    row("a bad third byte of four is bad", "f09f41", -1);
    row("a lead byte that never leads is bad", "c0", -1);
}

void tst_Utf8::tellsACutSequenceFromABadOne()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, wholeBytes);
    QCOMPARE(int(protocol::wholeUtf8Bytes(bytes).value_or(-1)), wholeBytes);
}

QTEST_APPLESS_MAIN(tst_Utf8)
#include "tst_utf8.moc"
