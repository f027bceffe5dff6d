#include "support/lab.h"

#include "chat/actions/listaudit.h"
#include "chat/actions/unban.h"
#include "chat/actions/updateroom.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

class tst_AuditLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsInTheAuditLog();
    void theAuditLogHidesHiddenRooms();
};

void tst_AuditLog::everythingIsInTheAuditLog()
{
    Lab lab;
    QCOMPARE(lab.mute(lab.mod, lab.bob), done);
    QCOMPARE(lab.kick(lab.mod, lab.bob, u"noise"_s), done);
    QCOMPARE(lab.ban(lab.ann, lab.carl), done);
    QVERIFY(lab.chat.ask(chat::unban, lab.ann, Moderate{lab.room, lab.carl.user, {}, 0}));
    UpdateRoom update;
    update.room = lab.room;
    update.topic = u"Quiet"_s;
    QVERIFY(lab.chat.ask(chat::updateRoom, lab.ann, update));
    QCOMPARE(lab.kick(lab.mod, lab.ann), ErrorCode::Forbidden); // leaves nothing
    QCOMPARE(lab.giveInServer(lab.owner, lab.bob, Role::Moderator), done);

    const auto actions = [&lab](const Person &person, const ListAudit &request) {
        QStringList names;
        const Answer answer = lab.chat.ask(chat::listAudit, person, request);
        for (const QCborValue entry : answer->value("entries"_L1).toArray())
            names.append(entry.toMap().value("action"_L1).toString());
        return names;
    };
    const QStringList inRoom{u"room:update"_s,   u"moderate:unban"_s, u"moderate:ban"_s,
                             u"moderate:kick"_s, u"moderate:mute"_s,  u"moderate:role"_s};
    QCOMPARE(actions(lab.mod, {lab.room, {}, 50}), inRoom);
    QCOMPARE(actions(lab.owner, {{}, {}, 50}), QStringList{u"moderate:role"_s} + inRoom);
    const Answer page = lab.chat.ask(chat::listAudit, lab.mod, ListAudit{lab.room, {}, 4});
    const QCborMap kick = page->value("entries"_L1).toArray().last().toMap();
    QCOMPARE(kick.value("by"_L1).toString(), lab.mod.user);
    QCOMPARE(kick.value("target"_L1).toString(), lab.bob.user);
    QCOMPARE(kick.value("detail"_L1).toMap().value("reason"_L1).toString(), u"noise"_s);
    QCOMPARE(actions(lab.mod, {lab.room, page->value("cursor"_L1).toString(), 4}), inRoom.last(2));
    QCOMPARE(codeOf(lab.chat.ask(chat::listAudit, lab.mod, ListAudit{lab.room, u"x"_s, 4})), ErrorCode::BadRequest);
}

void tst_AuditLog::theAuditLogHidesHiddenRooms()
{
    Lab lab;
    const QString plan = lab.chat.createRoom(lab.ann, u"Plan"_s, RoomKind::Private);
    lab.chat.invite(lab.ann, lab.bob, plan);
    QVERIFY(lab.chat.ask(chat::kick, lab.ann, Moderate{plan, lab.bob.user, {}, 0}));
    const Answer answer = lab.chat.ask(chat::listAudit, lab.owner, ListAudit{{}, {}, 50});
    for (const QCborValue entry : answer->value("entries"_L1).toArray())
        QVERIFY(entry.toMap().value("room"_L1).toString() != plan);
}

QTEST_GUILESS_MAIN(tst_AuditLog)
#include "tst_auditlog.moc"
