#include "http/request.h"

#include <QTest>

using namespace http;

class tst_RequestHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsTheTarget_data();
    void splitsTheTarget();
    void findsTokens_data();
    void findsTokens();
    void looksThroughAllFieldsOfAName();
    void namesAreComparedWithoutRegardToCase();
};

void tst_RequestHead::splitsTheTarget_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("a path alone") << QByteArray("/a/b") << QByteArray("/a/b") << QByteArray();
    QTest::newRow("a path and a query") << QByteArray("/a?b=c") << QByteArray("/a") << QByteArray("b=c");
    QTest::newRow("a query with a question mark") << QByteArray("/a?b?c") << QByteArray("/a") << QByteArray("b?c");
    QTest::newRow("an empty query") << QByteArray("/a?") << QByteArray("/a") << QByteArray();
    QTest::newRow("an encoded question mark") << QByteArray("/a%3Fb") << QByteArray("/a%3Fb") << QByteArray();
}

void tst_RequestHead::splitsTheTarget()
{
    QFETCH(QByteArray, target);
    RequestHead head;
    head.target = target;
    QTEST(head.path().toByteArray(), "path");
    QTEST(head.query().toByteArray(), "query");
}

void tst_RequestHead::findsTokens_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("alone") << QByteArray("Upgrade") << true;
    QTest::newRow("in lower case") << QByteArray("upgrade") << true;
    QTest::newRow("behind another") << QByteArray("keep-alive, Upgrade") << true;
    QTest::newRow("without spaces") << QByteArray("keep-alive,Upgrade,x") << true;
    QTest::newRow("with tabs") << QByteArray("keep-alive,\tUpgrade\t, x") << true;
    QTest::newRow("between empty items") << QByteArray(",,Upgrade,,") << true;
    QTest::newRow("as a part of a word") << QByteArray("Upgraded") << false;
    QTest::newRow("as the end of a word") << QByteArray("no-Upgrade") << false;
    QTest::newRow("between words without commas") << QByteArray("please Upgrade now") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void tst_RequestHead::findsTokens()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, isFound);
    RequestHead head;
    head.fields = {{"Connection", value}};
    QCOMPARE(head.fieldHasToken("connection", "UPGRADE"), isFound);
    QVERIFY(!head.fieldHasToken("X-Connection", "Upgrade"));
}

void tst_RequestHead::looksThroughAllFieldsOfAName()
{
    RequestHead head;
    head.fields = {{"Connection", "keep-alive"}, {"X", "Upgrade"}, {"connection", "Upgrade"}};
    QVERIFY(head.fieldHasToken("Connection", "upgrade"));
    QCOMPARE(head.fieldCount("CONNECTION"), 2);
    QCOMPARE(head.field("connection")->toByteArray(), QByteArray("keep-alive"));
    QVERIFY(!head.field("Connect"));
}

void tst_RequestHead::namesAreComparedWithoutRegardToCase()
{
    QVERIFY(isSameToken("WebSocket", "websocket"));
    QVERIFY(isSameToken("", ""));
    QVERIFY(!isSameToken("a", "ab"));
    QVERIFY(!isSameToken("@", "`")); // 32 apart, like letters, but no letters
    QVERIFY(!isSameToken("\xc4", "\xe4"));
}

QTEST_GUILESS_MAIN(tst_RequestHead)
#include "tst_requesthead.moc"
