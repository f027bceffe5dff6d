#include "protocol/chat/error.h"
#include "protocol/chat/errorcode.h"
#include "protocol/chat/message.h"
#include "protocol/chat/presencestate.h"
#include "protocol/chat/room.h"
#include "protocol/chat/roomevent.h"
#include "protocol/chat/user.h"

#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace protocol::chat;

class tst_Values : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOnTheWireReadBack();
    void namesThatDoNotExistAreNotRead_data();
    void namesThatDoNotExistAreNotRead();
    void valuesComeBackAsTheyWent();
    void whatDoesNotApplyIsLeftOut();
    void aMissingFieldIsNoticed_data();
    void aMissingFieldIsNoticed();
    void aFieldOfTheWrongTypeIsNoticed_data();
    void aFieldOfTheWrongTypeIsNoticed();
    void messageIdsTellWhereTheMessageIs();
    void whatIsNoMessageIdIsNotRead_data();
    void whatIsNoMessageIdIsNotRead();
    void anErrorAlwaysHasAMessage();

private:
    /// Rows (what, map) with every field set.
    static void addFullMaps();
};

namespace {

Message fullMessage()
{
    return {QStringLiteral("r1-7"),
            QStringLiteral("r1"),
            7,
            1000,
            QStringLiteral("u1"),
            QStringLiteral("soup"),
            QStringLiteral("r1-3"),
            2000,
            true,
            true,
            {QStringLiteral("u2"), QStringLiteral("*")},
            {{QStringLiteral("👍"), {QStringLiteral("u2")}}},
            {QCborMap{{QStringLiteral("name"), QStringLiteral("a.png")}}}};
}

Room fullRoom()
{
    return {QStringLiteral("d1"),
            QStringLiteral("Kitchen"),
            RoomKind::Direct,
            QStringLiteral("Soup"),
            std::chrono::seconds(5),
            true,
            1000,
            QStringLiteral("u1"),
            42,
            2,
            {QStringLiteral("u1"), QStringLiteral("u2")}};
}

User fullUser()
{
    return {QStringLiteral("u1"), QStringLiteral("Ann"), QStringLiteral("#fff"), Role::Admin, 1000, 2000};
}

RoomEvent fullEvent()
{
    return {QStringLiteral("r1"),
            7,
            RoomEventType::MessagePosted,
            QStringLiteral("u1"),
            1000,
            {{QStringLiteral("message"), fullMessage().toMap()}},
            {}};
}

template <typename Value>
bool isReadable(const QCborMap &map)
{
    return Value::fromMap(map).has_value();
}

bool isReadable(const QString &what, const QCborMap &map)
{
    if (what == QStringLiteral("message"))
        return isReadable<Message>(map);
    if (what == QStringLiteral("room"))
        return isReadable<Room>(map);
    if (what == QStringLiteral("user"))
        return isReadable<User>(map);
    return isReadable<RoomEvent>(map);
}

template <typename Enum, typename Read>
void checkNames(Enum last, Read read)
{
    QSet<QString> names;
    for (int i = 0; i <= int(last); ++i) {
        const QString name = wireName(Enum(i));
        QCOMPARE(read(name), std::optional(Enum(i)));
        names.insert(name);
    }
    QCOMPARE(names.size(), int(last) + 1);
}

} // namespace

void tst_Values::namesOnTheWireReadBack()
{
    checkNames(ErrorCode::Internal, errorCodeFrom);
    checkNames(Role::Owner, roleFrom);
    checkNames(RoomKind::Direct, roomKindFrom);
    checkNames(PresenceState::Invisible, presenceStateFrom);
    checkNames(RoomEventType::MemberRole, roomEventTypeFrom);
}

void tst_Values::namesThatDoNotExistAreNotRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("another case") << QStringLiteral("Owner");
    QTest::newRow("a space behind") << QStringLiteral("owner ");
    QTest::newRow("a part") << QStringLiteral("own");
    QTest::newRow("another alphabet") << QStringLiteral("оwner");
}

void tst_Values::namesThatDoNotExistAreNotRead()
{
    QFETCH(QString, name);
    QVERIFY(!roleFrom(name));
    QVERIFY(!errorCodeFrom(name));
    QVERIFY(!roomKindFrom(name));
    QVERIFY(!presenceStateFrom(name));
    QVERIFY(!roomEventTypeFrom(name));
}

void tst_Values::valuesComeBackAsTheyWent()
{
    QCOMPARE(Message::fromMap(fullMessage().toMap()), std::optional(fullMessage()));
    QCOMPARE(Room::fromMap(fullRoom().toMap()), std::optional(fullRoom()));
    QCOMPARE(User::fromMap(fullUser().toMap()), std::optional(fullUser()));
    QCOMPARE(RoomEvent::fromMap(fullEvent().toMap()), std::optional(fullEvent()));
    // As clients in other languages write them.
    const QCborMap asJson = QCborMap::fromJsonObject(fullMessage().toMap().toJsonObject());
    QCOMPARE(Message::fromMap(asJson), std::optional(fullMessage()));
}

void tst_Values::whatDoesNotApplyIsLeftOut()
{
    Message message;
    message.id = QStringLiteral("r1-1");
    message.room = QStringLiteral("r1");
    message.by = QStringLiteral("u1");
    for (const char *absent : {"replyTo", "edited", "deleted", "pinned", "mentions"})
        QVERIFY2(!message.toMap().contains(QLatin1String(absent)), absent);
    QCOMPARE(Message::fromMap(message.toMap()), std::optional(message));
    Room room;
    room.id = QStringLiteral("r1");
    for (const char *absent : {"createdBy", "slowModeMs", "announcementOnly", "directMembers"})
        QVERIFY2(!room.toMap().contains(QLatin1String(absent)), absent);
    QCOMPARE(Room::fromMap(room.toMap()), std::optional(room));
    RoomEvent event = fullEvent();
    event.by.clear();
    QVERIFY(!event.toMap().contains(QLatin1String("by")));
    QCOMPARE(RoomEvent::fromMap(event.toMap()), std::optional(event));
}

void tst_Values::addFullMaps()
{
    QTest::addColumn<QCborMap>("map");
    QTest::addColumn<QStringList>("optional");
    QTest::newRow("message") << fullMessage().toMap()
                             << QStringList{QStringLiteral("replyTo"),    QStringLiteral("edited"),
                                            QStringLiteral("deleted"),    QStringLiteral("pinned"),
                                            QStringLiteral("mentions"),   QStringLiteral("reactions"),
                                            QStringLiteral("attachments")};
    QTest::newRow("room") << fullRoom().toMap()
                          << QStringList{QStringLiteral("createdBy"), QStringLiteral("slowModeMs"),
                                         QStringLiteral("announcementOnly"), QStringLiteral("directMembers")};
    QTest::newRow("user") << fullUser().toMap() << QStringList{QStringLiteral("avatar"), QStringLiteral("lastSeenAt")};
    QTest::newRow("event") << fullEvent().toMap() << QStringList{QStringLiteral("by"), QStringLiteral("message")};
}

void tst_Values::aMissingFieldIsNoticed_data()
{
    addFullMaps();
}

void tst_Values::aMissingFieldIsNoticed()
{
    QFETCH(QCborMap, map);
    QFETCH(QStringList, optional);
    const QString what = QString::fromLatin1(QTest::currentDataTag());
    QVERIFY(isReadable(what, map));
    for (const QCborValue &key : map.keys()) {
        QCborMap lacking = map;
        lacking.remove(key.toString());
        QVERIFY2(isReadable(what, lacking) == optional.contains(key.toString()), qPrintable(key.toString()));
    }
}

void tst_Values::aFieldOfTheWrongTypeIsNoticed_data()
{
    addFullMaps();
}

void tst_Values::aFieldOfTheWrongTypeIsNoticed()
{
    QFETCH(QCborMap, map);
    const QString what = QString::fromLatin1(QTest::currentDataTag());
    for (const QCborValue &key : map.keys()) {
        if (key == QCborValue(QStringLiteral("message")))
            continue; // the event's own, which is not looked into
        const bool isBool = map.value(key).isBool();
        for (const QCborValue &wrong : {QCborValue(1.5), QCborValue(!isBool ? QCborValue(true) : QCborValue(1)),
                                        QCborValue(QCborMap()), QCborValue(QByteArray("bytes"))}) {
            QCborMap spoilt = map;
            spoilt.insert(key, wrong);
            QVERIFY2(!isReadable(what, spoilt), qPrintable(key.toString()));
        }
    }
}

void tst_Values::messageIdsTellWhereTheMessageIs()
{
    const auto position = messagePositionFrom(messageId(QStringLiteral("general"), 1234567890123));
    QVERIFY(position);
    QCOMPARE(position->room, QStringLiteral("general"));
    QCOMPARE(position->seq, qint64(1234567890123));
}

void tst_Values::whatIsNoMessageIdIsNotRead_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id :
         {"", "-", "general", "general-", "-1", "general-0", "general-01", "general--1", "general-+1", "general-1 ",
          "general- 1", "general-1e3", "general-9007199254740992", "general-99999999999999999999", "general-\xd9\xa1"})
        QTest::newRow(qPrintable(u'"' + QString::fromUtf8(id) + u'"')) << QString::fromUtf8(id);
}

void tst_Values::whatIsNoMessageIdIsNotRead()
{
    QFETCH(QString, id);
    const auto position = messagePositionFrom(id);
    // Two ids never name the same message.
    QVERIFY(!position || messageId(position->room, position->seq) == id);
    QVERIFY(!position || id == QStringLiteral("general--1"));
}

void tst_Values::anErrorAlwaysHasAMessage()
{
    for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
        const QCborMap map = Error{ErrorCode(code), {}, {}, {}}.toMap();
        QVERIFY(!map.value(QLatin1String("message")).toString().isEmpty());
        QCOMPARE(map.size(), 2);
    }
    const QCborMap full
        = Error{ErrorCode::TooLong, QStringLiteral("Shorter!"), QStringLiteral("text"), std::chrono::seconds(2)}
              .toMap();
    QCOMPARE(full,
             (QCborMap{{QStringLiteral("code"), QStringLiteral("too_long")},
                       {QStringLiteral("message"), QStringLiteral("Shorter!")},
                       {QStringLiteral("field"), QStringLiteral("text")},
                       {QStringLiteral("retryAfterMs"), 2000}}));
}

QTEST_APPLESS_MAIN(tst_Values)
#include "tst_values.moc"
