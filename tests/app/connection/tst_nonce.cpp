#include "connection/nonce.h"

#include <QSet>
#include <QTest>

using connection::newNonce;

class tst_Nonce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsAnotherOne();
    void laterOnesComeLaterInOrder();
};

void tst_Nonce::eachIsAnotherOne()
{
    QSet<QString> seen;
    for (int i = 0; i < 10'000; ++i)
        seen.insert(newNonce());
    QCOMPARE(seen.size(), 10'000);
}

void tst_Nonce::laterOnesComeLaterInOrder()
{
    const QString first = newNonce();
    QCOMPARE(first.at(14), QLatin1Char('7')); // the version
    QTRY_VERIFY(newNonce().left(13) > first.left(13)); // the time comes first
    QVERIFY(newNonce() > first);
}

QTEST_GUILESS_MAIN(tst_Nonce)
#include "tst_nonce.moc"
