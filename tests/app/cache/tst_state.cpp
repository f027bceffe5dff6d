#include "chatter.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using cache::CachedRoom;
using cache::Draft;
using cache::OutgoingChange;
using protocol::chat::User;

class tst_State : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewCacheIsEmpty();
    void factsSurviveARestart();
    void peopleAreReplacedById();
    void roomsComeBackAsTheyWereStored();
    void whatTheServerSaysOfARoomLeavesOnesOwnChoicesAlone();
    void theSeqOfAKnownRoomIsNotTakenFromTheServer();
    void aRoomHasTheLatestMessageThatIsNotDeleted();
    void aRemovedRoomTakesItsMessagesAndDraftAlong();
    void aRoomThatIsResetKeepsOnesChoicesAndTakesTheServersSeq();
    void whatWaitsToBeSentKeepsItsOrder();
    void draftsAreKeptByRoom();
    void anyTextComesBack();
};

namespace {

User user(const QString &id, const QString &name)
{
    User user;
    user.id = id;
    user.name = name;
    user.avatar = u"#123456"_s;
    user.role = protocol::chat::Role::Moderator;
    user.createdAt = 5;
    user.lastSeenAt = 7;
    return user;
}

CachedRoom onlyRoom(const cache::ChatCache &cache)
{
    const QList<CachedRoom> rooms = cache.rooms();
    return rooms.size() == 1 ? rooms.first() : CachedRoom();
}

OutgoingChange outgoing(const QString &nonce, const QString &text)
{
    OutgoingChange change;
    change.nonce = nonce;
    change.room = u"general"_s;
    change.text = text;
    change.createdAt = chatter::start;
    return change;
}

} // namespace

void tst_State::aNewCacheIsEmpty()
{
    OpenCache cache;
    QVERIFY(cache->damagedFile().isEmpty());
    QVERIFY(cache->value(u"anything"_s).isNull());
    QVERIFY(cache->serverName().isNull());
    QVERIFY(!cache->me());
    QVERIFY(cache->users().isEmpty());
    QVERIFY(cache->rooms().isEmpty());
    QVERIFY(cache->outgoing().isEmpty());
    QVERIFY(cache->roomsWithDraft().isEmpty());
    QVERIFY(cache->draft(u"general"_s).isEmpty());
    QVERIFY(!cache->message(u"general-1"_s));
    QVERIFY(cache->latest(u"general"_s, 10).messages.isEmpty());
}

void tst_State::factsSurviveARestart()
{
    OpenCache cache;
    cache->setServerName(u"Our chat"_s);
    cache->setServerId(u"s1"_s);
    cache->setValue(u"token"_s, u"first"_s);
    cache->setValue(u"token"_s, u"second"_s);
    cache->setMe(user(u"u1"_s, u"Ann"_s));
    cache.open();
    QCOMPARE(cache->serverName(), u"Our chat"_s);
    QCOMPARE(cache->serverId(), u"s1"_s);
    QCOMPARE(cache->value(u"token"_s), u"second"_s);
    QCOMPARE(cache->me(), user(u"u1"_s, u"Ann"_s));
}

void tst_State::peopleAreReplacedById()
{
    OpenCache cache;
    cache->storeUsers({user(u"u1"_s, u"Ann"_s), user(u"u2"_s, u"Bob"_s)});
    cache->storeUsers({user(u"u2"_s, u"Robert"_s)});
    QList<User> users = cache->users();
    std::sort(users.begin(), users.end(), [](const User &a, const User &b) { return a.id < b.id; });
    QCOMPARE(users, QList({user(u"u1"_s, u"Ann"_s), user(u"u2"_s, u"Robert"_s)}));
}

void tst_State::roomsComeBackAsTheyWereStored()
{
    OpenCache cache;
    CachedRoom stored = chatter::room(u"r1"_s, 9);
    stored.room.kind = protocol::chat::RoomKind::Direct;
    stored.room.topic = u"Soup"_s;
    stored.room.slowMode = std::chrono::seconds(5);
    stored.room.directMembers = {u"u1"_s, u"u2"_s};
    stored.room.memberCount = 2;
    stored.role = protocol::chat::Role::Admin;
    stored.mutedUntil = 11;
    stored.read = 8;
    stored.unread = 3;
    stored.mentions = 1;
    cache->storeRoom(stored);
    cache.open();
    const CachedRoom room = onlyRoom(*cache);
    QCOMPARE(room.room, stored.room);
    QCOMPARE(room.role, stored.role);
    QCOMPARE(room.mutedUntil, 11);
    QCOMPARE(room.read, 8);
    QCOMPARE(room.unread, 3);
    QCOMPARE(room.mentions, 1);
    QVERIFY(!room.last);
    cache->storeReadState(u"r1"_s, {9, 0, 0});
    QCOMPARE(onlyRoom(*cache).read, 9);
    QCOMPARE(onlyRoom(*cache).unread, 0);
}

void tst_State::whatTheServerSaysOfARoomLeavesOnesOwnChoicesAlone()
{
    OpenCache cache;
    cache->storeRoom(chatter::room(u"r1"_s, 1));
    cache->setFavourite(u"r1"_s, true);
    cache->setNotifyLevel(u"r1"_s, cache::NotifyLevel::Mentions);
    CachedRoom renamed = chatter::room(u"r1"_s, 1);
    renamed.room.name = u"Kitchen"_s;
    cache->storeRoom(renamed);
    const CachedRoom room = onlyRoom(*cache);
    QCOMPARE(room.room.name, u"Kitchen"_s);
    QVERIFY(room.isFavourite);
    QCOMPARE(room.notifyLevel, cache::NotifyLevel::Mentions);
}

void tst_State::theSeqOfAKnownRoomIsNotTakenFromTheServer()
{
    OpenCache cache;
    cache->storeRoom(chatter::room(u"r1"_s, 5));
    cache->storeRoom(chatter::room(u"r1"_s, 50)); // its events 6 to 50 have yet to come
    QCOMPARE(onlyRoom(*cache).room.seq, 5);
    cache->apply(chatter::posted(chatter::message(u"r1"_s, 6)));
    QCOMPARE(onlyRoom(*cache).room.seq, 6);
}

void tst_State::aRoomHasTheLatestMessageThatIsNotDeleted()
{
    OpenCache cache;
    CachedRoom stored = chatter::room(u"r1"_s, 5);
    stored.last = chatter::message(u"r1"_s, 4, u"The last"_s);
    cache->storeRoom(stored);
    QCOMPARE(onlyRoom(*cache).last, stored.last);
    cache->apply(chatter::posted(chatter::message(u"r1"_s, 6, u"Later"_s)));
    QCOMPARE(onlyRoom(*cache).last->text, u"Later"_s);
    cache->apply(chatter::about(u"r1"_s, 7, protocol::chat::RoomEventType::MessageDeleted, 6));
    QCOMPARE(onlyRoom(*cache).last, stored.last);
}

void tst_State::aRemovedRoomTakesItsMessagesAndDraftAlong()
{
    OpenCache cache;
    cache->storeRoom(chatter::room(u"r1"_s, 5));
    cache->storePage(u"r1"_s, chatter::messages(u"r1"_s, 1, 5), {1, 5});
    cache->setDraft(u"r1"_s, {u"begun"_s, {}});
    cache->storeOutgoing(outgoing(u"n1"_s, u"waits"_s));
    cache->removeRoom(u"r1"_s);
    QVERIFY(cache->rooms().isEmpty());
    QVERIFY(!cache->message(u"r1-3"_s));
    QVERIFY(cache->draft(u"r1"_s).isEmpty());
    QCOMPARE(cache->outgoing().size(), 1);
    cache->storeRoom(chatter::room(u"r1"_s, 9));
    QVERIFY(cache->latest(u"r1"_s, 10).messages.isEmpty());
    QVERIFY(cache->spans(u"r1"_s).isEmpty());
    QCOMPARE(onlyRoom(*cache).room.seq, 9);
}

void tst_State::aRoomThatIsResetKeepsOnesChoicesAndTakesTheServersSeq()
{
    OpenCache cache;
    cache->storeRoom(chatter::room(u"r1"_s, 5));
    cache->storePage(u"r1"_s, chatter::messages(u"r1"_s, 1, 5), {1, 5});
    cache->setFavourite(u"r1"_s, true);
    cache->resetRoom(u"r1"_s);
    QVERIFY(cache->latest(u"r1"_s, 10).messages.isEmpty());
    cache->apply(chatter::posted(chatter::message(u"r1"_s, 1))); // of the room as it was
    QVERIFY(cache->latest(u"r1"_s, 10).messages.isEmpty());
    cache->storeRoom(chatter::room(u"r1"_s, 3));
    cache->storePage(u"r1"_s, {chatter::message(u"r1"_s, 2, u"Anew"_s)}, {1, 3});
    QCOMPARE(onlyRoom(*cache).room.seq, 3);
    QVERIFY(onlyRoom(*cache).isFavourite);
    QCOMPARE(cache->message(u"r1-2"_s)->text, u"Anew"_s);
    cache->apply(chatter::posted(chatter::message(u"r1"_s, 4)));
    QCOMPARE(cache->spans(u"r1"_s), QList<cache::Span>({{1, 4}}));
}

void tst_State::whatWaitsToBeSentKeepsItsOrder()
{
    OpenCache cache;
    OutgoingChange first = outgoing(u"n1"_s, u"One"_s);
    OutgoingChange second = outgoing(u"n2"_s, {});
    second.kind = OutgoingChange::Kind::React;
    second.messageId = u"general-3"_s;
    second.emoji = u"👍"_s;
    const OutgoingChange third = outgoing(u"n3"_s, u"Three"_s);
    for (const OutgoingChange &change : {first, second, third})
        cache->storeOutgoing(change);
    first.state = OutgoingChange::State::Refused;
    first.problem = u"You are muted."_s;
    first.problemCode = u"muted"_s;
    cache->storeOutgoing(first);
    cache.open();
    QCOMPARE(cache->outgoing(), QList({first, second, third}));
    cache->removeOutgoing(u"n2"_s);
    QCOMPARE(cache->outgoing(), QList({first, third}));
}

void tst_State::draftsAreKeptByRoom()
{
    OpenCache cache;
    const Draft draft{u"Dear all"_s, u"r1-4"_s};
    cache->setDraft(u"r1"_s, draft);
    cache->setDraft(u"r2"_s, {u"Hm"_s, {}});
    QCOMPARE(cache->draft(u"r1"_s), draft);
    QCOMPARE(cache->roomsWithDraft(), QStringList({u"r1"_s, u"r2"_s}));
    cache.open();
    QCOMPARE(cache->draft(u"r1"_s), draft);
    cache->setDraft(u"r1"_s, {});
    QCOMPARE(cache->roomsWithDraft(), QStringList{u"r2"_s});
}

void tst_State::anyTextComesBack()
{
    OpenCache cache;
    for (const QString &text :
         {QString(), u"a\0b"_s, u"'; DROP TABLE drafts; --"_s, u"👩‍👩‍👧‍👦 \u202e"_s}) {
        cache->storeOutgoing(outgoing(u"n"_s, text));
        QCOMPARE(cache->outgoing().first().text, text);
    }
    const QString half(QChar(0xd83d));
    cache->storeOutgoing(outgoing(u"n"_s, half));
    QCOMPARE(cache->outgoing().first().text, u"?"_s);
}

QTEST_GUILESS_MAIN(tst_State)
#include "tst_state.moc"
