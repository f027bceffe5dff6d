#include "connection/serveraddress.h"

#include <QTest>

using connection::AddressError;
using connection::ServerAddress;

class tst_ServerAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleTypeIsUnderstood_data();
    void whatPeopleTypeIsUnderstood();
    void nonsenseIsRefusedWithAReason_data();
    void nonsenseIsRefusedWithAReason();
    void whatFollowsThePortIsKept();
    void itsTextReadsBackAsTheSame();
    void itSaysWhereTheWebSocketIs();
    void theDefaultIsThisMachine();
    void addressesOfTheSameServerAreEqual();
};

void tst_ServerAddress::whatPeopleTypeIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<quint16>("port");
    const auto row = [](const char *text, const char *host, quint16 port) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(host) << port;
    };
    row("office", "office", 8418);
    row("  office \n", "office", 8418);
    row("Office.Local:1", "office.local", 1);
    row("my_pc-2", "my_pc-2", 8418);
    row("192.168.1.20", "192.168.1.20", 8418);
    row("192.168.1.20:65535", "192.168.1.20", 65535);
    row("http://office", "office", 8418);
    row("HTTP://office:9000/", "office", 9000);
    row("confab://office:9000/room/General?x=1", "office", 9000);
    row("confab://office#General", "office", 8418);
    row("[::1]", "::1", 8418);
    row("[FE80::1]:77", "fe80::1", 77);
    row("[fe80::1%eth0]:77", "fe80::1%eth0", 77);
    row("http://[::1]:77/", "::1", 77);
    row("büro.local", "xn--bro-hoa.local", 8418);
}

void tst_ServerAddress::whatPeopleTypeIsUnderstood()
{
    QFETCH(QString, text);
    const auto address = ServerAddress::parse(text);
    QVERIFY(address);
    QTEST(address->host(), "host");
    QTEST(address->port(), "port");
}

void tst_ServerAddress::nonsenseIsRefusedWithAReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<AddressError>("error");
    const auto row
        = [](const char *text, AddressError error) { QTest::newRow(text) << QString::fromUtf8(text) << error; };
    row("", AddressError::Empty);
    row("   ", AddressError::Empty);
    row("https://office", AddressError::UnknownScheme);
    row("://office", AddressError::UnknownScheme);
    row("http://", AddressError::NoHost);
    row(":8418", AddressError::NoHost);
    row("/room", AddressError::NoHost);
    row("[]:8418", AddressError::NoHost);
    row("two words", AddressError::BadHost);
    row("office-", AddressError::BadHost);
    row("of..fice", AddressError::BadHost);
    row("256.1.1.1", AddressError::BadHost);
    row("1.2.3", AddressError::BadHost);
    row("[::1", AddressError::BadHost);
    row("[::1]8418", AddressError::BadHost);
    row("[office]", AddressError::BadHost);
    row("[127.0.0.1]", AddressError::BadHost);
    row("off\033ice", AddressError::BadHost);
    row("office:", AddressError::BadPort);
    row("office:0", AddressError::BadPort);
    row("office:65536", AddressError::BadPort);
    row("office:+80", AddressError::BadPort);
    row("office:8x", AddressError::BadPort);
    row("[::1]:", AddressError::BadPort);
    row("me@office", AddressError::HasUserName);
    row("::1", AddressError::BracketsMissing);
    row("fe80::1:8418", AddressError::BracketsMissing);
}

void tst_ServerAddress::nonsenseIsRefusedWithAReason()
{
    QFETCH(QString, text);
    const auto address = ServerAddress::parse(text);
    QVERIFY(!address);
    QTEST(address.error(), "error");
    QVERIFY(describe(address.error()).endsWith(u'.'));
}

void tst_ServerAddress::whatFollowsThePortIsKept()
{
    QCOMPARE(ServerAddress::parse(u"confab://office:1/room/a?b#c")->rest(), QStringLiteral("/room/a?b#c"));
    QCOMPARE(ServerAddress::parse(u"confab://office#c")->rest(), QStringLiteral("#c"));
    QCOMPARE(ServerAddress::parse(u"office:1")->rest(), QString());
}

void tst_ServerAddress::itsTextReadsBackAsTheSame()
{
    for (const QStringView text : {u"office", u"10.0.0.1:99", u"[fe80::1%eth0]:77"}) {
        const auto address = *ServerAddress::parse(text);
        QCOMPARE(*ServerAddress::parse(address.toString()), address);
    }
    QCOMPARE(ServerAddress::parse(u"[::1]")->toString(), QStringLiteral("[::1]:8418"));
}

void tst_ServerAddress::itSaysWhereTheWebSocketIs()
{
    QCOMPARE(ServerAddress::parse(u"office")->webSocketUrl(),
             QUrl(QStringLiteral("ws://office:8418/socket.io/?EIO=4&transport=websocket")));
    QCOMPARE(ServerAddress::parse(u"[::1]:77")->webSocketUrl(),
             QUrl(QStringLiteral("ws://[::1]:77/socket.io/?EIO=4&transport=websocket")));
}

void tst_ServerAddress::theDefaultIsThisMachine()
{
    QCOMPARE(ServerAddress().toString(), QStringLiteral("127.0.0.1:8418"));
}

void tst_ServerAddress::addressesOfTheSameServerAreEqual()
{
    QCOMPARE(*ServerAddress::parse(u"confab://OFFICE/room"), *ServerAddress::parse(u"office:8418"));
    QVERIFY(!(*ServerAddress::parse(u"office:1") == *ServerAddress::parse(u"office:2")));
}

QTEST_GUILESS_MAIN(tst_ServerAddress)
#include "tst_serveraddress.moc"
