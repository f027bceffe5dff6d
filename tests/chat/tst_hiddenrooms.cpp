#include "support/chatfixture.h"

#include "chat/actions/announce.h"
#include "chat/actions/ban.h"
#include "chat/actions/deletemessage.h"
#include "chat/actions/editmessage.h"
#include "chat/actions/gethistory.h"
#include "chat/actions/getroom.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/kick.h"
#include "chat/actions/leaveroom.h"
#include "chat/actions/listaudit.h"
#include "chat/actions/listmembers.h"
#include "chat/actions/listpins.h"
#include "chat/actions/listrooms.h"
#include "chat/actions/markread.h"
#include "chat/actions/mute.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/pinmessage.h"
#include "chat/actions/react.h"
#include "chat/actions/remind.h"
#include "chat/actions/schedule.h"
#include "chat/actions/search.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/setrole.h"
#include "chat/actions/settyping.h"
#include "chat/actions/sync.h"
#include "chat/actions/unban.h"
#include "chat/actions/updateroom.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

namespace {

/// Two who have a room and a conversation of their own, and the server's owner, who is in neither.
struct Secret
{
    Secret()
    {
        owner = chat.connect(u"Owner"_s);
        ann = chat.connect(u"Ann"_s);
        bob = chat.connect(u"Bob"_s);
        room = chat.createRoom(ann, u"Secret plan"_s, RoomKind::Private);
        chat.invite(ann, bob, room);
        const Answer opened = chat.ask(chat::openDirect, ann, OpenDirect{bob.user});
        direct = opened->value("room"_L1).toMap().value("id"_L1).toString();
        message = chat.say(ann, room, u"the zebra sleeps"_s);
        directMessage = chat.say(ann, direct, u"the zebra wakes"_s);
    }

    ChatFixture chat;
    Person owner;
    Person ann;
    Person bob;
    QString room;
    QString direct;
    QString message;
    QString directMessage;
};

using Request
    = std::function<Answer(ChatFixture &chat, const Person &person, const QString &room, const QString &message)>;
struct NamedRequest
{
    const char *name;
    Request ask;
};

template <typename Made>
Request request(Action<Made> action, std::function<Made(const QString &room, const QString &message)> make)
{
    return [action, make](ChatFixture &chat, const Person &person, const QString &room, const QString &message) {
        return chat.ask(action, person, make(room, message));
    };
}

/// Everything that can be asked of a room.
std::vector<NamedRequest> requests(const QString &target)
{
    using In = const QString &;
    const auto ofRoom = [](In room, In) { return RoomRequest{room}; };
    const auto ofMessage = [](In room, In message) { return MessageRequest{room, message}; };
    const auto ofReaction = [](In room, In message) { return ReactionRequest{room, message, u"\U0001F600"_s}; };
    const auto against = [target](In room, In) { return Moderate{room, target, {}, 0}; };
    return {
        {"get", request<RoomRequest>(chat::getRoom, ofRoom)},
        {"join", request<RoomRequest>(chat::joinRoom, ofRoom)},
        {"leave", request<RoomRequest>(chat::leaveRoom, ofRoom)},
        {"update",
         request<UpdateRoom>(chat::updateRoom,
                             [](In room, In) {
                                 UpdateRoom update;
                                 update.room = room;
                                 update.topic = u"x"_s;
                                 return update;
                             })},
        {"invite",
         request<InviteToRoom>(chat::invite,
                               [target](In room, In) {
                                   return InviteToRoom{room, target};
                               })},
        {"members",
         request<ListMembers>(chat::listMembers,
                              [](In room, In) {
                                  return ListMembers{room, {}, 50};
                              })},
        {"send",
         request<SendMessage>(sendMessageForFields,
                              [](In room, In) {
                                  return SendMessage{room, u"n"_s, u"x"_s, {}, {}};
                              })},
        {"edit",
         request<EditMessage>(chat::editMessage,
                              [](In room, In message) {
                                  return EditMessage{room, message, u"x"_s};
                              })},
        {"delete", request<MessageRequest>(chat::deleteMessage, ofMessage)},
        {"pin", request<MessageRequest>(chat::pinMessage, ofMessage)},
        {"unpin", request<MessageRequest>(chat::unpinMessage, ofMessage)},
        {"pins", request<RoomRequest>(chat::listPins, ofRoom)},
        {"react", request<ReactionRequest>(chat::addReaction, ofReaction)},
        {"take a reaction back", request<ReactionRequest>(chat::removeReaction, ofReaction)},
        {"history", request<GetHistory>(chat::getHistory, [](In room, In) { return GetHistory{room}; })},
        {"sync", request<Sync>(chat::sync, [](In, In) { return Sync{}; })},
        {"mark read",
         request<MarkRead>(chat::markRead,
                           [](In room, In) {
                               return MarkRead{room, 1};
                           })},
        {"typing",
         request<SetTyping>(chat::setTyping,
                            [](In room, In) {
                                return SetTyping{room, true};
                            })},
        {"search",
         request<Search>(chat::search,
                         [](In room, In) {
                             Search search;
                             search.query = u"zebra"_s;
                             search.room = room;
                             return search;
                         })},
        {"schedule",
         request<CreateScheduled>(chat::createScheduled,
                                  [](In room, In) {
                                      return CreateScheduled{room, u"x"_s, 1'900'000'000'000};
                                  })},
        {"remind of the room",
         request<CreateReminder>(chat::createReminder,
                                 [](In room, In) {
                                     return CreateReminder{room, {}, u"x"_s, 1'900'000'000'000};
                                 })},
        {"remind of a message",
         request<CreateReminder>(chat::createReminder,
                                 [](In room, In message) {
                                     return CreateReminder{room, message, {}, 1'900'000'000'000};
                                 })},
        {"announce",
         request<Announce>(chat::announce,
                           [](In room, In) {
                               return Announce{u"x"_s, QStringList{room}};
                           })},
        {"kick", request<Moderate>(chat::kick, against)},
        {"ban", request<Moderate>(chat::ban, against)},
        {"unban", request<Moderate>(chat::unban, against)},
        {"mute", request<Moderate>(chat::mute, against)},
        {"role",
         request<SetRole>(chat::setRole,
                          [target](In room, In) {
                              return SetRole{room, target, Role::Owner};
                          })},
        {"audit",
         request<ListAudit>(chat::listAudit,
                            [](In room, In) {
                                return ListAudit{room, {}, 50};
                            })},
    };
}

QString described(const Answer &answer)
{
    if (answer)
        return QString::fromUtf8(QCborValue(*answer).toDiagnosticNotation().toUtf8());
    return QString(wireName(answer.error().code)) + u" / "_s + answer.error().message + u" / "_s + answer.error().field;
}

} // namespace

class tst_HiddenRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHiddenRoomLooksLikeNoRoom();
    void syncTellsNothing();
    void messagesOfHiddenRoomsLookLikeNoMessages();
    void listsAndSearchesLeaveThemOut();
    void whoWasThrownOutSeesNothingMore();
    void nothingArrivesFromThem();
    void nobodyActsThroughAnotherRoom();
};

void tst_HiddenRooms::aHiddenRoomLooksLikeNoRoom()
{
    Secret secret;
    ChatFixture &chat = secret.chat;
    for (const NamedRequest &asked : requests(secret.bob.user)) {
        const QString nothing = described(asked.ask(chat, secret.owner, u"rnothere"_s, u"rnothere-3"_s));
        const QString inRoom = described(asked.ask(chat, secret.owner, secret.room, secret.message));
        const QString inDirect = described(asked.ask(chat, secret.owner, secret.direct, secret.directMessage));
        QVERIFY2(inRoom == nothing && inDirect == nothing,
                 qPrintable(u"%1: %2, %3, %4"_s.arg(QLatin1String(asked.name), nothing, inRoom, inDirect)));
    }
}

void tst_HiddenRooms::syncTellsNothing()
{
    Secret secret;
    const auto ask = [&secret](const QString &room) {
        const Answer answer = secret.chat.ask(chat::sync, secret.owner, Sync{{{room, 1}}});
        return answer ? answer->value("rooms"_L1).toMap().value(room) : QCborValue(u"refused"_s);
    };
    QCOMPARE(ask(secret.room), ask(u"rnothere"_s));
    QCOMPARE(ask(secret.direct), ask(u"rnothere"_s));
}

void tst_HiddenRooms::messagesOfHiddenRoomsLookLikeNoMessages()
{
    Secret secret;
    ChatFixture &chat = secret.chat;
    const auto reply = [&chat, &secret](const QString &to) {
        return described(
            chat.ask(chat::sendMessage, secret.owner, SendMessage{u"general"_s, u"r"_s + to, u"x"_s, to, {}}));
    };
    QCOMPARE(reply(secret.message), reply(u"rnothere-3"_s));
    for (const NamedRequest &asked : requests(secret.bob.user)) {
        const QString name = QLatin1String(asked.name);
        if (!QStringList{u"edit"_s, u"delete"_s, u"pin"_s, u"unpin"_s, u"react"_s, u"remind of a message"_s}.contains(
                name))
            continue;
        const QString nothing = described(asked.ask(chat, secret.owner, u"general"_s, u"rnothere-3"_s));
        const QString hidden = described(asked.ask(chat, secret.owner, u"general"_s, secret.message));
        QVERIFY2(hidden == nothing, qPrintable(u"%1: %2, %3"_s.arg(name, nothing, hidden)));
    }
}

void tst_HiddenRooms::listsAndSearchesLeaveThemOut()
{
    Secret secret;
    const Answer rooms = secret.chat.ask(chat::listRooms, secret.owner, ListRooms{});
    QCOMPARE(rooms->value("rooms"_L1).toArray().size(), 1);
    Search search;
    search.query = u"zebra"_s;
    QCOMPARE(secret.chat.ask(chat::search, secret.ann, search)->value("hits"_L1).toArray().size(), 2);
    QCOMPARE(secret.chat.ask(chat::search, secret.owner, search)->value("hits"_L1).toArray().size(), 0);
    search.query = u"zebra in:\"Secret plan\""_s;
    QString hidden = described(secret.chat.ask(chat::search, secret.owner, search));
    hidden.replace(u"Secret plan"_s, u"No such room"_s); // as it was asked for
    search.query = u"zebra in:\"No such room\""_s;
    QCOMPARE(hidden, described(secret.chat.ask(chat::search, secret.owner, search)));
    const QString welcome = QCborValue(secret.chat.connectAgain(secret.owner).welcome).toDiagnosticNotation();
    for (const QString &trace : {secret.room, secret.direct, u"Secret plan"_s, u"zebra"_s})
        QVERIFY(!welcome.contains(trace));
}

void tst_HiddenRooms::whoWasThrownOutSeesNothingMore()
{
    Secret secret;
    QVERIFY(secret.chat.ask(chat::kick, secret.ann, Moderate{secret.room, secret.bob.user, {}, 0}));
    for (const NamedRequest &asked : requests(secret.ann.user)) {
        const QString nothing = described(asked.ask(secret.chat, secret.bob, u"rnothere"_s, u"rnothere-3"_s));
        const QString hidden = described(asked.ask(secret.chat, secret.bob, secret.room, secret.message));
        QVERIFY2(hidden == nothing, qPrintable(u"%1: %2, %3"_s.arg(QLatin1String(asked.name), nothing, hidden)));
    }
    Search search;
    search.query = u"sleeps"_s;
    QCOMPARE(secret.chat.ask(chat::search, secret.bob, search)->value("hits"_L1).toArray().size(), 0);
}

void tst_HiddenRooms::nothingArrivesFromThem()
{
    Secret secret;
    ChatFixture &chat = secret.chat;
    chat.tick();
    chat.publisher().clear();
    for (const QString &room : {secret.room, secret.direct}) {
        const QString message = room == secret.room ? secret.message : secret.directMessage;
        for (const NamedRequest &asked : requests(secret.bob.user)) {
            if (QLatin1String(asked.name) != "leave"_L1)
                (void)asked.ask(chat, secret.ann, room, message);
        }
    }
    chat.tick();
    QVERIFY(!chat.publisher().inbox(secret.bob.connection).isEmpty());
    QVERIFY(chat.publisher().inbox(secret.owner.connection).isEmpty());
}

void tst_HiddenRooms::nobodyActsThroughAnotherRoom()
{
    Secret secret;
    ChatFixture &chat = secret.chat;
    // A room of one's own is no way to messages elsewhere.
    const QString own = chat.createRoom(secret.owner, u"Own"_s);
    chat.say(secret.owner, own, u"first"_s);
    const qint64 seq = chat.context().state.room(secret.room)->room.seq;
    for (const NamedRequest &asked : requests(secret.bob.user)) {
        const QString name = QLatin1String(asked.name);
        if (QStringList{u"edit"_s, u"delete"_s, u"pin"_s, u"unpin"_s, u"react"_s}.contains(name))
            QVERIFY2(!asked.ask(chat, secret.owner, own, secret.message), asked.name);
    }
    QCOMPARE(chat.context().state.room(secret.room)->room.seq, seq);
}

QTEST_GUILESS_MAIN(tst_HiddenRooms)
#include "tst_hiddenrooms.moc"
