#include "http/requestparser.h"

#include <QTest>

using namespace http;

namespace {

/// Feeds all of @p input at once; what a connection would do with it.
Result<Request> parse(QByteArrayView input, const RequestLimits &limits = {})
{
    RequestParser parser(limits);
    while (!parser.isComplete()) {
        const auto used = parser.feed(input);
        if (!used)
            return protocol::failure(used.error());
        if (*used == 0)
            break;
        input = input.sliced(*used);
    }
    return parser.isComplete() ? Result<Request>(parser.takeRequest()) : Result<Request>(Request());
}

QByteArray post(const QByteArray &fields, const QByteArray &body)
{
    return "POST /x HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

} // namespace

Q_DECLARE_METATYPE(http::ErrorCode)

class tst_RequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARequest();
    void refuses_data();
    void refuses();
    void waitsForTheRest_data();
    void waitsForTheRest();
    void readsTheSameHoweverItArrives_data();
    void readsTheSameHoweverItArrives();
    void leavesPipelinedRequestsAlone();
    void knowsWhetherTheConnectionIsKept_data();
    void knowsWhetherTheConnectionIsKept();
    void knowsWhoWaitsForContinue_data();
    void knowsWhoWaitsForContinue();
    void allowsWhatIsJustWithinTheLimits();
};

void tst_RequestParser::readsARequest()
{
    const auto request = parse("POST /path?a=b HTTP/1.1\r\nHost: example.org\r\nX-Thing:  some value \r\n"
                               "Content-Length: 5\r\n\r\nhello");
    QVERIFY(request.hasValue());
    QCOMPARE(request->head.method, QByteArray("POST"));
    QCOMPARE(request->head.target, QByteArray("/path?a=b"));
    QCOMPARE(request->head.fields.size(), size_t(3));
    QCOMPARE(request->head.field("x-thing")->toByteArray(), QByteArray("some value"));
    QCOMPARE(request->body, QByteArray("hello"));
}

void tst_RequestParser::refuses_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<ErrorCode>("error");

    const auto row = [](const char *sentence, const QByteArray &input, ErrorCode error = ErrorCode::BadRequest) {
        QTest::newRow(sentence) << input << error;
    };
    const QByteArray ok = "GET / HTTP/1.1\r\nHost: a\r\n";

    row("a request line of a megabyte", "GET /" + QByteArray(1'000'000, 'x'), ErrorCode::TargetTooLong);
    row("a target of more than 8 KiB", "GET /" + QByteArray(8192, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n",
        ErrorCode::TargetTooLong);
    row("a head of more than 16 KiB", ok + "X: " + QByteArray(17'000, 'x') + "\r\n\r\n", ErrorCode::HeadTooLarge);
    row("a head that never ends", ok + "X: " + QByteArray(17'000, 'x'), ErrorCode::HeadTooLarge);
    row("101 header fields", ok + QByteArray("X: y\r\n").repeated(100) + "\r\n", ErrorCode::HeadTooLarge);
    row("HTTP/2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", ErrorCode::VersionNotSupported);
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", ErrorCode::VersionNotSupported);
    row("no version", "GET /\r\nHost: a\r\n\r\n");
    row("something that is not HTTP", "\x16\x03\x01\x02\r\n\r\n");
    row("two spaces in the request line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("a tab in the request line", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n");
    row("a byte above ASCII in the target", "GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n");
    row("a NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28));
    row("no Host", "GET / HTTP/1.1\r\nX: y\r\n\r\n");
    row("two Hosts", ok + "Host: b\r\n\r\n");
    row("a space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n");
    row("a field without a colon", ok + "nonsense\r\n\r\n");
    row("a field without a name", ok + ": y\r\n\r\n");
    row("a NUL in a field", ok + QByteArray("X: a\0b\r\n\r\n", 10));
    row("a folded line", ok + "X: a\r\n b\r\n\r\n");
    row("a folded line with a tab", ok + "X: a\r\n\tb\r\n\r\n");
    row("a folded first line", "GET / HTTP/1.1\r\n Host: a\r\n\r\n");
    row("a line feed alone ends the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n",
        ErrorCode::VersionNotSupported); // it counts as part of the version
    row("a line feed alone ends a field", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n");
    row("a carriage return alone in a field", ok + "X: a\rb\r\n\r\n");

    row("a length and a transfer coding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"));
    row("a transfer coding and a length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"));
    row("two different lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"));
    row("the same length twice", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"));
    row("a list of lengths", post("Content-Length: 5, 5\r\n", "hello"));
    row("a length with a plus", post("Content-Length: +5\r\n", "hello"));
    row("a negative length", post("Content-Length: -1\r\n", ""));
    row("a length beyond 64 bits", post("Content-Length: 18446744073709551621\r\n", "hello"));
    row("a length in hexadecimal", post("Content-Length: 0x5\r\n", "hello"));
    row("a length of nothing", post("Content-Length:\r\n", ""));
    row("a length with a space in it", post("Content-Length: 1 0\r\n", "0123456789"));
    row("a length over the limit", post("Content-Length: 1000001\r\n", ""), ErrorCode::BodyTooLarge);
    row("an unknown transfer coding", post("Transfer-Encoding: gzip\r\n", ""));
    row("chunked behind another coding", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"));
    row("chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"));
    row("two fields of transfer codings",
        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"));
    row("something that looks like chunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"));
    row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

    row("a chunk size that is no number", chunked("ZZ\r\n"));
    row("a negative chunk size", chunked("-1\r\n"));
    row("a chunk size with a plus", chunked("+5\r\nhello\r\n0\r\n\r\n"));
    row("a chunk size with a prefix", chunked("0x5\r\nhello\r\n0\r\n\r\n"));
    row("a chunk size of 2 to the power of 64", chunked("10000000000000000\r\n"));
    row("a chunk size of 2 to the power of 64 less 1", chunked("ffffffffffffffff\r\n"), ErrorCode::BodyTooLarge);
    row("a chunk size of many zeros", chunked("00000000000000005\r\nhello\r\n0\r\n\r\n"));
    row("no chunk size", chunked("\r\nhello\r\n0\r\n\r\n"));
    row("a space before a chunk size", chunked(" 5\r\nhello\r\n0\r\n\r\n"));
    row("a space behind a chunk size", chunked("5 \r\nhello\r\n0\r\n\r\n"));
    row("a line feed alone behind a chunk size", chunked("5\nhello\r\n0\r\n\r\n"));
    row("a line feed alone behind a chunk", chunked("5\r\nhello\n0\r\n\r\n"));
    row("more data than the chunk size says", chunked("5\r\nhello!\r\n0\r\n\r\n"));
    row("a chunk extension that never ends", chunked("5;" + QByteArray(300, 'x')));
    row("a control character in a chunk extension", chunked("5;a\x01\r\nhello\r\n0\r\n\r\n"));
    row("a trailer field", chunked("0\r\nX: y\r\n\r\n"));
    row("a trailer that sets the Host", chunked("0\r\nHost: b\r\n\r\n"));
    row("chunks that add up to more than the limit", chunked("f4240\r\n" + QByteArray(1'000'000, 'x') + "\r\n1\r\n"),
        ErrorCode::BodyTooLarge);
}

void tst_RequestParser::refuses()
{
    QFETCH(QByteArray, input);
    QFETCH(ErrorCode, error);

    const auto request = parse(input);
    QVERIFY2(!request.hasValue(), "it was not refused");
    QCOMPARE(request.error(), error);

    // The same when it arrives in pieces; large ones in large pieces, to be done in time.
    const qsizetype step = input.size() > 50'000 ? 40'000 : input.size() > 2000 ? 500 : 1;
    RequestParser parser;
    QByteArray waiting;
    for (qsizetype at = 0; at < input.size(); at += step) {
        waiting += input.mid(at, step);
        const auto used = parser.feed(waiting);
        if (!used) {
            QCOMPARE(used.error(), error);
            return;
        }
        waiting.remove(0, *used);
    }
    QFAIL("it was not refused in pieces");
}

void tst_RequestParser::waitsForTheRest_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing yet") << QByteArray();
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHo");
    QTest::newRow("a head without its last line feed") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r");
    QTest::newRow("half a body") << post("Content-Length: 5\r\n", "hel");
    QTest::newRow("half a chunk") << chunked("5\r\nhel");
    QTest::newRow("chunks without the last") << chunked("5\r\nhello\r\n");
    QTest::newRow("the last chunk without its end") << chunked("5\r\nhello\r\n0\r\n");
}

void tst_RequestParser::waitsForTheRest()
{
    QFETCH(QByteArray, input);
    RequestParser parser;
    const auto used = parser.feed(input);
    QVERIFY(used.hasValue());
    QVERIFY(!parser.isComplete());
}

void tst_RequestParser::readsTheSameHoweverItArrives_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no body") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << QByteArray();
    QTest::newRow("empty lines first") << QByteArray("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") << QByteArray();
    QTest::newRow("a body of known length")
        << post("Content-Length: 12\r\n", "hello\r\n\r\nyou") << QByteArray("hello\r\n\r\nyou");
    QTest::newRow("chunks") << chunked("5\r\nhello\r\n1\r\n \r\n0A\r\nthere\r\nyou\r\n0\r\n\r\n")
                            << QByteArray("hello there\r\nyou");
    QTest::newRow("chunks with extensions")
        << chunked("3;a=b\r\nabc\r\n2;c=\"d;e\"\r\nde\r\n0;end\r\n\r\n") << QByteArray("abcde");
    QTest::newRow("the longest chunk extension")
        << chunked("3;" + QByteArray(254, 'x') + "\r\nabc\r\n0\r\n\r\n") << QByteArray("abc");
    QTest::newRow("a chunk that looks like chunks")
        << chunked("b\r\n0\r\n\r\n5\r\nabc\r\n0\r\n\r\n") << QByteArray("0\r\n\r\n5\r\nabc");
}

void tst_RequestParser::readsTheSameHoweverItArrives()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, body);

    for (qsizetype first = 0; first <= input.size(); ++first) {
        for (qsizetype second = first; second <= input.size(); ++second) {
            RequestParser parser;
            QByteArray waiting;
            for (const QByteArray &piece :
                 {input.first(first), input.mid(first, second - first), input.sliced(second)}) {
                waiting += piece;
                const auto used = parser.feed(waiting);
                QVERIFY2(used.hasValue(), qPrintable(QStringLiteral("split at %1 and %2").arg(first).arg(second)));
                waiting.remove(0, *used);
            }
            QVERIFY2(parser.isComplete(), qPrintable(QStringLiteral("split at %1 and %2").arg(first).arg(second)));
            QVERIFY(waiting.isEmpty());
            QCOMPARE(parser.takeRequest().body, body);
        }
    }
}

void tst_RequestParser::leavesPipelinedRequestsAlone()
{
    const QByteArray next = "GET /next HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const QByteArray &first : {QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
                                    post("Content-Length: 3\r\n", "abc"), chunked("3\r\nabc\r\n0\r\n\r\n")}) {
        RequestParser parser;
        const auto used = parser.feed(QByteArray(first + next));
        QVERIFY(used.hasValue());
        QVERIFY(parser.isComplete());
        QCOMPARE(*used, first.size());
    }
}

void tst_RequestParser::knowsWhetherTheConnectionIsKept_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("HTTP/1.1 keeps") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n") << true;
    QTest::newRow("unless it says close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n") << false;
    QTest::newRow("in any case of letters")
        << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nconnection: CLOSE\r\n") << false;
    QTest::newRow("HTTP/1.0 closes") << QByteArray("GET / HTTP/1.0\r\n") << false;
    QTest::newRow("unless it says keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n") << true;
}

void tst_RequestParser::knowsWhetherTheConnectionIsKept()
{
    QFETCH(QByteArray, start);
    QFETCH(bool, isKept);
    const auto request = parse(QByteArray(start + "\r\n"));
    QVERIFY(request.hasValue());
    QCOMPARE(request->head.keepsAlive, isKept);
}

void tst_RequestParser::knowsWhoWaitsForContinue_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("waits");
    QTest::newRow("Expect: 100-continue") << QByteArray("Expect: 100-continue\r\n") << true;
    QTest::newRow("in any case of letters") << QByteArray("expect: 100-Continue\r\n") << true;
    QTest::newRow("another expectation") << QByteArray("Expect: the worst\r\n") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void tst_RequestParser::knowsWhoWaitsForContinue()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, waits);
    RequestParser parser;
    QVERIFY(parser.feed(post("Content-Length: 3\r\n" + field, "")).hasValue());
    QVERIFY(parser.isHeadComplete());
    QVERIFY(!parser.isComplete());
    QCOMPARE(parser.expectsContinue(), waits);
    QVERIFY(parser.feed("abc").hasValue());
    QVERIFY(parser.isComplete());
}

void tst_RequestParser::allowsWhatIsJustWithinTheLimits()
{
    RequestLimits limits;
    limits.maxBodyBytes = 10;
    limits.maxFields = 3;
    limits.maxTargetBytes = 20;
    limits.maxHeadBytes = 100;
    const QByteArray target = "/" + QByteArray(19, 'x');
    const QByteArray start = "POST " + target + " HTTP/1.1\r\nHost: a\r\n";
    const QByteArray fields = "Content-Length: 10\r\nX: ";
    const QByteArray head = start + fields + QByteArray(100 - start.size() - fields.size() - 4, 'y') + "\r\n\r\n";
    QCOMPARE(head.size(), 100);
    const auto request = parse(QByteArray(head + "0123456789"), limits);
    QVERIFY(request.hasValue());
    QCOMPARE(request->body, QByteArray("0123456789"));
    QCOMPARE(request->head.target, target);
    const auto inChunks = parse("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n",
                                limits);
    QVERIFY(inChunks.hasValue());
    QCOMPARE(inChunks->body, QByteArray("0123456789"));
}

QTEST_GUILESS_MAIN(tst_RequestParser)
#include "tst_requestparser.moc"
