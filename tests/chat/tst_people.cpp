#include "support/chatfixture.h"

#include "chat/actions/getuser.h"
#include "chat/actions/setpresence.h"
#include "chat/actions/updateuser.h"
#include "chat/state/connections.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

namespace {

ErrorCode codeOf(const Answer &answer)
{
    return answer ? ErrorCode::UnknownEvent : answer.error().code;
}

struct Pair
{
    Pair()
    {
        ann = chat.connect(u"Ann"_s);
        bob = chat.connect(u"Bob"_s);
        chat.tick();
        chat.publisher().clear();
    }

    /// What Ann is told of presence at the next tick: `user state` for each change.
    QStringList told()
    {
        chat.publisher().clear();
        chat.tick();
        QStringList changes;
        for (const QCborMap &event : chat.publisher().received(ann.connection, u"presence"_s)) {
            for (const QCborValue change : event.value("changes"_L1).toArray()) {
                const bool isBob = change.toMap().value("user"_L1).toString() == bob.user;
                changes.append((isBob ? u"Bob "_s : u"Ann "_s) + change.toMap().value("state"_L1).toString());
            }
        }
        changes.sort();
        return changes;
    }

    ChatFixture chat;
    Person ann;
    Person bob;
};

} // namespace

class tst_People : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comingAndGoingIsToldOnce();
    void presenceIsToldAsItWasChosen();
    void whoIsInvisibleIsOfflineToOthers();
    void badPresenceIsRefused();
    void aUserIsShown();
    void aNewNameIsToldToEverybody();
    void badNamesAreRefused();
    void whoseNameChangesMayKeepALookalikeOfIt();
    void aPasswordEndsOtherDevices();
    void aPasswordCanBeTakenAway();
};

void tst_People::comingAndGoingIsToldOnce()
{
    Pair pair;
    QCOMPARE(pair.told(), QStringList());
    const Person second = pair.chat.connectAgain(pair.bob);
    QCOMPARE(pair.told(), QStringList()); // a second device is no news
    pair.chat.disconnect(second);
    QCOMPARE(pair.told(), QStringList());
    pair.chat.disconnect(pair.bob);
    QCOMPARE(pair.told(), QStringList{u"Bob offline"_s});
    const Person back = pair.chat.connectAgain(pair.bob);
    QCOMPARE(pair.told(), QStringList{u"Bob online"_s});
    (void)pair.chat.connect(u"Carl"_s);
    pair.chat.publisher().clear();
    pair.chat.tick();
    const auto events = pair.chat.publisher().received(pair.ann.connection, u"presence"_s);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].value("users"_L1).toArray()[0].toMap().value("name"_L1).toString(), u"Carl"_s);
}

void tst_People::presenceIsToldAsItWasChosen()
{
    Pair pair;
    QVERIFY(pair.chat.ask(chat::setPresence, pair.bob, SetPresence{PresenceState::Away, u" lunch "_s}));
    QVERIFY(pair.chat.ask(chat::setPresence, pair.bob, SetPresence{PresenceState::DoNotDisturb, {}}));
    QCOMPARE(pair.told(), QStringList{u"Bob dnd"_s});
    QCOMPARE(pair.chat.context().connections.presence(pair.bob.user).status, u"lunch"_s);
    const Person carl = pair.chat.connect(u"Carl"_s);
    bool isFound = false;
    for (const QCborValue entry : carl.welcome.value("presence"_L1).toArray()) {
        if (entry.toMap().value("user"_L1).toString() == pair.bob.user) {
            isFound = true;
            QCOMPARE(entry.toMap().value("status"_L1).toString(), u"lunch"_s);
        }
    }
    QVERIFY(isFound);
}

void tst_People::whoIsInvisibleIsOfflineToOthers()
{
    Pair pair;
    QVERIFY(pair.chat.ask(chat::setPresence, pair.bob, SetPresence{PresenceState::Invisible, u"secret"_s}));
    QCOMPARE(pair.told(), QStringList{u"Bob offline"_s});
    const auto isSeen = [&pair](const Person &person) {
        for (const QCborValue entry : person.welcome.value("presence"_L1).toArray()) {
            if (entry.toMap().value("user"_L1).toString() == pair.bob.user)
                return entry.toMap().value("state"_L1).toString();
        }
        return QString();
    };
    QCOMPARE(isSeen(pair.chat.connectAgain(pair.ann)), QString());
    const Person bobAgain = pair.chat.connectAgain(pair.bob);
    QCOMPARE(isSeen(bobAgain), u"invisible"_s); // to themselves
    const Answer shown = pair.chat.ask(chat::getUser, pair.ann, GetUser{pair.bob.user});
    QCOMPARE(shown->value("presence"_L1).toMap().value("state"_L1).toString(), u"offline"_s);
    QVERIFY(!shown->value("presence"_L1).toMap().contains("status"_L1));
    const qint64 before = pair.chat.context().state.user(pair.bob.user)->user.lastSeenAt;
    pair.chat.clock().advance(1h);
    pair.chat.disconnect(pair.bob);
    pair.chat.disconnect(bobAgain);
    pair.chat.settle();
    QCOMPARE(pair.told(), QStringList()); // going is not told either
    QCOMPARE(pair.chat.context().state.user(pair.bob.user)->user.lastSeenAt, before);
}

void tst_People::badPresenceIsRefused()
{
    Pair pair;
    QCOMPARE(codeOf(pair.chat.ask(chat::setPresence, pair.bob, SetPresence{PresenceState::Offline, {}})),
             ErrorCode::BadRequest);
    QCOMPARE(codeOf(pair.chat.ask(chat::setPresence, pair.bob, SetPresence{PresenceState::Away, QString(129, u'x')})),
             ErrorCode::TooLong);
    QCOMPARE(codeOf(pair.chat.ask(chat::setPresence, pair.bob, SetPresence{PresenceState::Away, u"a\u202E"_s})),
             ErrorCode::BadRequest);
    QCOMPARE(pair.told(), QStringList());
}

void tst_People::aUserIsShown()
{
    Pair pair;
    const Answer answer = pair.chat.ask(chat::getUser, pair.ann, GetUser{pair.bob.user});
    QVERIFY(answer);
    QCOMPARE(answer->value("user"_L1).toMap().value("name"_L1).toString(), u"Bob"_s);
    QCOMPARE(answer->value("presence"_L1).toMap().value("state"_L1).toString(), u"online"_s);
    QCOMPARE(codeOf(pair.chat.ask(chat::getUser, pair.ann, GetUser{u"nobody"_s})), ErrorCode::NotFound);
}

void tst_People::aNewNameIsToldToEverybody()
{
    Pair pair;
    UpdateUser request;
    request.name = u" Robert "_s;
    request.avatar = u"#336699"_s;
    const Answer answer = pair.chat.ask(chat::updateUser, pair.bob, request);
    QVERIFY(answer);
    QCOMPARE(answer->value("user"_L1).toMap().value("name"_L1).toString(), u"Robert"_s);
    pair.chat.tick();
    const auto events = pair.chat.publisher().received(pair.ann.connection, u"presence"_s);
    QCOMPARE(events.size(), 1);
    const QCborMap user = events[0].value("users"_L1).toArray()[0].toMap();
    QCOMPARE(user.value("id"_L1).toString(), pair.bob.user);
    QCOMPARE(user.value("name"_L1).toString(), u"Robert"_s);
    QCOMPARE(user.value("avatar"_L1).toString(), u"#336699"_s);
    // The old name is free now, the new one is taken.
    QVERIFY(pair.chat.connect(u"Bob"_s).user != pair.bob.user);
    request.name = u"R0bert"_s;
    QCOMPARE(codeOf(pair.chat.ask(chat::updateUser, pair.ann, request)), ErrorCode::NameTaken);
}

void tst_People::badNamesAreRefused()
{
    Pair pair;
    UpdateUser request;
    request.name = u"a\u200Bb"_s;
    QCOMPARE(codeOf(pair.chat.ask(chat::updateUser, pair.bob, request)), ErrorCode::BadName);
    request.name = u"Ann"_s;
    QCOMPARE(codeOf(pair.chat.ask(chat::updateUser, pair.bob, request)), ErrorCode::NameTaken);
    request.name = {};
    request.avatar = QString(257, u'x');
    QCOMPARE(codeOf(pair.chat.ask(chat::updateUser, pair.bob, request)), ErrorCode::TooLong);
    request.avatar = {};
    request.password = QString(257, u'x');
    QCOMPARE(codeOf(pair.chat.ask(chat::updateUser, pair.bob, request)), ErrorCode::TooLong);
    QCOMPARE(pair.chat.context().state.user(pair.bob.user)->user.name, u"Bob"_s);
}

void tst_People::whoseNameChangesMayKeepALookalikeOfIt()
{
    Pair pair;
    UpdateUser request;
    request.name = u"BOB"_s;
    QVERIFY(pair.chat.ask(chat::updateUser, pair.bob, request));
    QCOMPARE(pair.chat.context().state.user(pair.bob.user)->user.name, u"BOB"_s);
}

void tst_People::aPasswordEndsOtherDevices()
{
    Pair pair;
    UpdateUser request;
    request.password = u"one"_s;
    QVERIFY(pair.chat.ask(chat::updateUser, pair.bob, request));
    QVERIFY(pair.chat.context().state.userByToken(
        pair.chat.context().connections.tokenHashOf(pair.bob.connection))); // this device stays
    const QByteArray annsToken = pair.chat.context().connections.tokenHashOf(pair.ann.connection);
    QVERIFY(pair.chat.context().state.userByToken(annsToken));
    pair.chat.restart();
    (void)pair.chat.connectAgain(pair.bob);
}

void tst_People::aPasswordCanBeTakenAway()
{
    Pair pair;
    UpdateUser request;
    request.password = u"one"_s;
    QVERIFY(pair.chat.ask(chat::updateUser, pair.bob, request));
    QVERIFY(!pair.chat.context().state.user(pair.bob.user)->passwordHash.isEmpty());
    request.password = u""_s;
    QVERIFY(pair.chat.ask(chat::updateUser, pair.bob, request));
    QVERIFY(pair.chat.context().state.user(pair.bob.user)->passwordHash.isEmpty());
    pair.chat.restart();
    QVERIFY(pair.chat.context().state.user(pair.bob.user)->passwordHash.isEmpty());
}

QTEST_GUILESS_MAIN(tst_People)
#include "tst_people.moc"
