#include "support/chatfixture.h"

#include "chat/actions/markread.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/setrole.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

namespace {

QCborMap entryWith(const QCborValue &list, const QString &field, const QString &value)
{
    for (const QCborValue entry : list.toArray()) {
        if (entry.toMap().value(field).toString() == value)
            return entry.toMap();
    }
    return {};
}

} // namespace

class tst_Welcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWelcomeSaysEverything();
    void theWelcomeCountsWhatIsUnread();
    void whatHappensDuringTheWelcomeIsNeitherLostNorDoubled();
    void everythingIsThereAfterARestart();
    void lastSeenIsKept();
};

void tst_Welcome::theWelcomeSaysEverything()
{
    chat::Settings settings;
    settings.serverName = u"Home"_s;
    settings.serverVersion = u"1.2"_s;
    ChatFixture chat(settings);
    const Person ann = chat.connect(u"Ann"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s, RoomKind::Private);
    const Person bob = chat.connect(u"Bob"_s);

    QCOMPARE(bob.welcome.value("token"_L1).toString(), bob.token);
    QCOMPARE(bob.welcome.value("user"_L1).toMap().value("id"_L1).toString(), bob.user);
    QCOMPARE(bob.welcome.value("users"_L1).toArray().size(), 2);
    QCOMPARE(entryWith(bob.welcome.value("users"_L1), u"name"_s, u"Ann"_s).value("id"_L1).toString(), ann.user);
    const QCborMap server = bob.welcome.value("server"_L1).toMap();
    QCOMPARE(server.value("name"_L1).toString(), u"Home"_s);
    QCOMPARE(server.value("version"_L1).toString(), u"1.2"_s);
    QCOMPARE(server.value("protocol"_L1).toInteger(), 1);
    QVERIFY(!server.value("limits"_L1).toMap().isEmpty());
    const QCborArray rooms = bob.welcome.value("rooms"_L1).toArray();
    QCOMPARE(rooms.size(), 1); // a room that is hidden from Bob is not in it
    QCOMPARE(rooms[0].toMap().value("id"_L1).toString(), u"general"_s);
    QCOMPARE(rooms[0].toMap().value("role"_L1).toString(), u"member"_s);
    QCOMPARE(rooms[0].toMap().value("members"_L1).toInteger(), 2);
    QCOMPARE(entryWith(bob.welcome.value("presence"_L1), u"user"_s, ann.user).value("state"_L1).toString(),
             u"online"_s);

    const Person annAgain = chat.connectAgain(ann);
    QVERIFY(!annAgain.welcome.contains("token"_L1));
    QCOMPARE(annAgain.welcome.value("rooms"_L1).toArray().size(), 2);
    QCOMPARE(entryWith(annAgain.welcome.value("rooms"_L1), u"id"_s, lab).value("role"_L1).toString(), u"owner"_s);
}

void tst_Welcome::theWelcomeCountsWhatIsUnread()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    chat.say(bob, u"general"_s, u"mine"_s);
    const QString read = chat.say(ann, u"general"_s, u"read"_s);
    QVERIFY(chat.ask(chat::markRead, bob, MarkRead{u"general"_s, messagePositionFrom(read)->seq}));
    chat.say(ann, u"general"_s, u"one"_s);
    chat.say(ann, u"general"_s, u"@bob two"_s);
    const QCborMap room = chat.connectAgain(bob).welcome.value("rooms"_L1).toArray()[0].toMap();
    QCOMPARE(room.value("unread"_L1).toInteger(), 2);
    QCOMPARE(room.value("mentions"_L1).toInteger(), 1);
    QCOMPARE(room.value("read"_L1).toInteger(), messagePositionFrom(read)->seq);
    QCOMPARE(room.value("last"_L1).toMap().value("text"_L1).toString(), u"@bob two"_s);
}

void tst_Welcome::whatHappensDuringTheWelcomeIsNeitherLostNorDoubled()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    constexpr int messages = 20;
    for (int i = 0; i < messages; ++i) {
        const auto sent
            = chat.begin(chat::sendMessage, ann, SendMessage{u"general"_s, QString::number(i), u"x"_s, {}, {}});
        const Person again = chat.connectAgain(bob);
        QVERIFY(chat.wait(sent));
        const QCborMap room = again.welcome.value("rooms"_L1).toArray()[0].toMap();
        const auto events = chat.publisher().roomEvents(again.connection, u"message.posted"_s);
        QCOMPARE(room.value("unread"_L1).toInteger() + events.size(), qint64(i) + 1);
        const qint64 seen = room.value("seq"_L1).toInteger();
        if (!events.isEmpty())
            QCOMPARE(events[0].value("seq"_L1).toInteger(), seen + 1);
        chat.disconnect(again);
    }
}

void tst_Welcome::everythingIsThereAfterARestart()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    chat.join(bob, lab);
    QVERIFY(chat.ask(chat::setRole, ann, SetRole{lab, bob.user, Role::Moderator}));
    QVERIFY(chat.ask(chat::setRole, ann, SetRole{{}, bob.user, Role::Admin}));
    const auto usersBefore = chat.context().state.users();
    const chat::RoomState labBefore = *chat.context().state.room(lab);
    chat.restart();
    QCOMPARE(chat.context().state.users(), usersBefore);
    const chat::RoomState &labAfter = *chat.context().state.room(lab);
    QCOMPARE(labAfter.room, labBefore.room);
    QCOMPARE(labAfter.members, labBefore.members);
    QCOMPARE(labAfter.nameKey, labBefore.nameKey);
    QCOMPARE(chat.context().state.ownerCount(), 1);
    const Person again = chat.connectAgain(bob);
    QCOMPARE(again.user, bob.user);
    QCOMPARE(again.welcome.value("rooms"_L1).toArray().size(), 2);
}

void tst_Welcome::lastSeenIsKept()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    chat.clock().advance(1h);
    const qint64 seen = chat.clock().now();
    chat.disconnect(bob);
    chat.settle();
    chat.clock().advance(1h);
    chat.tick();
    const auto told = chat.publisher().received(ann.connection, u"presence"_s);
    QCOMPARE(entryWith(told.last().value("changes"_L1), u"user"_s, bob.user).value("lastSeenAt"_L1).toInteger(), seen);
    chat.restart();
    QCOMPARE(chat.context().state.user(bob.user)->user.lastSeenAt, seen);
}

QTEST_GUILESS_MAIN(tst_Welcome)
#include "tst_welcome.moc"
