#include "support/chatfixture.h"

#include "chat/actions/gethistory.h"
#include "chat/actions/setrole.h"

#include <QCborArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Mentions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreFoundInTexts_data();
    void namesAreFoundInTexts();
    void onlyMembersAreFound();
    void guestsCannotMentionEverybody();
    void aTextFullOfSignsIsHandledQuickly();

private:
    static QCborArray mentionsIn(ChatFixture &chat, const Person &reader, const QString &room);
};

QCborArray tst_Mentions::mentionsIn(ChatFixture &chat, const Person &reader, const QString &room)
{
    protocol::chat::GetHistory request;
    request.room = room;
    request.limit = 1;
    const Answer page = chat.ask(chat::getHistory, reader, request);
    return page->value("messages"_L1).toArray().first().toMap().value("mentions"_L1).toArray();
}

void tst_Mentions::namesAreFoundInTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names"); // `*`: everybody

    QTest::newRow("nobody") << u"hello"_s << QStringList{};
    QTest::newRow("a name") << u"hello @ann"_s << QStringList{u"Ann"_s};
    QTest::newRow("at the start") << u"@Ann hello"_s << QStringList{u"Ann"_s};
    QTest::newRow("in any case") << u"@aNN"_s << QStringList{u"Ann"_s};
    QTest::newRow("two, in their order") << u"@bob and @ann and @bob"_s << QStringList{u"Bob"_s, u"Ann"_s};
    QTest::newRow("without space between") << u"@bob@ann"_s << QStringList{u"Bob"_s};
    QTest::newRow("with punctuation behind") << u"(@ann), @bob: hi!"_s << QStringList{u"Ann"_s, u"Bob"_s};
    QTest::newRow("of something") << u"@ann's cat"_s << QStringList{u"Ann"_s};
    QTest::newRow("in the next line") << u"hi\n@ann"_s << QStringList{u"Ann"_s};
    QTest::newRow("two words in quotes") << u"hi @\"Cid Lee\", hi"_s << QStringList{u"Cid Lee"_s};
    QTest::newRow("two words without") << u"hi @Cid Lee"_s << QStringList{};
    QTest::newRow("one word in quotes") << u"@\"ann\""_s << QStringList{u"Ann"_s};
    QTest::newRow("quotes without end") << u"@\"ann"_s << QStringList{};
    QTest::newRow("a dot in the name") << u"@d.e."_s << QStringList{u"D.E"_s};
    QTest::newRow("a longer word") << u"@annabel"_s << QStringList{};
    QTest::newRow("a mail address") << u"write to me@ann"_s << QStringList{};
    QTest::newRow("a sign alone") << u"@ @@ @."_s << QStringList{};
    QTest::newRow("everybody") << u"@room"_s << QStringList{u"*"_s};
    QTest::newRow("everybody in other words") << u"hey @All!"_s << QStringList{u"*"_s};
    QTest::newRow("everybody and somebody") << u"@ann @room"_s << QStringList{u"Ann"_s, u"*"_s};
    QTest::newRow("oneself") << u"@owner"_s << QStringList{u"Owner"_s};
}

void tst_Mentions::namesAreFoundInTexts()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, names);

    ChatFixture chat;
    const Person owner = chat.connect(u"Owner"_s);
    QHash<QString, QString> ids{{u"*"_s, u"*"_s}, {u"Owner"_s, owner.user}};
    for (const QString &name : {u"Ann"_s, u"Bob"_s, u"Cid Lee"_s, u"D.E"_s})
        ids.insert(name, chat.connect(name).user);
    chat.say(owner, chat::generalRoomId, text);

    QCborArray expected;
    for (const QString &name : names)
        expected.append(ids[name]);
    QCOMPARE(mentionsIn(chat, owner, chat::generalRoomId), expected);
}

void tst_Mentions::onlyMembersAreFound()
{
    ChatFixture chat;
    const Person owner = chat.connect(u"Owner"_s);
    const Person ann = chat.connect(u"Ann"_s);
    const QString room = chat.createRoom(owner, u"Lab"_s, protocol::chat::RoomKind::Private);
    chat.say(owner, room, u"hi @ann"_s);
    QCOMPARE(mentionsIn(chat, owner, room), QCborArray());
    chat.invite(owner, ann, room);
    chat.say(owner, room, u"hi @ann"_s);
    QCOMPARE(mentionsIn(chat, owner, room), QCborArray{ann.user});
}

void tst_Mentions::guestsCannotMentionEverybody()
{
    ChatFixture chat;
    const Person owner = chat.connect(u"Owner"_s);
    const Person ann = chat.connect(u"Ann"_s);
    const QString room = chat.createRoom(owner, u"Lab"_s);
    chat.join(ann, room);
    const protocol::chat::SetRole guest{room, ann.user, protocol::chat::Role::Guest};
    QVERIFY(chat.ask(chat::setRole, owner, guest));
    chat.say(ann, room, u"@room @owner"_s);
    QCOMPARE(mentionsIn(chat, owner, room), QCborArray{owner.user});
}

void tst_Mentions::aTextFullOfSignsIsHandledQuickly()
{
    ChatFixture chat;
    const Person owner = chat.connect(u"Owner"_s);
    chat.say(owner, chat::generalRoomId, u"@a.b.c.d.e.f.g.h.i.j.k.l "_s.repeated(300) + u"@owner"_s);
    QCOMPARE(mentionsIn(chat, owner, chat::generalRoomId), QCborArray()); // given up before
}

QTEST_GUILESS_MAIN(tst_Mentions)
#include "tst_mentions.moc"
