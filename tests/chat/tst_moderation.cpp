#include "support/lab.h"

#include "chat/actions/getroom.h"
#include "chat/actions/invite.h"
#include "chat/actions/listaudit.h"
#include "chat/actions/unban.h"
#include "chat/rules/standing.h"
#include "chat/state/connections.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

class tst_Moderation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsKickedIsOutBeforeAnybodyHears();
    void whoIsKickedMayComeBack();
    void whoIsBannedFromARoomStaysOut();
    void aBanEndsByItselfOrByUnban();
    void whoIsNotInTheRoomCanBeBannedUnseen();
    void whoIsMutedIsSilent();
    void aMuteSurvivesARestart();
    void nobodyActsAgainstEqualsOrBetters();
    void nobodyActsAgainstThemselves();
    void whoIsKickedFromTheServerMayComeBack();
    void whoIsBannedFromTheServerIsGoneAtOnce();
    void aBanForGoodTakesTheTokens();
    void nobodyModeratesTheServerWithoutARole();
    void targetsHaveToExist();
    void badTermsAreRefused();
};

void tst_Moderation::whoIsKickedIsOutBeforeAnybodyHears()
{
    Lab lab;
    QCOMPARE(lab.kick(lab.mod, lab.bob, u"noise"_s), done);
    QCOMPARE(lab.say(lab.mod), done);
    const auto inbox = lab.chat.publisher().inbox(lab.bob.connection);
    QCOMPARE(inbox.size(), 1); // neither the kick as an event of the room nor what was said afterwards
    QCOMPARE(inbox[0].name, u"room:removed"_s);
    QCOMPARE(inbox[0].data.value("why"_L1).toString(), u"kicked"_s);
    QCOMPARE(inbox[0].data.value("reason"_L1).toString(), u"noise"_s);
    QCOMPARE(inbox[0].data.value("by"_L1).toString(), lab.mod.user);
    const auto events = lab.chat.publisher().roomEvents(lab.carl.connection, u"member.kicked"_s);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].value("user"_L1).toString(), lab.bob.user);
    QCOMPARE(lab.say(lab.bob), ErrorCode::NotMember);
}

void tst_Moderation::whoIsKickedMayComeBack()
{
    Lab lab;
    QCOMPARE(lab.kick(lab.mod, lab.bob), done);
    QCOMPARE(lab.kick(lab.mod, lab.bob), ErrorCode::NotFound);
    QCOMPARE(lab.join(lab.bob), done);
    QCOMPARE(lab.say(lab.bob), done);
}

void tst_Moderation::whoIsBannedFromARoomStaysOut()
{
    Lab lab;
    QCOMPARE(lab.ban(lab.mod, lab.bob), done);
    QCOMPARE(lab.chat.publisher().received(lab.bob.connection, u"room:removed"_s).size(), 1);
    QCOMPARE(lab.say(lab.bob), ErrorCode::NotMember);
    QCOMPARE(lab.join(lab.bob), ErrorCode::Banned);
    QCOMPARE(codeOf(lab.chat.ask(chat::invite, lab.carl, InviteToRoom{lab.room, lab.bob.user})), ErrorCode::Banned);
    lab.chat.restart();
    QCOMPARE(lab.join(lab.chat.connectAgain(lab.bob)), ErrorCode::Banned);
}

void tst_Moderation::aBanEndsByItselfOrByUnban()
{
    Lab lab;
    QCOMPARE(lab.ban(lab.mod, lab.bob, lab.chat.clock().now() + 1000), done);
    QCOMPARE(lab.join(lab.bob), ErrorCode::Banned);
    lab.chat.clock().advance(1s);
    QCOMPARE(lab.join(lab.bob), done);
    QCOMPARE(lab.ban(lab.mod, lab.carl), done);
    const Moderate request{lab.room, lab.carl.user, {}, 0};
    QCOMPARE(codeOf(lab.chat.ask(chat::unban, lab.bob, request)), ErrorCode::Forbidden);
    QVERIFY(lab.chat.ask(chat::unban, lab.mod, request));
    QCOMPARE(codeOf(lab.chat.ask(chat::unban, lab.mod, request)), ErrorCode::NotFound);
    QCOMPARE(lab.join(lab.carl), done);
}

void tst_Moderation::whoIsNotInTheRoomCanBeBannedUnseen()
{
    Lab lab;
    const QString hidden = lab.chat.createRoom(lab.ann, u"Plan"_s, RoomKind::Private);
    lab.chat.publisher().clear();
    QVERIFY(lab.chat.ask(chat::ban, lab.ann, Moderate{hidden, lab.bob.user, {}, 0}));
    QVERIFY(lab.chat.publisher().inbox(lab.bob.connection).isEmpty());
    QCOMPARE(codeOf(lab.chat.ask(chat::joinRoom, lab.bob, RoomRequest{hidden})), ErrorCode::NotFound);
}

void tst_Moderation::whoIsMutedIsSilent()
{
    Lab lab;
    const qint64 until = lab.chat.clock().now() + 5000;
    QCOMPARE(lab.mute(lab.mod, lab.bob, until), done);
    const Answer refused = lab.chat.ask(chat::sendMessage, lab.bob, SendMessage{lab.room, u"n"_s, u"x"_s, {}, {}});
    QCOMPARE(codeOf(refused), ErrorCode::Muted);
    QCOMPARE(refused.error().retryAfter, std::optional(5000ms));
    const auto notices = lab.chat.publisher().received(lab.bob.connection, u"notice"_s);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices[0].value("kind"_L1).toString(), u"moderation"_s);
    QCOMPARE(notices[0].value("action"_L1).toString(), u"mute"_s);
    QCOMPARE(notices[0].value("until"_L1).toInteger(), until);
    lab.chat.clock().advance(5s);
    QCOMPARE(lab.say(lab.bob), done);
    // Without end, and lifted by a time that is over.
    QCOMPARE(lab.mute(lab.mod, lab.bob), done);
    lab.chat.clock().advance(std::chrono::hours(24 * 365));
    QCOMPARE(lab.say(lab.bob), ErrorCode::Muted);
    QCOMPARE(lab.mute(lab.mod, lab.bob, 1), done);
    QCOMPARE(lab.say(lab.bob), done);
}

void tst_Moderation::aMuteSurvivesARestart()
{
    Lab lab;
    QCOMPARE(lab.mute(lab.mod, lab.bob), done);
    lab.chat.restart();
    QCOMPARE(lab.member(lab.bob)->mutedUntil, chat::forever);
    QCOMPARE(lab.say(lab.chat.connectAgain(lab.bob)), ErrorCode::Muted);
}

void tst_Moderation::nobodyActsAgainstEqualsOrBetters()
{
    Lab lab;
    QCOMPARE(lab.give(lab.ann, lab.bob, Role::Admin), done);
    QCOMPARE(lab.give(lab.ann, lab.carl, Role::Moderator), done);
    for (const Person &target : {lab.ann, lab.bob, lab.carl}) { // owner, admin, moderator
        QCOMPARE(lab.kick(lab.mod, target), ErrorCode::Forbidden);
        QCOMPARE(lab.ban(lab.mod, target), ErrorCode::Forbidden);
        QCOMPARE(lab.mute(lab.mod, target), ErrorCode::Forbidden);
    }
    QCOMPARE(lab.kick(lab.bob, lab.ann), ErrorCode::Forbidden);
    QCOMPARE(lab.give(lab.bob, lab.ann, Role::Member), ErrorCode::Forbidden);
    QCOMPARE(lab.kick(lab.bob, lab.carl), done);
    QVERIFY(lab.member(lab.ann) && lab.member(lab.bob) && !lab.member(lab.carl));
}

void tst_Moderation::nobodyActsAgainstThemselves()
{
    Lab lab;
    QCOMPARE(lab.kick(lab.ann, lab.ann), ErrorCode::BadRequest);
    QCOMPARE(lab.ban(lab.ann, lab.ann), ErrorCode::BadRequest);
    QCOMPARE(lab.mute(lab.ann, lab.ann), ErrorCode::BadRequest);
    QCOMPARE(codeOf(lab.chat.ask(chat::ban, lab.owner, Moderate{{}, lab.owner.user, {}, 0})), ErrorCode::BadRequest);
    QCOMPARE(codeOf(lab.chat.ask(chat::kick, lab.owner, Moderate{{}, lab.owner.user, {}, 0})), ErrorCode::BadRequest);
}

void tst_Moderation::whoIsKickedFromTheServerMayComeBack()
{
    Lab lab;
    QVERIFY(lab.chat.ask(chat::kick, lab.owner, Moderate{{}, lab.bob.user, u"calm down"_s, 0}));
    const auto closed = lab.chat.publisher().received(lab.bob.connection, u"closed"_s);
    QCOMPARE(closed.size(), 1);
    QVERIFY(closed[0].value("message"_L1).toString().contains(u"calm down"_s));
    lab.chat.disconnect(lab.bob);
    (void)lab.chat.connectAgain(lab.bob);
}

void tst_Moderation::whoIsBannedFromTheServerIsGoneAtOnce()
{
    Lab lab;
    const Person bobAgain = lab.chat.connectAgain(lab.bob);
    QVERIFY(lab.chat.ask(chat::ban, lab.owner, Moderate{{}, lab.bob.user, u"spam"_s, 0}));
    for (const Person &device : {lab.bob, bobAgain}) {
        const auto closed = lab.chat.publisher().received(device.connection, u"closed"_s);
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed[0].value("code"_L1).toString(), u"banned"_s);
    }
    QVERIFY(lab.chat.ask(chat::unban, lab.owner, Moderate{{}, lab.bob.user, {}, 0}));
    QVERIFY(!lab.chat.context().state.hasServerBan(lab.bob.user));
}

void tst_Moderation::aBanForGoodTakesTheTokens()
{
    Lab lab;
    const auto tokenOf
        = [&lab](const Person &person) { return lab.chat.context().connections.tokenHashOf(person.connection); };
    QVERIFY(lab.chat.ask(chat::ban, lab.owner, Moderate{{}, lab.bob.user, {}, lab.chat.clock().now() + 1}));
    QVERIFY(lab.chat.context().state.userByToken(tokenOf(lab.bob)));
    QVERIFY(lab.chat.ask(chat::ban, lab.owner, Moderate{{}, lab.bob.user, {}, 0}));
    QVERIFY(!lab.chat.context().state.userByToken(tokenOf(lab.bob)));
    QVERIFY(lab.chat.context().state.userByToken(tokenOf(lab.carl)));
}

void tst_Moderation::nobodyModeratesTheServerWithoutARole()
{
    Lab lab;
    const Moderate request{{}, lab.bob.user, {}, 0};
    for (const Person &person : {lab.ann, lab.mod, lab.carl}) { // whatever they are in a room
        QCOMPARE(codeOf(lab.chat.ask(chat::kick, person, request)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(lab.chat.ask(chat::ban, person, request)), ErrorCode::Forbidden);
        QCOMPARE(codeOf(lab.chat.ask(chat::unban, person, request)), ErrorCode::Forbidden);
        QCOMPARE(lab.giveInServer(person, lab.bob, Role::Guest), ErrorCode::Forbidden);
        QCOMPARE(codeOf(lab.chat.ask(chat::listAudit, person, ListAudit{{}, {}, 50})), ErrorCode::Forbidden);
    }
    QCOMPARE(lab.giveInServer(lab.owner, lab.mod, Role::Moderator), done);
    QVERIFY(lab.chat.ask(chat::kick, lab.mod, request));
    QCOMPARE(codeOf(lab.chat.ask(chat::ban, lab.mod, Moderate{{}, lab.owner.user, {}, 0})), ErrorCode::Forbidden);
    QCOMPARE(lab.giveInServer(lab.mod, lab.bob, Role::Guest), ErrorCode::Forbidden);
}

void tst_Moderation::targetsHaveToExist()
{
    Lab lab;
    Person nobody;
    nobody.user = u"nobody"_s;
    QCOMPARE(lab.kick(lab.ann, nobody), ErrorCode::NotFound);
    QCOMPARE(lab.ban(lab.ann, nobody), ErrorCode::NotFound);
    QCOMPARE(lab.mute(lab.ann, nobody), ErrorCode::NotFound);
    QCOMPARE(lab.give(lab.ann, nobody, Role::Guest), ErrorCode::NotFound);
    QCOMPARE(lab.giveInServer(lab.owner, nobody, Role::Guest), ErrorCode::NotFound);
    QCOMPARE(lab.kick(lab.ann, lab.owner), ErrorCode::NotFound);
    QCOMPARE(lab.give(lab.ann, lab.owner, Role::Guest), ErrorCode::NotFound);
}

void tst_Moderation::badTermsAreRefused()
{
    Lab lab;
    QCOMPARE(lab.ban(lab.ann, lab.bob, lab.chat.clock().now()), ErrorCode::BadRequest);
    QCOMPARE(lab.kick(lab.ann, lab.bob, QString(257, u'x')), ErrorCode::TooLong);
    QCOMPARE(lab.kick(lab.ann, lab.bob, u"a\u202Eb"_s), ErrorCode::BadRequest);
    QCOMPARE(codeOf(lab.chat.ask(chat::mute, lab.owner, Moderate{{}, lab.bob.user, {}, 0})), ErrorCode::BadRequest);
}

QTEST_GUILESS_MAIN(tst_Moderation)
#include "tst_moderation.moc"
