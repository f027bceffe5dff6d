#include "net/addresskey.h"

#include <QTest>

using net::addressKey;

class tst_AddressKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesAddresses_data();
    void comparesAddresses();
};

void tst_AddressKey::comparesAddresses_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");

    const auto row = [](const char *sentence, const char *one, const char *other, bool isSame) {
        QTest::newRow(sentence) << QString::fromLatin1(one) << QString::fromLatin1(other) << isSame;
    };
    row("an IPv4 address is itself", "192.168.0.1", "192.168.0.1", true);
    row("the last byte of an IPv4 address counts", "192.168.0.1", "192.168.0.2", false);
    row("the first byte of an IPv4 address counts", "10.0.0.1", "11.0.0.1", false);
    row("an IPv4 address mapped into IPv6 is the same", "192.168.0.1", "::ffff:192.168.0.1", true);
    row("mapped IPv4 addresses differ as they are", "::ffff:192.168.0.1", "::ffff:192.168.0.2", false);
    row("one host in a /64 is every host in it", "2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true);
    row("the next /64 is another", "2001:db8:1:2::1", "2001:db8:1:3::1", false);
    row("IPv6 loopback is not IPv4 loopback", "::1", "127.0.0.1", false);
}

void tst_AddressKey::comparesAddresses()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, isSame);

    QCOMPARE(addressKey(QHostAddress(one)) == addressKey(QHostAddress(other)), isSame);
}

QTEST_GUILESS_MAIN(tst_AddressKey)
#include "tst_addresskey.moc"
