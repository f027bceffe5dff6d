#include "support/circle.h"

#include "chat/actions/deletemessage.h"
#include "chat/actions/listpins.h"
#include "chat/actions/pinmessage.h"
#include "chat/actions/react.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace protocol::chat;

class tst_Reactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moderatorsPin();
    void aRoomHoldsSoManyPins();
    void peopleReact();
    void aMessageHoldsSoManyEmoji();
    void oneEmojiOfManyPeopleAtOnceIsOneEmoji();
};

void tst_Reactions::moderatorsPin()
{
    Circle circle;
    const QString first = circle.chat.say(circle.ann, circle.room, u"first"_s);
    const QString second = circle.chat.say(circle.ann, circle.room, u"second"_s);
    QCOMPARE(codeOf(circle.chat.ask(chat::pinMessage, circle.ann, MessageRequest{circle.room, first})),
             ErrorCode::Forbidden);
    QVERIFY(circle.chat.ask(chat::pinMessage, circle.owner, MessageRequest{circle.room, second}));
    QVERIFY(circle.chat.ask(chat::pinMessage, circle.owner, MessageRequest{circle.room, first}));
    QVERIFY(circle.chat.ask(chat::pinMessage, circle.owner, MessageRequest{circle.room, first})); // no change
    QCOMPARE(circle.chat.publisher().roomEvents(circle.bob.connection, u"message.pinned"_s).size(), 2);
    const auto pins = [&] {
        QStringList ids;
        const Answer answer = circle.chat.ask(chat::listPins, circle.bob, RoomRequest{circle.room});
        for (const QCborValue message : answer->value("messages"_L1).toArray())
            ids.append(message.toMap().value("id"_L1).toString());
        return ids;
    };
    QCOMPARE(pins(), (QStringList{second, first}));
    QVERIFY(circle.message(first).value("pinned"_L1).toBool());
    QVERIFY(circle.chat.ask(chat::unpinMessage, circle.owner, MessageRequest{circle.room, second}));
    QCOMPARE(pins(), QStringList{first});
    QVERIFY(circle.chat.ask(chat::deleteMessage, circle.ann, MessageRequest{circle.room, first}));
    QCOMPARE(pins(), QStringList());
}

void tst_Reactions::aRoomHoldsSoManyPins()
{
    chat::Settings settings;
    settings.limits.maxPinsPerRoom = 3;
    Circle circle(settings);
    std::vector<PendingAnswer> answers;
    for (int i = 0; i < 6; ++i) {
        const QString id = circle.chat.say(circle.ann, circle.room, u"text %1"_s.arg(i));
        answers.push_back(circle.chat.begin(chat::pinMessage, circle.owner, MessageRequest{circle.room, id}));
    }
    int pinned = 0;
    for (const PendingAnswer &answer : answers)
        pinned += circle.chat.wait(answer) ? 1 : 0;
    QVERIFY(pinned <= 3);
    for (; pinned < 3; ++pinned) {
        const QString id = circle.chat.say(circle.ann, circle.room, u"more"_s);
        QVERIFY(circle.chat.ask(chat::pinMessage, circle.owner, MessageRequest{circle.room, id}));
    }
    const QString last = circle.chat.say(circle.ann, circle.room, u"last"_s);
    QCOMPARE(codeOf(circle.chat.ask(chat::pinMessage, circle.owner, MessageRequest{circle.room, last})),
             ErrorCode::TooMany);
    const Answer pins = circle.chat.ask(chat::listPins, circle.bob, RoomRequest{circle.room});
    QCOMPARE(pins->value("messages"_L1).toArray().size(), 3);
}

void tst_Reactions::peopleReact()
{
    Circle circle;
    const QString id = circle.chat.say(circle.ann, circle.room, u"first"_s);
    const ReactionRequest heart{circle.room, id, u"\u2764\uFE0F"_s};
    const ReactionRequest plus{circle.room, id, u":+1:"_s};
    QVERIFY(circle.chat.ask(chat::addReaction, circle.bob, heart));
    QVERIFY(circle.chat.ask(chat::addReaction, circle.ann, heart));
    QVERIFY(circle.chat.ask(chat::addReaction, circle.ann, plus));
    QVERIFY(circle.chat.ask(chat::addReaction, circle.ann, heart)); // no change
    const QCborArray expected{
        QCborMap{{"emoji"_L1, heart.emoji}, {"users"_L1, QCborArray{circle.bob.user, circle.ann.user}}},
        QCborMap{{"emoji"_L1, plus.emoji}, {"users"_L1, QCborArray{circle.ann.user}}}};
    QCOMPARE(circle.message(id).value("reactions"_L1).toArray(), expected);
    QCOMPARE(circle.chat.publisher().roomEvents(circle.owner.connection, u"reaction.added"_s).size(), 3);
    // Only one's own goes.
    QVERIFY(circle.chat.ask(chat::removeReaction, circle.owner, plus));
    QVERIFY(circle.chat.ask(chat::removeReaction, circle.bob, heart));
    QCOMPARE(circle.message(id).value("reactions"_L1).toArray().size(), 2);
    QCOMPARE(circle.chat.publisher().roomEvents(circle.owner.connection, u"reaction.removed"_s).size(), 1);
    QCOMPARE(codeOf(circle.chat.ask(chat::addReaction, circle.ann, ReactionRequest{circle.room, id, u"nice"_s})),
             ErrorCode::BadRequest);
    QCOMPARE(
        codeOf(circle.chat.ask(chat::addReaction, circle.ann, ReactionRequest{circle.room, id, QString(65, u'x')})),
        ErrorCode::TooLong);
}

void tst_Reactions::aMessageHoldsSoManyEmoji()
{
    chat::Settings settings;
    settings.limits.maxReactionsPerMessage = 3;
    Circle circle(settings);
    const QString id = circle.chat.say(circle.ann, circle.room, u"first"_s);
    std::vector<PendingAnswer> answers;
    for (int i = 0; i < 10; ++i) {
        const ReactionRequest request{circle.room, id, u":e%1:"_s.arg(i)};
        answers.push_back(circle.chat.begin(chat::addReaction, circle.ann, request));
    }
    int added = 0;
    for (const PendingAnswer &answer : answers)
        added += circle.chat.wait(answer) ? 1 : 0;
    QVERIFY(added <= 3);
    for (; added < 3; ++added)
        QVERIFY(
            circle.chat.ask(chat::addReaction, circle.ann, ReactionRequest{circle.room, id, u":f%1:"_s.arg(added)}));
    QCOMPARE(circle.message(id).value("reactions"_L1).toArray().size(), 3);
    QCOMPARE(codeOf(circle.chat.ask(chat::addReaction, circle.ann, ReactionRequest{circle.room, id, u":more:"_s})),
             ErrorCode::TooMany);
    // Another person may join in with what is there.
    const QString there
        = circle.message(id).value("reactions"_L1).toArray().first().toMap().value("emoji"_L1).toString();
    QVERIFY(circle.chat.ask(chat::addReaction, circle.bob, ReactionRequest{circle.room, id, there}));
}

void tst_Reactions::oneEmojiOfManyPeopleAtOnceIsOneEmoji()
{
    chat::Settings settings;
    settings.limits.maxReactionsPerMessage = 1;
    Circle circle(settings);
    const QString id = circle.chat.say(circle.ann, circle.room, u"first"_s);
    std::vector<PendingAnswer> answers;
    for (const Person &person : {circle.owner, circle.ann, circle.bob})
        answers.push_back(circle.chat.begin(chat::addReaction, person, ReactionRequest{circle.room, id, u":+1:"_s}));
    for (const PendingAnswer &answer : answers)
        QVERIFY(circle.chat.wait(answer));
}

QTEST_GUILESS_MAIN(tst_Reactions)
#include "tst_reactions.moc"
