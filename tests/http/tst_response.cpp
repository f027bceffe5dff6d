#include "http/response.h"

#include <QTest>

using namespace http;
using Use = Response::ConnectionUse;

class tst_Response : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesHeadAndBody();
    void refusesFieldsThatWouldInjectOthers_data();
    void refusesFieldsThatWouldInjectOthers();
    void anAnswerToHeadHasNoBodyButItsLength();
    void anAnswerWithoutContentHasNoLength();
};

void tst_Response::writesHeadAndBody()
{
    Response response(200, "text/plain", "hello");
    QVERIFY(response.addField("X-Thing", "a\tvalue, \xc3\xa4"));
    QCOMPARE(response.serialized(Use::KeepAlive),
             QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Thing: a\tvalue, \xc3\xa4\r\n"
                        "Content-Length: 5\r\nConnection: keep-alive\r\n\r\nhello"));
    QVERIFY(response.serialized(Use::Close).contains("\r\nConnection: close\r\n"));
}

void tst_Response::refusesFieldsThatWouldInjectOthers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a line break in the value") << QByteArray("X") << QByteArray("a\r\nSet-Cookie: b");
    QTest::newRow("a line feed in the value") << QByteArray("X") << QByteArray("a\nSet-Cookie: b");
    QTest::newRow("a carriage return in the value") << QByteArray("X") << QByteArray("a\rb");
    QTest::newRow("a NUL in the value") << QByteArray("X") << QByteArray("a\0b", 3);
    QTest::newRow("a delete in the value") << QByteArray("X") << QByteArray("a\x7f");
    QTest::newRow("a line break in the name") << QByteArray("X\r\nY") << QByteArray("a");
    QTest::newRow("a line break at the end") << QByteArray("X") << QByteArray("a\r\n\r\n<html>");
}

void tst_Response::refusesFieldsThatWouldInjectOthers()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Response response(200);
    const QByteArray before = response.serialized(Use::Close);
    QVERIFY(!response.addField(name, value));
    QCOMPARE(response.serialized(Use::Close), before);
}

void tst_Response::anAnswerToHeadHasNoBodyButItsLength()
{
    const Response response(200, "text/plain", "hello");
    const QByteArray text = response.serialized(Use::Close, Response::BodyUse::OmitForHead);
    QVERIFY(text.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(text.endsWith("\r\n\r\n"));
}

void tst_Response::anAnswerWithoutContentHasNoLength()
{
    QVERIFY(!Response(204).serialized(Use::KeepAlive).contains("Content-Length"));
    QVERIFY(Response(404).serialized(Use::KeepAlive).contains("\r\nContent-Length: 0\r\n"));
}

QTEST_GUILESS_MAIN(tst_Response)
#include "tst_response.moc"
