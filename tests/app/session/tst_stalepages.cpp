#include "localserver.h"
#include "support/person.h"

#include <QCborArray>

using namespace session;
using protocol::chat::Message;
using protocol::chat::RoomEvent;
using protocol::chat::RoomEventType;

/// A page of history may be older than the events that come in before it.
class tst_StalePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappensWhileAPageIsOnItsWayIsNotUndoneByIt();

private:
    static Message message(qint64 seq, const QString &text)
    {
        Message message;
        message.room = general;
        message.seq = seq;
        message.id = protocol::chat::messageId(general, seq);
        message.at = seq;
        message.by = QStringLiteral("u-bob");
        message.text = text;
        return message;
    }
    static QCborMap event(RoomEventType type, qint64 seq, const QCborMap &detail)
    {
        RoomEvent event;
        event.room = general;
        event.seq = seq;
        event.type = type;
        event.by = QStringLiteral("u-bob");
        event.at = seq;
        event.detail = detail;
        return event.toMap();
    }
    /// A server with one message, which changes and is followed by another one before it answers with the page as it
    /// was when it was asked.
    static void setUp(socketio::Server &io)
    {
        io.onConnection([](socketio::Socket &peer) {
            const QCborMap me{{QStringLiteral("id"), QStringLiteral("u-ann")},
                              {QStringLiteral("name"), QStringLiteral("Ann")},
                              {QStringLiteral("role"), QStringLiteral("member")},
                              {QStringLiteral("createdAt"), 1}};
            const QCborMap room{{QStringLiteral("id"), general},
                                {QStringLiteral("name"), QStringLiteral("General")},
                                {QStringLiteral("kind"), QStringLiteral("public")},
                                {QStringLiteral("topic"), QString()},
                                {QStringLiteral("members"), 2},
                                {QStringLiteral("seq"), 3},
                                {QStringLiteral("createdAt"), 1},
                                {QStringLiteral("role"), QStringLiteral("member")},
                                {QStringLiteral("read"), 3}};
            peer.emit("welcome", QCborMap{{QStringLiteral("user"), me}, {QStringLiteral("rooms"), QCborArray{room}}});
            peer.onAny([raw = &peer](const socketio::Event &asked) {
                if (asked.name != QStringLiteral("history:get"))
                    return;
                raw->emit("room:event",
                          event(RoomEventType::MessageEdited, 4,
                                {{QStringLiteral("id"), message(3, {}).id},
                                 {QStringLiteral("text"), QStringLiteral("new")},
                                 {QStringLiteral("mentions"), QCborArray()}}));
                raw->emit("room:event",
                          event(RoomEventType::MessagePosted, 5,
                                {{QStringLiteral("message"), message(5, QStringLiteral("after that")).toMap()}}));
                asked.ack(QCborMap{{QStringLiteral("ok"), true},
                                   {QStringLiteral("messages"), QCborArray{message(3, QStringLiteral("old")).toMap()}},
                                   {QStringLiteral("hasBefore"), false},
                                   {QStringLiteral("hasAfter"), false}});
            });
        });
    }
};

void tst_StalePages::whatHappensWhileAPageIsOnItsWayIsNotUndoneByIt()
{
    LocalServer server(setUp);
    QTemporaryDir folder;
    auto cache = cache::ChatCache::open(folder.filePath(QStringLiteral("cache.sqlite")));
    QVERIFY(cache);
    ChatClient client(server.address(), {QStringLiteral("Ann"), {}, {}, {}}, **cache, quickOptions());
    client.open();
    QTRY_VERIFY(client.isUpToDate());
    const auto timeline = client.openTimeline(general);
    timeline->loadLatest();
    QVERIFY(timeline->isLoading());
    QTRY_VERIFY(!timeline->isLoading());
    QCOMPARE(timeline->count(), 2);
    QCOMPARE(timeline->at(0).message.text, QStringLiteral("new"));
    QCOMPARE(timeline->at(1).message.text, QStringLiteral("after that"));
    const cache::CachedPage page = (*cache)->latest(general, 10);
    QCOMPARE(page.messages.size(), 2);
    QCOMPARE(page.messages[0].text, QStringLiteral("new"));
    QVERIFY(page.isComplete);
}

QTEST_GUILESS_MAIN(tst_StalePages)
#include "tst_stalepages.moc"
