#include "support/chatfixture.h"

#include "chat/actions/ban.h"
#include "chat/actions/connectuser.h"
#include "chat/actions/createroom.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/kick.h"
#include "chat/actions/leaveroom.h"
#include "chat/actions/mute.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/setrole.h"
#include "chat/actions/updateroom.h"
#include "chat/actions/updateuser.h"
#include "chat/state/serverstate.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

namespace {

/// What codeOf() makes of an answer that is no refusal.
constexpr ErrorCode done = ErrorCode::UnknownEvent;

ErrorCode codeOf(const Answer &answer)
{
    return answer ? done : answer.error().code;
}

} // namespace

/// What is asked for before the answer to something else is there: in these tests both are with the store at the same
/// time, since nothing it reports is heard until a test waits.
class tst_InFlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoNewcomersWithOneName();
    void twoFirstNewcomers();
    void twoRoomsWithOneName();
    void twoRoomsTakingOneNameInAnUpdate();
    void twoUsersTakingOneName();
    void aNameChangeAndARoleAtOnce();
    void joiningTwiceAtOnce();
    void joiningAndBeingInvitedAtOnce();
    void twoLastOwnersLeavingAtOnce();
    void twoLastOwnersOfTheServerSteppingDownAtOnce();
    void twoOwnersKickingEachOther();
    void twoOwnersBanningEachOtherFromTheServer();
    void actingWhileBeingDemoted();
    void writingWhileBeingKicked();
    void writingWhileBeingMuted();
    void leavingWhileBeingMuted();
    void joiningWhileBeingBanned();
    void leavingAndBeingKickedAtOnce();
    void openingOneConversationFromBothSides();
    void everythingThatWasHeldIsLetGo();
};

void tst_InFlight::twoNewcomersWithOneName()
{
    ChatFixture chat;
    std::vector<ErrorCode> codes;
    for (const QString &name : {u"Bill"_s, u"BiII"_s}) {
        ConnectRequest request;
        request.name = name;
        chat::connectUser(chat.context(), request, [&codes](const Result<chat::Admission> &result) {
            codes.push_back(result ? done : result.error().code);
        });
    }
    chat.settle();
    QCOMPARE(codes, (std::vector{ErrorCode::NameTaken, done}));
    QCOMPARE(chat.context().state.users().size(), 1);
}

void tst_InFlight::twoFirstNewcomers()
{
    ChatFixture chat;
    int answers = 0;
    for (const QString &name : {u"Ann"_s, u"Bob"_s}) {
        ConnectRequest request;
        request.name = name;
        chat::connectUser(chat.context(), request, [&answers](const Result<chat::Admission> &) { ++answers; });
    }
    while (answers < 2)
        chat.settle();
    QCOMPARE(chat.context().state.users().size(), 2);
    QCOMPARE(chat.context().state.ownerCount(), 1);
}

void tst_InFlight::twoRoomsWithOneName()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const auto first = chat.begin(chat::createRoom, ann, CreateRoom{u"Lab"_s, RoomKind::Public, {}});
    const auto second = chat.begin(chat::createRoom, ann, CreateRoom{u"LAB"_s, RoomKind::Public, {}});
    QCOMPARE(codeOf(chat.wait(second)), ErrorCode::NameTaken);
    QCOMPARE(codeOf(chat.wait(first)), done);
}

void tst_InFlight::twoRoomsTakingOneNameInAnUpdate()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const QString one = chat.createRoom(ann, u"One"_s);
    const QString two = chat.createRoom(ann, u"Two"_s);
    UpdateRoom request;
    request.name = u"Lab"_s;
    request.room = one;
    const auto first = chat.begin(chat::updateRoom, ann, request);
    request.room = two;
    const auto second = chat.begin(chat::updateRoom, ann, request);
    QCOMPARE(codeOf(chat.wait(second)), ErrorCode::NameTaken);
    QCOMPARE(codeOf(chat.wait(first)), done);
}

void tst_InFlight::twoUsersTakingOneName()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    UpdateUser request;
    request.name = u"Carl"_s;
    const auto first = chat.begin(chat::updateUser, ann, request);
    const auto second = chat.begin(chat::updateUser, bob, request);
    QCOMPARE(codeOf(chat.wait(second)), ErrorCode::NameTaken);
    QCOMPARE(codeOf(chat.wait(first)), done);
}

void tst_InFlight::aNameChangeAndARoleAtOnce()
{
    ChatFixture chat;
    const Person owner = chat.connect(u"Owner"_s);
    const Person bob = chat.connect(u"Bob"_s);
    UpdateUser request;
    request.name = u"Carl"_s;
    const auto renamed = chat.begin(chat::updateUser, bob, request);
    const auto raised = chat.begin(chat::setRole, owner, SetRole{{}, bob.user, Role::Admin});
    QCOMPARE(codeOf(chat.wait(renamed)), done);
    QCOMPARE(codeOf(chat.wait(raised)), done);
    QCOMPARE(chat.context().state.user(bob.user)->user.name, u"Carl"_s);
    QCOMPARE(chat.context().state.user(bob.user)->user.role, Role::Admin);
}

void tst_InFlight::joiningTwiceAtOnce()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    const auto first = chat.begin(chat::joinRoom, bob, RoomRequest{lab});
    const auto second = chat.begin(chat::joinRoom, bob, RoomRequest{lab});
    QCOMPARE(codeOf(chat.wait(first)), done);
    QCOMPARE(codeOf(chat.wait(second)), done);
    QCOMPARE(chat.publisher().roomEvents(ann.connection, u"member.joined"_s).size(), 2); // General and one here
}

void tst_InFlight::joiningAndBeingInvitedAtOnce()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    const auto joined = chat.begin(chat::joinRoom, bob, RoomRequest{lab});
    const auto invited = chat.begin(chat::invite, ann, InviteToRoom{lab, bob.user});
    QCOMPARE(codeOf(chat.wait(joined)), done);
    QCOMPARE(codeOf(chat.wait(invited)), ErrorCode::AlreadyExists);
}

void tst_InFlight::twoLastOwnersLeavingAtOnce()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const Person carl = chat.connect(u"Carl"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    chat.join(bob, lab);
    chat.join(carl, lab);
    QVERIFY(chat.ask(chat::setRole, ann, SetRole{lab, bob.user, Role::Owner}));
    const auto first = chat.begin(chat::leaveRoom, ann, RoomRequest{lab});
    const auto second = chat.begin(chat::leaveRoom, bob, RoomRequest{lab});
    QCOMPARE(codeOf(chat.wait(first)), done);
    QCOMPARE(codeOf(chat.wait(second)), ErrorCode::LastOwner);
}

void tst_InFlight::twoLastOwnersOfTheServerSteppingDownAtOnce()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    QVERIFY(chat.ask(chat::setRole, ann, SetRole{{}, bob.user, Role::Owner}));
    const auto first = chat.begin(chat::setRole, ann, SetRole{{}, ann.user, Role::Member});
    const auto second = chat.begin(chat::setRole, bob, SetRole{{}, bob.user, Role::Member});
    QCOMPARE(codeOf(chat.wait(first)), done);
    QCOMPARE(codeOf(chat.wait(second)), ErrorCode::LastOwner);
    QCOMPARE(chat.context().state.ownerCount(), 1);
}

void tst_InFlight::twoOwnersKickingEachOther()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const Person carl = chat.connect(u"Carl"_s);
    const QString lab = chat.createRoom(bob, u"Lab"_s);
    for (const Person &person : {ann, carl})
        chat.join(person, lab);
    QVERIFY(chat.ask(chat::setRole, bob, SetRole{lab, carl.user, Role::Owner}));
    const auto first = chat.begin(chat::kick, bob, Moderate{lab, carl.user, {}, 0});
    const auto second = chat.begin(chat::kick, carl, Moderate{lab, bob.user, {}, 0});
    QCOMPARE(codeOf(chat.wait(first)), done);
    QCOMPARE(codeOf(chat.wait(second)), ErrorCode::NotMember);
}

void tst_InFlight::twoOwnersBanningEachOtherFromTheServer()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    QVERIFY(chat.ask(chat::setRole, ann, SetRole{{}, bob.user, Role::Owner}));
    const auto first = chat.begin(chat::ban, ann, Moderate{{}, bob.user, {}, 0});
    const auto second = chat.begin(chat::ban, bob, Moderate{{}, ann.user, {}, 0});
    QCOMPARE(codeOf(chat.wait(first)), done);
    QCOMPARE(codeOf(chat.wait(second)), ErrorCode::Forbidden);
    QVERIFY(!chat.context().state.hasServerBan(ann.user));
}

void tst_InFlight::actingWhileBeingDemoted()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const Person carl = chat.connect(u"Carl"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    chat.join(bob, lab);
    chat.join(carl, lab);
    QVERIFY(chat.ask(chat::setRole, ann, SetRole{lab, bob.user, Role::Moderator}));
    const auto demoted = chat.begin(chat::setRole, ann, SetRole{lab, bob.user, Role::Member});
    const auto kicked = chat.begin(chat::kick, bob, Moderate{lab, carl.user, {}, 0});
    const auto banned = chat.begin(chat::ban, bob, Moderate{lab, carl.user, {}, 0});
    const auto muted = chat.begin(chat::mute, bob, Moderate{lab, carl.user, {}, 0});
    QCOMPARE(codeOf(chat.wait(demoted)), done);
    QCOMPARE(codeOf(chat.wait(kicked)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(chat.wait(banned)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(chat.wait(muted)), ErrorCode::Forbidden);
}

void tst_InFlight::writingWhileBeingKicked()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    chat.join(bob, lab);
    const auto kicked = chat.begin(chat::kick, ann, Moderate{lab, bob.user, {}, 0});
    const auto said = chat.begin(chat::sendMessage, bob, SendMessage{lab, u"n"_s, u"still here"_s, {}, {}});
    QCOMPARE(codeOf(chat.wait(said)), ErrorCode::NotMember);
    QCOMPARE(codeOf(chat.wait(kicked)), done);
    // Banned from the server the same.
    const auto banned = chat.begin(chat::ban, ann, Moderate{{}, bob.user, {}, 0});
    const auto saidMore = chat.begin(chat::sendMessage, bob, SendMessage{u"general"_s, u"m"_s, u"x"_s, {}, {}});
    QVERIFY(!chat.wait(saidMore));
    QCOMPARE(codeOf(chat.wait(banned)), done);
}

void tst_InFlight::writingWhileBeingMuted()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const auto muted = chat.begin(chat::mute, ann, Moderate{u"general"_s, bob.user, {}, 0});
    const auto said = chat.begin(chat::sendMessage, bob, SendMessage{u"general"_s, u"n"_s, u"x"_s, {}, {}});
    QCOMPARE(codeOf(chat.wait(said)), ErrorCode::Muted);
    QCOMPARE(codeOf(chat.wait(muted)), done);
}

void tst_InFlight::leavingWhileBeingMuted()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    chat.join(bob, lab);
    const auto muted = chat.begin(chat::mute, ann, Moderate{lab, bob.user, {}, 0});
    const auto left = chat.begin(chat::leaveRoom, bob, RoomRequest{lab});
    QCOMPARE(codeOf(chat.wait(left)), ErrorCode::Muted);
    QCOMPARE(codeOf(chat.wait(muted)), done);
}

void tst_InFlight::joiningWhileBeingBanned()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    const auto banned = chat.begin(chat::ban, ann, Moderate{lab, bob.user, {}, 0});
    const auto joined = chat.begin(chat::joinRoom, bob, RoomRequest{lab});
    QCOMPARE(codeOf(chat.wait(banned)), done);
    QCOMPARE(codeOf(chat.wait(joined)), ErrorCode::Banned);
    QVERIFY(!chat.context().state.room(lab)->member(bob.user));
}

void tst_InFlight::leavingAndBeingKickedAtOnce()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const QString lab = chat.createRoom(ann, u"Lab"_s);
    chat.join(bob, lab);
    const auto left = chat.begin(chat::leaveRoom, bob, RoomRequest{lab});
    const auto kicked = chat.begin(chat::kick, ann, Moderate{lab, bob.user, {}, 0});
    QCOMPARE(codeOf(chat.wait(left)), done);
    QCOMPARE(codeOf(chat.wait(kicked)), ErrorCode::NotFound);
    QCOMPARE(chat.publisher().received(bob.connection, u"room:removed"_s).size(), 1);
}

void tst_InFlight::openingOneConversationFromBothSides()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    const auto fromAnn = chat.begin(chat::openDirect, ann, OpenDirect{bob.user});
    const auto fromBob = chat.begin(chat::openDirect, bob, OpenDirect{ann.user});
    const Answer one = chat.wait(fromAnn);
    const Answer other = chat.wait(fromBob);
    QVERIFY(one && other);
    QCOMPARE(one->value("room"_L1).toMap().value("id"_L1), other->value("room"_L1).toMap().value("id"_L1));
    QCOMPARE(chat.context().state.rooms().size(), 2);
}

void tst_InFlight::everythingThatWasHeldIsLetGo()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    for (int i = 0; i < 3; ++i) { // the same again works only when nothing is left over
        const QString lab = chat.createRoom(ann, u"Lab %1"_s.arg(i));
        chat.join(bob, lab);
        QVERIFY(chat.ask(chat::mute, ann, Moderate{lab, bob.user, {}, 0}));
        QVERIFY(chat.ask(chat::mute, ann, Moderate{lab, bob.user, {}, 1}));
        QVERIFY(chat.ask(chat::setRole, ann, SetRole{lab, bob.user, Role::Owner}));
        QVERIFY(chat.ask(chat::leaveRoom, ann, RoomRequest{lab}));
        QVERIFY(chat.ask(chat::joinRoom, ann, RoomRequest{lab}));
        QVERIFY(chat.ask(chat::ban, bob, Moderate{lab, ann.user, {}, chat.clock().now() + 1}));
        UpdateUser renaming;
        renaming.name = u"Bob %1"_s.arg(i);
        QVERIFY(chat.ask(chat::updateUser, bob, renaming));
        renaming.name = u"Bob"_s;
        QVERIFY(chat.ask(chat::updateUser, bob, renaming));
    }
}

QTEST_GUILESS_MAIN(tst_InFlight)
#include "tst_inflight.moc"
