#include "support/chatfixture.h"

#include "chat/actions/announce.h"
#include "chat/actions/deletemessage.h"
#include "chat/actions/editmessage.h"
#include "chat/actions/gethistory.h"
#include "chat/actions/kick.h"
#include "chat/actions/listpins.h"
#include "chat/actions/markread.h"
#include "chat/actions/pinmessage.h"
#include "chat/actions/react.h"
#include "chat/actions/remind.h"
#include "chat/actions/schedule.h"
#include "chat/actions/search.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/settyping.h"
#include "chat/actions/sync.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

namespace {

using Attempt = std::function<Answer(ChatFixture &, const Person &, const QString &room, const QString &message)>;

/// An attempt to do something in a room, to make into test rows.
template <typename Request>
Attempt attempt(Action<Request> action, std::function<Request(const QString &room, const QString &message)> request)
{
    return [action, request](ChatFixture &chat, const Person &person, const QString &room, const QString &message) {
        return chat.ask(action, person, request(room, message));
    };
}

/// A room with a message, and somebody who is not in it.
struct Secret
{
    explicit Secret(RoomKind kind)
    {
        owner = chat.connect(u"Owner"_s);
        spy = chat.connect(u"Spy"_s);
        if (kind == RoomKind::Direct) {
            const Person other = chat.connect(u"Other"_s);
            room = chat.openDirect(owner, other);
        } else {
            room = chat.createRoom(owner, u"Secret"_s, kind);
        }
        message = chat.say(owner, room, u"the password is swordfish @spy @room"_s);
        chat.publisher().clear();
    }

    ChatFixture chat;
    Person owner;
    Person spy;
    QString room;
    QString message;
};

} // namespace

Q_DECLARE_METATYPE(Attempt)

/// Who is not in a room learns nothing about it: every request is answered as if the room did not exist.
class tst_PrivateRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestAnswersAsIfThereWereNoSuchRoom_data();
    void everyRequestAnswersAsIfThereWereNoSuchRoom();
    void publicRoomsHaveToBeJoinedFirst_data() { everyRequestAnswersAsIfThereWereNoSuchRoom_data(); }
    void publicRoomsHaveToBeJoinedFirst();
    void messagesCannotBeReachedThroughAnotherRoom();
    void searchFindsOnlyWhatOneMayRead();
    void nothingArrivesAfterAKick();
    void aReminderOfARoomOneHasLeftDoesNotNameIt();
    void whoAndWhenAreTheServersToSay();
};

void tst_PrivateRooms::everyRequestAnswersAsIfThereWereNoSuchRoom_data()
{
    QTest::addColumn<Attempt>("attempt");

    using Room = const QString &;
    QTest::newRow("message:send") << attempt<SendMessage>(sendMessageForFields, [](Room room, Room) {
        return SendMessage{room, u"n"_s, u"hello"_s, {}, {}};
    });
    QTest::newRow("message:send as a reply") << attempt<SendMessage>(sendMessageForFields, [](Room room, Room message) {
        return SendMessage{room, u"n"_s, u"hello"_s, message, {}};
    });
    QTest::newRow("message:edit") << attempt<EditMessage>(chat::editMessage, [](Room room, Room message) {
        return EditMessage{room, message, u"x"_s};
    });
    const auto message = [](Room room, Room id) { return MessageRequest{room, id}; };
    QTest::newRow("message:delete") << attempt<MessageRequest>(chat::deleteMessage, message);
    QTest::newRow("message:pin") << attempt<MessageRequest>(chat::pinMessage, message);
    QTest::newRow("message:unpin") << attempt<MessageRequest>(chat::unpinMessage, message);
    const auto reaction = [](Room room, Room id) { return ReactionRequest{room, id, u":x:"_s}; };
    QTest::newRow("reaction:add") << attempt<ReactionRequest>(chat::addReaction, reaction);
    QTest::newRow("reaction:remove") << attempt<ReactionRequest>(chat::removeReaction, reaction);
    QTest::newRow("history:get") << attempt<GetHistory>(chat::getHistory, [](Room room, Room) {
        return GetHistory{room, GetHistory::Direction::Latest, 0, 50};
    });
    QTest::newRow("room:pins") << attempt<RoomRequest>(chat::listPins,
                                                       [](Room room, Room) { return RoomRequest{room}; });
    QTest::newRow("read:mark") << attempt<MarkRead>(chat::markRead, [](Room room, Room) { return MarkRead{room, 1}; });
    QTest::newRow("typing") << attempt<SetTyping>(chat::setTyping, [](Room room, Room) {
        return SetTyping{room, true};
    });
    QTest::newRow("search") << attempt<Search>(chat::search, [](Room room, Room) {
        Search request;
        request.query = u"swordfish"_s;
        request.room = room;
        return request;
    });
    constexpr qint64 later = 2'000'000'000'000;
    QTest::newRow("schedule:create") << attempt<CreateScheduled>(chat::createScheduled, [](Room room, Room) {
        return CreateScheduled{room, u"x"_s, later};
    });
    QTest::newRow("reminder:create") << attempt<CreateReminder>(chat::createReminder, [](Room room, Room id) {
        return CreateReminder{room, id, {}, later};
    });
    QTest::newRow("announce") << attempt<Announce>(chat::announce, [](Room room, Room) {
        return Announce{u"x"_s, QStringList{room}};
    });
}

void tst_PrivateRooms::everyRequestAnswersAsIfThereWereNoSuchRoom()
{
    QFETCH(const Attempt, attempt);

    for (const RoomKind kind : {RoomKind::Private, RoomKind::Direct}) {
        Secret secret(kind);
        const Answer hidden = attempt(secret.chat, secret.spy, secret.room, secret.message);
        const Answer missing = attempt(secret.chat, secret.spy, u"rnothing"_s, u"rnothing-3"_s);
        QVERIFY(!hidden);
        QVERIFY(!missing);
        QCOMPARE(hidden.error().code, ErrorCode::NotFound);
        QVERIFY(hidden.error() == missing.error());
        secret.chat.settle();
        QVERIFY(secret.chat.publisher().inbox(secret.owner.connection).isEmpty());
    }
}

void tst_PrivateRooms::publicRoomsHaveToBeJoinedFirst()
{
    QFETCH(const Attempt, attempt);

    Secret open(RoomKind::Public);
    const Answer answer = attempt(open.chat, open.spy, open.room, open.message);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::NotMember);
    open.chat.settle();
    QVERIFY(open.chat.publisher().inbox(open.owner.connection).isEmpty());
}

void tst_PrivateRooms::messagesCannotBeReachedThroughAnotherRoom()
{
    Secret secret(RoomKind::Private);
    const QString own = secret.chat.createRoom(secret.spy, u"Own"_s);
    const auto codeOf = [](const Answer &answer) { return answer ? ErrorCode::Internal : answer.error().code; };
    // The spy owns this room and has every right in it.
    SendMessage reply{own, u"n"_s, u"quote"_s, secret.message, {}};
    QCOMPARE(codeOf(secret.chat.ask(chat::sendMessage, secret.spy, reply)), ErrorCode::NotFound);
    const MessageRequest request{own, secret.message};
    QCOMPARE(codeOf(secret.chat.ask(chat::deleteMessage, secret.spy, request)), ErrorCode::NotFound);
    QCOMPARE(codeOf(secret.chat.ask(chat::pinMessage, secret.spy, request)), ErrorCode::NotFound);
    QCOMPARE(codeOf(secret.chat.ask(chat::unpinMessage, secret.spy, request)), ErrorCode::NotFound);
    const EditMessage edit{own, secret.message, u"x"_s};
    QCOMPARE(codeOf(secret.chat.ask(chat::editMessage, secret.spy, edit)), ErrorCode::NotFound);
    const ReactionRequest reaction{own, secret.message, u":x:"_s};
    QCOMPARE(codeOf(secret.chat.ask(chat::addReaction, secret.spy, reaction)), ErrorCode::NotFound);
    const CreateReminder reminder{own, secret.message, {}, 2'000'000'000'000};
    QCOMPARE(codeOf(secret.chat.ask(chat::createReminder, secret.spy, reminder)), ErrorCode::NotFound);
}

void tst_PrivateRooms::searchFindsOnlyWhatOneMayRead()
{
    Secret secret(RoomKind::Private);
    Search request;
    request.query = u"swordfish"_s;
    Answer answer = secret.chat.ask(chat::search, secret.spy, request);
    QVERIFY(answer);
    QVERIFY(answer->value("hits"_L1).toArray().isEmpty());
    answer = secret.chat.ask(chat::search, secret.owner, request);
    QCOMPARE(answer->value("hits"_L1).toArray().size(), 1);
    // By its name the room is as unknown as one that does not exist.
    request.query = u"in:Secret swordfish"_s;
    const Answer hidden = secret.chat.ask(chat::search, secret.spy, request);
    QVERIFY(!hidden);
    QCOMPARE(hidden.error().code, ErrorCode::NotFound);
    // With somebody else's hits in hand, too.
    secret.chat.invite(secret.owner, secret.spy, secret.room);
    request.query = u"swordfish"_s;
    QCOMPARE(secret.chat.ask(chat::search, secret.spy, request)->value("hits"_L1).toArray().size(), 1);
    const PendingAnswer late = secret.chat.begin(chat::search, secret.spy, request);
    const PendingAnswer kicked
        = secret.chat.begin(chat::kick, secret.owner, Moderate{secret.room, secret.spy.user, {}, 0});
    QVERIFY(secret.chat.wait(kicked));
    answer = secret.chat.wait(late);
    QVERIFY(answer);
    QVERIFY(secret.chat.ask(chat::search, secret.spy, request)->value("hits"_L1).toArray().isEmpty());
}

void tst_PrivateRooms::nothingArrivesAfterAKick()
{
    Secret secret(RoomKind::Private);
    secret.chat.invite(secret.owner, secret.spy, secret.room);
    const PendingAnswer kicked
        = secret.chat.begin(chat::kick, secret.owner, Moderate{secret.room, secret.spy.user, {}, 0});
    const PendingAnswer said
        = secret.chat.begin(chat::sendMessage, secret.owner, SendMessage{secret.room, u"k"_s, u"gone?"_s, {}, {}});
    QVERIFY(secret.chat.wait(kicked));
    QVERIFY(secret.chat.wait(said));
    for (const QCborMap &event : secret.chat.publisher().received(secret.spy.connection, u"room:event"_s))
        QVERIFY(event.value("type"_L1).toString() != u"message.posted"_s);
    const Answer answer = secret.chat.ask(chat::sync, secret.spy, Sync{{{secret.room, 0}}});
    const QCborMap gone{{"gone"_L1, true}};
    QCOMPARE(answer->value("rooms"_L1).toMap().value(secret.room).toMap(), gone);
}

void tst_PrivateRooms::aReminderOfARoomOneHasLeftDoesNotNameIt()
{
    Secret secret(RoomKind::Private);
    secret.chat.invite(secret.owner, secret.spy, secret.room);
    const CreateReminder request{secret.room, secret.message, u"my note"_s, secret.chat.clock().now() + 1000};
    QVERIFY(secret.chat.ask(chat::createReminder, secret.spy, request));
    QVERIFY(secret.chat.ask(chat::kick, secret.owner, Moderate{secret.room, secret.spy.user, {}, 0}));
    secret.chat.clock().advance(std::chrono::seconds(2));
    secret.chat.tick();
    const QList<QCborMap> notices = secret.chat.publisher().received(secret.spy.connection, u"notice"_s);
    QCborMap reminder;
    for (const QCborMap &notice : notices) {
        if (notice.value("kind"_L1).toString() == u"reminder"_s)
            reminder = notice;
    }
    QCOMPARE(reminder.value("text"_L1).toString(), u"my note"_s);
    QVERIFY(!reminder.contains("room"_L1));
    QVERIFY(!reminder.contains("message"_L1));
}

void tst_PrivateRooms::whoAndWhenAreTheServersToSay()
{
    // Requests have no field for either; ids in them are looked up, not taken over.
    Secret secret(RoomKind::Public);
    secret.chat.join(secret.spy, secret.room);
    secret.chat.publisher().clear();
    secret.chat.say(secret.spy, secret.room, u"hello"_s);
    const QList<QCborMap> events = secret.chat.publisher().roomEvents(secret.owner.connection, u"message.posted"_s);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].value("by"_L1).toString(), secret.spy.user);
    QCOMPARE(events[0].value("message"_L1).toMap().value("by"_L1).toString(), secret.spy.user);
    QCOMPARE(events[0].value("message"_L1).toMap().value("at"_L1).toInteger(), secret.chat.clock().now());
    const Answer foreign = secret.chat.ask(chat::cancelScheduled, secret.spy, CancelScheduled{u"sforeign"_s});
    QVERIFY(!foreign);
    const CreateScheduled request{secret.room, u"x"_s, 2'000'000'000'000};
    const Answer scheduled = secret.chat.ask(chat::createScheduled, secret.owner, request);
    QVERIFY(scheduled);
    const CancelScheduled cancel{scheduled->value("id"_L1).toString()};
    const Answer stolen = secret.chat.ask(chat::cancelScheduled, secret.spy, cancel);
    QVERIFY(!stolen);
    QVERIFY(stolen.error() == foreign.error());
    QVERIFY(secret.chat.ask(chat::listScheduled, secret.spy, ListScheduled{})->value("items"_L1).toArray().isEmpty());
}

QTEST_GUILESS_MAIN(tst_PrivateRooms)
#include "tst_privaterooms.moc"
