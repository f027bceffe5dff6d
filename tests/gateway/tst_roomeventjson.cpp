#include "gateway/roomeventjson.h"

#include "protocol/socketio/jsonwriter.h"

#include <QTest>

using gateway::appendRoomEventJson;
using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

class tst_RoomEventJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventIsWrittenAsItsMap_data();
    void anEventIsWrittenAsItsMap();
};

namespace {

RoomEvent posted(const QString &text)
{
    RoomEvent event{QStringLiteral("r1"), 7, RoomEventType::MessagePosted, QStringLiteral("u1"), 1000, {}, Message()};
    event.message->id = QStringLiteral("r1-7");
    event.message->room = event.room;
    event.message->seq = event.seq;
    event.message->at = event.at;
    event.message->by = event.by;
    event.message->text = text;
    return event;
}

} // namespace

void tst_RoomEventJson::anEventIsWrittenAsItsMap_data()
{
    QTest::addColumn<RoomEvent>("event");
    QTest::newRow("a message") << posted(QStringLiteral("Hello"));
    QTest::newRow("no text") << posted({});
    QTest::newRow("a text that has to be escaped") << posted(QStringLiteral("\"a\\b\"\n\u0001\u007f"));
    QTest::newRow("a text beyond ASCII") << posted(QStringLiteral("Grüße 🎂") + QChar(0xd800));
    QTest::newRow("a long text") << posted(QString(5000, u'x'));
    RoomEvent full = posted(QStringLiteral("x"));
    full.message->replyTo = QStringLiteral("r1-3");
    full.message->mentions = {QStringLiteral("u2"), QStringLiteral("*")};
    full.message->attachments = {QCborMap{{QStringLiteral("name"), QStringLiteral("cat.png")}}};
    QTest::newRow("a reply with mentions and attachments") << full;
    RoomEvent changed = full;
    changed.message->editedAt = 5;
    changed.message->isPinned = true;
    changed.message->reactions = {{QStringLiteral("👍"), {QStringLiteral("u2")}}};
    QTest::newRow("a message that has changed") << changed;
    RoomEvent ofServer = posted(QStringLiteral("x"));
    ofServer.by.clear();
    QTest::newRow("of the server") << ofServer;
    QTest::newRow("another event") << RoomEvent{QStringLiteral("r1"),
                                                8,
                                                RoomEventType::MemberJoined,
                                                QStringLiteral("u1"),
                                                1000,
                                                {{QStringLiteral("user"), QStringLiteral("u2")}},
                                                {}};
}

void tst_RoomEventJson::anEventIsWrittenAsItsMap()
{
    QFETCH(const RoomEvent, event);
    QByteArray expected;
    protocol::socketio::appendJson(expected, event.toMap());
    QByteArray json("before ");
    appendRoomEventJson(json, event);
    QCOMPARE(json, "before " + expected);
}

QTEST_GUILESS_MAIN(tst_RoomEventJson)
#include "tst_roomeventjson.moc"
