#include "support/protocoldocument.h"

#include "gateway/handlers.h"
#include "gateway/ratelimits.h"

#include "chat/rules/permissions.h"
#include "protocol/chat/connectrequests.h"
#include "protocol/chat/errorcode.h"
#include "protocol/chat/message.h"
#include "protocol/chat/room.h"
#include "protocol/chat/roomevent.h"
#include "protocol/chat/user.h"

#include <QTest>

using namespace protocol::chat;

/// Whether docs/protocol.md is complete and says what the program does.
class tst_Reference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExampleIsValidJson();
    void everyEventOfClientsIsDescribed_data();
    void everyEventOfClientsIsDescribed();
    void nothingIsDescribedThatThereIsNot();
    void everyEventOfTheServerIsDescribed_data();
    void everyEventOfTheServerIsDescribed();
    void everyRoomEventHasAnExample_data();
    void everyRoomEventHasAnExample();
    void everyErrorCodeIsDescribed_data();
    void everyErrorCodeIsDescribed();
    void valuesInExamplesAreAsTheProgramReadsThem();
    void examplesOfAuthAreUnderstood();
    void thePermissionTableIsThatOfTheRules_data();
    void thePermissionTableIsThatOfTheRules();
    void theLimitsAreThoseOfTheProgram();
    void theRatesAreThoseOfTheProgram_data();
    void theRatesAreThoseOfTheProgram();

private:
    const ProtocolDocument m_document;
};

void tst_Reference::everyExampleIsValidJson()
{
    int count = 0;
    for (const Section &section : m_document.sections()) {
        for (const Example &example : section.examples) {
            if (example.kind.isEmpty())
                continue; // of a program
            QVERIFY2(example.json().isObject(), qPrintable(section.title + u' ' + example.text));
            ++count;
        }
    }
    QVERIFY(count > 100);
}

void tst_Reference::everyEventOfClientsIsDescribed_data()
{
    QTest::addColumn<QString>("event");
    for (const gateway::Handler &handler : gateway::handlers())
        QTest::newRow(handler.event.data()) << QString(handler.event);
}

void tst_Reference::everyEventOfClientsIsDescribed()
{
    QFETCH(QString, event);
    const Section section = m_document.sectionOf(event, 4);
    QCOMPARE(section.title, event);
    const auto requests = section.examplesOf(QStringLiteral("request"));
    QVERIFY(!requests.isEmpty());
    QStringList shown;
    for (const QJsonObject &request : requests) {
        shown += request.keys();
        for (const QString &required : section.requiredFields)
            QVERIFY2(request.contains(required), qPrintable(required));
    }
    for (const QString &field : std::as_const(shown))
        QVERIFY2(section.fields.contains(field), qPrintable(field));
    for (const QString &field : section.fields)
        QVERIFY2(shown.contains(field), qPrintable(field));
    const auto acks = section.examplesOf(QStringLiteral("ack"));
    QCOMPARE(acks.size(), event == QStringLiteral("typing") ? 0 : 1);
    for (const QJsonObject &ack : acks)
        QCOMPARE(ack.value(QStringLiteral("ok")), QJsonValue(true));
}

void tst_Reference::nothingIsDescribedThatThereIsNot()
{
    for (const Section &section : m_document.sections()) {
        if (section.level == 4)
            QVERIFY2(gateway::handlerOf(section.title), qPrintable(section.title));
    }
}

void tst_Reference::everyEventOfTheServerIsDescribed_data()
{
    QTest::addColumn<QString>("event");
    for (const char *event : {"welcome", "room:added", "room:removed", "typing", "presence", "read", "notice",
                              "rate_limited", "closed", "payload_too_large", "server:closing"})
        QTest::newRow(event) << QString::fromLatin1(event);
}

void tst_Reference::everyEventOfTheServerIsDescribed()
{
    QFETCH(QString, event);
    QVERIFY(!m_document.sectionOf(event, 3).examplesOf(QStringLiteral("event")).isEmpty());
}

void tst_Reference::everyRoomEventHasAnExample_data()
{
    QTest::addColumn<int>("type");
    for (int type = 0; type <= int(RoomEventType::MemberRole); ++type)
        QTest::newRow(wireName(RoomEventType(type)).data()) << type;
}

void tst_Reference::everyRoomEventHasAnExample()
{
    QFETCH(int, type);
    const QString name = wireName(RoomEventType(type));
    QVERIFY(!m_document.rowsOf(name).isEmpty());
    const auto examples
        = m_document.sectionOf(QStringLiteral("room:event"), 3).examplesOf(QStringLiteral("room-event"));
    int found = 0;
    for (const QJsonObject &example : examples) {
        const auto event = RoomEvent::fromMap(QCborMap::fromJsonObject(example));
        QVERIFY(event);
        if (int(event->type) != type)
            continue;
        ++found;
        if (event->type == RoomEventType::MessagePosted)
            QVERIFY(Message::fromMap(event->detail.value(QLatin1String("message")).toMap()));
    }
    QCOMPARE(found, 1);
}

void tst_Reference::everyErrorCodeIsDescribed_data()
{
    QTest::addColumn<QString>("code");
    for (int code = 0; code <= int(ErrorCode::Internal); ++code)
        QTest::newRow(wireName(ErrorCode(code)).data()) << QString(wireName(ErrorCode(code)));
}

void tst_Reference::everyErrorCodeIsDescribed()
{
    QFETCH(QString, code);
    for (const QStringList &row : m_document.rowsOf(code)) {
        if (row.size() == 3 && !row[1].isEmpty() && !row[2].isEmpty())
            return;
    }
    QFAIL("not in the table of errors, with its meaning and what to do");
}

void tst_Reference::valuesInExamplesAreAsTheProgramReadsThem()
{
    int count = 0;
    const auto check = [&count](const QList<QJsonObject> &examples, const auto &read) {
        for (const QJsonObject &example : examples) {
            const QCborMap map = QCborMap::fromJsonObject(example);
            const auto value = read(map);
            QVERIFY(value);
            // Whatever is shown is understood, and nothing is forgotten.
            QCOMPARE(value->toMap().toJsonObject(), example);
            ++count;
        }
    };
    for (const Section &section : m_document.sections()) {
        check(section.examplesOf(QStringLiteral("user")), User::fromMap);
        check(section.examplesOf(QStringLiteral("room")), Room::fromMap);
        check(section.examplesOf(QStringLiteral("message")), Message::fromMap);
    }
    QCOMPARE(count, 3);
}

void tst_Reference::examplesOfAuthAreUnderstood()
{
    const auto examples = m_document.sectionOf(QStringLiteral("Connecting"), 2).examplesOf(QStringLiteral("auth"));
    QVERIFY(examples.size() >= 2);
    for (const QJsonObject &example : examples)
        QVERIFY(readConnectRequest(QCborMap::fromJsonObject(example), Limits()));
}

void tst_Reference::thePermissionTableIsThatOfTheRules_data()
{
    using chat::Permission;
    QTest::addColumn<int>("permission");
    // In the order of the enum.
    const char *const names[] = {"ReadRoom",
                                 "PostMessage",
                                 "PostInAnnouncementRoom",
                                 "PostWithoutSlowMode",
                                 "EditOwnMessage",
                                 "DeleteOwnMessage",
                                 "DeleteOthersMessage",
                                 "PinMessage",
                                 "React",
                                 "MentionEverybody",
                                 "InviteToRoom",
                                 "UpdateRoom",
                                 "KickMember",
                                 "BanMember",
                                 "MuteMember",
                                 "SetMemberRole",
                                 "AnnounceInRoom",
                                 "ReadRoomAudit",
                                 "CreateRoom",
                                 "OpenDirect",
                                 "AnnounceToEveryone",
                                 "KickFromServer",
                                 "BanFromServer",
                                 "SetServerRole",
                                 "ReadServerAudit"};
    static_assert(std::size(names) == size_t(Permission::ReadServerAudit) + 1);
    for (int i = 0; i < int(std::size(names)); ++i)
        QTest::newRow(names[i]) << i;
}

void tst_Reference::thePermissionTableIsThatOfTheRules()
{
    QFETCH(int, permission);
    const auto rows = m_document.rowsOf(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(rows.size(), 1);
    const QStringList cells = rows[0].sliced(1);
    const bool isOfServer = permission >= int(chat::Permission::CreateRoom);
    QCOMPARE(cells.size(), isOfServer ? 1 : 3);
    for (int kind = 0; kind < int(cells.size()); ++kind) {
        const auto lowest = roleFrom(cells[kind]);
        QVERIFY(lowest || cells[kind] == QStringLiteral("nobody"));
        for (int role = 0; role <= int(Role::Owner); ++role) {
            const bool isShown = lowest && role >= int(*lowest);
            QCOMPARE(chat::isAllowed(chat::Permission(permission), Role(role), RoomKind(kind)), isShown);
        }
    }
}

void tst_Reference::theLimitsAreThoseOfTheProgram()
{
    const QCborMap limits = Limits().toMap();
    QVERIFY(limits.size() > 20);
    for (auto limit = limits.cbegin(); limit != limits.cend(); ++limit) {
        const QString name = limit.key().toString();
        const auto rows = m_document.rowsOf(name);
        QVERIFY2(rows.size() == 1, qPrintable(name));
        QVERIFY2(rows[0].value(1).toLongLong() == limit.value().toInteger(), qPrintable(name));
    }
}

void tst_Reference::theRatesAreThoseOfTheProgram_data()
{
    const gateway::RateLimits limits;
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("burst");
    QTest::newRow("messagesPerSecond") << limits.messagesPerSecond << limits.messageBurst;
    QTest::newRow("reactionsPerSecond") << limits.reactionsPerSecond << limits.reactionBurst;
    QTest::newRow("typingPerSecond") << limits.typingPerSecond << limits.typingBurst;
    QTest::newRow("joinsPerMinute") << limits.joinsPerMinute << limits.joinBurst;
    QTest::newRow("roomsPerMinute") << limits.roomsPerMinute << limits.roomBurst;
    QTest::newRow("searchesPerMinute") << limits.searchesPerMinute << limits.searchBurst;
    QTest::newRow("othersPerSecond") << limits.othersPerSecond << limits.otherBurst;
    QTest::newRow("connectsPerMinute") << limits.connectsPerMinute << limits.connectBurst;
}

void tst_Reference::theRatesAreThoseOfTheProgram()
{
    QFETCH(double, rate);
    QFETCH(double, burst);
    const auto rows = m_document.rowsOf(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].value(1).toDouble(), rate);
    QCOMPARE(rows[0].value(2).toDouble(), burst);
}

QTEST_GUILESS_MAIN(tst_Reference)
#include "tst_reference.moc"
