#include "engineio/handshake.h"

#include <QDateTime>
#include <QTest>

using engineio::Handshake;

class tst_Handshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersTheRequest();
    void survivesTheRequestAndCopies();
    void anEmptyOneKnowsNothing();
    void fieldsKeepWhateverTheirValuesHold();
};

namespace {

http::RequestHead request()
{
    http::RequestHead head;
    head.method = "GET";
    head.target = "/socket.io/?EIO=4&transport=websocket&name=Ada%20L";
    head.peerAddress = QHostAddress(QStringLiteral("192.0.2.7"));
    head.fields = {{"Host", "a:1"}, {"X-Thing", "first"}, {"x-thing", "second"}};
    return head;
}

} // namespace

void tst_Handshake::remembersTheRequest()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const Handshake handshake(request());
    QCOMPARE(handshake.url().toByteArray(), request().target);
    QCOMPARE(*handshake.query().value("name"), QByteArray("Ada L"));
    QCOMPARE(handshake.address(), request().peerAddress);
    QCOMPARE(handshake.field("X-THING")->toByteArray(), QByteArray("first"));
    QVERIFY(!handshake.field("X-Thin"));
    QCOMPARE(handshake.fields().size(), size_t(3));
    QCOMPARE(handshake.fields()[2], (std::pair<QByteArray, QByteArray>("x-thing", "second")));
    QVERIFY(handshake.issuedAt() >= before && handshake.issuedAt() <= QDateTime::currentMSecsSinceEpoch());
}

void tst_Handshake::survivesTheRequestAndCopies()
{
    auto original = std::make_unique<Handshake>(request());
    const Handshake copy = *original;
    original.reset();
    QCOMPARE(*copy.query().value("transport"), QByteArray("websocket"));
    QCOMPARE(copy.field("host")->toByteArray(), QByteArray("a:1"));
}

void tst_Handshake::anEmptyOneKnowsNothing()
{
    const Handshake handshake;
    QVERIFY(handshake.url().isEmpty());
    QVERIFY(handshake.fields().empty());
    QVERIFY(!handshake.field("Host"));
    QVERIFY(!handshake.query().value("EIO"));

    http::RequestHead bare;
    bare.target = "/";
    const Handshake withoutFields(bare);
    QCOMPARE(withoutFields.url().toByteArray(), QByteArray("/"));
    QVERIFY(withoutFields.fields().empty());
    QVERIFY(!withoutFields.query().value("EIO"));
}

void tst_Handshake::fieldsKeepWhateverTheirValuesHold()
{
    http::RequestHead head = request();
    head.fields = {{"A", ""}, {"B", "x: y: z"}, {"C", "\xc3\xa4\t"}};
    const Handshake handshake(head);
    QCOMPARE(handshake.fields().size(), size_t(3));
    for (size_t i = 0; i < 3; ++i) {
        QCOMPARE(handshake.fields()[i].first, head.fields[i].name);
        QCOMPARE(handshake.field(head.fields[i].name)->toByteArray(), head.fields[i].value);
    }
}

QTEST_GUILESS_MAIN(tst_Handshake)
#include "tst_handshake.moc"
