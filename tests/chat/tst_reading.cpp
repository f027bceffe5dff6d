#include "support/chatfixture.h"

#include "chat/actions/deletemessage.h"
#include "chat/actions/gethistory.h"
#include "chat/actions/kick.h"
#include "chat/actions/leaveroom.h"
#include "chat/actions/markread.h"
#include "chat/actions/mute.h"
#include "chat/actions/settyping.h"
#include "chat/actions/sync.h"
#include "chat/rules/jsonsize.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

using Direction = GetHistory::Direction;

namespace {

ErrorCode codeOf(const Answer &answer)
{
    return answer ? ErrorCode::Internal : answer.error().code;
}

QList<qint64> seqsIn(const QCborMap &answer, QLatin1String field)
{
    QList<qint64> seqs;
    for (const QCborValue entry : answer.value(field).toArray())
        seqs.append(entry.toMap().value("seq"_L1).toInteger());
    return seqs;
}

qsizetype jsonBytes(const QCborMap &map)
{
    return QJsonDocument(map.toJsonObject()).toJson(QJsonDocument::Compact).size();
}

/// Two people in a room with ten messages, one a second, whose first seq is `first`.
struct Talk
{
    explicit Talk(chat::Settings settings = {}) : chat(std::move(settings))
    {
        ann = chat.connect(u"Ann"_s);
        bob = chat.connect(u"Bob"_s);
        room = chat.createRoom(ann, u"Lab"_s);
        chat.join(bob, room);
        first = seq() + 1;
        start = chat.clock().now();
        for (int i = 0; i < 10; ++i) {
            chat.say(ann, room, u"text %1"_s.arg(i));
            chat.clock().advance(1s);
        }
        chat.publisher().clear();
    }

    qint64 seq() { return chat.context().state.room(room)->room.seq; }
    qint64 readOf(const Person &person) { return chat.context().state.room(room)->readPosition(person.user); }
    QCborMap syncFrom(const Person &person, qint64 last)
    {
        const Answer answer = chat.ask(chat::sync, person, Sync{{{room, last}}});
        return answer ? answer->value("rooms"_L1).toMap().value(room).toMap() : QCborMap();
    }

    ChatFixture chat;
    Person ann;
    Person bob;
    QString room;
    qint64 first = 0;
    qint64 start = 0;
};

} // namespace

class tst_Reading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyComesInPages_data();
    void historyComesInPages();
    void aPageHoldsWhatFitsIntoAnAnswer();
    void badHistoryRequestsAreRefused();
    void readPositionsOnlyMoveForward();
    void readingIsToldToOneselfAndInSmallRoomsToOthers();
    void typingIsToldToOthers();
    void syncGivesTheEventsAfterTheLastOne();
    void syncComesInParts();
    void syncAnswersFitIntoAPacket();
    void aLongGapIsReplacedByTheLatestPage();
    void aClientFromTheFutureGetsTheLatestPage();
    void roomsOneIsNotInAreGone();
    void syncOfManyRoomsGetsAhead();
    void sizesAreNeverUnderestimated();
};

void tst_Reading::historyComesInPages_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<int>("position"); // of the ten messages; -1: before, 10: after all of them
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<int>>("messages"); // of the ten
    QTest::addColumn<bool>("hasBefore");
    QTest::addColumn<bool>("hasAfter");

    QTest::newRow("the latest") << Direction::Latest << 0 << 3 << QList<int>{7, 8, 9} << true << false;
    QTest::newRow("all of them") << Direction::Latest << 0 << 50 << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9} << false
                                 << false;
    QTest::newRow("before one") << Direction::Before << 4 << 2 << QList<int>{2, 3} << true << true;
    QTest::newRow("before the first") << Direction::Before << 0 << 2 << QList<int>{} << false << true;
    QTest::newRow("after one") << Direction::After << 4 << 2 << QList<int>{5, 6} << true << true;
    QTest::newRow("after the last") << Direction::After << 9 << 2 << QList<int>{} << true << false;
    QTest::newRow("around one") << Direction::Around << 4 << 3 << QList<int>{3, 4, 5} << true << true;
    QTest::newRow("from a time on") << Direction::Date << 8 << 5 << QList<int>{8, 9} << true << false;
}

void tst_Reading::historyComesInPages()
{
    QFETCH(const Direction, direction);
    QFETCH(const int, position);
    QFETCH(const int, limit);
    QFETCH(const QList<int>, messages);
    QFETCH(const bool, hasBefore);
    QFETCH(const bool, hasAfter);

    Talk talk;
    const qint64 from = direction == Direction::Date ? talk.start + position * 1000 : talk.first + position;
    const Answer answer = talk.chat.ask(chat::getHistory, talk.bob, GetHistory{talk.room, direction, from, limit});
    QVERIFY(answer);
    QList<qint64> expected;
    for (const int message : messages)
        expected.append(talk.first + message);
    QCOMPARE(seqsIn(*answer, "messages"_L1), expected);
    QCOMPARE(answer->value("hasBefore"_L1).toBool(), hasBefore);
    QCOMPARE(answer->value("hasAfter"_L1).toBool(), hasAfter);
}

void tst_Reading::aPageHoldsWhatFitsIntoAnAnswer()
{
    Talk talk;
    for (int i = 0; i < 60; ++i)
        talk.chat.say(talk.ann, talk.room, QString(8000, u'\u3042'));
    const qint64 last = talk.seq();
    for (const Direction direction : {Direction::Latest, Direction::Before, Direction::After, Direction::Around}) {
        const qint64 position = direction == Direction::After ? talk.first + 9
            : direction == Direction::Around                  ? last - 30
                                                              : last + 1;
        const Answer answer
            = talk.chat.ask(chat::getHistory, talk.bob, GetHistory{talk.room, direction, position, 200});
        QVERIFY(answer);
        QVERIFY(jsonBytes(*answer) < 1'000'000);
        const QList<qint64> seqs = seqsIn(*answer, "messages"_L1);
        QVERIFY(seqs.size() > 30 && seqs.size() < 60);
        QCOMPARE(answer->value("hasBefore"_L1).toBool(), true);
        QCOMPARE(answer->value("hasAfter"_L1).toBool(),
                 direction == Direction::After || direction == Direction::Around);
        if (direction == Direction::After)
            QCOMPARE(seqs.first(), position + 1);
        else if (direction == Direction::Around)
            QVERIFY(seqs.contains(position));
        else
            QCOMPARE(seqs.last(), last);
    }
}

void tst_Reading::badHistoryRequestsAreRefused()
{
    Talk talk;
    QCOMPARE(codeOf(talk.chat.ask(chat::getHistory, talk.bob, GetHistory{talk.room, Direction::Latest, 0, 0})),
             ErrorCode::BadRequest);
    QCOMPARE(codeOf(talk.chat.ask(chat::getHistory, talk.bob, GetHistory{talk.room, Direction::Before, -1, 10})),
             ErrorCode::BadRequest);
    const Person outsider = talk.chat.connect(u"Outsider"_s);
    QCOMPARE(codeOf(talk.chat.ask(chat::getHistory, outsider, GetHistory{talk.room, Direction::Latest, 0, 10})),
             ErrorCode::NotMember);
    // Also when they are put out while the store is reading.
    const PendingAnswer page
        = talk.chat.begin(chat::getHistory, talk.bob, GetHistory{talk.room, Direction::Latest, 0, 10});
    const PendingAnswer kicked = talk.chat.begin(chat::kick, talk.ann, Moderate{talk.room, talk.bob.user, {}, 0});
    QVERIFY(talk.chat.wait(kicked));
    QCOMPARE(codeOf(talk.chat.wait(page)), ErrorCode::NotMember);
}

void tst_Reading::readPositionsOnlyMoveForward()
{
    Talk talk;
    const auto mark = [&](qint64 seq) { return talk.chat.ask(chat::markRead, talk.bob, MarkRead{talk.room, seq}); };
    QVERIFY(mark(talk.first + 4));
    QCOMPARE(talk.readOf(talk.bob), talk.first + 4);
    QVERIFY(mark(talk.first + 2));
    QCOMPARE(talk.readOf(talk.bob), talk.first + 4);
    QVERIFY(mark(1'000'000'000));
    QCOMPARE(talk.readOf(talk.bob), talk.seq());
    QCOMPARE(codeOf(mark(-1)), ErrorCode::BadRequest);
    talk.chat.restart();
    QCOMPARE(talk.readOf(talk.bob), talk.seq());
    const Person bob = talk.chat.connectAgain(talk.bob);
    talk.chat.say(talk.chat.connectAgain(talk.ann), talk.room, u"one more"_s);
    for (const QCborValue room : talk.chat.connectAgain(bob).welcome.value("rooms"_L1).toArray()) {
        if (room.toMap().value("id"_L1) == talk.room)
            QCOMPARE(room.toMap().value("unread"_L1).toInteger(), 1);
    }
}

void tst_Reading::readingIsToldToOneselfAndInSmallRoomsToOthers()
{
    for (const int maxReceiptMembers : {2, 1}) {
        chat::Settings settings;
        settings.limits.maxReceiptMembers = maxReceiptMembers;
        Talk talk(settings);
        const Person otherDevice = talk.chat.connectAgain(talk.bob);
        QVERIFY(talk.chat.ask(chat::markRead, talk.bob, MarkRead{talk.room, talk.first}));
        const QCborMap data{{"room"_L1, talk.room}, {"user"_L1, talk.bob.user}, {"seq"_L1, talk.first}};
        QCOMPARE(talk.chat.publisher().received(otherDevice.connection, u"read"_s), QList{data});
        QCOMPARE(talk.chat.publisher().received(talk.ann.connection, u"read"_s).size(), maxReceiptMembers == 2 ? 1 : 0);
        QVERIFY(talk.chat.publisher().received(talk.bob.connection, u"read"_s).isEmpty());
        // Nothing new is nothing to tell.
        QVERIFY(talk.chat.ask(chat::markRead, talk.bob, MarkRead{talk.room, talk.first}));
        QCOMPARE(talk.chat.publisher().received(otherDevice.connection, u"read"_s).size(), 1);
    }
}

void tst_Reading::typingIsToldToOthers()
{
    Talk talk;
    QVERIFY(talk.chat.ask(chat::setTyping, talk.bob, SetTyping{talk.room, true}));
    const QCborMap data{{"room"_L1, talk.room}, {"user"_L1, talk.bob.user}, {"on"_L1, true}};
    QCOMPARE(talk.chat.publisher().received(talk.ann.connection, u"typing"_s), QList{data});
    QVERIFY(talk.chat.publisher().received(talk.bob.connection, u"typing"_s).isEmpty());
    // Who may not write does not type.
    const Moderate request{talk.room, talk.bob.user, {}, talk.chat.clock().now() + 5000};
    QVERIFY(talk.chat.ask(chat::mute, talk.ann, request));
    QCOMPARE(codeOf(talk.chat.ask(chat::setTyping, talk.bob, SetTyping{talk.room, true})), ErrorCode::Muted);
    const Person outsider = talk.chat.connect(u"Outsider"_s);
    QCOMPARE(codeOf(talk.chat.ask(chat::setTyping, outsider, SetTyping{talk.room, true})), ErrorCode::NotMember);
    QCOMPARE(talk.chat.publisher().received(talk.ann.connection, u"typing"_s).size(), 1);
}

void tst_Reading::syncGivesTheEventsAfterTheLastOne()
{
    Talk talk;
    const qint64 last = talk.seq();
    const QCborMap none = talk.syncFrom(talk.bob, last);
    QVERIFY(none.value("events"_L1).isArray() && none.value("events"_L1).toArray().isEmpty());
    QVERIFY(!none.contains("more"_L1));
    QCOMPARE(none.value("read"_L1).toInteger(), talk.readOf(talk.bob));

    const QString id = talk.chat.say(talk.ann, talk.room, u"news"_s);
    QVERIFY(talk.chat.ask(chat::deleteMessage, talk.ann, MessageRequest{talk.room, messageId(talk.room, talk.first)}));
    const QCborMap answer = talk.syncFrom(talk.bob, last);
    QCOMPARE(seqsIn(answer, "events"_L1), (QList<qint64>{last + 1, last + 2}));
    const QCborMap posted = answer.value("events"_L1).toArray()[0].toMap();
    QCOMPARE(posted.value("type"_L1).toString(), u"message.posted"_s);
    QCOMPARE(posted.value("message"_L1).toMap().value("id"_L1).toString(), id);
    QCOMPARE(answer.value("events"_L1).toArray()[1].toMap().value("type"_L1).toString(), u"message.deleted"_s);
    QVERIFY(!answer.contains("more"_L1));
    // The same as was published at that time.
    const QList<QCborMap> published = talk.chat.publisher().received(talk.bob.connection, u"room:event"_s);
    QCOMPARE(published.value(0), posted);
    QCOMPARE(codeOf(talk.chat.ask(chat::sync, talk.bob, Sync{{{talk.room, -1}}})), ErrorCode::BadRequest);
}

void tst_Reading::syncComesInParts()
{
    chat::Settings settings;
    settings.limits.maxSyncEvents = 4;
    Talk talk(settings);
    QList<qint64> seqs;
    QCborMap answer;
    int parts = 0;
    do {
        answer = talk.syncFrom(talk.bob, talk.first - 1 + seqs.size());
        seqs += seqsIn(answer, "events"_L1);
        ++parts;
        QCOMPARE(answer.value("more"_L1).toBool(), parts < 3);
    } while (answer.value("more"_L1).toBool() && parts < 10);
    QCOMPARE(parts, 3);
    QCOMPARE(seqs.size(), 10);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(seqs[i], talk.first + i);
}

void tst_Reading::syncAnswersFitIntoAPacket()
{
    Talk talk;
    const qint64 last = talk.seq();
    for (int i = 0; i < 30; ++i)
        talk.chat.say(talk.ann, talk.room, QString(7999, QChar(1)) + u'x');
    qint64 known = last;
    int answers = 0;
    while (known < talk.seq() && answers < 10) {
        const QCborMap answer = talk.syncFrom(talk.bob, known);
        QVERIFY(jsonBytes(answer) < 1'000'000);
        const QList<qint64> seqs = seqsIn(answer, "events"_L1);
        QVERIFY(!seqs.isEmpty());
        QCOMPARE(seqs.first(), known + 1);
        known = seqs.last();
        QCOMPARE(answer.value("more"_L1).toBool(), known < talk.seq());
        ++answers;
    }
    QCOMPARE(known, talk.seq());
    QVERIFY(answers > 1);
}

void tst_Reading::aLongGapIsReplacedByTheLatestPage()
{
    chat::Settings settings;
    settings.limits.maxSyncGap = 5;
    Talk talk(settings);
    const QCborMap answer = talk.syncFrom(talk.bob, talk.seq() - 6);
    QCOMPARE(answer.value("reset"_L1).toBool(), true);
    QCOMPARE(seqsIn(answer, "messages"_L1).size(), 10);
    QCOMPARE(answer.value("hasAfter"_L1).toBool(), false);
    const QCborMap room = answer.value("room"_L1).toMap();
    QCOMPARE(room.value("seq"_L1).toInteger(), talk.seq());
    QCOMPARE(room.value("unread"_L1).toInteger(), 10);
    QCOMPARE(room.value("read"_L1).toInteger(), talk.readOf(talk.bob));
    QVERIFY(talk.syncFrom(talk.bob, talk.seq() - 5).contains("events"_L1));
}

void tst_Reading::aClientFromTheFutureGetsTheLatestPage()
{
    Talk talk; // as after the server's data were put back from a backup
    const QCborMap answer = talk.syncFrom(talk.bob, talk.seq() + 1);
    QCOMPARE(answer.value("reset"_L1).toBool(), true);
    QCOMPARE(answer.value("room"_L1).toMap().value("seq"_L1).toInteger(), talk.seq());
}

void tst_Reading::roomsOneIsNotInAreGone()
{
    Talk talk;
    const QString secret = talk.chat.createRoom(talk.ann, u"Secret"_s, RoomKind::Private);
    QVERIFY(talk.chat.ask(chat::leaveRoom, talk.bob, RoomRequest{talk.room}));
    const QCborMap gone{{"gone"_L1, true}};
    const Answer answer = talk.chat.ask(chat::sync, talk.bob, Sync{{{talk.room, 3}, {secret, 0}, {u"rnothing"_s, 12}}});
    QVERIFY(answer);
    const QCborMap expected{{talk.room, gone}, {secret, gone}, {u"rnothing"_s, gone}};
    const QCborMap rooms = answer->value("rooms"_L1).toMap();
    QCOMPARE(rooms.size(), 3);
    for (const auto &[room, entry] : expected)
        QCOMPARE(rooms.value(room).toMap(), entry.toMap());
}

void tst_Reading::syncOfManyRoomsGetsAhead()
{
    chat::Settings settings;
    settings.limits.maxSyncEvents = 5;
    Talk talk(settings);
    Sync request{{{talk.room, 0}}};
    QHash<QString, qint64> expected{{talk.room, talk.seq()}};
    for (int i = 0; i < 6; ++i) {
        const QString room = talk.chat.createRoom(talk.ann, u"Room %1"_s.arg(i));
        talk.chat.say(talk.ann, room, u"hello"_s);
        request.rooms.insert(room, 0);
        expected.insert(room, talk.chat.context().state.room(room)->room.seq);
    }
    int answers = 0;
    bool hasMore = true;
    while (hasMore && answers < 50) {
        ++answers;
        hasMore = false;
        const Answer answer = talk.chat.ask(chat::sync, talk.ann, request);
        QVERIFY(answer);
        qsizetype events = 0;
        for (const auto &[room, entry] : answer->value("rooms"_L1).toMap()) {
            const QList<qint64> seqs = seqsIn(entry.toMap(), "events"_L1);
            events += seqs.size();
            request.rooms[room.toString()] += seqs.size();
            hasMore = hasMore || entry.toMap().value("more"_L1).toBool();
        }
        QVERIFY(events > 0 && events <= 5);
    }
    QCOMPARE(request.rooms, expected);
}

void tst_Reading::sizesAreNeverUnderestimated()
{
    const QCborMap map{
        {"text"_L1, u"a\"b\\c/d\n\u0001\u00E9\u3042\U0001F600"_s},
        {"number"_L1, qint64(-123456789012345)},
        {"array"_L1, QCborArray{1, true, QCborValue(), u""_s, 1.5}},
        {"map"_L1, QCborMap{{"k"_L1, u"v"_s}}},
    };
    QVERIFY(chat::jsonBytesAtMost(map) >= jsonBytes(map));
    QVERIFY(chat::jsonBytesAtMost(map) <= jsonBytes(map) + 200);
}

QTEST_GUILESS_MAIN(tst_Reading)
#include "tst_reading.moc"
