#include "engineio/corspolicy.h"

#include <QTest>

using engineio::CorsOptions;
using engineio::CorsPolicy;

namespace {

http::RequestHead request(const QByteArray &origin, const QByteArray &host = "chat.example:3000")
{
    http::RequestHead head;
    head.method = "GET";
    head.fields = {{"Host", host}};
    if (!origin.isNull())
        head.fields.push_back({"Origin", origin});
    return head;
}

CorsPolicy policy(const QByteArrayList &origins, bool allowCredentials = false)
{
    return CorsPolicy(CorsOptions{origins, allowCredentials});
}

QByteArray answerOf(const CorsPolicy &cors, const http::RequestHead &head)
{
    http::Response response(200);
    cors.addFields(response, head);
    return response.serialized(http::Response::ConnectionUse::Close);
}

} // namespace

class tst_CorsPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permits_data();
    void permits();
    void anAnswerToAListedPageNamesIt();
    void anAnswerToAForeignPageNamesNobody();
    void anyOriginNeverGetsCredentials();
    void withoutOriginsNothingIsAdded();
    void aPreflightListsWhatIsAllowed();
    void aPreflightCannotInjectFields();
};

void tst_CorsPolicy::permits_data()
{
    QTest::addColumn<QByteArrayList>("origins");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isPermitted");
    const QByteArrayList none;
    const QByteArrayList listed{"https://app.example", "http://localhost:8080"};
    const QByteArrayList any{"*"};

    QTest::newRow("a program without an origin") << none << QByteArray() << true;
    QTest::newRow("a page of the server itself") << none << QByteArray("http://chat.example:3000") << true;
    QTest::newRow("a page of the server itself behind TLS") << none << QByteArray("https://chat.example:3000") << true;
    QTest::newRow("a page of the server in other letters") << none << QByteArray("http://CHAT.example:3000") << true;
    QTest::newRow("a page of another port") << none << QByteArray("http://chat.example:3001") << false;
    QTest::newRow("a page of another host") << none << QByteArray("http://evil.example:3000") << false;
    QTest::newRow("a page whose host begins with ours")
        << none << QByteArray("http://chat.example:3000.evil.example") << false;
    QTest::newRow("a page whose host ends with ours") << none << QByteArray("http://evil-chat.example:3000") << false;
    QTest::newRow("a sandboxed page") << none << QByteArray("null") << false;
    QTest::newRow("an empty origin") << none << QByteArray("") << false;
    QTest::newRow("our host without a scheme") << none << QByteArray("chat.example:3000") << false;
    QTest::newRow("a listed page") << listed << QByteArray("https://app.example") << true;
    QTest::newRow("another listed page") << listed << QByteArray("http://localhost:8080") << true;
    QTest::newRow("a listed page of another scheme") << listed << QByteArray("http://app.example") << false;
    QTest::newRow("a listed page with another port") << listed << QByteArray("https://app.example:8443") << false;
    QTest::newRow("a page whose host begins like a listed one")
        << listed << QByteArray("https://app.example.evil") << false;
    QTest::newRow("a sandboxed page although others are listed") << listed << QByteArray("null") << false;
    QTest::newRow("our own page although others are listed")
        << listed << QByteArray("http://chat.example:3000") << true;
    QTest::newRow("any page where all are allowed") << any << QByteArray("http://evil.example") << true;
    QTest::newRow("a sandboxed page where all are allowed") << any << QByteArray("null") << true;
}

void tst_CorsPolicy::permits()
{
    QFETCH(QByteArrayList, origins);
    QFETCH(QByteArray, origin);
    QFETCH(bool, isPermitted);
    QCOMPARE(policy(origins).permits(request(origin)), isPermitted);
}

void tst_CorsPolicy::anAnswerToAListedPageNamesIt()
{
    const auto head = request("https://app.example");
    const QByteArray answer = answerOf(policy({"https://other.example", "https://app.example"}), head);
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Origin: https://app.example\r\n"));
    QVERIFY(answer.contains("\r\nVary: Origin\r\n"));
    QVERIFY(!answer.contains("Credentials"));
    const QByteArray withCredentials = answerOf(policy({"https://app.example"}, true), head);
    QVERIFY(withCredentials.contains("\r\nAccess-Control-Allow-Credentials: true\r\n"));
}

void tst_CorsPolicy::anAnswerToAForeignPageNamesNobody()
{
    for (const char *origin : {"https://evil.example", "null"}) {
        const QByteArray answer = answerOf(policy({"https://app.example"}, true), request(origin));
        QVERIFY(!answer.contains("Access-Control"));
        QVERIFY(answer.contains("\r\nVary: Origin\r\n")); // or a cache would give it to the listed page
    }
}

void tst_CorsPolicy::anyOriginNeverGetsCredentials()
{
    for (const char *origin : {"https://evil.example", "null"}) {
        const QByteArray answer = answerOf(policy({"*", "https://app.example"}, true), request(origin));
        QVERIFY(answer.contains("\r\nAccess-Control-Allow-Origin: *\r\n"));
        QVERIFY(!answer.contains("Credentials"));
    }
}

void tst_CorsPolicy::withoutOriginsNothingIsAdded()
{
    QVERIFY(!answerOf(policy({}), request("http://chat.example:3000")).contains("Access-Control"));
}

void tst_CorsPolicy::aPreflightListsWhatIsAllowed()
{
    auto head = request("https://app.example");
    head.fields.push_back({"Access-Control-Request-Headers", "x-token, content-type"});
    const http::Response response = policy({"https://app.example"}).preflightResponse(head);
    QCOMPARE(response.status(), 204);
    const QByteArray answer = response.serialized(http::Response::ConnectionUse::Close);
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Origin: https://app.example\r\n"));
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Methods: GET,POST,OPTIONS\r\n"));
    QVERIFY(answer.contains("\r\nAccess-Control-Allow-Headers: x-token, content-type\r\n"));
}

void tst_CorsPolicy::aPreflightCannotInjectFields()
{
    auto head = request("https://app.example\r\nX: y");
    head.fields.push_back({"Access-Control-Request-Headers", "a\r\nSet-Cookie: b"});
    const QByteArray answer = policy({"https://app.example\r\nX: y"})
                                  .preflightResponse(head)
                                  .serialized(http::Response::ConnectionUse::Close);
    QVERIFY(!answer.contains("Set-Cookie"));
    QVERIFY(!answer.contains("X: y"));
}

QTEST_GUILESS_MAIN(tst_CorsPolicy)
#include "tst_corspolicy.moc"
