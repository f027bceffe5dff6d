#include "modelvalues.h"
#include "support/desk.h"

#include <QSignalSpy>

using viewmodels::Completer;
using viewmodels::ComposerViewModel;

namespace {

const QString general = QStringLiteral("general");

} // namespace

/// Writing.
class tst_Composer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void wordsAreFoundAtTheCursor_data();
    void wordsAreFoundAtTheCursor();
    void aNameIsCompleted();
    void aNameWithASpaceIsQuoted();
    void roomsEmojiAndCommandsAreCompleted();
    void emptyTextIsNotSent();
    void whatIsTooLongIsNotSent();
    void theLastMessageIsEdited();
    void escapeUndoesOneStepAtATime();
    void aRefusedMessageIsWrittenAnew();
    void eachRoomHasItsDraft();
    void commandsDoSomething();
    void insertingPutsTheCursorBehind();

private:
    [[nodiscard]] ComposerViewModel &composer() { return *m_ann->room().composer(); }
    void type(const QString &text)
    {
        composer().setText(text);
        composer().setCursorPosition(static_cast<int>(text.size()));
    }

    std::unique_ptr<House> m_house;
    std::unique_ptr<Desk> m_ann;
};

void tst_Composer::init()
{
    m_ann.reset();
    m_house = std::make_unique<House>();
    m_house->start();
    m_ann = std::make_unique<Desk>(QStringLiteral("Ann"));
    QVERIFY(m_ann->join(*m_house));
}

void tst_Composer::wordsAreFoundAtTheCursor_data()
{
    QTest::addColumn<QString>("text"); // with | for the cursor
    QTest::addColumn<int>("start"); // -1: nothing to complete
    QTest::addColumn<QString>("typed");

    QTest::newRow("a name") << QStringLiteral("Hello @An|") << 6 << QStringLiteral("An");
    QTest::newRow("the sign alone") << QStringLiteral("@|") << 0 << QString();
    QTest::newRow("the cursor inside") << QStringLiteral("@An|n Lee") << 0 << QStringLiteral("An");
    QTest::newRow("an address") << QStringLiteral("ann@exam|") << -1 << QString();
    QTest::newRow("behind a bracket") << QStringLiteral("(@An|") << 1 << QStringLiteral("An");
    QTest::newRow("a room") << QStringLiteral("in #kit|") << 3 << QStringLiteral("kit");
    QTest::newRow("an emoji") << QStringLiteral("nice :th|") << 5 << QStringLiteral("th");
    QTest::newRow("an emoji just begun") << QStringLiteral("nice :t|") << -1 << QString();
    QTest::newRow("an emoji that is closed") << QStringLiteral(":thumbsup:|") << -1 << QString();
    QTest::newRow("a command") << QStringLiteral("/aw|") << 0 << QStringLiteral("aw");
    QTest::newRow("a slash in the text") << QStringLiteral("and /or|") << -1 << QString();
    QTest::newRow("nothing") << QStringLiteral("Hello |") << -1 << QString();
    QTest::newRow("the cursor elsewhere") << QStringLiteral("|@Ann") << -1 << QString();
}

void tst_Composer::wordsAreFoundAtTheCursor()
{
    QFETCH(QString, text);
    QFETCH(int, start);
    QFETCH(QString, typed);
    const auto cursor = static_cast<int>(text.indexOf(QLatin1Char('|')));
    const auto word = Completer::wordAt(text.remove(cursor, 1), cursor);
    QCOMPARE(word ? word->start : -1, start);
    QCOMPARE(word ? word->typed : QString(), typed);
}

void tst_Composer::aNameIsCompleted()
{
    Desk bob(QStringLiteral("Bob"));
    QVERIFY(bob.join(*m_house));
    QTRY_COMPARE(m_ann->chat().people()->count(), 2);
    type(QStringLiteral("Hello @b"));
    QVERIFY(composer().isCompleting());
    QCOMPARE(valuesOf(*composer().completions(), "title"), QStringList{QStringLiteral("Bob")});
    QCOMPARE(composer().completionIndex(), 0);
    const QSignalSpy moved(&composer(), &ComposerViewModel::cursorMoved);
    composer().acceptCompletion(0);
    QCOMPARE(composer().text(), QStringLiteral("Hello @Bob "));
    QCOMPARE(composer().cursorPosition(), 11);
    QCOMPARE(moved.count(), 1);
    QVERIFY(!composer().isCompleting());
    composer().send();
    QTRY_VERIFY(valueAt(bob.timeline(), 0, "mentionsMe").toBool());
}

void tst_Composer::aNameWithASpaceIsQuoted()
{
    Desk bob(QStringLiteral("Bob Lee"));
    QVERIFY(bob.join(*m_house));
    QTRY_COMPARE(m_ann->chat().people()->count(), 2);
    type(QStringLiteral("@lee"));
    composer().acceptCompletion(0);
    QCOMPARE(composer().text(), QStringLiteral("@\"Bob Lee\" "));
    composer().send();
    QTRY_VERIFY(valueAt(bob.timeline(), 0, "mentionsMe").toBool());
}

void tst_Composer::roomsEmojiAndCommandsAreCompleted()
{
    type(QStringLiteral("#gen"));
    QCOMPARE(valuesOf(*composer().completions(), "insert"), QStringList{QStringLiteral("#General ")});
    type(QStringLiteral(":thumbsup"));
    QVERIFY(valuesOf(*composer().completions(), "insert").contains(QStringLiteral("👍")));
    type(QStringLiteral("/aw"));
    QCOMPARE(valuesOf(*composer().completions(), "title"), QStringList{QStringLiteral("/away")});
    type(QStringLiteral("@roo"));
    QCOMPARE(valuesOf(*composer().completions(), "kind"), QStringList{QStringLiteral("everybody")});
}

void tst_Composer::emptyTextIsNotSent()
{
    type(QStringLiteral(" \n "));
    QVERIFY(!composer().canSend());
    const int before = m_ann->timeline().count();
    composer().send();
    QCOMPARE(m_ann->timeline().count(), before);
}

void tst_Composer::whatIsTooLongIsNotSent()
{
    type(QStringLiteral("🐈").repeated(8000));
    QCOMPARE(composer().charactersLeft(), 0);
    QVERIFY(composer().canSend());
    QVERIFY(composer().showsCharactersLeft());
    type(QStringLiteral("x").repeated(8001));
    QVERIFY(!composer().canSend());
    QVERIFY(!composer().problem().isEmpty());
    type(QStringLiteral("x"));
    QVERIFY(!composer().showsCharactersLeft());
    QVERIFY(composer().problem().isEmpty());
}

void tst_Composer::theLastMessageIsEdited()
{
    QVERIFY(!composer().editLast());
    m_ann->say(QStringLiteral("Soop"));
    QVERIFY(m_ann->isSent());
    type(QStringLiteral("Next"));
    QVERIFY(composer().editLast());
    QVERIFY(composer().isEditing());
    QCOMPARE(composer().text(), QStringLiteral("Soop"));
    type(QStringLiteral("Soup"));
    composer().send();
    QCOMPARE(composer().text(), QStringLiteral("Next"));
    QVERIFY(!composer().isEditing());
    QVERIFY(m_ann->isSent());
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("Soup"));
    QVERIFY(valueAt(m_ann->timeline(), 0, "isEdited").toBool());
}

void tst_Composer::escapeUndoesOneStepAtATime()
{
    m_ann->say(QStringLiteral("Soup"));
    QVERIFY(m_ann->isSent());
    composer().replyTo(valueAt(m_ann->timeline(), 0, "key").toString());
    type(QStringLiteral("@room"));
    QVERIFY(composer().isCompleting() && composer().isReplying());
    QVERIFY(composer().unwind());
    QVERIFY(!composer().isCompleting() && composer().isReplying());
    QVERIFY(composer().unwind());
    QVERIFY(!composer().isReplying());
    QVERIFY(!composer().unwind());
    QCOMPARE(composer().text(), QStringLiteral("@room"));
    QVERIFY(composer().editLast());
    QVERIFY(composer().unwind());
    QCOMPARE(composer().text(), QStringLiteral("@room"));
}

void tst_Composer::aRefusedMessageIsWrittenAnew()
{
    m_ann->chat().session().client().outbox().post(general, QString(9000, QLatin1Char('x')));
    QTRY_COMPARE(valueAt(m_ann->timeline(), 0, "sendState").toInt(),
                 static_cast<int>(models::TimelineModel::SendState::Refused));
    composer().edit(valueAt(m_ann->timeline(), 0, "key").toString());
    type(QStringLiteral("Short"));
    composer().send();
    QVERIFY(m_ann->isSent());
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("Short"));
    QCOMPARE(valueAt(m_ann->timeline(), 0, "sendState").toInt(),
             static_cast<int>(models::TimelineModel::SendState::Sent));
}

void tst_Composer::eachRoomHasItsDraft()
{
    type(QStringLiteral("Begun here"));
    m_ann->chat().createRoom(QStringLiteral("Attic"), false, {});
    QTRY_COMPARE(m_ann->room().name(), QStringLiteral("Attic"));
    QCOMPARE(composer().text(), QString());
    const int row = m_ann->chat().rooms()->rowOf(general);
    QTRY_VERIFY(valueAt(*m_ann->chat().rooms(), row, "hasDraft").toBool());
    m_ann->chat().openRoom(general);
    QCOMPARE(composer().text(), QStringLiteral("Begun here"));
    composer().send();
    QTRY_VERIFY(!valueAt(*m_ann->chat().rooms(), m_ann->chat().rooms()->rowOf(general), "hasDraft").toBool());
}

void tst_Composer::commandsDoSomething()
{
    m_ann->say(QStringLiteral("/away At lunch"));
    QTRY_COMPARE(m_ann->chat().me()->status(), QStringLiteral("At lunch"));
    m_ann->say(QStringLiteral("/shrug Who knows"));
    QVERIFY(m_ann->isSent());
    QVERIFY(
        m_ann->chat().session().client().rooms().room(general)->last->text.startsWith(QStringLiteral("Who knows ")));
    m_ann->say(QStringLiteral("/usr/bin is a folder"));
    QTRY_COMPARE(m_ann->text(0), QStringLiteral("/usr/bin is a folder"));
}

void tst_Composer::insertingPutsTheCursorBehind()
{
    type(QStringLiteral("ab"));
    composer().setCursorPosition(1);
    composer().insert(QStringLiteral("👍"));
    QCOMPARE(composer().text(), QStringLiteral("a👍b"));
    QCOMPARE(composer().cursorPosition(), 3);
}

QTEST_MAIN(tst_Composer)
#include "tst_composer.moc"
