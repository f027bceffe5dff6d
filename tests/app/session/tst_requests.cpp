#include "support/bot.h"
#include "support/person.h"

#include <QDateTime>

using namespace session;
using protocol::chat::RoomKind;

/// What one asks for.
class tst_Requests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void roomsAreMadeFoundJoinedAndLeft();
    void aRefusalTellsWhy();
    void withoutAConnectionTheAnswerIsOffline();
    void aRoomIsChanged();
    void membersAndPinsAreListed();
    void aDirectConversationIsTheSameForBoth();
    void whatIsScheduledIsListedAndCancelled();
    void searchingAsksTheServer();
    void withoutAConnectionSearchingAsksTheCache();
    void theAuditLogIsListed();

private:
    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Person> m_bob;
};

void tst_Requests::init()
{
    m_ann.reset();
    m_bob.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    m_bob = std::make_unique<Person>(*m_house, QStringLiteral("Bob"));
    QVERIFY(m_ann->comeIn());
    QVERIFY(m_bob->comeIn());
}

void tst_Requests::roomsAreMadeFoundJoinedAndLeft()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Kitchen"));
    QVERIFY(m_ann->room(room));
    QCOMPARE(m_ann->room(room)->role, protocol::chat::Role::Owner);
    const auto list = [&](const QString &query) {
        return answerOf<RoomPage>([&](QObject *context, AnswerHandler<RoomPage> handler) {
            (*m_bob)->roomRequests().list(query, {}, context, std::move(handler));
        });
    };
    const auto found = list(QStringLiteral("kit"));
    QVERIFY(found);
    QCOMPARE(found->rooms.size(), 1);
    QCOMPARE(found->rooms.first().room.id, room);
    QVERIFY(!found->rooms.first().isMember);
    QVERIFY(m_bob->join(room));
    QVERIFY(m_bob->room(room));
    QVERIFY(list(QStringLiteral("kit"))->rooms.first().isMember);
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_bob)->roomRequests().leave(room, context, std::move(handler));
    }));
    QTRY_VERIFY(!m_bob->room(room));
}

void tst_Requests::aRefusalTellsWhy()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Kitchen"));
    const auto again = answerOf<QString>([&](QObject *context, AnswerHandler<QString> handler) {
        (*m_bob)->roomRequests().create(QStringLiteral("Kitchen"), RoomKind::Public, {}, context, std::move(handler));
    });
    QVERIFY(!again);
    QCOMPARE(again.error().code, QStringLiteral("name_taken"));
    QVERIFY(!again.error().message.isEmpty());
    const auto nameless = answerOf<QString>([&](QObject *context, AnswerHandler<QString> handler) {
        (*m_bob)->roomRequests().create({}, RoomKind::Public, {}, context, std::move(handler));
    });
    QVERIFY(!nameless);
    QCOMPARE(nameless.error().field, QStringLiteral("name"));
}

void tst_Requests::withoutAConnectionTheAnswerIsOffline()
{
    QVERIFY(m_ann->loseConnection());
    const auto answer = answerOf<QString>([&](QObject *context, AnswerHandler<QString> handler) {
        (*m_ann)->roomRequests().create(QStringLiteral("Kitchen"), RoomKind::Public, {}, context, std::move(handler));
    });
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, QStringLiteral("offline"));
}

void tst_Requests::aRoomIsChanged()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Kitchen"));
    QVERIFY(m_bob->join(room));
    RoomChange change;
    change.topic = QStringLiteral("Who cooks?");
    change.name = QStringLiteral("Big kitchen");
    change.slowMode = std::chrono::seconds(5);
    change.isAnnouncementOnly = true;
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->roomRequests().update(room, change, context, std::move(handler));
    }));
    QTRY_COMPARE(m_bob->room(room)->room.topic, QStringLiteral("Who cooks?"));
    QCOMPARE(m_bob->room(room)->room.name, QStringLiteral("Big kitchen"));
    QCOMPARE(m_bob->room(room)->room.slowMode, std::chrono::milliseconds(5000));
    QVERIFY(m_bob->room(room)->room.isAnnouncementOnly);
    RoomChange back;
    back.slowMode = std::chrono::milliseconds(0);
    back.isAnnouncementOnly = false;
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->roomRequests().update(room, back, context, std::move(handler));
    }));
    QTRY_VERIFY(!m_bob->room(room)->room.isAnnouncementOnly);
    QCOMPARE(m_bob->room(room)->room.slowMode, std::chrono::milliseconds(0));
    QCOMPARE(m_bob->room(room)->room.name, QStringLiteral("Big kitchen"));
    m_bob->quit();
    m_bob->start();
    QCOMPARE(m_bob->room(room)->room.topic, QStringLiteral("Who cooks?"));
}

void tst_Requests::membersAndPinsAreListed()
{
    const auto members = answerOf<MemberPage>([&](QObject *context, AnswerHandler<MemberPage> handler) {
        (*m_ann)->roomRequests().members(general, {}, context, std::move(handler));
    });
    QVERIFY(members);
    QCOMPARE(members->members.size(), 2);
    QCOMPARE(members->members[0].user, m_ann->id());
    QCOMPARE(members->members[1].user, m_bob->id());
    const QString id = m_ann->say(general, QStringLiteral("The key is under the mat"));
    (*m_ann)->outbox().pin(id);
    QVERIFY(m_ann->waitUntilSent());
    const auto pins = answerOf<QList<protocol::chat::Message>>(
        [&](QObject *context, AnswerHandler<QList<protocol::chat::Message>> handler) {
            (*m_bob)->roomRequests().pins(general, context, std::move(handler));
        });
    QVERIFY(pins);
    QCOMPARE(pins->size(), 1);
    QCOMPARE(pins->first().id, id);
}

void tst_Requests::aDirectConversationIsTheSameForBoth()
{
    const auto opened = answerOf<QString>([&](QObject *context, AnswerHandler<QString> handler) {
        (*m_ann)->roomRequests().openDirect(m_bob->id(), context, std::move(handler));
    });
    QVERIFY(opened);
    QTRY_VERIFY(m_bob->room(*opened));
    QCOMPARE((*m_ann)->rooms().directWith(m_bob->id()), *opened);
    QCOMPARE((*m_bob)->rooms().directWith(m_ann->id()), *opened);
    QVERIFY((*m_ann)->rooms().directWith(m_ann->id()).isEmpty());
    const auto notes = answerOf<QString>([&](QObject *context, AnswerHandler<QString> handler) {
        (*m_ann)->roomRequests().openDirect(m_ann->id(), context, std::move(handler));
    });
    QVERIFY(notes);
    QCOMPARE((*m_ann)->rooms().directWith(m_ann->id()), *notes);
    QVERIFY(*notes != *opened);
}

void tst_Requests::whatIsScheduledIsListedAndCancelled()
{
    const qint64 later = QDateTime::currentMSecsSinceEpoch() + 3'600'000;
    const auto scheduled = answerOf<QString>([&](QObject *context, AnswerHandler<QString> handler) {
        (*m_ann)->later().schedule(general, QStringLiteral("Lunch"), later, context, std::move(handler));
    });
    const QString id = m_ann->say(general, QStringLiteral("Answer me"));
    const auto reminder = answerOf<QString>([&](QObject *context, AnswerHandler<QString> handler) {
        (*m_ann)->later().remind(general, id, QStringLiteral("Do it"), later + 1, context, std::move(handler));
    });
    QVERIFY(scheduled);
    QVERIFY(reminder);
    const auto list = [&] {
        return answerOf<QList<Scheduled>>([&](QObject *context, AnswerHandler<QList<Scheduled>> handler) {
            (*m_ann)->later().list(context, std::move(handler));
        });
    };
    const auto items = list();
    QVERIFY(items);
    QCOMPARE(items->size(), 2);
    QCOMPARE(items->at(0).id, *scheduled);
    QCOMPARE(items->at(0).text, QStringLiteral("Lunch"));
    QCOMPARE(items->at(0).at, later);
    QCOMPARE(items->at(1).kind, Scheduled::Kind::Reminder);
    QCOMPARE(items->at(1).message, id);
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->later().cancel(*scheduled, context, std::move(handler));
    }));
    QCOMPARE(list()->size(), 1);
}

void tst_Requests::searchingAsksTheServer()
{
    const QString id = m_ann->say(general, QStringLiteral("Tomato soup today"));
    const auto found = answerOf<SearchPage>([&](QObject *context, AnswerHandler<SearchPage> handler) {
        (*m_bob)->searching().search({QStringLiteral("soup"), {}, {}, {}, {}}, {}, context, std::move(handler));
    });
    QVERIFY(found);
    QVERIFY(!found->isFromCache);
    QCOMPARE(found->hits.size(), 1);
    QCOMPARE(found->hits.first().message.id, id);
    QCOMPARE(found->hits.first().snippet, QStringLiteral("Tomato \uE000soup\uE001 today"));
}

void tst_Requests::withoutAConnectionSearchingAsksTheCache()
{
    QStringList ids;
    for (int i = 0; i < 25; ++i)
        ids.append(m_ann->say(general, QStringLiteral("Soup number %1").arg(i)));
    QVERIFY(m_ann->loseConnection());
    const auto search = [&](const QString &query, const QString &cursor) {
        return answerOf<SearchPage>([&](QObject *context, AnswerHandler<SearchPage> handler) {
            (*m_ann)->searching().search({query, {}, {}, {}, {}}, cursor, context, std::move(handler));
        });
    };
    const auto found = search(QStringLiteral("soup"), {});
    QVERIFY(found);
    QVERIFY(found->isFromCache);
    QCOMPARE(found->hits.first().message.id, ids.last());
    QVERIFY(!found->cursor.isEmpty());
    const auto rest = search(QStringLiteral("soup"), found->cursor);
    QVERIFY(rest);
    QCOMPARE(found->hits.size() + rest->hits.size(), 25);
    QCOMPARE(rest->hits.last().message.id, ids.first());
    const auto stale = search(QStringLiteral("soup"), QStringLiteral("a cursor of the server"));
    QVERIFY(!stale);
    QCOMPARE(stale.error().code, QStringLiteral("offline"));
}

void tst_Requests::theAuditLogIsListed()
{
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->moderation().mute(general, m_bob->id(), QStringLiteral("Quiet"), 0, context, std::move(handler));
    }));
    const auto page = answerOf<AuditPage>([&](QObject *context, AnswerHandler<AuditPage> handler) {
        (*m_ann)->moderation().audit(general, {}, context, std::move(handler));
    });
    QVERIFY(page);
    QCOMPARE(page->entries.size(), 1);
    QCOMPARE(page->entries.first().action, QStringLiteral("moderate:mute"));
    QCOMPARE(page->entries.first().target, m_bob->id());
    const auto refused = answerOf<AuditPage>([&](QObject *context, AnswerHandler<AuditPage> handler) {
        (*m_bob)->moderation().audit(std::nullopt, {}, context, std::move(handler));
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("forbidden"));
}

QTEST_GUILESS_MAIN(tst_Requests)
#include "tst_requests.moc"
