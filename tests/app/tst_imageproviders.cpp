#include "iconimageprovider.h"
#include "qrimageprovider.h"

#include <QColor>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace app;

namespace {

int paintedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    return count;
}

QColor strongestColor(const QImage &image)
{
    QColor strongest(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = image.pixelColor(x, y);
        }
    }
    return strongest;
}

} // namespace

/// The images that the QML asks the program for.
class tst_ImageProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconIsDrawn_data();
    void everyIconIsDrawn();
    void anIconHasTheColourThatWasAskedFor();
    void anIconIsDrawnAtTheSizeThatWasAskedFor();
    void whatIsNoIconIsNoImage_data();
    void whatIsNoIconIsNoImage();
    void aQrCodeReadsAsItsText_data();
    void aQrCodeReadsAsItsText();
    void aQrCodeHasWholePixelsAndItsQuietZone();
    void aTextThatIsTooLongIsNoQrCode();
};

void tst_ImageProviders::everyIconIsDrawn_data()
{
    QTest::addColumn<QString>("name");
    QDirIterator icons(QStringLiteral(":/icons"), {QStringLiteral("*.svg")});
    while (icons.hasNext()) {
        icons.next();
        const QString name = icons.fileInfo().baseName();
        QTest::newRow(qPrintable(name)) << name;
    }
}

void tst_ImageProviders::everyIconIsDrawn()
{
    QFETCH(QString, name);
    IconImageProvider icons;
    const QImage image = icons.requestImage(name + QStringLiteral("/ff0000"), nullptr, QSize(48, 48));
    QCOMPARE(image.size(), QSize(48, 48));
    QVERIFY(paintedPixels(image) > 20);
    QVERIFY(paintedPixels(image) < 48 * 48);
    const QColor color = strongestColor(image);
    QVERIFY2(color.red() > 250 && color.green() < 5 && color.blue() < 5, qPrintable(color.name(QColor::HexArgb)));
}

void tst_ImageProviders::anIconHasTheColourThatWasAskedFor()
{
    IconImageProvider icons;
    const QImage plain = icons.requestImage(QStringLiteral("send/3b82f6"), nullptr, QSize(96, 96));
    QCOMPARE(strongestColor(plain).rgb(), qRgb(0x3b, 0x82, 0xf6));
    const QImage faint = icons.requestImage(QStringLiteral("send/803b82f6"), nullptr, QSize(96, 96));
    QVERIFY(qAbs(strongestColor(faint).alpha() - 0x80) < 3);
    QCOMPARE(faint.size(), plain.size());
}

void tst_ImageProviders::anIconIsDrawnAtTheSizeThatWasAskedFor()
{
    IconImageProvider icons;
    QSize size;
    QCOMPARE(icons.requestImage(QStringLiteral("send/000000"), &size, QSize()).size(), QSize(24, 24));
    QCOMPARE(size, QSize(24, 24));
    QCOMPARE(icons.requestImage(QStringLiteral("send/000000"), &size, QSize(40, 40)).size(), QSize(40, 40));
    QVERIFY(icons.requestImage(QStringLiteral("send/000000"), &size, QSize(1 << 20, 1 << 20)).width() <= 1024);
}

void tst_ImageProviders::whatIsNoIconIsNoImage_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("a name that is not known") << QStringLiteral("nothing/000000");
    QTest::newRow("no colour") << QStringLiteral("send");
    QTest::newRow("a bad colour") << QStringLiteral("send/red");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another folder") << QStringLiteral("../appicon/confab/000000");
    QTest::newRow("a file of the system") << QStringLiteral("/etc/passwd/000000");
}

void tst_ImageProviders::whatIsNoIconIsNoImage()
{
    QFETCH(QString, id);
    IconImageProvider icons;
    QVERIFY(icons.requestImage(id, nullptr, QSize(24, 24)).isNull());
}

void tst_ImageProviders::aQrCodeReadsAsItsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("side");
    QTest::newRow("an invitation") << QStringLiteral("confab://192.168.1.7:8418") << 240;
    QTest::newRow("without a size") << QStringLiteral("confab://192.168.1.7:8418") << 0;
    QTest::newRow("large") << QStringLiteral("confab://192.168.1.7:8418") << 999;
    QTest::newRow("other characters") << QStringLiteral("confab://[fe80::1]:8418/room?name=Küche%20100%&x=1#a") << 400;
    QTest::newRow("long") << QString(u"confab://" + QString(600, u'x')) << 600;
}

void tst_ImageProviders::aQrCodeReadsAsItsText()
{
    QFETCH(QString, text);
    QFETCH(int, side);
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
    if (reader.isEmpty())
        QSKIP("zbarimg, which reads QR codes, is not installed");
    // As Image does it: the address is taken apart by QUrl.
    const QUrl address(QStringLiteral("image://qr/") + QString::fromLatin1(QUrl::toPercentEncoding(text)));
    QrImageProvider codes;
    const QString id = address.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).sliced(1);
    const QImage image = codes.requestImage(id, nullptr, QSize(side, side));
    QVERIFY(side == 0 || image.width() <= side);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("code.png"));
    QVERIFY(image.save(file));
    QProcess process;
    process.start(reader, {QStringLiteral("--quiet"), QStringLiteral("--raw"), file});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).trimmed(), text);
}

void tst_ImageProviders::aQrCodeHasWholePixelsAndItsQuietZone()
{
    QrImageProvider codes;
    QSize size;
    const QImage image = codes.requestImage(QStringLiteral("confab://host"), &size, QSize(250, 250));
    QCOMPARE(size, image.size());
    QCOMPARE(image.width(), image.height());
    int quiet = 0;
    while (image.pixel(quiet, image.height() / 2) == qRgb(255, 255, 255)
           && image.pixel(quiet, quiet) == qRgb(255, 255, 255))
        ++quiet;
    QCOMPARE(quiet % 4, 0);
    const int pixels = quiet / 4;
    QVERIFY(pixels >= 1);
    QCOMPARE(image.width() % pixels, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixel(x, y), image.pixel(x - x % pixels, y - y % pixels));
    }
}

void tst_ImageProviders::aTextThatIsTooLongIsNoQrCode()
{
    QrImageProvider codes;
    QVERIFY(codes.requestImage(QString(5000, u'x'), nullptr, QSize(500, 500)).isNull());
}

QTEST_MAIN(tst_ImageProviders)
#include "tst_imageproviders.moc"
