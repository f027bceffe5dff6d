#include "support/house.h"

#include "chat/actions/ban.h"
#include "chat/actions/getroom.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/leaveroom.h"
#include "chat/actions/listmembers.h"
#include "chat/actions/mute.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/setrole.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

class tst_Membership : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joiningShowsTheRoomOnEveryDevice();
    void joiningTwiceIsJoiningOnce();
    void leavingEndsEverythingInTheRoom();
    void someRoomsCannotBeLeft();
    void theLastOwnerStays();
    void aMuteCannotBeLeftBehind();
    void invitationsMakeMembers();
    void invitationsHaveLimits();
    void membersAreListedToMembers();
};

void tst_Membership::joiningShowsTheRoomOnEveryDevice()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    house.chat.say(house.ann, lab, u"before"_s);
    const Person bobAgain = house.chat.connectAgain(house.bob);
    house.chat.publisher().clear();
    const Answer answer = house.chat.ask(chat::joinRoom, house.bob, RoomRequest{lab});
    QVERIFY(answer);
    QCOMPARE(roomIn(answer).value("unread"_L1).toInteger(), 0);
    QCOMPARE(roomIn(answer).value("last"_L1).toMap().value("text"_L1).toString(), u"before"_s);
    QCOMPARE(house.chat.publisher().roomEvents(house.ann.connection, u"member.joined"_s).size(), 1);
    house.chat.say(house.ann, lab, u"after"_s);
    for (const Person &device : {house.bob, bobAgain}) {
        const auto added = house.chat.publisher().received(device.connection, u"room:added"_s);
        QCOMPARE(added.size(), 1);
        const auto events = house.chat.publisher().received(device.connection, u"room:event"_s);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].value("seq"_L1).toInteger(),
                 added[0].value("room"_L1).toMap().value("seq"_L1).toInteger() + 1);
    }
}

void tst_Membership::joiningTwiceIsJoiningOnce()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    QVERIFY(house.chat.ask(chat::joinRoom, house.bob, RoomRequest{lab}));
    const qint64 seq = house.chat.context().state.room(lab)->room.seq;
    QVERIFY(house.chat.ask(chat::joinRoom, house.bob, RoomRequest{lab}));
    QCOMPARE(house.chat.context().state.room(lab)->room.seq, seq);
    QCOMPARE(codeOf(house.chat.ask(chat::joinRoom, house.bob, RoomRequest{u"nowhere"_s})), ErrorCode::NotFound);
}

void tst_Membership::leavingEndsEverythingInTheRoom()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    house.chat.join(house.bob, lab);
    house.chat.publisher().clear();
    QVERIFY(house.chat.ask(chat::leaveRoom, house.bob, RoomRequest{lab}));
    house.chat.say(house.ann, lab, u"gone?"_s);
    const auto inbox = house.chat.publisher().inbox(house.bob.connection);
    QCOMPARE(inbox.size(), 1);
    QCOMPARE(inbox[0].name, u"room:removed"_s);
    QCOMPARE(inbox[0].data.value("room"_L1).toString(), lab);
    QCOMPARE(inbox[0].data.value("why"_L1).toString(), u"left"_s);
    QCOMPARE(house.chat.publisher().roomEvents(house.ann.connection, u"member.left"_s).size(), 1);
    QCOMPARE(codeOf(house.chat.ask(chat::leaveRoom, house.bob, RoomRequest{lab})), ErrorCode::NotMember);
    QVERIFY(house.chat.ask(chat::joinRoom, house.bob, RoomRequest{lab}));
}

void tst_Membership::someRoomsCannotBeLeft()
{
    House house;
    QCOMPARE(codeOf(house.chat.ask(chat::leaveRoom, house.ann, RoomRequest{u"general"_s})), ErrorCode::Forbidden);
    const QString direct
        = roomIn(house.chat.ask(chat::openDirect, house.ann, OpenDirect{house.bob.user})).value("id"_L1).toString();
    QCOMPARE(codeOf(house.chat.ask(chat::leaveRoom, house.ann, RoomRequest{direct})), ErrorCode::Forbidden);
}

void tst_Membership::theLastOwnerStays()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    house.chat.join(house.bob, lab);
    QCOMPARE(codeOf(house.chat.ask(chat::leaveRoom, house.ann, RoomRequest{lab})), ErrorCode::LastOwner);
    QVERIFY(house.chat.ask(chat::setRole, house.ann, SetRole{lab, house.bob.user, Role::Owner}));
    QVERIFY(house.chat.ask(chat::leaveRoom, house.ann, RoomRequest{lab}));
    QVERIFY(house.chat.ask(chat::leaveRoom, house.bob, RoomRequest{lab})); // nobody is left behind
}

void tst_Membership::aMuteCannotBeLeftBehind()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    house.chat.join(house.bob, lab);
    QVERIFY(house.chat.ask(chat::mute, house.ann, Moderate{lab, house.bob.user, {}, house.chat.clock().now() + 1000}));
    QCOMPARE(codeOf(house.chat.ask(chat::leaveRoom, house.bob, RoomRequest{lab})), ErrorCode::Muted);
    house.chat.clock().advance(1s);
    QVERIFY(house.chat.ask(chat::leaveRoom, house.bob, RoomRequest{lab}));
}

void tst_Membership::invitationsMakeMembers()
{
    House house;
    const QString plan = house.chat.createRoom(house.ann, u"Plan"_s, RoomKind::Private);
    house.chat.publisher().clear();
    QVERIFY(house.chat.ask(chat::invite, house.ann, InviteToRoom{plan, house.bob.user}));
    const auto added = house.chat.publisher().received(house.bob.connection, u"room:added"_s);
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0].value("room"_L1).toMap().value("role"_L1).toString(), u"member"_s);
    const auto joined = house.chat.publisher().roomEvents(house.ann.connection, u"member.joined"_s);
    QCOMPARE(joined.size(), 1);
    QCOMPARE(joined[0].value("by"_L1).toString(), house.ann.user);
    QCOMPARE(joined[0].value("user"_L1).toString(), house.bob.user);
    QVERIFY(house.chat.ask(chat::getRoom, house.bob, RoomRequest{plan}));
}

void tst_Membership::invitationsHaveLimits()
{
    House house;
    const QString plan = house.chat.createRoom(house.ann, u"Plan"_s, RoomKind::Private);
    QCOMPARE(codeOf(house.chat.ask(chat::invite, house.ann, InviteToRoom{plan, u"nobody"_s})), ErrorCode::NotFound);
    QCOMPARE(codeOf(house.chat.ask(chat::invite, house.ann, InviteToRoom{plan, house.ann.user})),
             ErrorCode::AlreadyExists);
    QCOMPARE(codeOf(house.chat.ask(chat::invite, house.bob, InviteToRoom{plan, house.bob.user})), ErrorCode::NotFound);
    QVERIFY(house.chat.ask(chat::ban, house.ann, Moderate{plan, house.bob.user, {}, 0}));
    QCOMPARE(codeOf(house.chat.ask(chat::invite, house.ann, InviteToRoom{plan, house.bob.user})), ErrorCode::Banned);
    const QString direct
        = roomIn(house.chat.ask(chat::openDirect, house.ann, OpenDirect{house.bob.user})).value("id"_L1).toString();
    QCOMPARE(codeOf(house.chat.ask(chat::invite, house.ann, InviteToRoom{direct, house.owner.user})),
             ErrorCode::Forbidden);
}

void tst_Membership::membersAreListedToMembers()
{
    House house;
    const QString lab = house.chat.createRoom(house.ann, u"Lab"_s);
    house.chat.join(house.bob, lab);
    const qint64 until = house.chat.clock().now() + 1000;
    QVERIFY(house.chat.ask(chat::mute, house.ann, Moderate{lab, house.bob.user, {}, until}));
    const Answer all = house.chat.ask(chat::listMembers, house.bob, ListMembers{lab, {}, 200});
    QVERIFY(all);
    QCOMPARE(fieldsOf(all->value("members"_L1), "user"_L1), (QStringList{house.ann.user, house.bob.user}));
    QCOMPARE(fieldsOf(all->value("members"_L1), "role"_L1), (QStringList{u"owner"_s, u"member"_s}));
    QCOMPARE(all->value("members"_L1).toArray()[1].toMap().value("mutedUntil"_L1).toInteger(), until);
    QVERIFY(!all->contains("cursor"_L1));
    const Answer first = house.chat.ask(chat::listMembers, house.bob, ListMembers{lab, {}, 1});
    const QString cursor = first->value("cursor"_L1).toString();
    const Answer second = house.chat.ask(chat::listMembers, house.bob, ListMembers{lab, cursor, 1});
    QCOMPARE(fieldsOf(second->value("members"_L1), "user"_L1), (QStringList{house.bob.user}));
    QVERIFY(!second->contains("cursor"_L1));
    QCOMPARE(codeOf(house.chat.ask(chat::listMembers, house.owner, ListMembers{lab, {}, 200})), ErrorCode::NotMember);
    QCOMPARE(codeOf(house.chat.ask(chat::listMembers, house.bob, ListMembers{lab, u"x"_s, 200})),
             ErrorCode::BadRequest);
}

QTEST_GUILESS_MAIN(tst_Membership)
#include "tst_membership.moc"
