#include "support/lab.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

class tst_Roles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServersRolesCountInRooms();
    void nobodyRaisesThemselves();
    void nobodyGivesMoreThanTheyHave();
    void theLastOwnerOfARoomStaysOne();
    void theLastOwnerOfTheServerStaysOne();
    void rolesAreToldAndKept();
    void aGuestIsOneEverywhere();
};

void tst_Roles::theServersRolesCountInRooms()
{
    Lab lab;
    QCOMPARE(lab.kick(lab.owner, lab.bob), ErrorCode::NotMember); // not without being in the room
    QCOMPARE(lab.giveInServer(lab.owner, lab.carl, Role::Admin), done);
    QCOMPARE(lab.ban(lab.mod, lab.carl), ErrorCode::Forbidden);
    QCOMPARE(lab.kick(lab.carl, lab.mod), done);
    QCOMPARE(lab.kick(lab.carl, lab.ann), ErrorCode::Forbidden); // the room's owner
    QCOMPARE(lab.ban(lab.mod, lab.owner), ErrorCode::NotMember); // kicked
    QCOMPARE(lab.give(lab.ann, lab.bob, Role::Moderator), done);
    QCOMPARE(lab.ban(lab.bob, lab.owner), ErrorCode::Forbidden); // not in the room, but above it
    // A moderator of the server is nobody special in a room.
    QCOMPARE(lab.giveInServer(lab.owner, lab.carl, Role::Moderator), done);
    QCOMPARE(lab.kick(lab.carl, lab.bob), ErrorCode::Forbidden);
}

void tst_Roles::nobodyRaisesThemselves()
{
    Lab lab;
    QCOMPARE(lab.give(lab.ann, lab.bob, Role::Admin), done);
    QCOMPARE(lab.give(lab.bob, lab.bob, Role::Owner), ErrorCode::Forbidden);
    QCOMPARE(lab.give(lab.mod, lab.mod, Role::Admin), ErrorCode::Forbidden);
    QCOMPARE(lab.give(lab.carl, lab.carl, Role::Moderator), ErrorCode::Forbidden);
    QCOMPARE(lab.giveInServer(lab.carl, lab.carl, Role::Owner), ErrorCode::Forbidden);
    QCOMPARE(lab.giveInServer(lab.owner, lab.bob, Role::Admin), done);
    QCOMPARE(lab.giveInServer(lab.bob, lab.bob, Role::Owner), ErrorCode::Forbidden);
    QCOMPARE(lab.give(lab.bob, lab.bob, Role::Member), done); // down is fine
}

void tst_Roles::nobodyGivesMoreThanTheyHave()
{
    Lab lab;
    QCOMPARE(lab.give(lab.ann, lab.bob, Role::Admin), done);
    QCOMPARE(lab.give(lab.bob, lab.carl, Role::Owner), ErrorCode::Forbidden);
    QCOMPARE(lab.give(lab.bob, lab.carl, Role::Admin), ErrorCode::Forbidden);
    QCOMPARE(lab.give(lab.bob, lab.carl, Role::Moderator), done);
    QCOMPARE(lab.give(lab.mod, lab.bob, Role::Guest), ErrorCode::Forbidden);
    QCOMPARE(lab.give(lab.ann, lab.carl, Role::Owner), done);
    QCOMPARE(lab.give(lab.carl, lab.ann, Role::Member), done); // owners may change owners
}

void tst_Roles::theLastOwnerOfARoomStaysOne()
{
    Lab lab;
    QCOMPARE(lab.give(lab.ann, lab.ann, Role::Member), ErrorCode::LastOwner);
    lab.chat.join(lab.owner, lab.room);
    QCOMPARE(lab.give(lab.owner, lab.ann, Role::Member), ErrorCode::LastOwner);
    QCOMPARE(lab.kick(lab.owner, lab.ann), ErrorCode::LastOwner);
    QCOMPARE(lab.ban(lab.owner, lab.ann), ErrorCode::LastOwner);
    QCOMPARE(lab.give(lab.owner, lab.owner, Role::Owner), done);
    QCOMPARE(lab.kick(lab.owner, lab.ann), done);
}

void tst_Roles::theLastOwnerOfTheServerStaysOne()
{
    Lab lab;
    QCOMPARE(lab.giveInServer(lab.owner, lab.owner, Role::Admin), ErrorCode::LastOwner);
    QCOMPARE(lab.giveInServer(lab.owner, lab.bob, Role::Owner), done);
    QCOMPARE(lab.giveInServer(lab.owner, lab.owner, Role::Admin), done);
    QCOMPARE(lab.giveInServer(lab.bob, lab.bob, Role::Admin), ErrorCode::LastOwner);
}

void tst_Roles::rolesAreToldAndKept()
{
    Lab lab;
    QCOMPARE(lab.give(lab.ann, lab.bob, Role::Moderator), done);
    const auto events = lab.chat.publisher().roomEvents(lab.carl.connection, u"member.role"_s);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].value("role"_L1).toString(), u"moderator"_s);
    lab.chat.tick();
    QCOMPARE(lab.giveInServer(lab.owner, lab.bob, Role::Admin), done);
    lab.chat.tick();
    const auto told = lab.chat.publisher().received(lab.carl.connection, u"presence"_s);
    QCOMPARE(told.last().value("users"_L1).toArray().last().toMap().value("role"_L1).toString(), u"admin"_s);
    lab.chat.restart();
    QCOMPARE(lab.member(lab.bob)->role, Role::Moderator);
    QCOMPARE(lab.chat.context().state.user(lab.bob.user)->user.role, Role::Admin);
}

void tst_Roles::aGuestIsOneEverywhere()
{
    Lab lab;
    QCOMPARE(lab.giveInServer(lab.owner, lab.bob, Role::Guest), done);
    QCOMPARE(lab.member(lab.bob)->role, Role::Guest);
    const QString other = lab.chat.createRoom(lab.ann, u"Other"_s);
    lab.chat.join(lab.bob, other);
    QCOMPARE(lab.chat.context().state.room(other)->member(lab.bob.user)->role, Role::Guest);
    QCOMPARE(lab.giveInServer(lab.owner, lab.bob, Role::Member), done);
    QCOMPARE(lab.member(lab.bob)->role, Role::Member);
    QCOMPARE(lab.chat.context().state.room(other)->member(lab.bob.user)->role, Role::Member);
    // Who has a higher role in a room keeps it.
    QCOMPARE(lab.giveInServer(lab.owner, lab.mod, Role::Guest), done);
    QCOMPARE(lab.member(lab.mod)->role, Role::Moderator);
}

QTEST_GUILESS_MAIN(tst_Roles)
#include "tst_roles.moc"
