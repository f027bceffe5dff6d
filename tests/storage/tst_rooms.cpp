#include "changes.h"
#include "openstore.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace change;
using chat::Ban;
using chat::Member;
using chat::StoreError;
using protocol::chat::Role;
using protocol::chat::Room;

class tst_Rooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRoomIsLoadedAsItWasMade();
    void makingARoomAgainIsUnchanged();
    void anUpdateChangesOnlyWhatItNames();
    void anUpdateThatChangesNothingIsUnchanged();
    void membersJoinAndLeave();
    void whoJoinsAgainHasNoReadPositionFromEarlier();
    void aBanEndsMembership();
    void aLaterBanReplacesTheEarlier();
    void rolesAndMutesAreKept();
    void changesOfSomebodyWhoIsNoMemberAreUnchanged();
    void anUnknownRoleOrKindIsRefused();
    void aRefusedChangeLeavesNothingBehind();
};

namespace {

const Member *memberIn(const chat::StoredState &state, const QString &user)
{
    const auto found = std::find_if(state.members.begin(), state.members.end(),
                                    [&user](const Member &member) { return member.user == user; });
    return found == state.members.end() ? nullptr : &*found;
}

chat::AppendEvent update(const QString &room, const QCborMap &changes)
{
    return event(room, RoomEventType::RoomUpdated, u"ann"_s, changes);
}

} // namespace

void tst_Rooms::aRoomIsLoadedAsItWasMade()
{
    OpenStore store;
    const QCborMap detail{{u"name"_s, QString()},
                          {u"kind"_s, u"direct"_s},
                          {u"topic"_s, u"Über uns"_s},
                          {u"directMembers"_s, QCborArray{u"ann"_s, u"bob"_s}}};
    QVERIFY(store.commit(change::event(u"d1"_s, RoomEventType::RoomCreated, u"ann"_s, detail, 1'700'000'000'500),
                         join(u"d1"_s, u"ann"_s, u"owner"_s), join(u"d1"_s, u"bob"_s)));
    Room wanted;
    wanted.id = u"d1"_s;
    wanted.kind = protocol::chat::RoomKind::Direct;
    wanted.topic = u"Über uns"_s;
    wanted.createdAt = 1'700'000'000'500;
    wanted.createdBy = u"ann"_s;
    wanted.directMembers = {u"ann"_s, u"bob"_s};
    wanted.memberCount = 2;
    wanted.seq = 3;
    wanted.name = u""_s;
    QCOMPARE(store.load().rooms, std::vector<Room>{wanted});
    store.reopen();
    QCOMPARE(store.load().rooms, std::vector<Room>{wanted});
    QCOMPARE(store.load().members,
             (std::vector<Member>{{u"d1"_s, u"ann"_s, Role::Owner, 2, 0}, {u"d1"_s, u"bob"_s, Role::Member, 3, 0}}));
    QCOMPARE(store.events(u"d1"_s).front().detail, detail);
}

void tst_Rooms::makingARoomAgainIsUnchanged()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"d1"_s), join(u"d1"_s, u"ann"_s)));
    // Both sides open the same conversation at once: the second change is dropped whole.
    QCOMPARE(store.commit(createRoom(u"d1"_s), join(u"d1"_s, u"bob"_s)).error(), StoreError::Unchanged);
    QCOMPARE(store.load().members.size(), size_t(1));
    QCOMPARE(store.events(u"d1"_s).size(), size_t(2));
}

void tst_Rooms::anUpdateChangesOnlyWhatItNames()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(update(u"r"_s, {{u"topic"_s, u"weather"_s}})));
    QVERIFY(store.append(update(u"r"_s, {{u"slowModeMs"_s, 5000}, {u"announcementOnly"_s, true}})));
    store.reopen();
    Room room = store.load().rooms.front();
    QCOMPARE(room.name, u"R"_s);
    QCOMPARE(room.topic, u"weather"_s);
    QCOMPARE(room.slowMode.count(), 5000);
    QVERIFY(room.isAnnouncementOnly);
    QVERIFY(store.append(
        update(u"r"_s, {{u"name"_s, u"Rain"_s}, {u"topic"_s, QString()}, {u"announcementOnly"_s, false}})));
    room = store.load().rooms.front();
    QCOMPARE(room.name, u"Rain"_s);
    QCOMPARE(room.topic, QString());
    QCOMPARE(room.slowMode.count(), 5000);
    QVERIFY(!room.isAnnouncementOnly);
}

void tst_Rooms::anUpdateThatChangesNothingIsUnchanged()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QCOMPARE(store.append(update(u"r"_s, {{u"name"_s, u"R"_s}})).error(), StoreError::Unchanged);
    QCOMPARE(store.append(update(u"r"_s, {})).error(), StoreError::Unchanged);
    QCOMPARE(store.events(u"r"_s).size(), size_t(1));
}

void tst_Rooms::membersJoinAndLeave()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"ann"_s), join(u"r"_s, u"bob"_s)));
    QCOMPARE(store.append(join(u"r"_s, u"bob"_s)).error(), StoreError::Unchanged);
    QCOMPARE(*store.append(about(RoomEventType::MemberLeft, u"r"_s, u"bob"_s, u"bob"_s)), 4);
    QCOMPARE(store.append(about(RoomEventType::MemberLeft, u"r"_s, u"bob"_s, u"bob"_s)).error(), StoreError::Unchanged);
    QVERIFY(!memberIn(store.load(), u"bob"_s));
    QCOMPARE(store.load().rooms.front().memberCount, 1);
    QCOMPARE(*store.append(join(u"r"_s, u"bob"_s)), 5);
    QCOMPARE(memberIn(store.load(), u"bob"_s)->joinedSeq, 5);
    QVERIFY(store.append(about(RoomEventType::MemberKicked, u"r"_s, u"ann"_s, u"bob"_s)));
    QVERIFY(!memberIn(store.load(), u"bob"_s));
}

void tst_Rooms::whoJoinsAgainHasNoReadPositionFromEarlier()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"bob"_s)));
    QVERIFY(store.append(post(u"r"_s, u"bob"_s, u"hello"_s)));
    QVERIFY(store.commit(chat::PutReadPosition{{u"r"_s, u"bob"_s, 3}}));
    QCOMPARE(store.load().reads.size(), size_t(1));
    QVERIFY(store.append(about(RoomEventType::MemberLeft, u"r"_s, u"bob"_s, u"bob"_s)));
    QVERIFY(store.load().reads.empty());
    QVERIFY(store.append(join(u"r"_s, u"bob"_s)));
    QVERIFY(store.load().reads.empty());
    // Nor once the search index has been brought up to date, which is when positions of authors are written.
    QVERIFY(store.search({u"r"_s}, u"hello"_s));
    QVERIFY(store.load().reads.empty());
}

void tst_Rooms::aBanEndsMembership()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"bob"_s)));
    const QCborMap detail{{u"reason"_s, u"spam"_s}, {u"until"_s, qint64(1'800'000'000'000)}};
    QVERIFY(store.append(about(RoomEventType::MemberBanned, u"r"_s, u"ann"_s, u"bob"_s, detail)));
    const Ban wanted{u"r"_s, u"bob"_s, u"ann"_s, u"spam"_s, 1'700'000'000'000, 1'800'000'000'000};
    QCOMPARE(store.load().bans, std::vector<Ban>{wanted});
    QVERIFY(store.load().members.empty());
    QCOMPARE(store.append(about(RoomEventType::MemberBanned, u"r"_s, u"ann"_s, u"bob"_s, detail)).error(),
             StoreError::Unchanged);
    QVERIFY(store.append(about(RoomEventType::MemberUnbanned, u"r"_s, u"ann"_s, u"bob"_s)));
    QVERIFY(store.load().bans.empty());
    QCOMPARE(store.append(about(RoomEventType::MemberUnbanned, u"r"_s, u"ann"_s, u"bob"_s)).error(),
             StoreError::Unchanged);
}

void tst_Rooms::aLaterBanReplacesTheEarlier()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    QVERIFY(store.append(about(RoomEventType::MemberBanned, u"r"_s, u"ann"_s, u"bob"_s, {{u"until"_s, 5}})));
    QVERIFY(store.append(about(RoomEventType::MemberBanned, u"r"_s, u"cleo"_s, u"bob"_s)));
    const Ban wanted{u"r"_s, u"bob"_s, u"cleo"_s, u""_s, 1'700'000'000'000, 0};
    QCOMPARE(store.load().bans, std::vector<Ban>{wanted});
}

void tst_Rooms::rolesAndMutesAreKept()
{
    OpenStore store;
    QVERIFY(store.commit(createRoom(u"r"_s), join(u"r"_s, u"bob"_s)));
    QVERIFY(store.append(about(RoomEventType::MemberRole, u"r"_s, u"ann"_s, u"bob"_s, {{u"role"_s, u"moderator"_s}})));
    QVERIFY(store.append(about(RoomEventType::MemberMuted, u"r"_s, u"ann"_s, u"bob"_s, {{u"until"_s, 99}})));
    store.reopen();
    QCOMPARE(store.load().members.front(), (Member{u"r"_s, u"bob"_s, Role::Moderator, 2, 99}));
    QVERIFY(store.append(about(RoomEventType::MemberMuted, u"r"_s, u"ann"_s, u"bob"_s, {{u"until"_s, 0}})));
    QCOMPARE(store.load().members.front().mutedUntil, 0);
}

void tst_Rooms::changesOfSomebodyWhoIsNoMemberAreUnchanged()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    for (const auto &change : {about(RoomEventType::MemberRole, u"r"_s, u"ann"_s, u"bob"_s, {{u"role"_s, u"admin"_s}}),
                               about(RoomEventType::MemberMuted, u"r"_s, u"ann"_s, u"bob"_s, {{u"until"_s, 99}}),
                               about(RoomEventType::MemberKicked, u"r"_s, u"ann"_s, u"bob"_s)})
        QCOMPARE(store.append(change).error(), StoreError::Unchanged);
    QCOMPARE(store.events(u"r"_s).size(), size_t(1));
}

void tst_Rooms::anUnknownRoleOrKindIsRefused()
{
    OpenStore store;
    QCOMPARE(store.append(createRoom(u"r"_s, u"ann"_s, u"secret"_s)).error(), StoreError::Failed);
    QVERIFY(store.append(createRoom(u"r"_s)));
    QCOMPARE(store.append(join(u"r"_s, u"bob"_s, u"king"_s)).error(), StoreError::Failed);
    QVERIFY(store.load().members.empty());
}

void tst_Rooms::aRefusedChangeLeavesNothingBehind()
{
    OpenStore store;
    QVERIFY(store.append(createRoom(u"r"_s)));
    const auto refused = store.commit(createRoom(u"s"_s), join(u"s"_s, u"zoe"_s), post(u"s"_s, u"zoe"_s, u"first"_s),
                                      join(u"r"_s, u"zoe"_s, u"king"_s));
    QCOMPARE(refused.error(), StoreError::Failed);
    QCOMPARE(store.load().rooms.size(), size_t(1));
    // What comes next counts on from what is really stored.
    QVERIFY(store.commit(createRoom(u"s"_s), join(u"s"_s, u"zoe"_s), post(u"s"_s, u"zoe"_s, u"first"_s)));
    QCOMPARE(store.events(u"s"_s).back().seq, 3);
    QCOMPARE(*store.append(join(u"r"_s, u"zoe"_s)), 2);
    store.reopen();
    QCOMPARE(*store.append(post(u"r"_s, u"zoe"_s, u"still here"_s)), 3);
}

QTEST_GUILESS_MAIN(tst_Rooms)
#include "tst_rooms.moc"
