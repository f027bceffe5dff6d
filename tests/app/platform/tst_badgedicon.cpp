#include "platform/badgedicon.h"

#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QTest>

using platform::badgedIcon;

/// The icon in the tray with how much is unread.
class tst_BadgedIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void withoutUnreadMessagesItIsTheIcon();
    void aBadgeCoversACornerAtEverySize_data();
    void aBadgeCoversACornerAtEverySize();
    void differentCountsLookDifferent();
    void beyondNinetyNineItSaysSo();

private:
    static QImage imageOf(const QIcon &icon, int size)
    {
        return icon.pixmap(QSize(size, size), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
    }

    QIcon m_icon;
};

void tst_BadgedIcon::initTestCase()
{
    QPixmap blue(64, 64);
    blue.fill(Qt::blue);
    m_icon = QIcon(blue);
}

void tst_BadgedIcon::withoutUnreadMessagesItIsTheIcon()
{
    QCOMPARE(imageOf(badgedIcon(m_icon, 0), 22), imageOf(m_icon, 22));
}

void tst_BadgedIcon::aBadgeCoversACornerAtEverySize_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {16, 22, 24, 32, 48, 64})
        QTest::addRow("%d pixels", size) << size;
}

void tst_BadgedIcon::aBadgeCoversACornerAtEverySize()
{
    QFETCH(int, size);
    for (const int count : {1, 42, 1000}) {
        const QImage image = imageOf(badgedIcon(m_icon, count), size);
        QCOMPARE(image.size(), QSize(size, size));
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::blue));
        int red = 0;
        int white = 0;
        for (int y = size / 2; y < size; ++y) {
            for (int x = 0; x < size; ++x) {
                const QColor color = image.pixelColor(x, y);
                red += color.red() > 180 && color.blue() < 120 ? 1 : 0;
                white += color.green() > 160 ? 1 : 0;
            }
        }
        QVERIFY(red > size * size / 16);
        QVERIFY(white > 0); // the number
    }
}

void tst_BadgedIcon::differentCountsLookDifferent()
{
    QVERIFY(imageOf(badgedIcon(m_icon, 1), 32) != imageOf(badgedIcon(m_icon, 8), 32));
}

void tst_BadgedIcon::beyondNinetyNineItSaysSo()
{
    QVERIFY(imageOf(badgedIcon(m_icon, 99), 32) != imageOf(badgedIcon(m_icon, 100), 32));
    QCOMPARE(imageOf(badgedIcon(m_icon, 100), 32), imageOf(badgedIcon(m_icon, 5000), 32));
}

QTEST_MAIN(tst_BadgedIcon)
#include "tst_badgedicon.moc"
