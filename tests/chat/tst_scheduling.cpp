#include "support/chatfixture.h"

#include "chat/actions/announce.h"
#include "chat/actions/gethistory.h"
#include "chat/actions/kick.h"
#include "chat/actions/listaudit.h"
#include "chat/actions/mute.h"
#include "chat/actions/remind.h"
#include "chat/actions/schedule.h"
#include "chat/actions/tick.h"
#include "chat/actions/updateroom.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

namespace {

struct Lab
{
    explicit Lab(chat::Settings settings = {}) : chat(std::move(settings))
    {
        owner = chat.connect(u"Owner"_s);
        ann = chat.connect(u"Ann"_s);
        room = chat.createRoom(owner, u"Lab"_s);
        chat.join(ann, room);
        chat.publisher().clear();
    }

    CreateScheduled inOneSecond(const QString &text) { return {room, text, chat.clock().now() + 1000}; }
    QStringList texts()
    {
        QStringList found;
        const Answer page = chat.ask(chat::getHistory, owner, GetHistory{room, GetHistory::Direction::Latest, 0, 200});
        for (const QCborValue message : page->value("messages"_L1).toArray())
            found.append(message.toMap().value("text"_L1).toString());
        return found;
    }
    QList<QCborMap> noticesOf(const Person &person, const QString &kind)
    {
        QList<QCborMap> found;
        for (const QCborMap &notice : chat.publisher().received(person.connection, u"notice"_s)) {
            if (notice.value("kind"_L1).toString() == kind)
                found.append(notice);
        }
        return found;
    }
    qsizetype itemsOf(const Person &person)
    {
        return chat.ask(chat::listScheduled, person, ListScheduled{})->value("items"_L1).toArray().size();
    }
    void restart()
    {
        chat.restart();
        owner = chat.connectAgain(owner);
    }

    ChatFixture chat;
    Person owner;
    Person ann;
    QString room;
};

ErrorCode codeOf(const Answer &answer)
{
    return answer ? ErrorCode::Internal : answer.error().code;
}

} // namespace

class tst_Scheduling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScheduledMessageIsPostedWhenItIsDue();
    void itIsPostedOnceOverRestarts();
    void itIsPostedOnceWhenTheServerDiesWhilePosting();
    void itCanBeCancelled();
    void itsAuthorIsToldWhenItCannotBePosted();
    void itWaitsForSlowMode();
    void badSchedulesAreRefused();
    void onlySoMuchCanBeScheduled();
    void aReminderIsGivenOnce();
    void aReminderWaitsForItsUser();
    void badRemindersAreRefused();
    void anAnnouncementReachesEverybody();
    void anAnnouncementReachesChosenRooms();
    void announcingTakesARight();
};

void tst_Scheduling::aScheduledMessageIsPostedWhenItIsDue()
{
    Lab lab;
    const Answer answer = lab.chat.ask(chat::createScheduled, lab.ann, lab.inOneSecond(u"later @owner"_s));
    QVERIFY(answer);
    const QCborArray items = lab.chat.ask(chat::listScheduled, lab.ann, ListScheduled{})->value("items"_L1).toArray();
    QCOMPARE(items.size(), 1);
    const QCborMap item{{"id"_L1, answer->value("id"_L1)},
                        {"kind"_L1, u"message"_s},
                        {"text"_L1, u"later @owner"_s},
                        {"at"_L1, lab.chat.clock().now() + 1000},
                        {"room"_L1, lab.room}};
    QCOMPARE(items[0].toMap(), item);
    lab.chat.tick();
    lab.chat.clock().advance(999ms);
    lab.chat.tick();
    QCOMPARE(lab.texts(), QStringList());
    lab.chat.clock().advance(1ms);
    lab.chat.tick();
    lab.chat.tick();
    QCOMPARE(lab.texts(), QStringList{u"later @owner"_s});
    const auto events = lab.chat.publisher().roomEvents(lab.owner.connection, u"message.posted"_s);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].value("by"_L1).toString(), lab.ann.user);
    QCOMPARE(events[0].value("message"_L1).toMap().value("mentions"_L1).toArray(), QCborArray{lab.owner.user});
    QCOMPARE(lab.itemsOf(lab.ann), 0);
}

void tst_Scheduling::itIsPostedOnceOverRestarts()
{
    Lab lab;
    QVERIFY(lab.chat.ask(chat::createScheduled, lab.ann, lab.inOneSecond(u"later"_s)));
    lab.restart();
    lab.chat.clock().advance(1h); // overdue, and nobody but the owner is there
    lab.chat.tick();
    QCOMPARE(lab.texts(), QStringList{u"later"_s});
    lab.restart();
    lab.chat.tick();
    QCOMPARE(lab.texts(), QStringList{u"later"_s});
}

void tst_Scheduling::itIsPostedOnceWhenTheServerDiesWhilePosting()
{
    Lab lab;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(lab.chat.ask(chat::createScheduled, lab.ann, lab.inOneSecond(u"later %1"_s.arg(i))));
        lab.chat.clock().advance(1s);
        chat::tick(lab.chat.context()); // handed to the store, but whether it was stored nobody here is told
        lab.restart();
        lab.chat.tick();
        QCOMPARE(lab.texts().size(), i + 1);
    }
}

void tst_Scheduling::itCanBeCancelled()
{
    Lab lab;
    const Answer answer = lab.chat.ask(chat::createScheduled, lab.ann, lab.inOneSecond(u"later"_s));
    const CancelScheduled cancel{answer->value("id"_L1).toString()};
    QVERIFY(lab.chat.ask(chat::cancelScheduled, lab.ann, cancel));
    QCOMPARE(codeOf(lab.chat.ask(chat::cancelScheduled, lab.ann, cancel)), ErrorCode::NotFound);
    lab.chat.clock().advance(1h);
    lab.chat.tick();
    lab.restart();
    lab.chat.tick();
    QCOMPARE(lab.texts(), QStringList());
}

void tst_Scheduling::itsAuthorIsToldWhenItCannotBePosted()
{
    Lab lab;
    QVERIFY(lab.chat.ask(chat::createScheduled, lab.ann, lab.inOneSecond(u"later"_s)));
    QVERIFY(lab.chat.ask(chat::kick, lab.owner, Moderate{lab.room, lab.ann.user, {}, 0}));
    lab.chat.disconnect(lab.ann);
    lab.chat.clock().advance(1h);
    lab.chat.tick();
    QCOMPARE(lab.texts(), QStringList());
    // Not before they are there to be told.
    const Person ann = lab.chat.connectAgain(lab.ann);
    lab.chat.tick();
    const QList<QCborMap> notices = lab.noticesOf(ann, u"scheduled"_s);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices[0].value("text"_L1).toString(), u"later"_s);
    QCOMPARE(notices[0].value("room"_L1).toString(), lab.room);
    QCOMPARE(notices[0].value("error"_L1).toMap().value("code"_L1).toString(), u"not_member"_s);
    lab.chat.tick();
    lab.chat.join(ann, lab.room);
    lab.chat.tick();
    QCOMPARE(lab.noticesOf(ann, u"scheduled"_s).size(), 1);
    QCOMPARE(lab.texts(), QStringList());
}

void tst_Scheduling::itWaitsForSlowMode()
{
    Lab lab;
    UpdateRoom update;
    update.room = lab.room;
    update.slowMode = 10s;
    QVERIFY(lab.chat.ask(chat::updateRoom, lab.owner, update));
    QVERIFY(lab.chat.ask(chat::createScheduled, lab.ann, lab.inOneSecond(u"later"_s)));
    lab.chat.say(lab.ann, lab.room, u"now"_s);
    lab.chat.clock().advance(1s);
    lab.chat.tick();
    QCOMPARE(lab.texts(), QStringList{u"now"_s});
    lab.chat.clock().advance(9s);
    lab.chat.tick();
    QCOMPARE(lab.texts(), (QStringList{u"now"_s, u"later"_s}));
}

void tst_Scheduling::badSchedulesAreRefused()
{
    Lab lab;
    CreateScheduled request = lab.inOneSecond(u" "_s);
    QCOMPARE(codeOf(lab.chat.ask(chat::createScheduled, lab.ann, request)), ErrorCode::BadRequest);
    request = lab.inOneSecond(QString(8001, u'x'));
    QCOMPARE(codeOf(lab.chat.ask(chat::createScheduled, lab.ann, request)), ErrorCode::TooLong);
    request = {lab.room, u"x"_s, lab.chat.clock().now()};
    QCOMPARE(codeOf(lab.chat.ask(chat::createScheduled, lab.ann, request)), ErrorCode::BadRequest);
    QCOMPARE(lab.itemsOf(lab.ann), 0);
}

void tst_Scheduling::onlySoMuchCanBeScheduled()
{
    chat::Settings settings;
    settings.limits.maxScheduledPerUser = 3;
    Lab lab(settings);
    std::vector<PendingAnswer> answers;
    for (int i = 0; i < 5; ++i)
        answers.push_back(lab.chat.begin(chat::createScheduled, lab.ann, lab.inOneSecond(u"later"_s)));
    int accepted = 0;
    for (const PendingAnswer &answer : answers)
        accepted += lab.chat.wait(answer) ? 1 : 0;
    QCOMPARE(accepted, 3);
    const CreateReminder reminder{{}, {}, u"x"_s, lab.chat.clock().now() + 1};
    QCOMPARE(codeOf(lab.chat.ask(chat::createReminder, lab.ann, reminder)), ErrorCode::TooMany);
    QVERIFY(lab.chat.ask(chat::createReminder, lab.owner, reminder));
    lab.chat.clock().advance(1s);
    lab.chat.tick();
    QCOMPARE(lab.texts().size(), 3);
    QVERIFY(lab.chat.ask(chat::createScheduled, lab.ann, lab.inOneSecond(u"later"_s)));
}

void tst_Scheduling::aReminderIsGivenOnce()
{
    Lab lab;
    const QString message = lab.chat.say(lab.owner, lab.room, u"read this"_s);
    const CreateReminder request{lab.room, message, {}, lab.chat.clock().now() + 1000};
    const Answer answer = lab.chat.ask(chat::createReminder, lab.ann, request);
    QVERIFY(answer);
    lab.chat.clock().advance(1s);
    lab.chat.tick();
    lab.chat.tick();
    const QList<QCborMap> notices = lab.noticesOf(lab.ann, u"reminder"_s);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices[0].value("id"_L1), answer->value("id"_L1));
    QCOMPARE(notices[0].value("room"_L1).toString(), lab.room);
    QCOMPARE(notices[0].value("message"_L1).toString(), message);
    QVERIFY(lab.noticesOf(lab.owner, u"reminder"_s).isEmpty());
    lab.restart();
    const Person ann = lab.chat.connectAgain(lab.ann);
    lab.chat.tick();
    QVERIFY(lab.noticesOf(ann, u"reminder"_s).isEmpty());
}

void tst_Scheduling::aReminderWaitsForItsUser()
{
    Lab lab;
    const CreateReminder request{{}, {}, u"tea"_s, lab.chat.clock().now() + 1000};
    QVERIFY(lab.chat.ask(chat::createReminder, lab.ann, request));
    lab.chat.disconnect(lab.ann);
    lab.chat.clock().advance(1h);
    lab.chat.tick();
    lab.restart();
    lab.chat.tick();
    const Person ann = lab.chat.connectAgain(lab.ann);
    lab.chat.tick();
    const QList<QCborMap> notices = lab.noticesOf(ann, u"reminder"_s);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices[0].value("text"_L1).toString(), u"tea"_s);
    QCOMPARE(lab.itemsOf(ann), 0);
}

void tst_Scheduling::badRemindersAreRefused()
{
    Lab lab;
    const qint64 later = lab.chat.clock().now() + 1000;
    const QString message = lab.chat.say(lab.owner, lab.room, u"read this"_s);
    const auto code
        = [&](const CreateReminder &request) { return codeOf(lab.chat.ask(chat::createReminder, lab.ann, request)); };
    QCOMPARE(code({{}, {}, {}, later}), ErrorCode::BadRequest);
    QCOMPARE(code({{}, {}, u"x"_s, later - 1000}), ErrorCode::BadRequest);
    QCOMPARE(code({{}, message, u"x"_s, later}), ErrorCode::BadRequest);
    QCOMPARE(code({lab.room, messageId(lab.room, 999), {}, later}), ErrorCode::NotFound);
    QCOMPARE(code({u"general"_s, message, {}, later}), ErrorCode::NotFound);
    QCOMPARE(code({{}, {}, QString(8001, u'x'), later}), ErrorCode::TooLong);
    QCOMPARE(lab.itemsOf(lab.ann), 0);
}

void tst_Scheduling::anAnnouncementReachesEverybody()
{
    Lab lab;
    const Person bob = lab.chat.connect(u"Bob"_s);
    lab.chat.publisher().clear();
    const Answer answer = lab.chat.ask(chat::announce, lab.owner, Announce{u"Coffee at 3"_s, std::nullopt});
    QVERIFY(answer);
    QCOMPARE(answer->value("rooms"_L1).toInteger(), 1);
    QCOMPARE(answer->value("people"_L1).toInteger(), 2);
    for (const Person &person : {lab.ann, bob}) {
        const QList<QCborMap> notices = lab.noticesOf(person, u"announcement"_s);
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices[0].value("text"_L1).toString(), u"Coffee at 3"_s);
        QCOMPARE(notices[0].value("by"_L1).toString(), lab.owner.user);
        const auto events = lab.chat.publisher().roomEvents(person.connection, u"message.posted"_s);
        QCOMPARE(events.size(), 1);
        const QCborMap message = events[0].value("message"_L1).toMap();
        QCOMPARE(message.value("id"_L1), notices[0].value("message"_L1));
        QCOMPARE(message.value("mentions"_L1).toArray(), QCborArray{u"*"_s});
    }
    const Answer audit = lab.chat.ask(chat::listAudit, lab.owner, ListAudit{});
    const QCborArray entries = audit->value("entries"_L1).toArray();
    QCOMPARE(entries.first().toMap().value("action"_L1).toString(), u"announce"_s);
}

void tst_Scheduling::anAnnouncementReachesChosenRooms()
{
    Lab lab;
    const QString other = lab.chat.createRoom(lab.owner, u"Other"_s, RoomKind::Private);
    lab.chat.invite(lab.owner, lab.ann, other);
    const Person bob = lab.chat.connect(u"Bob"_s);
    lab.chat.publisher().clear();
    const Announce request{u"Coffee"_s, QStringList{lab.room, other, lab.room}};
    const Answer answer = lab.chat.ask(chat::announce, lab.owner, request);
    QVERIFY(answer);
    QCOMPARE(answer->value("rooms"_L1).toInteger(), 2);
    QCOMPARE(answer->value("people"_L1).toInteger(), 1); // in both
    QCOMPARE(lab.chat.publisher().roomEvents(lab.ann.connection, u"message.posted"_s).size(), 2);
    QVERIFY(lab.chat.publisher().inbox(bob.connection).isEmpty());
    QVERIFY(lab.noticesOf(lab.ann, u"announcement"_s).isEmpty());
}

void tst_Scheduling::announcingTakesARight()
{
    Lab lab;
    const auto code = [&](const Person &person, const Announce &request) {
        return codeOf(lab.chat.ask(chat::announce, person, request));
    };
    QCOMPARE(code(lab.ann, {u"x"_s, std::nullopt}), ErrorCode::Forbidden);
    QCOMPARE(code(lab.ann, {u"x"_s, QStringList{lab.room}}), ErrorCode::Forbidden);
    // All or none.
    const QString own = lab.chat.createRoom(lab.ann, u"Own"_s);
    QCOMPARE(code(lab.ann, {u"x"_s, QStringList{own, lab.room}}), ErrorCode::Forbidden);
    QCOMPARE(code(lab.ann, {u"x"_s, QStringList{own, u"rnothing"_s}}), ErrorCode::NotFound);
    QCOMPARE(code(lab.owner, {u"x"_s, QStringList()}), ErrorCode::BadRequest);
    QCOMPARE(code(lab.owner, {u" "_s, std::nullopt}), ErrorCode::BadRequest);
    QCOMPARE(lab.chat.context().state.room(own)->room.seq, 2);
    QCOMPARE(code(lab.ann, {u"x"_s, QStringList{own}}), ErrorCode::Internal); // none
}

QTEST_GUILESS_MAIN(tst_Scheduling)
#include "tst_scheduling.moc"
