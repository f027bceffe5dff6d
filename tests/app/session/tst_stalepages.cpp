#include "localserver.h"
#include "support/person.h"
#include "support/wiremaps.h"

#include <QCborArray>

using namespace session;
using protocol::chat::RoomEventType;

/// A page of history may be older than the events that come in before it.
class tst_StalePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHappensWhileAPageIsOnItsWayIsNotUndoneByIt();

private:
    /// A server with one message, which changes and is followed by another one before it answers with the page as it
    /// was when it was asked.
    static void setUp(socketio::Server &io)
    {
        io.onConnection([](socketio::Socket &peer) {
            const QCborMap me = wire::person(QStringLiteral("u-ann"), QStringLiteral("Ann"));
            const QCborMap room = wire::room(general, QStringLiteral("General"), 3);
            peer.emit("welcome", QCborMap{{QStringLiteral("user"), me}, {QStringLiteral("rooms"), QCborArray{room}}});
            peer.onAny([raw = &peer](const socketio::Event &asked) {
                if (asked.name != QStringLiteral("history:get"))
                    return;
                raw->emit("room:event",
                          wire::event(RoomEventType::MessageEdited, 4,
                                      {{QStringLiteral("id"), wire::message(3, {}).id},
                                       {QStringLiteral("text"), QStringLiteral("new")},
                                       {QStringLiteral("mentions"), QCborArray()}}));
                raw->emit("room:event", wire::posted(5, wire::message(5, QStringLiteral("after that"))));
                asked.ack(
                    QCborMap{{QStringLiteral("ok"), true},
                             {QStringLiteral("messages"), QCborArray{wire::message(3, QStringLiteral("old")).toMap()}},
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
