#include "http/query.h"

#include <QTest>

using http::Query;

class tst_Query : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAValue_data();
    void findsAValue();
    void knowsWhatIsAbsent();
    void knowsWhatIsRepeated_data();
    void knowsWhatIsRepeated();
    void listsAllInOrder();
};

void tst_Query::findsAValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("alone") << QByteArray("sid=abc") << QByteArray("abc");
    QTest::newRow("behind others") << QByteArray("EIO=4&transport=polling&sid=abc") << QByteArray("abc");
    QTest::newRow("the first of several") << QByteArray("sid=abc&sid=def") << QByteArray("abc");
    QTest::newRow("without a value") << QByteArray("sid") << QByteArray("");
    QTest::newRow("with an empty value") << QByteArray("sid=&x=y") << QByteArray("");
    QTest::newRow("with an equals sign in it") << QByteArray("sid=a=b") << QByteArray("a=b");
    QTest::newRow("percent-encoded") << QByteArray("sid=a%20%26%3d%25") << QByteArray("a &=%");
    QTest::newRow("with a plus for a space") << QByteArray("sid=a+b") << QByteArray("a b");
    QTest::newRow("with an encoded plus") << QByteArray("sid=a%2Bb") << QByteArray("a+b");
    QTest::newRow("under a name that is percent-encoded") << QByteArray("%73id=abc") << QByteArray("abc");
    QTest::newRow("behind a name that begins alike") << QByteArray("sidecar=x&sid=abc") << QByteArray("abc");
    QTest::newRow("between empty items") << QByteArray("&&sid=abc&&") << QByteArray("abc");
    QTest::newRow("with a NUL in it") << QByteArray("sid=a%00b") << QByteArray("a\0b", 3);
}

void tst_Query::findsAValue()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    const auto found = Query(text).value("sid");
    QVERIFY(found.has_value());
    QCOMPARE(*found, value);
}

void tst_Query::knowsWhatIsAbsent()
{
    for (const char *text : {"", "a=sid", "SID=x", "=sid", "xsid=1"})
        QVERIFY2(!Query(text).value("sid"), text);
    QVERIFY(!Query().value("sid"));
}

void tst_Query::knowsWhatIsRepeated_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRepeated");
    QTest::newRow("once") << QByteArray("sid=a&x=sid") << false;
    QTest::newRow("never") << QByteArray("x=y&x=y") << false;
    QTest::newRow("twice with different values") << QByteArray("sid=a&x=y&sid=b") << true;
    QTest::newRow("twice with the same value") << QByteArray("sid=a&sid=a") << true;
    QTest::newRow("once plain and once encoded") << QByteArray("sid=a&s%69d=b") << true;
    QTest::newRow("once without a value") << QByteArray("sid&sid=b") << true;
}

void tst_Query::knowsWhatIsRepeated()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRepeated);
    QCOMPARE(Query(text).repeats("sid"), isRepeated);
}

void tst_Query::listsAllInOrder()
{
    const auto items = Query("b=2&a=1&b=%33&flag").items();
    using Items = std::vector<std::pair<QByteArray, QByteArray>>;
    QCOMPARE(items, (Items{{"b", "2"}, {"a", "1"}, {"b", "3"}, {"flag", ""}}));
}

QTEST_GUILESS_MAIN(tst_Query)
#include "tst_query.moc"
