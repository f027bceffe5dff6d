#include "support/chatfixture.h"

#include "chat/actions/attach.h"
#include "chat/actions/ban.h"
#include "chat/actions/connectuser.h"
#include "chat/actions/updateuser.h"
#include "chat/state/connections.h"
#include "chat/state/serverstate.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

namespace {

ConnectRequest named(const QString &name, const QString &password = {})
{
    ConnectRequest request;
    request.name = name;
    request.password = password;
    return request;
}

ConnectRequest withToken(const QString &token, const QString &name = {})
{
    ConnectRequest request;
    request.name = name;
    request.token = token;
    return request;
}

template <typename T>
ErrorCode codeOf(const Result<T> &answer)
{
    return answer ? ErrorCode::UnknownEvent : answer.error().code;
}

} // namespace

class tst_Connecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstOneOwnsTheServer();
    void nobodyOwnsTheServerWhenThatIsSwitchedOff();
    void aNewNameGetsATokenThatIsTheUserFromThenOn();
    void aKnownNameIsTakenForOthers();
    void lookalikesOfAKnownNameAreTaken();
    void aTokenDecidesWhoItIs();
    void anUnknownTokenOpensNothing();
    void aDeviceMayChooseTheTokenOfANewName();
    void aTokenThatCouldBeGuessedIsNotTaken();
    void aPasswordOpensTheNameOnAnotherDevice();
    void aNewNameMayComeWithAPassword();
    void whoDoesNotGetInLearnsWhy();
    void theServersPasswordIsAskedForOnce();
    void theServerFillsUp();
    void onePersonHasSoManyConnections();
    void whoIsBannedStaysOut();
    void aBanBetweenConnectingAndAttachingHolds();
    void aTokenThatIsGoneMeanwhileDoesNotAttach();
    void aConnectionThatEndsBeforeItsWelcomeLeavesNothing();

private:
    static Result<chat::Admission> connect(ChatFixture &chat, const ConnectRequest &request)
    {
        std::optional<Result<chat::Admission>> answer;
        chat::connectUser(chat.context(), request,
                          [&answer](Result<chat::Admission> result) { answer.emplace(std::move(result)); });
        while (!answer)
            chat.settle();
        return *answer;
    }
};

void tst_Connecting::theFirstOneOwnsTheServer()
{
    ChatFixture chat;
    const Person first = chat.connect(u"Ann"_s);
    const Person second = chat.connect(u"Bob"_s);
    QCOMPARE(chat.context().state.user(first.user)->user.role, Role::Owner);
    QCOMPARE(chat.context().state.user(second.user)->user.role, Role::Member);
}

void tst_Connecting::nobodyOwnsTheServerWhenThatIsSwitchedOff()
{
    chat::Settings settings;
    settings.firstUserIsOwner = false;
    ChatFixture chat(settings);
    QCOMPARE(chat.context().state.user(chat.connect(u"Ann"_s).user)->user.role, Role::Member);
}

void tst_Connecting::aNewNameGetsATokenThatIsTheUserFromThenOn()
{
    ChatFixture chat;
    const auto admitted = connect(chat, named(u"Ann"_s));
    QVERIFY(admitted);
    QCOMPARE(admitted->token.size(), 43); // 32 bytes in base64url
    const auto again = connect(chat, withToken(admitted->token, u"ann"_s));
    QVERIFY(again);
    QCOMPARE(again->user, admitted->user);
    QVERIFY(again->token.isEmpty());
    const auto known = chat.context().state.users().size();
    QCOMPARE(known, 1);
}

void tst_Connecting::aKnownNameIsTakenForOthers()
{
    ChatFixture chat;
    (void)chat.connect(u"Ann"_s);
    QCOMPARE(codeOf(connect(chat, named(u"Ann"_s))), ErrorCode::NameTaken);
    QCOMPARE(codeOf(connect(chat, named(u" ANN "_s))), ErrorCode::NameTaken);
}

void tst_Connecting::lookalikesOfAKnownNameAreTaken()
{
    ChatFixture chat;
    (void)chat.connect(u"Bill"_s);
    QCOMPARE(codeOf(connect(chat, named(u"BiII"_s))), ErrorCode::NameTaken);
    QCOMPARE(codeOf(connect(chat, named(u"B1LL"_s))), ErrorCode::NameTaken);
}

void tst_Connecting::aTokenDecidesWhoItIs()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    (void)chat.connect(u"Bob"_s);
    QCOMPARE(codeOf(connect(chat, withToken(ann.token, u"Bob"_s))), ErrorCode::BadToken);
    // A device that has not heard of a new name yet.
    UpdateUser renaming;
    renaming.name = u"Anna"_s;
    QVERIFY(chat.ask(chat::updateUser, ann, renaming));
    const auto old = connect(chat, withToken(ann.token, u"Ann"_s));
    QVERIFY(old);
    QCOMPARE(old->user, ann.user);
    QCOMPARE(connect(chat, withToken(ann.token))->user, ann.user);
}

void tst_Connecting::anUnknownTokenOpensNothing()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const QString forged = QString(43, u'A');
    QCOMPARE(codeOf(connect(chat, withToken(forged, u"Ann"_s))), ErrorCode::BadToken);
    QCOMPARE(codeOf(connect(chat, withToken(ann.token.chopped(1), u"Ann"_s))), ErrorCode::BadToken);
}

void tst_Connecting::aDeviceMayChooseTheTokenOfANewName()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    const QString chosen = u"0123456789-_abcdefghijklmnopqrstuvwxyzABCDE"_s;
    const auto fresh = connect(chat, withToken(chosen, u"Carl"_s));
    QVERIFY(fresh);
    QVERIFY(fresh->user != ann.user);
    QVERIFY2(fresh->token.isEmpty(), "The device has it already.");
    // The device never heard of that, and tries again.
    const auto again = connect(chat, withToken(chosen, u"Carl"_s));
    QVERIFY(again);
    QCOMPARE(again->user, fresh->user);
}

void tst_Connecting::aTokenThatCouldBeGuessedIsNotTaken()
{
    ChatFixture chat;
    int number = 0;
    for (const QString &weak : {u"secret"_s, QString(44, u'A'), QString(43, u'+'), QString(43, u'é')}) {
        const QString name = u"Newcomer%1"_s.arg(++number);
        const auto fresh = connect(chat, withToken(weak, name));
        QVERIFY(fresh);
        QVERIFY(!fresh->token.isEmpty() && fresh->token != weak);
        QCOMPARE(codeOf(connect(chat, withToken(weak, name))), ErrorCode::BadToken);
    }
}

void tst_Connecting::aPasswordOpensTheNameOnAnotherDevice()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    QCOMPARE(codeOf(connect(chat, named(u"Ann"_s, u"secret"_s))), ErrorCode::BadPassword);
    UpdateUser request;
    request.password = u"secret"_s;
    QVERIFY(chat.ask(chat::updateUser, ann, request));
    QCOMPARE(codeOf(connect(chat, named(u"Ann"_s, u"Secret"_s))), ErrorCode::BadPassword);
    const auto other = connect(chat, named(u"Ann"_s, u"secret"_s));
    QVERIFY(other);
    QCOMPARE(other->user, ann.user);
    QVERIFY(!other->token.isEmpty() && other->token != ann.token);
    QCOMPARE(connect(chat, withToken(other->token))->user, ann.user);
}

void tst_Connecting::aNewNameMayComeWithAPassword()
{
    ChatFixture chat;
    const auto here = connect(chat, named(u"Ann"_s, u"secret"_s));
    QVERIFY(here);
    QCOMPARE(codeOf(connect(chat, named(u"Ann"_s, u"wrong"_s))), ErrorCode::BadPassword);
    QCOMPARE(connect(chat, named(u"Ann"_s, u"secret"_s))->user, here->user);
}

void tst_Connecting::whoDoesNotGetInLearnsWhy()
{
    ChatFixture chat;
    QCOMPARE(codeOf(connect(chat, named({}))), ErrorCode::BadName);
    QCOMPARE(codeOf(connect(chat, named(u"\u202Eann"_s))), ErrorCode::BadName);
    ConnectRequest future = named(u"Ann"_s);
    future.protocolVersion = 2;
    QCOMPARE(codeOf(connect(chat, future)), ErrorCode::ProtocolVersion);
    QVERIFY(chat.context().state.users().isEmpty());
}

void tst_Connecting::theServersPasswordIsAskedForOnce()
{
    chat::Settings settings;
    settings.serverPasswordHash = "plain:open sesame";
    ChatFixture chat(settings);
    ConnectRequest request = named(u"Ann"_s);
    QCOMPARE(codeOf(connect(chat, request)), ErrorCode::ServerPasswordRequired);
    request.serverPassword = u"wrong"_s;
    QCOMPARE(codeOf(connect(chat, request)), ErrorCode::ServerPasswordRequired);
    QVERIFY(chat.context().state.users().isEmpty());
    request.serverPassword = u"open sesame"_s;
    const auto admitted = connect(chat, request);
    QVERIFY(admitted);
    QVERIFY(connect(chat, withToken(admitted->token)));
    QCOMPARE(codeOf(connect(chat, withToken(QString(43, u'A'), u"Bob"_s))), ErrorCode::ServerPasswordRequired);
}

void tst_Connecting::theServerFillsUp()
{
    chat::Settings settings;
    settings.limits.maxConnections = 2;
    settings.limits.maxUsers = 3;
    ChatFixture chat(settings);
    const Person ann = chat.connect(u"Ann"_s);
    const Person bob = chat.connect(u"Bob"_s);
    QCOMPARE(codeOf(connect(chat, named(u"Carl"_s))), ErrorCode::ServerFull);
    QCOMPARE(codeOf(connect(chat, withToken(ann.token))), ErrorCode::ServerFull);
    chat.disconnect(bob);
    const Person carl = chat.connect(u"Carl"_s);
    chat.disconnect(carl);
    QCOMPARE(codeOf(connect(chat, named(u"Dora"_s))), ErrorCode::ServerFull); // three users
    QVERIFY(connect(chat, withToken(bob.token)));
}

void tst_Connecting::onePersonHasSoManyConnections()
{
    chat::Settings settings;
    settings.limits.maxConnectionsPerUser = 2;
    ChatFixture chat(settings);
    const Person ann = chat.connect(u"Ann"_s);
    const auto early = connect(chat, withToken(ann.token));
    QVERIFY(early);
    const Person second = chat.connectAgain(ann);
    QCOMPARE(codeOf(connect(chat, withToken(ann.token))), ErrorCode::TooMany);
    // Neither does one that got in before the others had attached.
    std::optional<Answer> answer;
    chat::attach(chat.context(), u"late"_s, *early, [&answer](Answer result) { answer = std::move(result); });
    QCOMPARE(codeOf(*answer), ErrorCode::TooMany);
    chat.disconnect(second);
    (void)chat.connectAgain(ann);
}

void tst_Connecting::whoIsBannedStaysOut()
{
    ChatFixture chat;
    const Person owner = chat.connect(u"Owner"_s);
    const Person ann = chat.connect(u"Ann"_s);
    UpdateUser password;
    password.password = u"secret"_s;
    QVERIFY(chat.ask(chat::updateUser, ann, password));
    const qint64 until = chat.clock().now() + 60'000;
    QVERIFY(chat.ask(chat::ban, owner, Moderate{{}, ann.user, u"spam"_s, until}));
    chat.disconnect(ann);
    const auto refused = connect(chat, withToken(ann.token));
    QCOMPARE(codeOf(refused), ErrorCode::Banned);
    QCOMPARE(refused.error().retryAfter, std::optional(60'000ms));
    QVERIFY(refused.error().message.contains(u"spam"_s));
    QCOMPARE(codeOf(connect(chat, named(u"Ann"_s, u"secret"_s))), ErrorCode::Banned);
    QCOMPARE(codeOf(connect(chat, named(u"Ann"_s, u"wrong"_s))), ErrorCode::BadPassword);
    chat.restart();
    QCOMPARE(codeOf(connect(chat, withToken(ann.token))), ErrorCode::Banned);
    chat.clock().advance(60s);
    QVERIFY(connect(chat, withToken(ann.token)));
}

void tst_Connecting::aBanBetweenConnectingAndAttachingHolds()
{
    ChatFixture chat;
    const Person owner = chat.connect(u"Owner"_s);
    const Person ann = chat.connect(u"Ann"_s);
    const auto admitted = connect(chat, withToken(ann.token));
    QVERIFY(admitted);
    const auto banned = chat.begin(chat::ban, owner, Moderate{{}, ann.user, {}, 0});
    const auto attach = [&chat, &admitted](const QString &connection) {
        auto answer = std::make_shared<std::optional<Answer>>();
        chat::attach(chat.context(), connection, *admitted, [answer](Answer result) { *answer = std::move(result); });
        return codeOf(chat.wait(answer));
    };
    QCOMPARE(attach(u"while it is being stored"_s), ErrorCode::Banned);
    QVERIFY(chat.wait(banned));
    QCOMPARE(attach(u"when it is stored"_s), ErrorCode::Banned);
    QVERIFY(!chat.publisher().isAttached(u"when it is stored"_s));
}

void tst_Connecting::aTokenThatIsGoneMeanwhileDoesNotAttach()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s, {});
    UpdateUser request;
    request.password = u"secret"_s;
    QVERIFY(chat.ask(chat::updateUser, ann, request));
    const auto other = connect(chat, named(u"Ann"_s, u"secret"_s));
    request.password = u"changed"_s;
    QVERIFY(chat.ask(chat::updateUser, ann, request));
    auto answer = std::make_shared<std::optional<Answer>>();
    chat::attach(chat.context(), u"other"_s, *other, [answer](Answer result) { *answer = std::move(result); });
    QCOMPARE(codeOf(chat.wait(answer)), ErrorCode::BadToken);
}

void tst_Connecting::aConnectionThatEndsBeforeItsWelcomeLeavesNothing()
{
    ChatFixture chat;
    const Person ann = chat.connect(u"Ann"_s);
    chat.disconnect(ann);
    const auto admitted = connect(chat, withToken(ann.token));
    auto answer = std::make_shared<std::optional<Answer>>();
    chat::attach(chat.context(), u"short"_s, *admitted, [answer](Answer result) { *answer = std::move(result); });
    chat::detach(chat.context(), u"short"_s);
    QVERIFY(!chat.wait(answer));
    QVERIFY(!chat.publisher().isAttached(u"short"_s));
    QCOMPARE(chat.context().connections.count(), 0);
    chat::detach(chat.context(), u"never there"_s);
}

QTEST_GUILESS_MAIN(tst_Connecting)
#include "tst_connecting.moc"
