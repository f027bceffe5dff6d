#include "localserver.h"
#include "support/person.h"
#include "support/wiremaps.h"

#include <QCborArray>

#include <atomic>

using namespace session;
using protocol::chat::Message;
using protocol::chat::RoomEventType;

namespace {

/// Turns what follows around, and hides.
QString spoilt(const QString &text)
{
    return QStringLiteral(u"\u202e") + text + QStringLiteral(u"\u200b\u2066");
}

Message message(qint64 seq)
{
    return wire::message(seq, QString::number(seq));
}

QCborMap roomMap(const QString &id, qint64 seq)
{
    QCborMap room = wire::room(id, spoilt(QStringLiteral("Room")), seq);
    room.insert(QStringLiteral("topic"), spoilt(QStringLiteral("Topic")));
    return room;
}

} // namespace

/// A server that wants to harm those who join it.
class tst_HostileServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void namesOfItCannotTurnTheDirectionOrHide();
    void namesThatItChangesCannotEither();
    void aHistoryWithoutEndIsNotAskedForForEver();
    void theNewestAppearsAfterAHistoryWithoutEnd();
    void messagesOutOfPlaceAreDropped();

private:
    using Answer = std::function<QCborMap(const QCborMap &request)>;

    /// Comes in to a server that has one room with events up to @p seq, and answers `history:get` so.
    [[nodiscard]] bool comeIn(qint64 seq, Answer history = {});
    /// To the only one who is there, by way of the server: sockets belong to its thread.
    void send(const QByteArray &event, const QCborMap &fields)
    {
        m_server->io().emit(QString::fromLatin1(event), fields);
    }
    [[nodiscard]] static QCborMap page(const QCborArray &messages)
    {
        return {{QStringLiteral("ok"), true},
                {QStringLiteral("messages"), messages},
                {QStringLiteral("hasBefore"), true},
                {QStringLiteral("hasAfter"), true}};
    }
    [[nodiscard]] static QCborMap samePage(const QCborMap &)
    {
        QCborArray messages;
        for (qint64 seq = 51; seq <= 100; ++seq)
            messages.append(message(seq).toMap());
        return page(messages);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalServer> m_server;
    std::unique_ptr<cache::ChatCache> m_cache;
    std::unique_ptr<ChatClient> m_client;
    std::atomic<int> m_asked = 0; ///< counted in the server's thread
};

void tst_HostileServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_asked = 0;
}

void tst_HostileServer::cleanup()
{
    m_client.reset();
    m_cache.reset();
    m_server.reset();
}

bool tst_HostileServer::comeIn(qint64 seq, Answer history)
{
    m_server = std::make_unique<LocalServer>([this, seq, history](socketio::Server &io) {
        io.onConnection([this, seq, history](socketio::Socket &peer) {
            const QCborMap bob = wire::person(QStringLiteral("u-bob"), spoilt(QStringLiteral("Bob")));
            peer.emit(
                "welcome",
                QCborMap{{QStringLiteral("user"), wire::person(QStringLiteral("u-ann"), QStringLiteral("Ann"))},
                         {QStringLiteral("server"), QCborMap{{QStringLiteral("name"), spoilt(QStringLiteral("Home"))}}},
                         {QStringLiteral("users"), QCborArray{bob}},
                         {QStringLiteral("presence"),
                          QCborArray{QCborMap{{QStringLiteral("user"), QStringLiteral("u-bob")},
                                              {QStringLiteral("state"), QStringLiteral("away")},
                                              {QStringLiteral("status"), spoilt(QStringLiteral("Lunch"))}}}},
                         {QStringLiteral("rooms"), QCborArray{roomMap(general, seq)}}});
            peer.onAny([this, history](const socketio::Event &asked) {
                if (asked.name == QStringLiteral("history:get") && history) {
                    ++m_asked;
                    asked.ack(history(asked.args.at(0).toMap()));
                } else if (asked.name == QStringLiteral("room:list")) {
                    asked.ack(QCborMap{{QStringLiteral("ok"), true},
                                       {QStringLiteral("rooms"), QCborArray{roomMap(QStringLiteral("other"), 1)}}});
                }
            });
        });
    });
    auto cache = cache::ChatCache::open(m_folder->filePath(QStringLiteral("cache.sqlite")));
    if (!cache)
        return false;
    m_cache = std::move(cache).value();
    m_client = std::make_unique<ChatClient>(m_server->address(), Credentials{QStringLiteral("Ann"), {}, {}, {}},
                                            *m_cache, quickOptions());
    m_client->open();
    return QTest::qWaitFor([this] { return m_client->isUpToDate(); });
}

void tst_HostileServer::namesOfItCannotTurnTheDirectionOrHide()
{
    QVERIFY(comeIn(1));
    QCOMPARE(m_client->server().name, QStringLiteral("Home"));
    QCOMPARE(m_client->users().nameOf(QStringLiteral("u-bob")), QStringLiteral("Bob"));
    QCOMPARE(m_client->users().presence(QStringLiteral("u-bob")).status, QStringLiteral("Lunch"));
    QCOMPARE(m_client->rooms().room(general)->room.name, QStringLiteral("Room"));
    QCOMPARE(m_client->rooms().room(general)->room.topic, QStringLiteral("Topic"));
    QCOMPARE(m_cache->serverName(), QStringLiteral("Home"));
    QCOMPARE(m_cache->users().first().name, QStringLiteral("Bob"));
    QCOMPARE(m_cache->rooms().front().room.name, QStringLiteral("Room"));
    const auto listed = answerOf<RoomPage>(
        [this](QObject *context, auto handler) { m_client->roomRequests().list({}, {}, context, std::move(handler)); });
    QVERIFY(listed);
    QCOMPARE(listed->rooms.first().room.name, QStringLiteral("Room"));
}

void tst_HostileServer::namesThatItChangesCannotEither()
{
    QVERIFY(comeIn(1));
    QSignalSpy events(&m_client->rooms(), &RoomDirectory::eventApplied);
    send("presence",
         {{QStringLiteral("users"),
           QCborArray{wire::person(QStringLiteral("u-bob"), spoilt(QStringLiteral("Robert\nthe owner")))}}});
    send("room:event",
         wire::event(RoomEventType::RoomUpdated, 2,
                     {{QStringLiteral("name"), spoilt(QStringLiteral("Hall"))},
                      {QStringLiteral("topic"), QString(10'000, u'x')}}));
    QTRY_COMPARE(m_client->rooms().room(general)->room.name, QStringLiteral("Hall"));
    QVERIFY(m_client->rooms().room(general)->room.topic.size() < 2'000);
    QCOMPARE(m_client->users().nameOf(QStringLiteral("u-bob")), QStringLiteral("Robert the owner"));
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0][0].value<protocol::chat::RoomEvent>().text(QLatin1String("name")), QStringLiteral("Hall"));
}

void tst_HostileServer::aHistoryWithoutEndIsNotAskedForForEver()
{
    QVERIFY(comeIn(100'000, samePage));
    const auto timeline = m_client->openTimeline(general);
    timeline->loadAround(message(70).id);
    QTRY_VERIFY(!timeline->isLoading());
    QCOMPARE(timeline->count(), 50);
    QVERIFY(timeline->hasBefore());
    QVERIFY(timeline->hasAfter());

    timeline->loadBefore();
    QTRY_VERIFY(!timeline->hasBefore());
    timeline->loadAfter();
    QTRY_VERIFY(!timeline->hasAfter());
    QVERIFY(!timeline->isLoading());
    timeline->loadBefore();
    timeline->loadAfter();
    QVERIFY(!timeline->isLoading());
    QCOMPARE(timeline->count(), 50);
    QCOMPARE(m_asked.load(), 3);
    QVERIFY2(!m_cache->before(general, 51, 10).span.contains(50), "a page of nothing was taken for knowledge");
}

void tst_HostileServer::theNewestAppearsAfterAHistoryWithoutEnd()
{
    QVERIFY(comeIn(100'000, samePage));
    const auto timeline = m_client->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    QVERIFY(!timeline->hasAfter());
    send("room:event", wire::posted(100'001, message(100'001)));
    QTRY_COMPARE(timeline->count(), 51);
    QCOMPARE(timeline->at(50).message.text, QStringLiteral("100001"));
    QCOMPARE(m_asked.load(), 1);
}

void tst_HostileServer::messagesOutOfPlaceAreDropped()
{
    QVERIFY(comeIn(100, [](const QCborMap &) {
        Message wrongId = message(97);
        wrongId.id = protocol::chat::messageId(general, 999);
        Message elsewhere = message(98);
        elsewhere.room = QStringLiteral("elsewhere");
        elsewhere.id = protocol::chat::messageId(elsewhere.room, 98);
        QCborMap negative = message(1).toMap();
        negative.insert(QStringLiteral("seq"), -5);
        return page({message(0).toMap(), negative, message(99).toMap(), wrongId.toMap(), elsewhere.toMap(),
                     message(98).toMap(), message(100).toMap(), message(9'000'000'000).toMap(),
                     QCborMap{{QStringLiteral("id"), 5}}});
    }));
    const auto timeline = m_client->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    QCOMPARE(timeline->count(), 2);
    QCOMPARE(timeline->at(0).message.seq, 99);
    QCOMPARE(timeline->at(1).message.seq, 100);

    send("room:event", wire::posted(101, message(5)));
    send("room:event", wire::posted(102, message(102)));
    QTRY_COMPARE(timeline->count(), 3);
    QCOMPARE(timeline->at(2).message.seq, 102);
}

QTEST_GUILESS_MAIN(tst_HostileServer)
#include "tst_hostileserver.moc"
