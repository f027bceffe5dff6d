#include "protocol/chat/fieldreader.h"
#include "protocol/chat/messagerequests.h"
#include "protocol/chat/moderationrequests.h"
#include "protocol/chat/peoplerequests.h"
#include "protocol/chat/readingrequests.h"
#include "protocol/chat/roomrequests.h"
#include "protocol/chat/schedulerequests.h"

#include <QTest>

using namespace protocol::chat;

/// The readers of requests where types alone do not decide; that every field's type is checked is seen through the
/// gateway.
class tst_Requests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsCountedInCharacters();
    void noncesAreCountedInBytes_data();
    void noncesAreCountedInBytes();
    void numbersAreWhole_data();
    void numbersAreWhole();
    void pagesAreNotLargerThanAllowed_data();
    void pagesAreNotLargerThanAllowed();
    void historyIsAskedForInOneDirection();
    void theWholeServerHasToBeSaid();
    void everybodyHasToBeSaid();
    void listsAreNotLongerThanAllowed();
    void nobodyCanSayThatTheyAreOffline();
    void directConversationsAreNotMadeAsRooms();
    void theFirstWrongFieldIsNamed();
};

namespace {

const QString room = QStringLiteral("general");

QCborMap messageWith(const QString &field, const QCborValue &value)
{
    QCborMap map{{QStringLiteral("room"), room},
                 {QStringLiteral("nonce"), QStringLiteral("n")},
                 {QStringLiteral("text"), QStringLiteral("soup")}};
    map.insert(field, value);
    return map;
}

template <typename T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : QString(wireName(result.error().code)) + u' ' + result.error().field;
}

} // namespace

void tst_Requests::textIsCountedInCharacters()
{
    const Limits limits;
    const QString emoji = QString::fromUtf8("\xf0\x9f\x91\x8d"); // two units, one character
    const auto read = [&](const QString &text) {
        return codeOf(readSendMessage(messageWith(QStringLiteral("text"), text), limits));
    };
    QCOMPARE(read(QString(limits.maxMessageCharacters, u'x')), QString());
    QCOMPARE(read(emoji.repeated(limits.maxMessageCharacters)), QString());
    QCOMPARE(read(QString(limits.maxMessageCharacters + 1, u'x')), QStringLiteral("too_long text"));
    QCOMPARE(read(emoji.repeated(limits.maxMessageCharacters) + u'x'), QStringLiteral("too_long text"));
}

void tst_Requests::noncesAreCountedInBytes_data()
{
    QTest::addColumn<QString>("nonce");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString() << QStringLiteral("bad_request nonce");
    QTest::newRow("as long as may be") << QString(64, u'n') << QString();
    QTest::newRow("one more") << QString(65, u'n') << QStringLiteral("too_long nonce");
    QTest::newRow("two bytes each") << QString(32, QChar(0xe4)) << QString();
    QTest::newRow("two bytes each, one more") << QString(33, QChar(0xe4)) << QStringLiteral("too_long nonce");
}

void tst_Requests::noncesAreCountedInBytes()
{
    QFETCH(QString, nonce);
    QFETCH(QString, code);
    QCOMPARE(codeOf(readSendMessage(messageWith(QStringLiteral("nonce"), nonce), Limits())), code);
}

void tst_Requests::numbersAreWhole_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("none") << 0.0 << true;
    QTest::newRow("whole") << 5.0 << true;
    QTest::newRow("greatest") << 9007199254740991.0 << true;
    QTest::newRow("greater") << 9007199254740992.0 << false;
    QTest::newRow("much greater") << 1e300 << false;
    QTest::newRow("infinite") << qInf() << false;
    QTest::newRow("not a number") << qQNaN() << false;
    QTest::newRow("broken") << 5.5 << false;
    QTest::newRow("negative") << -1.0 << false;
}

void tst_Requests::numbersAreWhole()
{
    QFETCH(double, number);
    QFETCH(bool, isGood);
    const QCborMap map{{QStringLiteral("room"), room}, {QStringLiteral("seq"), number}};
    const auto request = readMarkRead(map, Limits());
    QCOMPARE(codeOf(request), isGood ? QString() : QStringLiteral("bad_request seq"));
    if (isGood)
        QCOMPARE(request->seq, qint64(number));
}

void tst_Requests::pagesAreNotLargerThanAllowed_data()
{
    QTest::addColumn<QCborValue>("limit");
    QTest::addColumn<int>("size");
    QTest::newRow("not said") << QCborValue(QCborValue::Undefined) << 50;
    QTest::newRow("null") << QCborValue(QCborValue::Null) << 50;
    QTest::newRow("one") << QCborValue(1) << 1;
    QTest::newRow("most") << QCborValue(200) << 200;
    QTest::newRow("more") << QCborValue(201) << 200;
    QTest::newRow("far more") << QCborValue(maxExactInteger) << 200;
    QTest::newRow("none") << QCborValue(0) << -1;
    QTest::newRow("less than none") << QCborValue(-5) << -1;
}

void tst_Requests::pagesAreNotLargerThanAllowed()
{
    QFETCH(QCborValue, limit);
    QFETCH(int, size);
    const auto request = readGetHistory({{QStringLiteral("room"), room}, {QStringLiteral("limit"), limit}}, Limits());
    if (size < 0)
        QCOMPARE(codeOf(request), QStringLiteral("bad_request limit"));
    else
        QCOMPARE(request->limit, size);
}

void tst_Requests::historyIsAskedForInOneDirection()
{
    QCborMap map{{QStringLiteral("room"), room}};
    QVERIFY(readGetHistory(map, Limits())->direction == GetHistory::Direction::Latest);
    map.insert(QStringLiteral("after"), 0);
    QVERIFY(readGetHistory(map, Limits())->direction == GetHistory::Direction::After);
    map.insert(QStringLiteral("date"), 1000);
    QCOMPARE(codeOf(readGetHistory(map, Limits())), QStringLiteral("bad_request date"));
}

void tst_Requests::theWholeServerHasToBeSaid()
{
    const QString roomField = QStringLiteral("room");
    const QString server = QStringLiteral("server");
    const QCborMap nobody{{QStringLiteral("user"), QStringLiteral("u1")}};
    QCOMPARE(codeOf(readModerate(nobody, Limits())), QStringLiteral("bad_request room"));
    QCborMap map = nobody;
    map.insert(server, false);
    QCOMPARE(codeOf(readModerate(map, Limits())), QStringLiteral("bad_request room"));
    map.insert(server, true);
    QCOMPARE(readModerate(map, Limits())->room, QString());
    map.insert(roomField, room);
    QCOMPARE(codeOf(readModerate(map, Limits())), QStringLiteral("bad_request room"));
    map.remove(server);
    QCOMPARE(readModerate(map, Limits())->room, room);
    map.insert(roomField, QString());
    QCOMPARE(codeOf(readModerate(map, Limits())), QStringLiteral("bad_request room"));
}

void tst_Requests::everybodyHasToBeSaid()
{
    QCborMap map{{QStringLiteral("text"), QStringLiteral("Fire!")}};
    QCOMPARE(codeOf(readAnnounce(map, Limits())), QStringLiteral("bad_request rooms"));
    map.insert(QStringLiteral("everyone"), true);
    QVERIFY(!readAnnounce(map, Limits())->rooms);
    map.insert(QStringLiteral("rooms"), QCborArray{room});
    QCOMPARE(codeOf(readAnnounce(map, Limits())), QStringLiteral("bad_request rooms"));
    map.remove(QStringLiteral("everyone"));
    QCOMPARE(readAnnounce(map, Limits())->rooms, std::optional(QStringList{room}));
}

void tst_Requests::listsAreNotLongerThanAllowed()
{
    Limits limits;
    limits.maxRoomsPerUser = 2;
    QCborMap rooms{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}};
    QCOMPARE(readSync({{QStringLiteral("rooms"), rooms}}, limits)->rooms.size(), 2);
    rooms.insert(QStringLiteral("c"), 3);
    QCOMPARE(codeOf(readSync({{QStringLiteral("rooms"), rooms}}, limits)), QStringLiteral("too_many rooms"));
    const QCborArray ids{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    const QCborMap announcement{{QStringLiteral("text"), QStringLiteral("x")}, {QStringLiteral("rooms"), ids}};
    QCOMPARE(codeOf(readAnnounce(announcement, limits)), QStringLiteral("too_many rooms"));
    QCborArray attachments;
    for (int i = 0; i <= limits.maxAttachmentsPerMessage; ++i)
        attachments.append(QCborMap());
    QCOMPARE(codeOf(readSendMessage(messageWith(QStringLiteral("attachments"), attachments), limits)),
             QStringLiteral("too_many attachments"));
}

void tst_Requests::nobodyCanSayThatTheyAreOffline()
{
    QCOMPARE(codeOf(readSetPresence({{QStringLiteral("state"), QStringLiteral("offline")}}, Limits())),
             QStringLiteral("bad_request state"));
    QVERIFY(readSetPresence({{QStringLiteral("state"), QStringLiteral("invisible")}}, Limits()));
}

void tst_Requests::directConversationsAreNotMadeAsRooms()
{
    const QCborMap map{{QStringLiteral("name"), QStringLiteral("x")},
                       {QStringLiteral("kind"), QStringLiteral("direct")}};
    QCOMPARE(codeOf(readCreateRoom(map, Limits())), QStringLiteral("bad_request kind"));
}

void tst_Requests::theFirstWrongFieldIsNamed()
{
    const auto request = readSendMessage({}, Limits());
    QCOMPARE(codeOf(request), QStringLiteral("bad_request room"));
    QVERIFY(request.error().message.contains(QStringLiteral("room")));
}

QTEST_APPLESS_MAIN(tst_Requests)
#include "tst_requests.moc"
