#include "clientframe.h"

#include "net/websocketframereader.h"

#include <QTest>

#include <vector>

using net::WebSocketFrameReader;
using Event = WebSocketFrameReader::Event;

Q_DECLARE_METATYPE(Event)

namespace {

constexpr qint64 limit = 100'000;

struct Happening
{
    Event event;
    QByteArray payload;
    friend bool operator==(const Happening &, const Happening &) = default;
};
using Story = std::vector<Happening>;

/// What happens when the bytes arrive `pieceSize` at a time, up to the first event that ends the reading.
Story tell(QByteArray bytes, qsizetype pieceSize)
{
    WebSocketFrameReader reader(limit);
    Story story;
    for (qsizetype start = 0; start < bytes.size(); start += pieceSize) {
        std::span<char> input(bytes.data() + start, size_t(std::min(pieceSize, bytes.size() - start)));
        for (Event event = reader.read(input); event != Event::NeedsMore; event = reader.read(input)) {
            story.push_back({event, reader.payload().toByteArray()});
            if (event == Event::Close || event >= Event::ProtocolError)
                return story;
        }
    }
    return story;
}

/// The same however the bytes are cut; else nothing.
Story tell(const QByteArray &bytes)
{
    const Story story = tell(bytes, bytes.size());
    for (const qsizetype pieceSize : {1, 2, 3, 7, 64, 1000}) {
        if (tell(bytes, pieceSize) != story)
            return {};
    }
    return story;
}

QByteArray closePayload(int code, const QByteArray &reason = {})
{
    QByteArray payload(2, '\0');
    qToBigEndian(quint16(code), payload.data());
    return payload + reason;
}

} // namespace

class tst_WebSocketFrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAMessageOfAnyLength_data();
    void readsAMessageOfAnyLength();
    void readsFramesThatComeTogether();
    void joinsFragments();
    void controlFramesMayComeBetweenFragments();
    void aCodePointMayBeCutByFragments();
    void refusesWhatBreaksTheRules_data();
    void refusesWhatBreaksTheRules();
    void refusesTextThatIsNotUtf8_data();
    void refusesTextThatIsNotUtf8();
    void refusesBadTextBeforeTheMessageIsComplete();
    void aMessageOfTheLargestSizeIsRead();
    void aMessageOverTheLimitIsRefusedAtTheHeader();
    void fragmentsCountTogether();
    void judgesCloseCodes_data();
    void judgesCloseCodes();
    void nothingIsReadAfterTheEnd();
    void oneByteFragmentsTakeNoMoreThanTheirBytes();
    void aPayloadCanBeTakenOver();
};

void tst_WebSocketFrameReader::readsAMessageOfAnyLength_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 2, 3, 4, 5, 7, 8, 9, 16, 125, 126, 127, 65535, 65536})
        QTest::addRow("%d bytes", length) << length;
}

void tst_WebSocketFrameReader::readsAMessageOfAnyLength()
{
    QFETCH(int, length);
    QByteArray payload;
    for (int i = 0; i < length; ++i)
        payload += char('!' + i % 90);
    QCOMPARE(tell(ClientFrame{.opcode = ClientFrame::Text, .payload = payload}.bytes()),
             Story({{Event::Text, payload}}));
    QCOMPARE(tell(ClientFrame{.opcode = ClientFrame::Binary, .payload = payload}.bytes()),
             Story({{Event::Binary, payload}}));
}

void tst_WebSocketFrameReader::readsFramesThatComeTogether()
{
    const QByteArray bytes = ClientFrame{.payload = "one"}.bytes() + ClientFrame{.payload = ""}.bytes()
        + ClientFrame{.opcode = ClientFrame::Pong, .payload = "p"}.bytes()
        + ClientFrame{.opcode = ClientFrame::Binary, .payload = "two"}.bytes();
    QCOMPARE(tell(bytes), Story({{Event::Text, "one"}, {Event::Text, ""}, {Event::Pong, "p"}, {Event::Binary, "two"}}));
}

void tst_WebSocketFrameReader::joinsFragments()
{
    const QByteArray bytes = ClientFrame{.payload = "", .isFinal = false}.bytes()
        + ClientFrame{.opcode = ClientFrame::Continuation, .payload = "one ", .isFinal = false}.bytes()
        + ClientFrame{.opcode = ClientFrame::Continuation, .payload = "", .isFinal = false}.bytes()
        + ClientFrame{.opcode = ClientFrame::Continuation, .payload = "message"}.bytes()
        + ClientFrame{.opcode = ClientFrame::Binary, .payload = "\xff", .isFinal = false}.bytes()
        + ClientFrame{.opcode = ClientFrame::Continuation, .payload = "\xfe"}.bytes();
    QCOMPARE(tell(bytes), Story({{Event::Text, "one message"}, {Event::Binary, "\xff\xfe"}}));
}

void tst_WebSocketFrameReader::controlFramesMayComeBetweenFragments()
{
    const QByteArray bytes = ClientFrame{.payload = "one ", .isFinal = false}.bytes()
        + ClientFrame{.opcode = ClientFrame::Ping, .payload = QByteArray(125, 'p')}.bytes()
        + ClientFrame{.opcode = ClientFrame::Continuation, .payload = "mess", .isFinal = false}.bytes()
        + ClientFrame{.opcode = ClientFrame::Ping}.bytes()
        + ClientFrame{.opcode = ClientFrame::Pong, .payload = "q"}.bytes()
        + ClientFrame{.opcode = ClientFrame::Continuation, .payload = "age"}.bytes();
    QCOMPARE(tell(bytes),
             Story({{Event::Ping, QByteArray(125, 'p')},
                    {Event::Ping, ""},
                    {Event::Pong, "q"},
                    {Event::Text, "one message"}}));
}

void tst_WebSocketFrameReader::aCodePointMayBeCutByFragments()
{
    const QByteArray text = "κόσμε € 😀";
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        const QByteArray bytes = ClientFrame{.payload = text.first(cut), .isFinal = false}.bytes()
            + ClientFrame{.opcode = ClientFrame::Ping}.bytes()
            + ClientFrame{.opcode = ClientFrame::Continuation, .payload = text.sliced(cut)}.bytes();
        QCOMPARE(tell(bytes), Story({{Event::Ping, ""}, {Event::Text, text}}));
    }
}

void tst_WebSocketFrameReader::refusesWhatBreaksTheRules_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const int bit : {1, 2, 4})
        QTest::addRow("reserved bit %d", bit) << ClientFrame{.payload = "x", .reservedBits = bit}.bytes();
    for (const int opcode : {0x3, 0x4, 0x5, 0x6, 0x7, 0xb, 0xc, 0xd, 0xe, 0xf})
        QTest::addRow("opcode %x", opcode) << ClientFrame{.opcode = opcode, .payload = "x"}.bytes();
    for (const int opcode : {0x1, 0x2, 0x8, 0x9, 0xa})
        QTest::addRow("opcode %x without a mask", opcode) << ClientFrame{.opcode = opcode, .isMasked = false}.bytes();
    for (const int opcode : {0x8, 0x9, 0xa}) {
        QTest::addRow("opcode %x in fragments", opcode) << ClientFrame{.opcode = opcode, .isFinal = false}.bytes();
        QTest::addRow("opcode %x of 126 bytes", opcode)
            << ClientFrame{.opcode = opcode, .payload = QByteArray(126, 'x')}.bytes();
    }
    QTest::newRow("5 bytes announced in 16 bits") << ClientFrame{.payload = "12345", .lengthBits = 16}.bytes();
    QTest::newRow("125 bytes announced in 16 bits")
        << ClientFrame{.payload = QByteArray(125, 'x'), .lengthBits = 16}.bytes();
    QTest::newRow("65,535 bytes announced in 64 bits")
        << ClientFrame{.payload = QByteArray(65535, 'x'), .lengthBits = 64}.bytes();
    QTest::newRow("a length with its highest bit set") << ClientFrame{.announcedBytes = quint64(1) << 63}.bytes();
    QTest::newRow("a continuation of nothing") << ClientFrame{.opcode = ClientFrame::Continuation}.bytes();
    QTest::newRow("a continuation of what is complete") << ClientFrame{.payload = "x", .isFinal = false}.bytes()
            + ClientFrame{.opcode = ClientFrame::Continuation}.bytes()
            + ClientFrame{.opcode = ClientFrame::Continuation}.bytes();
    QTest::newRow("a message inside another")
        << ClientFrame{.payload = "x", .isFinal = false}.bytes() + ClientFrame{.payload = "y"}.bytes();
    QTest::newRow("a close of one byte") << ClientFrame{.opcode = ClientFrame::Close, .payload = "x"}.bytes();
}

void tst_WebSocketFrameReader::refusesWhatBreaksTheRules()
{
    QFETCH(QByteArray, bytes);
    const Story story = tell(bytes + ClientFrame{.payload = "late"}.bytes());
    QVERIFY(!story.empty());
    QCOMPARE(story.back().event, Event::ProtocolError);
    for (const Happening &happening : story)
        QVERIFY(happening.payload != "late");
}

void tst_WebSocketFrameReader::refusesTextThatIsNotUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("lone continuation byte") << QByteArray("\x80");
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("beyond U+10FFFF") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("cut at the end") << QByteArray("\xe2\x82");
    QTest::newRow("cut inside") << QByteArray("\xe2\x82"
                                              "a");
}

void tst_WebSocketFrameReader::refusesTextThatIsNotUtf8()
{
    QFETCH(QByteArray, text);
    QCOMPARE(tell(ClientFrame{.payload = "fine, then " + text}.bytes()).back().event, Event::InvalidText);
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        const QByteArray bytes = ClientFrame{.payload = "fine, then " + text.first(cut), .isFinal = false}.bytes()
            + ClientFrame{.opcode = ClientFrame::Continuation, .payload = text.sliced(cut)}.bytes();
        QCOMPARE(tell(bytes).back().event, Event::InvalidText);
    }
    QCOMPARE(tell(ClientFrame{.opcode = ClientFrame::Close, .payload = closePayload(1000, text)}.bytes()),
             Story({{Event::InvalidText, ""}}));
    QCOMPARE(tell(ClientFrame{.opcode = ClientFrame::Binary, .payload = text}.bytes()), Story({{Event::Binary, text}}));
}

void tst_WebSocketFrameReader::refusesBadTextBeforeTheMessageIsComplete()
{
    const QByteArray start = ClientFrame{.payload = "bad \xff", .announcedBytes = 1000}.bytes();
    QCOMPARE(tell(start).back().event, Event::InvalidText);
}

void tst_WebSocketFrameReader::aMessageOfTheLargestSizeIsRead()
{
    const QByteArray payload(limit, 'x');
    QCOMPARE(tell(ClientFrame{.payload = payload}.bytes()), Story({{Event::Text, payload}}));
}

void tst_WebSocketFrameReader::aMessageOverTheLimitIsRefusedAtTheHeader()
{
    for (const quint64 announced : {quint64(limit + 1), quint64(1) << 31, quint64(1) << 40, (quint64(1) << 63) - 1})
        QCOMPARE(tell(ClientFrame{.announcedBytes = announced}.bytes()), Story({{Event::TooLarge, ""}}));
}

void tst_WebSocketFrameReader::fragmentsCountTogether()
{
    const QByteArray first = ClientFrame{.payload = QByteArray(limit - 10, 'x'), .isFinal = false}.bytes();
    const auto second = [](int size) {
        return ClientFrame{.opcode = ClientFrame::Continuation, .payload = QByteArray(size, 'x')}.bytes();
    };
    QCOMPARE(tell(first + second(10)), Story({{Event::Text, QByteArray(limit, 'x')}}));
    QCOMPARE(tell(first + second(11)), Story({{Event::TooLarge, ""}}));
}

void tst_WebSocketFrameReader::judgesCloseCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Event>("expected");
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1011, 1012, 1014, 3000, 4999})
        QTest::addRow("%d may be sent", code) << code << Event::Close;
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535})
        QTest::addRow("%d must not be sent", code) << code << Event::ProtocolError;
}

void tst_WebSocketFrameReader::judgesCloseCodes()
{
    QFETCH(int, code);
    QFETCH(Event, expected);
    for (const QByteArray &reason : {QByteArray(), QByteArray("because")}) {
        const QByteArray payload = closePayload(code, reason);
        QCOMPARE(tell(ClientFrame{.opcode = ClientFrame::Close, .payload = payload}.bytes()),
                 Story({{expected, expected == Event::Close ? payload : ""}}));
    }
}

void tst_WebSocketFrameReader::nothingIsReadAfterTheEnd()
{
    QByteArray bytes = ClientFrame{.opcode = ClientFrame::Close}.bytes() + ClientFrame{.payload = "late"}.bytes();
    WebSocketFrameReader reader(limit);
    std::span<char> input(bytes.data(), size_t(bytes.size()));
    QCOMPARE(reader.read(input), Event::Close);
    QCOMPARE(reader.payload(), QByteArrayView());
    QCOMPARE(reader.read(input), Event::Close);
    QCOMPARE(reader.read(input), Event::Close);
}

void tst_WebSocketFrameReader::oneByteFragmentsTakeNoMoreThanTheirBytes()
{
    QByteArray bytes = ClientFrame{.payload = "4", .isFinal = false}.bytes();
    for (int i = 2; i < limit; ++i)
        bytes += ClientFrame{.opcode = ClientFrame::Continuation, .payload = "4", .isFinal = false}.bytes();
    bytes += ClientFrame{.opcode = ClientFrame::Continuation, .payload = "4"}.bytes();
    QCOMPARE(tell(bytes, 1), Story({{Event::Text, QByteArray(limit, '4')}}));
    QCOMPARE(tell(bytes, bytes.size()), Story({{Event::Text, QByteArray(limit, '4')}}));
}

void tst_WebSocketFrameReader::aPayloadCanBeTakenOver()
{
    QByteArray bytes = ClientFrame{.opcode = ClientFrame::Binary, .payload = "whole"}.bytes()
        + ClientFrame{.opcode = ClientFrame::Binary, .payload = "in ", .isFinal = false}.bytes()
        + ClientFrame{.opcode = ClientFrame::Continuation, .payload = "parts"}.bytes();
    WebSocketFrameReader reader(limit);
    std::span<char> input(bytes.data(), size_t(bytes.size()));
    QCOMPARE(reader.read(input), Event::Binary);
    const QByteArray whole = reader.takePayload();
    QCOMPARE(reader.read(input), Event::Binary);
    const QByteArray joined = reader.takePayload();
    QCOMPARE(reader.read(input), Event::NeedsMore);
    bytes.fill('\0');
    QCOMPARE(whole, QByteArray("whole"));
    QCOMPARE(joined, QByteArray("in parts"));
}

QTEST_APPLESS_MAIN(tst_WebSocketFrameReader)
#include "tst_websocketframereader.moc"
