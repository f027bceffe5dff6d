#include "modelvalues.h"
#include "support/bot.h"
#include "support/person.h"

#include "models/timelinemodel.h"

#include <QAbstractItemModelTester>

using namespace models;
using SendState = TimelineModel::SendState;

/// A room in rows, the newest first.
class tst_TimelineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theNewestMessageIsTheFirstRow();
    void whatOneWritesIsThereAtOnceAndBecomesSolid();
    void messagesOfOneAuthorStandTogether();
    void pagesAreAppendedBehind();
    void markupIsMadeIntoBlocks();
    void anAnswerShowsWhatItAnswers();
    void anAnswerToSomethingFarAwayShowsItToo();
    void reactionsToggle();
    void anEditIsToldToTheAnswersToo();
    void aDeletedMessageSaysNothing();
    void whatMentionsMeSaysSo();
    void mentionsHaveTheColorOfTheTheme();
    void theLineOfNewMessagesStandsBeforeTheFirst();
    void whoHasReadStandsAtTheMessageTheyHaveReadUpTo();
    void anotherNameIsShownEverywhere();
    void whoCameAndWentIsAPlainLine();
    void aRefusedMessageSaysWhyAndCanBeDiscarded();
    void theTextCanBeCopied();

private:
    using Mode = QAbstractItemModelTester::FailureReportingMode;

    void open(int messages = 0)
    {
        if (messages > 0)
            m_bot->count(general, 1, messages);
        QTRY_COMPARE(m_ann->room(general)->unread, messages);
        m_tester.reset();
        m_model = std::make_unique<TimelineModel>(
            m_ann->client(),
            TimelineParts{m_ann->client().openTimeline(general), m_emoji,
                          [this](const QString &id) { return m_ann->cache().message(id); },
                          [this](const QString &text) { m_copied = text; }});
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), Mode::QtTest);
        m_model->timeline().loadLatest();
        QTRY_VERIFY(!m_model->timeline().isLoading());
    }
    [[nodiscard]] QString text(int row) const { return valueAt(*m_model, row, "plainText").toString(); }
    [[nodiscard]] QString key(int row) const { return valueAt(*m_model, row, "key").toString(); }
    [[nodiscard]] SendState sendState(int row) const
    {
        return static_cast<SendState>(valueAt(*m_model, row, "sendState").toInt());
    }

    markup::EmojiCatalogue m_emoji;
    QString m_copied;
    std::unique_ptr<House> m_house;
    std::unique_ptr<Person> m_ann;
    std::unique_ptr<Bot> m_bot;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_TimelineModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_bot.reset();
    m_ann.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Person>(*m_house, QStringLiteral("Ann"));
    QVERIFY(m_ann->comeIn());
    m_bot = std::make_unique<Bot>(*m_house, QStringLiteral("Bot"));
}

void tst_TimelineModel::theNewestMessageIsTheFirstRow()
{
    open(3);
    QCOMPARE(text(0), QStringLiteral("3"));
    QCOMPARE(text(2), QStringLiteral("1"));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_bot->say(general, QStringLiteral("4"));
    QTRY_COMPARE(text(0), QStringLiteral("4"));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 0);
    QCOMPARE(reset.count(), 0);
}

void tst_TimelineModel::whatOneWritesIsThereAtOnceAndBecomesSolid()
{
    open(1);
    const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_ann->client().outbox().post(general, QStringLiteral("Mine"));
    QCOMPARE(text(0), QStringLiteral("Mine"));
    QCOMPARE(sendState(0), SendState::Sending);
    QVERIFY(valueAt(*m_model, 0, "isMine").toBool());
    QTRY_COMPARE(sendState(0), SendState::Sent);
    QCOMPARE(text(0), QStringLiteral("Mine"));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 0);
}

void tst_TimelineModel::messagesOfOneAuthorStandTogether()
{
    open(2);
    QVERIFY(!valueAt(*m_model, 0, "startsGroup").toBool());
    QVERIFY(valueAt(*m_model, 1, "startsGroup").toBool());
    m_ann->say(general, QStringLiteral("Mine"));
    QVERIFY(valueAt(*m_model, 0, "startsGroup").toBool());
    QCOMPARE(valueAt(*m_model, 0, "authorName").toString(), QStringLiteral("Ann"));
    QTRY_COMPARE(valueAt(*m_model, 1, "authorName").toString(), QStringLiteral("Bot"));
}

void tst_TimelineModel::pagesAreAppendedBehind()
{
    open(50);
    QVERIFY(m_model->count() < 50);
    const int before = m_model->count();
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_model->timeline().loadBefore();
    QTRY_VERIFY(m_model->count() > before);
    QCOMPARE(inserted.at(0).at(1).toInt(), before);
    QCOMPARE(text(0), QStringLiteral("50"));
    while (m_model->timeline().hasBefore()) {
        m_model->timeline().loadBefore();
        QTRY_VERIFY(!m_model->timeline().isLoading());
    }
    const int last = rowWhere(*m_model, "plainText", QStringLiteral("1"));
    QVERIFY(last > 0);
    QVERIFY(valueAt(*m_model, m_model->count() - 1, "showDay").toBool());
}

void tst_TimelineModel::markupIsMadeIntoBlocks()
{
    open();
    m_bot->say(general, QStringLiteral("**bold** <img src=x>\n```cpp\nint a;\n```"));
    QTRY_VERIFY(m_model->count() > 0 && text(0).contains(QStringLiteral("bold")));
    const QVariantList blocks = valueAt(*m_model, 0, "blocks").toList();
    QCOMPARE(blocks.size(), 2);
    const QVariantMap paragraph = blocks.at(0).toMap();
    QCOMPARE(paragraph[QStringLiteral("kind")].toString(), QStringLiteral("paragraph"));
    QVERIFY(paragraph[QStringLiteral("html")].toString().contains(QStringLiteral("<b>bold</b>")));
    QVERIFY(!paragraph[QStringLiteral("html")].toString().contains(QStringLiteral("<img")));
    const QVariantMap code = blocks.at(1).toMap();
    QCOMPARE(code[QStringLiteral("kind")].toString(), QStringLiteral("code"));
    QCOMPARE(code[QStringLiteral("plain")].toString(), QStringLiteral("int a;"));
    QCOMPARE(code[QStringLiteral("language")].toString(), QStringLiteral("cpp"));
}

void tst_TimelineModel::anAnswerShowsWhatItAnswers()
{
    open(2);
    m_ann->client().outbox().post(general, QStringLiteral("Why?"), key(1));
    QCOMPARE(valueAt(*m_model, 0, "replyText").toString(), QStringLiteral("1"));
    QTRY_COMPARE(sendState(0), SendState::Sent);
    QCOMPARE(valueAt(*m_model, 0, "replyText").toString(), QStringLiteral("1"));
    QTRY_COMPARE(valueAt(*m_model, 0, "replyAuthor").toString(), QStringLiteral("Bot"));
    QCOMPARE(valueAt(*m_model, 0, "replyKey").toString(), key(2));
}

void tst_TimelineModel::anAnswerToSomethingFarAwayShowsItToo()
{
    open(50);
    const QString old = protocol::chat::messageId(general, m_ann->room(general)->room.seq - 49);
    // Somebody has looked at it once, so this machine has it.
    const auto other = m_ann->client().openTimeline(general);
    other->loadAround(old);
    QTRY_VERIFY(other->rowOf(old) >= 0);
    QVERIFY(m_model->rowOf(old) < 0);
    m_ann->client().outbox().post(general, QStringLiteral("Back then"), old);
    QTRY_COMPARE(sendState(0), SendState::Sent);
    QCOMPARE(valueAt(*m_model, 0, "replyText").toString(), QStringLiteral("1"));
}

void tst_TimelineModel::reactionsToggle()
{
    open(1);
    const QString thumb = QStringLiteral("👍");
    m_model->react(key(0), thumb);
    QTRY_COMPARE(sendState(0), SendState::Sent);
    QVariantList reactions = valueAt(*m_model, 0, "reactions").toList();
    QCOMPARE(reactions.size(), 1);
    QCOMPARE(reactions.at(0).toMap()[QStringLiteral("emoji")].toString(), thumb);
    QCOMPARE(reactions.at(0).toMap()[QStringLiteral("count")].toInt(), 1);
    QVERIFY(reactions.at(0).toMap()[QStringLiteral("isMine")].toBool());
    QCOMPARE(reactions.at(0).toMap()[QStringLiteral("names")].toString(), QStringLiteral("Ann"));
    QVERIFY(m_ann->waitUntilSent());
    m_model->react(key(0), thumb);
    QVERIFY(valueAt(*m_model, 0, "reactions").toList().isEmpty());
    QVERIFY(m_ann->waitUntilSent());
    QVERIFY(valueAt(*m_model, 0, "reactions").toList().isEmpty());
}

void tst_TimelineModel::anEditIsToldToTheAnswersToo()
{
    open();
    const QString mine = m_ann->say(general, QStringLiteral("Soup"));
    m_ann->client().outbox().post(general, QStringLiteral("Yes"), mine);
    QVERIFY(m_ann->waitUntilSent());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_ann->client().outbox().edit(mine, QStringLiteral("Salad"));
    QCOMPARE(text(1), QStringLiteral("Salad"));
    QTRY_VERIFY(valueAt(*m_model, 1, "isEdited").toBool());
    QCOMPARE(valueAt(*m_model, 0, "replyText").toString(), QStringLiteral("Salad"));
    bool isAnswerTold = false;
    for (const QList<QVariant> &arguments : changed)
        isAnswerTold = isAnswerTold || arguments.at(0).toModelIndex().row() == 0;
    QVERIFY(isAnswerTold);
}

void tst_TimelineModel::aDeletedMessageSaysNothing()
{
    open();
    m_ann->say(general, QStringLiteral("Oops"));
    QVERIFY(valueAt(*m_model, 0, "canDelete").toBool());
    m_model->remove(key(0));
    QVERIFY(m_ann->waitUntilSent());
    QVERIFY(valueAt(*m_model, 0, "isDeleted").toBool());
    QCOMPARE(text(0), QString());
    QVERIFY(!valueAt(*m_model, 0, "canEdit").toBool());
    QVERIFY(!valueAt(*m_model, 0, "canDelete").toBool());
}

void tst_TimelineModel::whatMentionsMeSaysSo()
{
    open();
    m_bot->say(general, QStringLiteral("@Ann, look"));
    QTRY_COMPARE(text(0), QStringLiteral("@Ann, look"));
    QVERIFY(valueAt(*m_model, 0, "mentionsMe").toBool());
    m_bot->say(general, QStringLiteral("Nothing"));
    QTRY_COMPARE(text(0), QStringLiteral("Nothing"));
    QVERIFY(!valueAt(*m_model, 0, "mentionsMe").toBool());
}

void tst_TimelineModel::mentionsHaveTheColorOfTheTheme()
{
    open();
    m_bot->say(general, QStringLiteral("@Ann, look"));
    QTRY_COMPARE(text(0), QStringLiteral("@Ann, look"));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setOwnMentionColor(QStringLiteral("#aa0000"));
    const QVariantList blocks = valueAt(*m_model, 0, "blocks").toList();
    QVERIFY(blocks.constFirst().toMap()[QStringLiteral("html")].toString().contains(QStringLiteral("#aa0000")));
    QCOMPARE(changed.count(), 1);
}

void tst_TimelineModel::theLineOfNewMessagesStandsBeforeTheFirst()
{
    open(4);
    m_model->setUnreadAfter(m_model->entryAt(2).seq());
    const QStringList lines{QStringLiteral("false"), QStringLiteral("true"), QStringLiteral("false"),
                            QStringLiteral("false")};
    QCOMPARE(valuesOf(*m_model, "showUnreadLine").first(4), lines);
    QVERIFY(valueAt(*m_model, 1, "startsGroup").toBool());
    m_model->setUnreadAfter(0);
    QVERIFY(!valuesOf(*m_model, "showUnreadLine").contains(QStringLiteral("true")));
}

void tst_TimelineModel::whoHasReadStandsAtTheMessageTheyHaveReadUpTo()
{
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    open();
    const QString first = m_ann->say(general, QStringLiteral("One"));
    m_ann->say(general, QStringLiteral("Two"));
    QTRY_COMPARE(bob.room(general)->unread, 2);
    bob->markRead(general, protocol::chat::messagePositionFrom(first)->seq);
    QTRY_COMPARE(valueAt(*m_model, 1, "readBy").toString(), QStringLiteral("Bob"));
    bob->markRead(general, bob.room(general)->room.seq);
    QTRY_COMPARE(valueAt(*m_model, 0, "readBy").toString(), QStringLiteral("Bob"));
    QCOMPARE(valueAt(*m_model, 1, "readBy").toString(), QString());
}

void tst_TimelineModel::anotherNameIsShownEverywhere()
{
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    open();
    bob.say(general, QStringLiteral("Hello"));
    QTRY_COMPARE(text(0), QStringLiteral("Hello"));
    bob->people().updateMe({QStringLiteral("Robert"), {}, {}}, this, [](const auto &) {});
    QTRY_COMPARE(valueAt(*m_model, 0, "authorName").toString(), QStringLiteral("Robert"));
}

void tst_TimelineModel::whoCameAndWentIsAPlainLine()
{
    open();
    Person bob(*m_house, QStringLiteral("Bob"));
    QVERIFY(bob.comeIn());
    QTRY_COMPARE(valueAt(*m_model, 0, "systemText").toString(), QStringLiteral("Bob joined"));
    QCOMPARE(valueAt(*m_model, 0, "kind").toInt(), static_cast<int>(TimelineModel::Kind::System));
    QVERIFY(!valueAt(*m_model, 0, "isMine").toBool());
}

void tst_TimelineModel::aRefusedMessageSaysWhyAndCanBeDiscarded()
{
    open();
    m_ann->client().outbox().post(general, QString(9000, QLatin1Char('x')));
    QTRY_COMPARE(sendState(0), SendState::Refused);
    QVERIFY(!valueAt(*m_model, 0, "problem").toString().isEmpty());
    QVERIFY(valueAt(*m_model, 0, "canEdit").toBool());
    const int before = m_model->count();
    m_model->discard(key(0));
    QCOMPARE(m_model->count(), before - 1);
}

void tst_TimelineModel::theTextCanBeCopied()
{
    open();
    m_bot->say(general, QStringLiteral("**Soup**"));
    QTRY_COMPARE(text(0), QStringLiteral("Soup"));
    m_model->copyText(key(0));
    QCOMPARE(m_copied, QStringLiteral("**Soup**"));
}

QTEST_GUILESS_MAIN(tst_TimelineModel)
#include "tst_timelinemodel.moc"
