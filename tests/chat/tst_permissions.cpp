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
#include "chat/actions/listaudit.h"
#include "chat/actions/listmembers.h"
#include "chat/actions/listpins.h"
#include "chat/actions/markread.h"
#include "chat/actions/mute.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/pinmessage.h"
#include "chat/actions/react.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/setrole.h"
#include "chat/actions/unban.h"
#include "chat/actions/updateroom.h"
#include "chat/rules/permissions.h"
#include "chat/state/serverstate.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

using chat::Permission;

namespace {

constexpr std::array roles{Role::Guest, Role::Member, Role::Moderator, Role::Admin, Role::Owner};
constexpr std::array kinds{RoomKind::Public, RoomKind::Private, RoomKind::Direct};

/// For each kind of room, whether guest, member, moderator, admin and owner may: written from the documentation, not
/// from the code.
struct Row
{
    Permission permission;
    const char *name;
    std::array<const char *, 3> may; ///< public, private, direct
};

// clang-format off: a table
const std::array rows{
    Row{Permission::ReadRoom, "read", {"+++++", "+++++", "+++++"}},
    Row{Permission::PostMessage, "write", {"+++++", "+++++", "+++++"}},
    Row{Permission::PostInAnnouncementRoom, "write where few may", {"--+++", "--+++", "+++++"}},
    Row{Permission::PostWithoutSlowMode, "write without slow mode", {"--+++", "--+++", "+++++"}},
    Row{Permission::EditOwnMessage, "edit their messages", {"+++++", "+++++", "+++++"}},
    Row{Permission::DeleteOwnMessage, "delete their messages", {"+++++", "+++++", "+++++"}},
    Row{Permission::DeleteOthersMessage, "delete others' messages", {"--+++", "--+++", "-----"}},
    Row{Permission::PinMessage, "pin", {"--+++", "--+++", "+++++"}},
    Row{Permission::React, "react", {"+++++", "+++++", "+++++"}},
    Row{Permission::MentionEverybody, "mention everybody", {"-++++", "-++++", "-++++"}},
    Row{Permission::InviteToRoom, "invite", {"-++++", "-++++", "-----"}},
    Row{Permission::UpdateRoom, "update the room", {"---++", "---++", "-----"}},
    Row{Permission::KickMember, "kick", {"--+++", "--+++", "-----"}},
    Row{Permission::BanMember, "ban", {"--+++", "--+++", "-----"}},
    Row{Permission::MuteMember, "mute", {"--+++", "--+++", "-----"}},
    Row{Permission::SetMemberRole, "give roles", {"---++", "---++", "-----"}},
    Row{Permission::AnnounceInRoom, "announce in the room", {"--+++", "--+++", "-----"}},
    Row{Permission::ReadRoomAudit, "read the room's audit log", {"--+++", "--+++", "-----"}},
    Row{Permission::CreateRoom, "make rooms", {"-++++", "-++++", "-++++"}},
    Row{Permission::OpenDirect, "open conversations", {"+++++", "+++++", "+++++"}},
    Row{Permission::AnnounceToEveryone, "announce to everybody", {"---++", "---++", "---++"}},
    Row{Permission::KickFromServer, "kick from the server", {"--+++", "--+++", "--+++"}},
    Row{Permission::BanFromServer, "ban from the server", {"--+++", "--+++", "--+++"}},
    Row{Permission::SetServerRole, "give roles in the server", {"---++", "---++", "---++"}},
    Row{Permission::ReadServerAudit, "read the audit log", {"---++", "---++", "---++"}},
};
// clang-format on

bool isExpected(Permission permission, Role role, RoomKind kind)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [=](const Row &it) { return it.permission == permission; });
    return row != rows.end() && row->may[std::size_t(kind)][std::size_t(role)] == '+';
}

ErrorCode codeOf(const Answer &answer)
{
    return answer ? ErrorCode::UnknownEvent : answer.error().code;
}

constexpr ErrorCode done = ErrorCode::UnknownEvent;

/// A room with somebody who has the role in question, and people to do things to.
struct Stage
{
    explicit Stage(RoomKind kind) : chat({}, storage::sqlite::Durability::Off)
    {
        owner = chat.connect(u"Owner"_s);
        actor = chat.connect(u"Actor"_s);
        if (kind == RoomKind::Direct) {
            const Answer opened = chat.ask(chat::openDirect, owner, OpenDirect{actor.user});
            room = opened->value("room"_L1).toMap().value("id"_L1).toString();
            outsider = chat.connect(u"Outsider"_s);
            victim = owner;
        } else {
            room = chat.createRoom(owner, u"Lab"_s, kind);
            victim = chat.connect(u"Victim"_s);
            outsider = chat.connect(u"Outsider"_s);
            chat.invite(owner, victim, room);
            // As far down as it goes, so that roles decide and not ranks.
            (void)chat.ask(chat::setRole, owner, SetRole{room, victim.user, Role::Guest});
        }
        message = chat.say(owner, room, u"of the owner"_s);
    }

    void enter(Role role)
    {
        chat.invite(owner, actor, room);
        if (role != Role::Member)
            (void)chat.ask(chat::setRole, owner, SetRole{room, actor.user, role});
    }

    ChatFixture chat;
    Person owner;
    Person actor;
    Person victim;
    Person outsider;
    QString room;
    QString message;
};

struct Probe
{
    Permission permission;
    const char *what;
    std::function<Answer(Stage &)> ask;
};

/// In an order in which none spoils what comes later.
std::vector<Probe> probes()
{
    const auto text = [](const QString &room, const QString &nonce) {
        return SendMessage{room, nonce, u"text"_s, {}, {}};
    };
    const auto own = [text](Stage &stage, const QString &nonce) {
        const Answer answer = stage.chat.ask(chat::sendMessage, stage.actor, text(stage.room, nonce));
        return answer ? answer->value("id"_L1).toString() : stage.message;
    };
    return {
        {Permission::ReadRoom, "history",
         [](Stage &it) { return it.chat.ask(chat::getHistory, it.actor, GetHistory{it.room}); }},
        {Permission::ReadRoom, "members",
         [](Stage &it) {
             return it.chat.ask(chat::listMembers, it.actor, ListMembers{it.room, {}, 50});
         }},
        {Permission::ReadRoom, "pins",
         [](Stage &it) { return it.chat.ask(chat::listPins, it.actor, RoomRequest{it.room}); }},
        {Permission::ReadRoom, "read position",
         [](Stage &it) {
             return it.chat.ask(chat::markRead, it.actor, MarkRead{it.room, 1});
         }},
        {Permission::PostMessage, "send",
         [text](Stage &it) { return it.chat.ask(chat::sendMessage, it.actor, text(it.room, u"1"_s)); }},
        {Permission::EditOwnMessage, "edit",
         [own](Stage &it) {
             return it.chat.ask(chat::editMessage, it.actor, EditMessage{it.room, own(it, u"2"_s), u"new"_s});
         }},
        {Permission::DeleteOwnMessage, "delete",
         [own](Stage &it) {
             return it.chat.ask(chat::deleteMessage, it.actor, MessageRequest{it.room, own(it, u"3"_s)});
         }},
        {Permission::PinMessage, "pin",
         [](Stage &it) {
             return it.chat.ask(chat::pinMessage, it.actor, MessageRequest{it.room, it.message});
         }},
        {Permission::PinMessage, "unpin",
         [](Stage &it) {
             return it.chat.ask(chat::unpinMessage, it.actor, MessageRequest{it.room, it.message});
         }},
        {Permission::React, "react",
         [](Stage &it) {
             return it.chat.ask(chat::addReaction, it.actor, ReactionRequest{it.room, it.message, u"\U0001F600"_s});
         }},
        {Permission::ReadRoomAudit, "audit",
         [](Stage &it) {
             return it.chat.ask(chat::listAudit, it.actor, ListAudit{it.room, {}, 50});
         }},
        {Permission::AnnounceInRoom, "announce",
         [](Stage &it) {
             return it.chat.ask(chat::announce, it.actor, Announce{u"hear"_s, QStringList{it.room}});
         }},
        {Permission::UpdateRoom, "update",
         [](Stage &it) {
             UpdateRoom request;
             request.room = it.room;
             request.topic = u"topic"_s;
             return it.chat.ask(chat::updateRoom, it.actor, request);
         }},
        {Permission::InviteToRoom, "invite",
         [](Stage &it) {
             return it.chat.ask(chat::invite, it.actor, InviteToRoom{it.room, it.outsider.user});
         }},
        {Permission::SetMemberRole, "role",
         [](Stage &it) {
             return it.chat.ask(chat::setRole, it.actor, SetRole{it.room, it.victim.user, Role::Member});
         }},
        {Permission::MuteMember, "mute",
         [](Stage &it) {
             return it.chat.ask(chat::mute, it.actor, Moderate{it.room, it.victim.user, {}, 1});
         }},
        {Permission::KickMember, "kick",
         [](Stage &it) {
             return it.chat.ask(chat::kick, it.actor, Moderate{it.room, it.victim.user, {}, 0});
         }},
        {Permission::BanMember, "ban",
         [](Stage &it) {
             return it.chat.ask(chat::ban, it.actor, Moderate{it.room, it.victim.user, {}, 0});
         }},
        {Permission::BanMember, "unban",
         [](Stage &it) {
             return it.chat.ask(chat::unban, it.actor, Moderate{it.room, it.victim.user, {}, 0});
         }},
        {Permission::DeleteOthersMessage, "delete of another's",
         [](Stage &it) {
             return it.chat.ask(chat::deleteMessage, it.actor, MessageRequest{it.room, it.message});
         }},
    };
}

} // namespace

class tst_Permissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellOfTheTable();
    void everyRoleRanks();
    void everyActionKeepsToTheTable_data();
    void everyActionKeepsToTheTable();
    void whoIsNotInARoomMayDoNothingThere_data();
    void whoIsNotInARoomMayDoNothingThere();
};

void tst_Permissions::everyCellOfTheTable()
{
    QCOMPARE(rows.size(), std::size_t(Permission::ReadServerAudit) + 1);
    for (const Row &row : rows) {
        for (const RoomKind kind : kinds) {
            for (const Role role : roles) {
                const bool may = chat::isAllowed(row.permission, role, kind);
                QVERIFY2(may == isExpected(row.permission, role, kind),
                         qPrintable(u"%1, %2, %3"_s.arg(QLatin1String(row.name), wireName(role), wireName(kind))));
            }
        }
    }
}

void tst_Permissions::everyRoleRanks()
{
    for (std::size_t actor = 0; actor < roles.size(); ++actor) {
        for (std::size_t target = 0; target < roles.size(); ++target) {
            const bool isOwner = roles[actor] == Role::Owner;
            QCOMPARE(chat::outranks(roles[actor], roles[target]), actor > target || isOwner);
        }
    }
}

void tst_Permissions::everyActionKeepsToTheTable_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("kind");

    for (const RoomKind kind : {RoomKind::Public, RoomKind::Private}) {
        for (const Role role : roles)
            QTest::addRow("%s in a %s room", wireName(role).data(), wireName(kind).data()) << int(role) << int(kind);
    }
    QTest::addRow("a direct conversation") << int(Role::Member) << int(RoomKind::Direct);
}

void tst_Permissions::everyActionKeepsToTheTable()
{
    QFETCH(const int, role);
    QFETCH(const int, kind);

    Stage stage(RoomKind{kind});
    if (RoomKind{kind} != RoomKind::Direct)
        stage.enter(Role{role});
    for (const Probe &probe : probes()) {
        const bool may = isExpected(probe.permission, Role{role}, RoomKind{kind});
        const ErrorCode code = codeOf(probe.ask(stage));
        QVERIFY2(code == (may ? done : ErrorCode::Forbidden),
                 qPrintable(u"%1: %2"_s.arg(QLatin1String(probe.what), wireName(code))));
    }
}

void tst_Permissions::whoIsNotInARoomMayDoNothingThere_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("serverRole");
    QTest::addColumn<int>("code");

    for (const Role role : roles) {
        QTest::addRow("a public room, %s", wireName(role).data())
            << int(RoomKind::Public) << int(role) << int(ErrorCode::NotMember);
        QTest::addRow("a private room, %s", wireName(role).data())
            << int(RoomKind::Private) << int(role) << int(ErrorCode::NotFound);
    }
}

void tst_Permissions::whoIsNotInARoomMayDoNothingThere()
{
    QFETCH(const int, kind);
    QFETCH(const int, serverRole);
    QFETCH(const int, code);

    Stage stage(RoomKind{kind});
    if (Role{serverRole} != Role::Member)
        QVERIFY(stage.chat.ask(chat::setRole, stage.owner, SetRole{{}, stage.actor.user, Role{serverRole}}));
    const qint64 seq = stage.chat.context().state.room(stage.room)->room.seq;
    for (const Probe &probe : probes()) {
        const ErrorCode refused = codeOf(probe.ask(stage));
        QVERIFY2(refused == ErrorCode{code}, qPrintable(u"%1: %2"_s.arg(QLatin1String(probe.what), wireName(refused))));
    }
    QCOMPARE(stage.chat.context().state.room(stage.room)->room.seq, seq);
}

QTEST_GUILESS_MAIN(tst_Permissions)
#include "tst_permissions.moc"
