#include "support/chatfixture.h"
#include "support/fillablestore.h"

#include "chat/actions/ban.h"
#include "chat/actions/connectuser.h"
#include "chat/actions/createroom.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/kick.h"
#include "chat/actions/leaveroom.h"
#include "chat/actions/mute.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/setrole.h"
#include "chat/actions/unban.h"
#include "chat/actions/updateroom.h"
#include "chat/actions/updateuser.h"
#include "chat/state/serverstate.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

namespace {

/// A chat whose store can be full.
struct FullChat
{
    FullChat()
    {
        owner = chat.connect(u"Owner"_s);
        bob = chat.connect(u"Bob"_s);
        room = chat.createRoom(owner, u"Lab"_s);
        other = chat.createRoom(owner, u"Other"_s);
        chat.join(bob, room);
        chat.publisher().clear();
    }

    template <typename Request>
    Answer ask(Action<Request> action, const Person &person, const Request &request)
    {
        auto answer = std::make_shared<std::optional<Answer>>();
        action(context, person.actor(), request, [answer](Answer result) { answer->emplace(std::move(result)); });
        return chat.wait(answer);
    }

    ChatFixture chat;
    FillableStore store{chat.context().store, chat.executor()};
    chat::Context context{
        chat.context().state,     chat.context().reservations, chat.context().connections, store,
        chat.context().publisher, chat.context().hasher,       chat.context().clock,       chat.context().settings};
    Person owner;
    Person bob;
    QString room;
    QString other;
};

} // namespace

class tst_StorageFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHappensAndEverythingWorksAgainLater();
    void nobodyNewComesIn();
};

void tst_StorageFull::nothingHappensAndEverythingWorksAgainLater()
{
    FullChat full;
    UpdateRoom update;
    update.room = full.room;
    update.name = u"Workshop"_s;
    UpdateUser renaming;
    renaming.name = u"Robert"_s;
    const std::vector<std::pair<const char *, std::function<Answer()>>> requests{
        {"create",
         [&] {
             return full.ask(chat::createRoom, full.bob, CreateRoom{u"New"_s, RoomKind::Public, {}});
         }},
        {"update", [&] { return full.ask(chat::updateRoom, full.owner, update); }},
        {"join", [&] { return full.ask(chat::joinRoom, full.bob, RoomRequest{full.other}); }},
        {"leave", [&] { return full.ask(chat::leaveRoom, full.bob, RoomRequest{full.other}); }},
        {"invite",
         [&] {
             return full.ask(chat::invite, full.owner, InviteToRoom{full.other, full.bob.user});
         }},
        {"direct", [&] { return full.ask(chat::openDirect, full.bob, OpenDirect{full.owner.user}); }},
        {"role",
         [&] {
             return full.ask(chat::setRole, full.owner, SetRole{full.room, full.bob.user, Role::Owner});
         }},
        {"server role",
         [&] {
             return full.ask(chat::setRole, full.owner, SetRole{{}, full.bob.user, Role::Admin});
         }},
        {"mute",
         [&] {
             return full.ask(chat::mute, full.owner, Moderate{full.room, full.bob.user, {}, 0});
         }},
        {"kick",
         [&] {
             return full.ask(chat::kick, full.owner, Moderate{full.room, full.bob.user, {}, 0});
         }},
        {"ban",
         [&] {
             return full.ask(chat::ban, full.owner, Moderate{full.room, full.bob.user, {}, 0});
         }},
        {"rename", [&] { return full.ask(chat::updateUser, full.bob, renaming); }},
        {"server ban",
         [&] {
             return full.ask(chat::ban, full.owner, Moderate{{}, full.bob.user, {}, 0});
         }},
        {"server unban",
         [&] {
             return full.ask(chat::unban, full.owner, Moderate{{}, full.bob.user, {}, 0});
         }},
    };
    // Each twice while it is full, so that what the first attempt reserved must have been let go, and then for good.
    for (const auto &[name, ask] : requests) {
        full.store.setFull(true);
        full.chat.publisher().clear();
        const auto users = full.chat.context().state.users();
        for (int attempt = 0; attempt < 2; ++attempt) {
            const Answer answer = ask();
            QVERIFY2(!answer && answer.error().code == ErrorCode::StorageFull, name);
        }
        QVERIFY2(full.chat.publisher().inbox(full.bob.connection).isEmpty(), name);
        QCOMPARE(full.chat.context().state.users(), users);
        full.store.setFull(false);
        const Answer answer = ask();
        QVERIFY2(answer, qPrintable(QLatin1String(name) + u": "_s + (answer ? QString() : answer.error().message)));
    }
}

void tst_StorageFull::nobodyNewComesIn()
{
    FullChat full;
    ConnectRequest request;
    request.name = u"Carl"_s;
    const auto connect = [&full, &request] {
        std::optional<Result<chat::Admission>> answer;
        chat::connectUser(full.context, request,
                          [&answer](Result<chat::Admission> result) { answer.emplace(std::move(result)); });
        full.chat.settle();
        return *answer;
    };
    full.store.setFull(true);
    const auto refused = connect();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StorageFull);
    QVERIFY(!connect());
    full.store.setFull(false);
    QVERIFY(connect());
}

QTEST_GUILESS_MAIN(tst_StorageFull)
#include "tst_storagefull.moc"
