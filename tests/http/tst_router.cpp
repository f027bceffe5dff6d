#include "http/router.h"

#include <QTest>

using namespace http;

namespace {

/// A place to route to; nothing is ever asked of it here.
class Destination final : public RequestHandler
{
public:
    net::Worker *ownerOf(const RequestHead &) override { return nullptr; }
    void handleRequest(net::Worker &, std::unique_ptr<Exchange>) override {}
    void handleBodyTooLarge(net::Worker &, const RequestHead &) override {}
    void judgeUpgrade(net::Worker &, const RequestHead &, UpgradeDecision decide) override { decide(std::nullopt); }
    void handleUpgraded(net::Worker &, RequestHead, std::unique_ptr<net::WebSocketConnection>) override {}
};

} // namespace

class tst_Router : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhoServesAPath_data();
    void findsWhoServesAPath();
    void theFirstAddedIsAskedFirst();
};

void tst_Router::findsWhoServesAPath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("served");
    QTest::newRow("the folder itself") << QByteArray("/socket.io/") << QByteArray("folder");
    QTest::newRow("the folder without its slash") << QByteArray("/socket.io") << QByteArray("folder");
    QTest::newRow("something below the folder") << QByteArray("/socket.io/a/b") << QByteArray("folder");
    QTest::newRow("a name that begins alike") << QByteArray("/socket.iox") << QByteArray();
    QTest::newRow("the folder in other letters") << QByteArray("/Socket.IO/") << QByteArray();
    QTest::newRow("the folder within another") << QByteArray("/a/socket.io/") << QByteArray();
    QTest::newRow("the page") << QByteArray("/healthz") << QByteArray("page");
    QTest::newRow("something below the page") << QByteArray("/healthz/") << QByteArray();
    QTest::newRow("the root") << QByteArray("/") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void tst_Router::findsWhoServesAPath()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, served);
    Destination folder;
    Destination page;
    Router router;
    router.add("/socket.io/", folder);
    router.add("/healthz", page);
    RequestHandler *expected = nullptr;
    if (!served.isEmpty())
        expected = served == "folder" ? &folder : &page;
    QCOMPARE(router.find(path), expected);
}

void tst_Router::theFirstAddedIsAskedFirst()
{
    Destination inner;
    Destination outer;
    Router router;
    router.add("/a/b/", inner);
    router.add("/a/", outer);
    QCOMPARE(router.find("/a/b/c"), static_cast<RequestHandler *>(&inner));
    QCOMPARE(router.find("/a/c"), static_cast<RequestHandler *>(&outer));
}

QTEST_GUILESS_MAIN(tst_Router)
#include "tst_router.moc"
