#include "support/bot.h"
#include "support/counts.h"
#include "support/person.h"

using namespace session;
using protocol::chat::RoomKind;

/// The state stays that of the server, whatever is missed.
class tst_Following : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anEventThatIsMissingIsAskedFor();
    void whatWasMissedComesInSeveralParts();
    void aRoomInWhichTooMuchHasHappenedIsReplaced();
    void aServerThatHasLostItsDataIsBelieved();
    void whoIsKickedOutOfARoomIsToldWhy();
    void aRoomThatIsNotOursAnyMoreIsGoneAfterComingBack();
    void whoIsInvitedGetsTheRoom();
    void aRoomLeftOnAnotherDeviceIsLeftHere();
    void typingIsShownAndForgotten();
    void whoPostsIsNotTypingAnyMore();
    void onlyWhatOthersPostNowArrives();
    void rolesAndMutesAreHeardOf();
    void noticesAreHeardOf();

private:
    [[nodiscard]] Counts told(const QString &room) { return Counts::told(*m_ann, room); }
    [[nodiscard]] Counts known(const QString &room) { return Counts::known(*m_ann, room); }

    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Bot> m_bot;
};

void tst_Following::init()
{
    m_ann.reset();
    m_bot.reset();
    m_house = std::make_unique<House>();
    m_house->config.chat.limits.maxSyncEvents = 50;
    m_house->config.chat.limits.maxSyncGap = 1000;
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    QVERIFY(m_ann->comeIn());
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Bot"));
}

void tst_Following::anEventThatIsMissingIsAskedFor()
{
    const auto timeline = (*m_ann)->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    QSignalSpy caughtUp(&m_ann->client(), &ChatClient::caughtUp);
    m_house->network().lose("\"one\"");
    m_bot->sayMany(general, {QStringLiteral("one"), QStringLiteral("two")});
    QTRY_COMPARE(m_house->network().lost(), 1);
    QTRY_COMPARE(caughtUp.size(), 1);
    QTRY_VERIFY(timeline->count() >= 2);
    QTRY_COMPARE(timeline->at(timeline->count() - 1).message.text, QStringLiteral("two"));
    QCOMPARE(timeline->at(timeline->count() - 2).message.text, QStringLiteral("one"));
    QCOMPARE(m_ann->room(general)->unread, 2);
}

void tst_Following::whatWasMissedComesInSeveralParts()
{
    QVERIFY(m_ann->loseConnection());
    const QStringList ids = m_bot->count(general, 1, 300);
    m_bot->ask(QStringLiteral("message:delete"), {{QStringLiteral("room"), general}, {QStringLiteral("id"), ids[0]}});
    QVERIFY(m_ann->comeBack());
    QCOMPARE(m_ann->room(general)->unread, 299);
    QCOMPARE(m_ann->room(general)->last->text, QStringLiteral("300"));
    QVERIFY(m_ann->cache().message(ids[0])->isDeleted);
    QCOMPARE(m_ann->cache().message(ids[149])->text, QStringLiteral("150"));
    QCOMPARE(known(general), told(general));
}

void tst_Following::aRoomInWhichTooMuchHasHappenedIsReplaced()
{
    const QStringList before = m_bot->count(general, 1, 3);
    QTRY_COMPARE(m_ann->room(general)->unread, 3);
    QVERIFY(m_ann->loseConnection());
    m_bot->ask(QStringLiteral("message:delete"),
               {{QStringLiteral("room"), general}, {QStringLiteral("id"), before[2]}});
    m_bot->count(general, 4, 1100);
    QSignalSpy reset(&(*m_ann)->rooms(), &RoomDirectory::roomReset);
    QVERIFY(m_ann->comeBack());
    QCOMPARE(reset.size(), 1);
    QCOMPARE(m_ann->room(general)->unread, 1000);
    QCOMPARE(known(general), told(general));
    QVERIFY(!m_ann->cache().message(before[0]));
    const qint64 newest = m_ann->room(general)->room.seq;
    (*m_ann)->markRead(general, newest);
    QCOMPARE(m_ann->room(general)->unread, 0);
    m_bot->say(general, QStringLiteral("One more"));
    QTRY_COMPARE(m_ann->room(general)->unread, 1);
    QCOMPARE(known(general), told(general));
    // After a restart nothing is missing either.
    m_ann->quit();
    QVERIFY(m_ann->comeIn());
    QCOMPARE(known(general), told(general));
}

void tst_Following::aServerThatHasLostItsDataIsBelieved()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Lost"));
    m_bot->count(general, 1, 20);
    QTRY_COMPARE(m_ann->room(general)->unread, 20);
    m_bot.reset();
    m_house->stop();
    QTRY_VERIFY(!(*m_ann)->isOnline());
    m_house->forgetEverything();
    m_house->start();
    QVERIFY(m_ann->waitUntilUpToDate());
    QVERIFY(!m_ann->room(room));
    QCOMPARE(m_ann->room(general)->unread, 0);
    QVERIFY(!m_ann->room(general)->last);
    const auto timeline = (*m_ann)->openTimeline(general);
    timeline->loadLatest();
    QTRY_VERIFY(!timeline->isLoading());
    QCOMPARE(timeline->firstRowAfter(0), timeline->count());
    const QString id = m_ann->say(general, QStringLiteral("A new beginning"));
    QTRY_VERIFY(timeline->rowOf(id) >= 0);
}

void tst_Following::whoIsKickedOutOfARoomIsToldWhy()
{
    const QString room = m_bot
                             ->ask(QStringLiteral("room:create"),
                                   {{QStringLiteral("name"), QStringLiteral("Kitchen")},
                                    {QStringLiteral("kind"), QStringLiteral("public")}})
                             .value(QLatin1String("room"))
                             .toMap()
                             .value(QLatin1String("id"))
                             .toString();
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QVERIFY(bob.join(room));
    std::optional<RoomDirectory::Removal> why;
    QString reason;
    connect(&bob->rooms(), &RoomDirectory::removed, this,
            [&](const QString &id, RoomDirectory::Removal how, const QString &words) {
                if (id == room)
                    why = how;
                reason = words;
            });
    m_bot->ask(QStringLiteral("moderate:kick"),
               {{QStringLiteral("room"), room},
                {QStringLiteral("user"), bob.id()},
                {QStringLiteral("reason"), QStringLiteral("Cool down")}});
    QTRY_VERIFY(why.has_value());
    QCOMPARE(*why, RoomDirectory::Removal::Kicked);
    QCOMPARE(reason, QStringLiteral("Cool down"));
    QVERIFY(!bob.room(room));
    QVERIFY(bob.join(room)); // who was kicked may come back
    m_bot->ask(QStringLiteral("moderate:ban"), {{QStringLiteral("room"), room}, {QStringLiteral("user"), bob.id()}});
    QTRY_COMPARE(*why, RoomDirectory::Removal::Banned);
}

void tst_Following::aRoomThatIsNotOursAnyMoreIsGoneAfterComingBack()
{
    const QString room = m_bot
                             ->ask(QStringLiteral("room:create"),
                                   {{QStringLiteral("name"), QStringLiteral("Secret")},
                                    {QStringLiteral("kind"), QStringLiteral("private")}})
                             .value(QLatin1String("room"))
                             .toMap()
                             .value(QLatin1String("id"))
                             .toString();
    m_bot->ask(QStringLiteral("room:invite"), {{QStringLiteral("room"), room}, {QStringLiteral("user"), m_ann->id()}});
    QTRY_VERIFY(m_ann->room(room));
    m_bot->say(room, QStringLiteral("Psst"));
    QTRY_VERIFY(m_ann->room(room)->last.has_value());
    QVERIFY(m_ann->loseConnection());
    m_bot->ask(QStringLiteral("moderate:kick"),
               {{QStringLiteral("room"), room}, {QStringLiteral("user"), m_ann->id()}});
    QSignalSpy removed(&(*m_ann)->rooms(), &RoomDirectory::removed);
    QVERIFY(m_ann->comeBack());
    QVERIFY(!m_ann->room(room));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first()[1].value<RoomDirectory::Removal>(), RoomDirectory::Removal::Gone);
    QVERIFY(m_ann->cache().latest(room, 10).messages.isEmpty());
}

void tst_Following::whoIsInvitedGetsTheRoom()
{
    const QString room = m_ann->makeRoom(QStringLiteral("Party"), RoomKind::Private);
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QVERIFY(!bob.room(room));
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->roomRequests().invite(room, bob.id(), context, std::move(handler));
    }));
    QTRY_VERIFY(bob.room(room));
    QCOMPARE(bob.room(room)->room.name, QStringLiteral("Party"));
    QTRY_COMPARE(m_ann->room(room)->room.memberCount, 2);
    QCOMPARE(m_ann->room(room)->role, protocol::chat::Role::Owner);
    QCOMPARE(bob.room(room)->role, protocol::chat::Role::Member);
}

void tst_Following::aRoomLeftOnAnotherDeviceIsLeftHere()
{
    Person tablet(*m_house, QStringLiteral("Ann"));
    tablet.credentials.token = m_ann->credentials.token;
    QVERIFY(tablet.comeIn());
    const QString room = m_bot
                             ->ask(QStringLiteral("room:create"),
                                   {{QStringLiteral("name"), QStringLiteral("Kitchen")},
                                    {QStringLiteral("kind"), QStringLiteral("public")}})
                             .value(QLatin1String("room"))
                             .toMap()
                             .value(QLatin1String("id"))
                             .toString();
    QVERIFY(m_ann->join(room));
    QTRY_VERIFY(tablet.room(room));
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        tablet->roomRequests().leave(room, context, std::move(handler));
    }));
    QTRY_VERIFY(!m_ann->room(room));
    QVERIFY(!tablet.room(room));
}

void tst_Following::typingIsShownAndForgotten()
{
    ClientOptions options = quickOptions();
    options.typingExpiry = std::chrono::milliseconds(150);
    Person bob(*m_house, QStringLiteral("Bob"), options);
    QVERIFY(bob.comeIn());
    QSignalSpy changed(&bob->rooms(), &RoomDirectory::typingChanged);
    (*m_ann)->setTyping(general, true);
    (*m_ann)->setTyping(general, true);
    QTRY_COMPARE(bob.room(general)->typing, QStringList(m_ann->id()));
    QVERIFY(m_ann->room(general)->typing.isEmpty());
    QTRY_VERIFY(bob.room(general)->typing.isEmpty()); // nothing was heard of it any more
    QCOMPARE(changed.size(), 2);
    (*m_ann)->setTyping(general, false);
    (*m_ann)->setTyping(general, true);
    QTRY_COMPARE(bob.room(general)->typing, QStringList(m_ann->id()));
    (*m_ann)->setTyping(general, false);
    QTRY_VERIFY(bob.room(general)->typing.isEmpty());
}

void tst_Following::whoPostsIsNotTypingAnyMore()
{
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    (*m_ann)->setTyping(general, true);
    QTRY_COMPARE(bob.room(general)->typing, QStringList(m_ann->id()));
    m_ann->say(general, QStringLiteral("There"));
    QTRY_VERIFY(bob.room(general)->typing.isEmpty());
}

void tst_Following::onlyWhatOthersPostNowArrives()
{
    QStringList arrived;
    connect(&(*m_ann)->rooms(), &RoomDirectory::messageArrived, this,
            [&](const protocol::chat::Message &message) { arrived.append(message.text); });
    m_bot->say(general, QStringLiteral("now"));
    m_ann->say(general, QStringLiteral("mine"));
    QTRY_COMPARE(arrived, QStringList(QStringLiteral("now")));
    QVERIFY(m_ann->loseConnection());
    m_bot->say(general, QStringLiteral("while away"));
    QVERIFY(m_ann->comeBack());
    m_bot->say(general, QStringLiteral("later"));
    QTRY_COMPARE(arrived, QStringList({QStringLiteral("now"), QStringLiteral("later")}));
}

void tst_Following::rolesAndMutesAreHeardOf()
{
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->moderation().setRole(general, bob.id(), protocol::chat::Role::Moderator, context, std::move(handler));
    }));
    QTRY_COMPARE(bob.room(general)->role, protocol::chat::Role::Moderator);
    const qint64 until = QDateTime::currentMSecsSinceEpoch() + 60'000;
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->moderation().mute(general, bob.id(), QStringLiteral("Quiet"), until, context, std::move(handler));
    }));
    QTRY_COMPARE(bob.room(general)->mutedUntil, until);
    bob.quit();
    bob.start();
    QCOMPARE(bob.room(general)->mutedUntil, until);
    QCOMPARE(bob.room(general)->role, protocol::chat::Role::Moderator);
}

void tst_Following::noticesAreHeardOf()
{
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QList<Notice> notices;
    connect(&bob.client(), &ChatClient::noticeReceived, this, [&](const Notice &notice) { notices.append(notice); });
    const auto reached = answerOf<Reached>([&](QObject *context, AnswerHandler<Reached> handler) {
        (*m_ann)->later().announce(QStringLiteral("Lunch"), std::nullopt, context, std::move(handler));
    });
    QVERIFY(reached);
    QTRY_COMPARE(notices.size(), 1);
    QCOMPARE(notices[0].kind, Notice::Kind::Announcement);
    QCOMPARE(notices[0].text, QStringLiteral("Lunch"));
    QCOMPARE(notices[0].by, m_ann->id());
    QVERIFY(answerOf<Done>([&](QObject *context, AnswerHandler<Done> handler) {
        (*m_ann)->moderation().mute(general, bob.id(), QStringLiteral("Quiet"), 0, context, std::move(handler));
    }));
    QTRY_COMPARE(notices.size(), 2);
    QCOMPARE(notices[1].kind, Notice::Kind::Muted);
    QCOMPARE(notices[1].reason, QStringLiteral("Quiet"));
}

QTEST_GUILESS_MAIN(tst_Following)
#include "tst_following.moc"
