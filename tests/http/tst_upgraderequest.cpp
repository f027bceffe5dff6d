#include "http/upgraderequest.h"

#include <QTest>

using namespace http;

class tst_UpgradeRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsAGoodRequest_data();
    void acceptsAGoodRequest();
    void refuses_data();
    void refuses();
    void knowsWhoAsks();
};

namespace {

const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ==";

RequestHead goodRequest()
{
    RequestHead head;
    head.method = "GET";
    head.target = "/";
    head.fields = {{"Host", "a"},
                   {"Upgrade", "websocket"},
                   {"Connection", "Upgrade"},
                   {"Sec-WebSocket-Version", "13"},
                   {"Sec-WebSocket-Key", key}};
    return head;
}

RequestHead withField(const QByteArray &name, const QByteArray &value)
{
    RequestHead head = goodRequest();
    for (Field &field : head.fields) {
        if (field.name == name)
            field.value = value;
    }
    return head;
}

RequestHead withoutField(const QByteArray &name)
{
    RequestHead head = goodRequest();
    std::erase_if(head.fields, [&](const Field &field) { return field.name == name; });
    return head;
}

} // namespace

Q_DECLARE_METATYPE(http::RequestHead)

void tst_UpgradeRequest::acceptsAGoodRequest_data()
{
    QTest::addColumn<RequestHead>("head");
    QTest::newRow("as browsers send it") << goodRequest();
    QTest::newRow("with more tokens") << withField("Connection", "keep-alive, Upgrade");
    QTest::newRow("in other letters") << withField("Connection", "UPGRADE");
}

void tst_UpgradeRequest::acceptsAGoodRequest()
{
    QFETCH(RequestHead, head);
    const auto found = webSocketKeyOf(head);
    QVERIFY(found.hasValue());
    QCOMPARE(*found, key);
}

void tst_UpgradeRequest::refuses_data()
{
    QTest::addColumn<RequestHead>("head");
    RequestHead post = goodRequest();
    post.method = "POST";
    QTest::newRow("another method") << post;
    QTest::newRow("no Connection") << withoutField("Connection");
    QTest::newRow("a Connection that keeps alive") << withField("Connection", "keep-alive");
    QTest::newRow("no version") << withoutField("Sec-WebSocket-Version");
    QTest::newRow("an old version") << withField("Sec-WebSocket-Version", "8");
    QTest::newRow("no key") << withoutField("Sec-WebSocket-Key");
    RequestHead twice = goodRequest();
    twice.fields.push_back({"sec-websocket-key", key});
    QTest::newRow("two keys") << twice;
    QTest::newRow("a key of 15 bytes") << withField("Sec-WebSocket-Key", QByteArray(15, 'x').toBase64());
    QTest::newRow("a key of 17 bytes") << withField("Sec-WebSocket-Key", QByteArray(17, 'x').toBase64());
    QTest::newRow("a key without its padding") << withField("Sec-WebSocket-Key", key.chopped(2));
    QTest::newRow("a key with other signs") << withField("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZ!==");
    QTest::newRow("an empty key") << withField("Sec-WebSocket-Key", "");
}

void tst_UpgradeRequest::refuses()
{
    QFETCH(RequestHead, head);
    const auto found = webSocketKeyOf(head);
    QVERIFY(!found.hasValue());
    QCOMPARE(found.error(), ErrorCode::BadRequest);
}

void tst_UpgradeRequest::knowsWhoAsks()
{
    QVERIFY(asksForWebSocket(goodRequest()));
    QVERIFY(asksForWebSocket(withField("Upgrade", "h2c, WebSocket")));
    QVERIFY(!asksForWebSocket(withField("Upgrade", "h2c")));
    QVERIFY(!asksForWebSocket(withoutField("Upgrade")));
}

QTEST_GUILESS_MAIN(tst_UpgradeRequest)
#include "tst_upgraderequest.moc"
