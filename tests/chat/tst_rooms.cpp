#include "support/house.h"

#include "chat/actions/createroom.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/listrooms.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/updateroom.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

namespace {

CreateRoom newRoom(const QString &name, RoomKind kind = RoomKind::Public)
{
    return {name, kind, {}};
}

} // namespace

class tst_Rooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMakesARoomOwnsIt();
    void roomsAreMadeWithGoodNamesOnly();
    void publicRoomsHaveNamesOfTheirOwn();
    void privateRoomsMayShareAName();
    void whoMayMakePublicRoomsCanBeRestricted();
    void thereAreSoManyRooms();
    void publicRoomsAndOnesOwnAreListed();
    void listsComeInPages();
    void roomsAreUpdated();
    void badUpdatesAreRefused();
    void aDirectConversationIsOne();
    void notesToOneselfAreADirectConversation();
    void thereIsNoDirectConversationWithNobody();
};

void tst_Rooms::whoMakesARoomOwnsIt()
{
    House house;
    const Person annAgain = house.chat.connectAgain(house.ann);
    house.chat.publisher().clear();
    const Answer answer
        = house.chat.ask(chat::createRoom, house.ann, CreateRoom{u" Lab  1 "_s, RoomKind::Public, u"Glass"_s});
    QVERIFY(answer);
    const QCborMap room = roomIn(answer);
    QCOMPARE(room.value("name"_L1).toString(), u"Lab 1"_s);
    QCOMPARE(room.value("topic"_L1).toString(), u"Glass"_s);
    QCOMPARE(room.value("kind"_L1).toString(), u"public"_s);
    QCOMPARE(room.value("role"_L1).toString(), u"owner"_s);
    QCOMPARE(room.value("members"_L1).toInteger(), 1);
    QCOMPARE(room.value("seq"_L1).toInteger(), 2);
    QCOMPARE(room.value("read"_L1).toInteger(), 2);
    QCOMPARE(room.value("unread"_L1).toInteger(), 0);
    for (const Person &device : {house.ann, annAgain}) {
        const auto added = house.chat.publisher().received(device.connection, u"room:added"_s);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0].value("room"_L1).toMap().value("id"_L1), room.value("id"_L1));
        QCOMPARE(added[0].value("room"_L1).toMap().value("role"_L1).toString(), u"owner"_s);
    }
    QVERIFY(house.chat.publisher().inbox(house.bob.connection).isEmpty());
}

void tst_Rooms::roomsAreMadeWithGoodNamesOnly()
{
    House house;
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, newRoom({}))), ErrorCode::BadName);
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, newRoom(u"a\u202Eb"_s))), ErrorCode::BadName);
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, newRoom(QString(65, u'x')))), ErrorCode::BadName);
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, newRoom(u"x"_s, RoomKind::Direct))),
             ErrorCode::BadRequest);
    CreateRoom room = newRoom(u"Lab"_s);
    room.topic = QString(513, u'x');
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, room)), ErrorCode::TooLong);
    room.topic = u"a\nb"_s;
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, room)), ErrorCode::BadRequest);
    QCOMPARE(house.chat.context().state.rooms().size(), 1);
}

void tst_Rooms::publicRoomsHaveNamesOfTheirOwn()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    for (const QString &name : {u"lab"_s, u"LAB"_s, u"Iab"_s, u"1ab"_s, u"General"_s, u"GeneraI"_s})
        QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.bob, newRoom(name))), ErrorCode::NameTaken);
    UpdateRoom renaming;
    renaming.room = lab;
    renaming.name = u"Workshop"_s;
    QVERIFY(house.chat.ask(chat::updateRoom, house.ann, renaming));
    house.chat.createRoom(house.bob, u"Lab"_s);
    house.chat.restart();
    const Person bob = house.chat.connectAgain(house.bob);
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, bob, newRoom(u"workshop"_s))), ErrorCode::NameTaken);
}

void tst_Rooms::privateRoomsMayShareAName()
{
    House house;
    house.chat.createRoom(house.ann, u"Plan"_s, RoomKind::Private);
    // Else its name would tell that it is there.
    house.chat.createRoom(house.bob, u"Plan"_s, RoomKind::Private);
    house.chat.createRoom(house.bob, u"Plan"_s, RoomKind::Public);
    UpdateRoom renaming;
    renaming.room = house.chat.createRoom(house.ann, u"Other"_s, RoomKind::Private);
    renaming.name = u"plan"_s;
    QVERIFY(house.chat.ask(chat::updateRoom, house.ann, renaming));
}

void tst_Rooms::whoMayMakePublicRoomsCanBeRestricted()
{
    chat::Settings settings;
    settings.createsRooms = Role::Admin;
    House house(settings);
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, newRoom(u"Lab"_s))), ErrorCode::Forbidden);
    house.chat.createRoom(house.ann, u"Lab"_s, RoomKind::Private);
    house.chat.createRoom(house.owner, u"Lab"_s);
}

void tst_Rooms::thereAreSoManyRooms()
{
    chat::Settings settings;
    settings.limits.maxRooms = 4; // General is one
    settings.limits.maxRoomsPerUser = 2;
    House house(settings);
    house.chat.createRoom(house.ann, u"One"_s);
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, house.ann, newRoom(u"Two"_s))), ErrorCode::TooMany);
    const QString two = house.chat.createRoom(house.bob, u"Two"_s);
    QCOMPARE(codeOf(house.chat.ask(chat::joinRoom, house.ann, RoomRequest{two})), ErrorCode::TooMany);
    QCOMPARE(codeOf(house.chat.ask(chat::invite, house.bob, InviteToRoom{two, house.ann.user})), ErrorCode::TooMany);
    QCOMPARE(codeOf(house.chat.ask(chat::openDirect, house.owner, OpenDirect{house.ann.user})), ErrorCode::TooMany);
    house.chat.createRoom(house.owner, u"Three"_s);
    const Person carl = house.chat.connect(u"Carl"_s);
    QCOMPARE(codeOf(house.chat.ask(chat::createRoom, carl, newRoom(u"Four"_s))), ErrorCode::TooMany);
}

void tst_Rooms::publicRoomsAndOnesOwnAreListed()
{
    House house;
    house.chat.createRoom(house.ann, u"Beta"_s);
    house.chat.createRoom(house.ann, u"alpha"_s, RoomKind::Private);
    house.chat.createRoom(house.bob, u"Gamma"_s, RoomKind::Private);
    QVERIFY(house.chat.ask(chat::openDirect, house.ann, OpenDirect{house.owner.user}));
    const auto names = [&house](const Person &person, const QString &query) {
        const Answer answer = house.chat.ask(chat::listRooms, person, ListRooms{query, {}, 50});
        return answer ? fieldsOf(answer->value("rooms"_L1), "name"_L1) : QStringList{u"refused"_s};
    };
    QCOMPARE(names(house.ann, {}), (QStringList{u"alpha"_s, u"Beta"_s, u"General"_s, QString()}));
    QCOMPARE(names(house.bob, {}), (QStringList{u"Beta"_s, u"Gamma"_s, u"General"_s}));
    QCOMPARE(names(house.ann, u"ALPH"_s), (QStringList{u"alpha"_s}));
    QCOMPARE(names(house.bob, u"alpha"_s), QStringList());
    QCOMPARE(names(house.ann, u"own"_s), (QStringList{QString()})); // the other side's name
    const Answer answer = house.chat.ask(chat::listRooms, house.bob, ListRooms{u"Beta"_s, {}, 50});
    QVERIFY(!answer->value("rooms"_L1).toArray()[0].toMap().contains("role"_L1));
}

void tst_Rooms::listsComeInPages()
{
    House house;
    QStringList expected{u"General"_s};
    for (int i = 0; i < 10; ++i) {
        expected.append(u"Room %1"_s.arg(i));
        house.chat.createRoom(house.ann, expected.last(), i % 2 ? RoomKind::Public : RoomKind::Private);
    }
    QStringList seen;
    ListRooms request{{}, {}, 4};
    do {
        const Answer answer = house.chat.ask(chat::listRooms, house.ann, request);
        QVERIFY(answer);
        QVERIFY(answer->value("rooms"_L1).toArray().size() <= 4);
        seen += fieldsOf(answer->value("rooms"_L1), "name"_L1);
        request.cursor = answer->value("cursor"_L1).toString();
    } while (!request.cursor.isEmpty());
    QCOMPARE(seen, expected);
    request.cursor = u"!"_s;
    QCOMPARE(codeOf(house.chat.ask(chat::listRooms, house.ann, request)), ErrorCode::BadRequest);
}

void tst_Rooms::roomsAreUpdated()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    house.chat.publisher().clear();
    UpdateRoom request;
    request.room = lab;
    request.name = u"Workshop"_s;
    request.topic = u"Wood"_s;
    request.slowMode = 30s;
    request.isAnnouncementOnly = true;
    const Answer answer = house.chat.ask(chat::updateRoom, house.ann, request);
    QVERIFY(answer);
    QCOMPARE(roomIn(answer).value("name"_L1).toString(), u"Workshop"_s);
    QCOMPARE(roomIn(answer).value("slowModeMs"_L1).toInteger(), 30'000);
    const auto events = house.chat.publisher().roomEvents(house.ann.connection, u"room.updated"_s);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].value("topic"_L1).toString(), u"Wood"_s);
    QCOMPARE(events[0].value("announcementOnly"_L1).toBool(), true);
    // The same again changes nothing.
    QVERIFY(house.chat.ask(chat::updateRoom, house.ann, request));
    QCOMPARE(house.chat.publisher().roomEvents(house.ann.connection, u"room.updated"_s).size(), 1);
    const Room before = house.chat.context().state.room(lab)->room;
    house.chat.restart();
    QCOMPARE(house.chat.context().state.room(lab)->room, before);
}

void tst_Rooms::badUpdatesAreRefused()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    house.chat.join(house.bob, lab);
    const auto update = [&house, &lab](const Person &person, auto change) {
        UpdateRoom request;
        request.room = lab;
        change(request);
        return codeOf(house.chat.ask(chat::updateRoom, person, request));
    };
    QCOMPARE(update(house.bob, [](UpdateRoom &request) { request.topic = u"x"_s; }), ErrorCode::Forbidden);
    QCOMPARE(update(house.owner, [](UpdateRoom &request) { request.topic = u"x"_s; }), ErrorCode::NotMember);
    QCOMPARE(update(house.ann, [](UpdateRoom &request) { request.name = u"gener\u0430l"_s; }), ErrorCode::BadName);
    QCOMPARE(update(house.ann, [](UpdateRoom &request) { request.name = u"general"_s; }), ErrorCode::NameTaken);
    QCOMPARE(update(house.ann, [](UpdateRoom &request) { request.topic = QString(513, u'x'); }), ErrorCode::TooLong);
    QCOMPARE(update(house.ann, [](UpdateRoom &request) { request.slowMode = -1ms; }), ErrorCode::BadRequest);
    QCOMPARE(update(house.ann, [](UpdateRoom &request) { request.slowMode = 7h; }), ErrorCode::BadRequest);
    QCOMPARE(update(house.ann, [](UpdateRoom &request) { request.name = u"LAB"_s; }), ErrorCode::UnknownEvent);
}

void tst_Rooms::aDirectConversationIsOne()
{
    House house;
    const Answer fromAnn = house.chat.ask(chat::openDirect, house.ann, OpenDirect{house.bob.user});
    QVERIFY(fromAnn);
    const QString id = roomIn(fromAnn).value("id"_L1).toString();
    QCOMPARE(roomIn(fromAnn).value("kind"_L1).toString(), u"direct"_s);
    QCOMPARE(roomIn(fromAnn).value("members"_L1).toInteger(), 2);
    QCOMPARE(house.chat.publisher().received(house.bob.connection, u"room:added"_s).size(), 1);
    house.chat.say(house.ann, id, u"hello"_s);
    QCOMPARE(house.chat.publisher().roomEvents(house.bob.connection, u"message.posted"_s).size(), 1);
    const Answer fromBob = house.chat.ask(chat::openDirect, house.bob, OpenDirect{house.ann.user});
    QCOMPARE(roomIn(fromBob).value("id"_L1).toString(), id);
    QCOMPARE(roomIn(fromBob).value("unread"_L1).toInteger(), 1);
    house.chat.restart();
    const Person bob = house.chat.connectAgain(house.bob);
    QCOMPARE(roomIn(house.chat.ask(chat::openDirect, bob, OpenDirect{house.ann.user})).value("id"_L1).toString(), id);
}

void tst_Rooms::notesToOneselfAreADirectConversation()
{
    House house;
    const Answer answer = house.chat.ask(chat::openDirect, house.ann, OpenDirect{house.ann.user});
    QVERIFY(answer);
    QCOMPARE(roomIn(answer).value("members"_L1).toInteger(), 1);
    QCOMPARE(roomIn(answer).value("directMembers"_L1).toArray().size(), 1);
    house.chat.say(house.ann, roomIn(answer).value("id"_L1).toString(), u"milk"_s);
}

void tst_Rooms::thereIsNoDirectConversationWithNobody()
{
    House house;
    const Answer answer = house.chat.ask(chat::openDirect, house.ann, OpenDirect{u"nobody"_s});
    QCOMPARE(codeOf(answer), ErrorCode::NotFound);
    QCOMPARE(answer.error().field, u"user"_s);
}

QTEST_GUILESS_MAIN(tst_Rooms)
#include "tst_rooms.moc"
