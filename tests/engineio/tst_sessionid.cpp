#include "engineio/sessionid.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace engineio;

class tst_SessionId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheFormOfAnId();
    void namesItsWorker();
    void isNeverTheSame();
    void everyPartOfItIsRandom();
    void whatIsNoIdNamesNoWorker_data();
    void whatIsNoIdNamesNoWorker();
    void randomTextHasTheRightLength();
};

void tst_SessionId::hasTheFormOfAnId()
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{24}[A-Z][a-z]$"));
    for (int worker = 0; worker < 64; ++worker)
        QVERIFY(form.match(QString::fromLatin1(makeSessionId(worker))).hasMatch());
}

void tst_SessionId::namesItsWorker()
{
    for (int worker = 0; worker < 64; ++worker)
        QCOMPARE(workerIndexOf(makeSessionId(worker)).value_or(-1), worker);
}

void tst_SessionId::isNeverTheSame()
{
    QSet<QByteArray> ids;
    for (int i = 0; i < 20'000; ++i)
        ids.insert(makeSessionId(0).first(24));
    QCOMPARE(ids.size(), 20'000);
}

void tst_SessionId::everyPartOfItIsRandom()
{
    // 64 signs in 500 ids: that one place shows fewer than 40 of them does not happen by chance.
    QVector<QSet<char>> seen(24);
    for (int i = 0; i < 500; ++i) {
        const QByteArray id = makeSessionId(0);
        for (int place = 0; place < 24; ++place)
            seen[place].insert(id[place]);
    }
    for (const auto &signs : seen)
        QVERIFY(signs.size() >= 40);
}

void tst_SessionId::whatIsNoIdNamesNoWorker_data()
{
    QTest::addColumn<QByteArray>("id");
    const QByteArray random(24, 'x');
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("too short") << QByteArray(23, 'x') + "Aa";
    QTest::newRow("too long") << QByteArray(25, 'x') + "Aa";
    QTest::newRow("a worker in lower case") << random + "aa";
    QTest::newRow("a worker in upper case") << random + "AA";
    QTest::newRow("a worker with digits") << random + "00";
    QTest::newRow("bytes above ASCII") << random + "\xff\xff";
    QTest::newRow("a NUL") << random + QByteArray(2, '\0');
}

void tst_SessionId::whatIsNoIdNamesNoWorker()
{
    QFETCH(QByteArray, id);
    QVERIFY(!workerIndexOf(id));
}

void tst_SessionId::randomTextHasTheRightLength()
{
    for (int bytes = 1; bytes <= 32; ++bytes)
        QCOMPARE(randomUrlSafeText(bytes).size(), (bytes * 8 + 5) / 6);
}

QTEST_GUILESS_MAIN(tst_SessionId)
#include "tst_sessionid.moc"
