#include "support/circle.h"

#include "chat/actions/deletemessage.h"
#include "chat/actions/editmessage.h"
#include "chat/actions/listaudit.h"
#include "chat/actions/mute.h"
#include "chat/actions/pinmessage.h"
#include "chat/actions/react.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/updateroom.h"
#include "chat/state/serverstate.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(protocol::chat::ErrorCode)

class tst_Messages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageReachesEverybodyInTheRoomAndIsAcknowledged();
    void theSameNonceGetsTheSameMessage();
    void messagesOfOneSenderStayInOrder();
    void badMessagesAreRefused_data();
    void badMessagesAreRefused();
    void aReplyNeedsItsMessage();
    void postingMovesTheSendersReadPosition();
    void slowModeAllowsOneMessageAtATime();
    void whoIsMutedChangesNothing();
    void authorsEditTheirMessages();
    void authorsAndModeratorsDeleteMessages();
};

void tst_Messages::aMessageReachesEverybodyInTheRoomAndIsAcknowledged()
{
    Circle circle;
    const Person outsider = circle.chat.connect(u"Outsider"_s);
    const QString text = u"  caf\u0065\u0301 \"hi\"\n\u0001 \U0001F600 "_s;
    const Answer answer = circle.chat.ask(chat::sendMessage, circle.ann, circle.draft(text));
    QVERIFY(answer);
    const qint64 seq = answer->value("seq"_L1).toInteger();
    QCOMPARE(answer->value("id"_L1).toString(), messageId(circle.room, seq));
    QCOMPARE(answer->value("at"_L1).toInteger(), circle.chat.clock().now());
    for (const Person &person : {circle.owner, circle.ann, circle.bob}) {
        const auto events = circle.chat.publisher().roomEvents(person.connection, u"message.posted"_s);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].value("seq"_L1).toInteger(), seq);
        QCOMPARE(events[0].value("by"_L1).toString(), circle.ann.user);
        QCOMPARE(events[0].value("message"_L1).toMap().value("text"_L1).toString(), text);
        QCOMPARE(events[0].value("message"_L1).toMap().value("id"_L1), answer->value("id"_L1));
    }
    QVERIFY(circle.chat.publisher().roomEvents(outsider.connection, u"message.posted"_s).isEmpty());
    QCOMPARE(circle.message(messageId(circle.room, seq)).value("text"_L1).toString(), text);
}

void tst_Messages::theSameNonceGetsTheSameMessage()
{
    Circle circle;
    const SendMessage draft = circle.draft(u"once"_s);
    const PendingAnswer first = circle.chat.begin(chat::sendMessage, circle.ann, draft);
    const PendingAnswer second = circle.chat.begin(chat::sendMessage, circle.ann, draft);
    const Answer answer = circle.chat.wait(first);
    QVERIFY(answer);
    QVERIFY(*circle.chat.wait(second) == *answer);
    circle.chat.clock().advance(1h);
    QVERIFY(*circle.chat.ask(chat::sendMessage, circle.ann, draft) == *answer);
    QCOMPARE(circle.chat.publisher().roomEvents(circle.bob.connection, u"message.posted"_s).size(), 1);
    // A nonce is its sender's own.
    const Answer other = circle.chat.ask(chat::sendMessage, circle.bob, draft);
    QVERIFY(other && *other != *answer);
    // It is known after a restart, too, and also when the message has been deleted.
    QVERIFY(circle.chat.ask(chat::deleteMessage, circle.ann,
                            MessageRequest{circle.room, answer->value("id"_L1).toString()}));
    circle.chat.restart();
    const Person ann = circle.chat.connectAgain(circle.ann);
    QVERIFY(*circle.chat.ask(chat::sendMessage, ann, draft) == *answer);
    QVERIFY(circle.chat.publisher().inbox(ann.connection).isEmpty());
}

void tst_Messages::messagesOfOneSenderStayInOrder()
{
    Circle circle;
    const QString target = circle.chat.say(circle.owner, circle.room, u"question"_s);
    QStringList texts;
    std::vector<PendingAnswer> answers;
    for (int i = 0; i < 20; ++i) {
        SendMessage draft = circle.draft(u"text %1"_s.arg(i));
        if (i % 3 == 0)
            draft.replyTo = target;
        texts.append(draft.text);
        answers.push_back(circle.chat.begin(chat::sendMessage, circle.ann, draft));
    }
    for (const PendingAnswer &answer : answers)
        QVERIFY(circle.chat.wait(answer));
    QStringList received;
    for (const QCborMap &event : circle.chat.publisher().roomEvents(circle.bob.connection, u"message.posted"_s))
        received.append(event.value("message"_L1).toMap().value("text"_L1).toString());
    QCOMPARE(received.mid(1), texts);
}

void tst_Messages::badMessagesAreRefused_data()
{
    QTest::addColumn<QString>("field"); // the one that is changed
    QTest::addColumn<QString>("value");
    QTest::addColumn<ErrorCode>("code");

    QTest::newRow("no text") << u"text"_s << QString() << ErrorCode::BadRequest;
    QTest::newRow("white space") << u"text"_s << u" \n "_s << ErrorCode::BadRequest;
    QTest::newRow("half a character") << u"text"_s << QString(QChar(0xD800)) << ErrorCode::BadRequest;
    QTest::newRow("a NUL") << u"text"_s << QString(QChar(0)) + u"x"_s << ErrorCode::BadRequest;
    QTest::newRow("a long text") << u"text"_s << QString(8001, u'x') << ErrorCode::TooLong;
    QTest::newRow("no nonce") << u"nonce"_s << QString() << ErrorCode::BadRequest;
    QTest::newRow("a long nonce") << u"nonce"_s << QString(65, u'x') << ErrorCode::TooLong;
    QTest::newRow("a reply to nothing") << u"replyTo"_s << u"nothing"_s << ErrorCode::NotFound;
    QTest::newRow("a reply to another room") << u"replyTo"_s << u"general-1"_s << ErrorCode::NotFound;
    QTest::newRow("a room that is not there") << u"room"_s << u"rnothing"_s << ErrorCode::NotFound;
}

void tst_Messages::badMessagesAreRefused()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const ErrorCode, code);

    Circle circle;
    SendMessage draft = circle.draft(u"hello"_s);
    (field == u"text"        ? draft.text
         : field == u"nonce" ? draft.nonce
         : field == u"room"  ? draft.room
                             : draft.replyTo)
        = value;
    const Answer answer = circle.chat.ask(chat::sendMessage, circle.ann, draft);
    QCOMPARE(codeOf(answer), code);
    if (field != u"room")
        QCOMPARE(answer.error().field, field);
    QVERIFY(circle.chat.publisher().inbox(circle.bob.connection).isEmpty());
}

void tst_Messages::aReplyNeedsItsMessage()
{
    Circle circle;
    const QString target = circle.chat.say(circle.ann, circle.room, u"question"_s);
    SendMessage reply = circle.draft(u"answer"_s);
    reply.replyTo = target;
    const Answer answer = circle.chat.ask(chat::sendMessage, circle.bob, reply);
    QVERIFY(answer);
    QCOMPARE(circle.message(answer->value("id"_L1).toString()).value("replyTo"_L1).toString(), target);

    QVERIFY(circle.chat.ask(chat::deleteMessage, circle.ann, MessageRequest{circle.room, target}));
    SendMessage late = circle.draft(u"late"_s);
    // Also one that is an event, but no message.
    for (const QString &id : {target, messageId(circle.room, 1), messageId(circle.room, 999)}) {
        late.replyTo = id;
        const Answer refused = circle.chat.ask(chat::sendMessage, circle.bob, late);
        QCOMPARE(codeOf(refused), ErrorCode::NotFound);
        QCOMPARE(refused.error().field, u"replyTo"_s);
    }
    // What was stored stays acknowledged.
    QVERIFY(*circle.chat.ask(chat::sendMessage, circle.bob, reply) == *answer);
}

void tst_Messages::postingMovesTheSendersReadPosition()
{
    Circle circle;
    circle.chat.say(circle.bob, circle.room, u"one"_s);
    const QString id = circle.chat.say(circle.ann, circle.room, u"two"_s);
    const qint64 seq = messagePositionFrom(id)->seq;
    QCOMPARE(circle.chat.context().state.room(circle.room)->readPosition(circle.ann.user), seq);
    circle.chat.restart();
    QCOMPARE(circle.chat.context().state.room(circle.room)->readPosition(circle.ann.user), seq);
}

void tst_Messages::slowModeAllowsOneMessageAtATime()
{
    Circle circle;
    UpdateRoom update;
    update.room = circle.room;
    update.slowMode = 10s;
    QVERIFY(circle.chat.ask(chat::updateRoom, circle.owner, update));

    // Also when the first one is still on its way to the store.
    const PendingAnswer first = circle.chat.begin(chat::sendMessage, circle.ann, circle.draft(u"1"_s));
    const PendingAnswer second = circle.chat.begin(chat::sendMessage, circle.ann, circle.draft(u"2"_s));
    QVERIFY(circle.chat.wait(first));
    QCOMPARE(codeOf(circle.chat.wait(second)), ErrorCode::SlowMode);

    circle.chat.clock().advance(4s);
    const Answer third = circle.chat.ask(chat::sendMessage, circle.ann, circle.draft(u"3"_s));
    QCOMPARE(codeOf(third), ErrorCode::SlowMode);
    QCOMPARE(third.error().retryAfter.value_or(0ms), 6000ms);
    QVERIFY(circle.chat.ask(chat::sendMessage, circle.bob, circle.draft(u"of somebody else"_s)));
    for (int i = 0; i < 3; ++i)
        QVERIFY(circle.chat.ask(chat::sendMessage, circle.owner, circle.draft(u"of a moderator"_s)));
    circle.chat.clock().advance(6s);
    QVERIFY(circle.chat.ask(chat::sendMessage, circle.ann, circle.draft(u"4"_s)));
    // A refused message does not take the place of a good one.
    circle.chat.clock().advance(10s);
    QVERIFY(!circle.chat.ask(chat::sendMessage, circle.ann, circle.draft(u" "_s)));
    QVERIFY(circle.chat.ask(chat::sendMessage, circle.ann, circle.draft(u"5"_s)));
}

void tst_Messages::whoIsMutedChangesNothing()
{
    Circle circle;
    const QString id = circle.chat.say(circle.ann, circle.room, u"before"_s);
    const Moderate request{circle.room, circle.ann.user, {}, circle.chat.clock().now() + 5000};
    QVERIFY(circle.chat.ask(chat::mute, circle.owner, request));
    const auto codes = [&] {
        return QList<ErrorCode>{
            codeOf(circle.chat.ask(chat::sendMessage, circle.ann, circle.draft(u"x"_s))),
            codeOf(circle.chat.ask(chat::editMessage, circle.ann, EditMessage{circle.room, id, u"y"_s})),
            codeOf(circle.chat.ask(chat::addReaction, circle.ann, ReactionRequest{circle.room, id, u":x:"_s})),
        };
    };
    QCOMPARE(codes(), QList<ErrorCode>(3, ErrorCode::Muted));
    circle.chat.clock().advance(5001ms);
    QCOMPARE(codes(), QList<ErrorCode>(3, ErrorCode::Internal)); // none
}

void tst_Messages::authorsEditTheirMessages()
{
    Circle circle;
    const QString id = circle.chat.say(circle.ann, circle.room, u"first"_s);
    for (const Person &other : {circle.bob, circle.owner})
        QCOMPARE(codeOf(circle.chat.ask(chat::editMessage, other, EditMessage{circle.room, id, u"x"_s})),
                 ErrorCode::Forbidden);
    QCOMPARE(codeOf(circle.chat.ask(chat::editMessage, circle.ann, EditMessage{circle.room, id, u" "_s})),
             ErrorCode::BadRequest);
    QCOMPARE(codeOf(circle.chat.ask(chat::editMessage, circle.ann, EditMessage{u"general"_s, id, u"x"_s})),
             ErrorCode::NotFound);
    circle.chat.clock().advance(1s);
    const Answer answer
        = circle.chat.ask(chat::editMessage, circle.ann, EditMessage{circle.room, id, u"second @bob"_s});
    QVERIFY(answer);
    const QCborMap message = circle.message(id);
    QCOMPARE(message.value("text"_L1).toString(), u"second @bob"_s);
    QCOMPARE(message.value("edited"_L1).toInteger(), circle.chat.clock().now());
    QCOMPARE(message.value("mentions"_L1).toArray(), QCborArray{circle.bob.user});
    const auto events = circle.chat.publisher().roomEvents(circle.bob.connection, u"message.edited"_s);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].value("text"_L1).toString(), u"second @bob"_s);
    QCOMPARE(events[0].value("seq"_L1), answer->value("seq"_L1));
    // The same text is no change.
    QVERIFY(circle.chat.ask(chat::editMessage, circle.ann, EditMessage{circle.room, id, u"second @bob"_s}));
    QCOMPARE(circle.chat.publisher().roomEvents(circle.bob.connection, u"message.edited"_s).size(), 1);
}

void tst_Messages::authorsAndModeratorsDeleteMessages()
{
    Circle circle;
    const QString own = circle.chat.say(circle.ann, circle.room, u"own"_s);
    const QString other = circle.chat.say(circle.ann, circle.room, u"rude"_s);
    QVERIFY(circle.chat.ask(chat::addReaction, circle.bob, ReactionRequest{circle.room, own, u":x:"_s}));
    QCOMPARE(codeOf(circle.chat.ask(chat::deleteMessage, circle.bob, MessageRequest{circle.room, own})),
             ErrorCode::Forbidden);
    QVERIFY(circle.chat.ask(chat::deleteMessage, circle.ann, MessageRequest{circle.room, own}));
    QVERIFY(circle.chat.ask(chat::deleteMessage, circle.owner, MessageRequest{circle.room, other}));
    const QCborMap message = circle.message(own);
    QCOMPARE(message.value("text"_L1).toString(), QString());
    QCOMPARE(message.value("deleted"_L1).toBool(), true);
    QVERIFY(message.value("reactions"_L1).toArray().isEmpty());
    // Nothing can be done to what is gone.
    QCOMPARE(codeOf(circle.chat.ask(chat::deleteMessage, circle.ann, MessageRequest{circle.room, own})),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(circle.chat.ask(chat::editMessage, circle.ann, EditMessage{circle.room, own, u"x"_s})),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(circle.chat.ask(chat::addReaction, circle.ann, ReactionRequest{circle.room, own, u":x:"_s})),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(circle.chat.ask(chat::pinMessage, circle.owner, MessageRequest{circle.room, own})),
             ErrorCode::NotFound);
    // Only what was done to somebody else's is in the audit.
    const Answer audit = circle.chat.ask(chat::listAudit, circle.owner, ListAudit{circle.room, {}, 50});
    QVERIFY(audit);
    const QCborArray entries = audit->value("entries"_L1).toArray();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].toMap().value("target"_L1).toString(), other);
    QCOMPARE(entries[0].toMap().value("action"_L1).toString(), u"message:delete"_s);
}

QTEST_GUILESS_MAIN(tst_Messages)
#include "tst_messages.moc"
