#include "hosting/announcement.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace hosting;

namespace {

const QString nonce = QStringLiteral("0123456789abcdef");

Announcement announcement()
{
    return {QStringLiteral("chat-id-1"), QStringLiteral("Ann’s chat 🙂"), 8418, 3, QStringLiteral("0.1.0")};
}

/// An answer that is right but for what @p changes say; null takes a field away.
QByteArray answerWith(const QJsonObject &changes)
{
    QJsonObject answer = QJsonDocument::fromJson(encodeAnswer(nonce, announcement())).object();
    for (auto change = changes.begin(); change != changes.end(); ++change)
        answer[change.key()] = change->isNull() ? QJsonValue(QJsonValue::Undefined) : *change;
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

} // namespace

/// What hosts and seekers send each other.
class tst_Announcement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAnnouncedArrives();
    void everyQuestionHasTheSameSize();
    void anAnswerIsNeverLargerThanAQuestion_data();
    void anAnswerIsNeverLargerThanAQuestion();
    void anAnswerToSomebodyElseCountsForNothing();
    void whatCannotBeSeenIsTakenOut_data();
    void whatCannotBeSeenIsTakenOut();
    void anAnswerThatIsOutOfBoundsCountsForNothing_data();
    void anAnswerThatIsOutOfBoundsCountsForNothing();
    void whatIsNoQuestionGetsNoNonce_data();
    void whatIsNoQuestionGetsNoNonce();
    void anyBytesDoNoHarm();
};

void tst_Announcement::whatIsAnnouncedArrives()
{
    QCOMPARE(decodeQuestion(encodeQuestion(nonce)), nonce);
    const auto arrived = decodeAnswer(encodeAnswer(nonce, announcement()), nonce);
    QVERIFY(arrived);
    QVERIFY(*arrived == announcement());
}

void tst_Announcement::everyQuestionHasTheSameSize()
{
    QCOMPARE(encodeQuestion(nonce).size(), questionBytes);
    QCOMPARE(encodeQuestion(QString(64, u'x')).size(), questionBytes);
}

void tst_Announcement::anAnswerIsNeverLargerThanAQuestion_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("letters") << QString(64, u'x');
    QTest::newRow("far too many letters") << QString(100'000, u'x');
    QTest::newRow("emoji") << QStringLiteral("🙂").repeated(64);
    QTest::newRow("quotation marks, which take two bytes each") << QString(64, u'"');
}

void tst_Announcement::anAnswerIsNeverLargerThanAQuestion()
{
    QFETCH(QString, name);
    const Announcement large{QString(64, u'i'), name, 65535, Announcement::maxPeople,
                             QStringLiteral("🙂").repeated(16)};
    const QString longNonce(64, u'n');
    const QByteArray answer = encodeAnswer(longNonce, large);
    QVERIFY2(answer.size() <= questionBytes, answer.constData());
    const auto arrived = decodeAnswer(answer, longNonce);
    QVERIFY(arrived);
    QVERIFY(name.startsWith(arrived->name));
    QVERIFY(arrived->name.size() >= 10);
}

void tst_Announcement::anAnswerToSomebodyElseCountsForNothing()
{
    const QByteArray answer = encodeAnswer(nonce, announcement());
    QVERIFY(!decodeAnswer(answer, QStringLiteral("fedcba9876543210")));
    QVERIFY(!decodeAnswer(answer, QString()));
}

void tst_Announcement::whatCannotBeSeenIsTakenOut_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("line breaks") << QStringLiteral("one\ntwo\tthree") << QStringLiteral("one two three");
    QTest::newRow("escape sequences") << QStringLiteral("\x1b[31mred\x07") << QStringLiteral("[31mred");
    QTest::newRow("text that is turned round") << QString(u"a" + QString(QChar(0x202e)) + u"b") << QStringLiteral("ab");
    QTest::newRow("a zero-width space") << QString(u"a" + QString(QChar(0x200b)) + u"b") << QStringLiteral("ab");
    QTest::newRow("spaces around") << QStringLiteral("  a   b ") << QStringLiteral("a b");
    QTest::newRow("half a character") << QString(u"a" + QString(QChar(0xd83d)) + u"b") << QStringLiteral("a\ufffdb");
    QTest::newRow("markup, which is just text") << QStringLiteral("<b>a</b>") << QStringLiteral("<b>a</b>");
}

void tst_Announcement::whatCannotBeSeenIsTakenOut()
{
    QFETCH(QString, sent);
    QFETCH(QString, shown);
    const auto arrived = decodeAnswer(answerWith({{QStringLiteral("name"), sent}}), nonce);
    QVERIFY(arrived);
    QCOMPARE(arrived->name, shown);
}

void tst_Announcement::anAnswerThatIsOutOfBoundsCountsForNothing_data()
{
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *title, const char *field, const QJsonValue &value) {
        QTest::newRow(title) << answerWith({{QString::fromLatin1(field), value}});
    };
    row("without a name", "name", QJsonValue::Null);
    row("an empty name", "name", QString());
    row("a name of nothing to see", "name", QStringLiteral(" \u200b\n"));
    row("a name that is too long", "name", QString(65, u'x'));
    row("a name that is no text", "name", 7);
    row("without a port", "port", QJsonValue::Null);
    row("port 0", "port", 0);
    row("a port that is too large", "port", 65536);
    row("half a port", "port", 80.5);
    row("a port in text", "port", QStringLiteral("80"));
    row("less than nobody", "people", -1);
    row("more people than there can be", "people", 1e300);
    row("a version that is too long", "version", QString(33, u'1'));
    row("without an id", "id", QJsonValue::Null);
    row("an id that is too short", "id", QStringLiteral("1234567"));
    row("an id that is too long", "id", QString(65, u'i'));
    row("an id of other characters", "id", QStringLiteral("../../etc/passwd"));
    row("an id in another script", "id", QStringLiteral("ααααααααα"));
    row("another version of the protocol", "confab", 2);
    row("without a version of the protocol", "confab", QJsonValue::Null);
    row("larger than anything may be", "padding", QString(maxDatagramBytes, u' '));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[1,2,3]");
    QTest::newRow("a question") << encodeQuestion(nonce);
    QTest::newRow("very deep") << QByteArray(500, '[') + QByteArray(500, ']');
    QTest::newRow("cut off") << encodeAnswer(nonce, announcement()).chopped(1);
}

void tst_Announcement::anAnswerThatIsOutOfBoundsCountsForNothing()
{
    QFETCH(QByteArray, answer);
    QVERIFY(!decodeAnswer(answer, nonce));
}

void tst_Announcement::whatIsNoQuestionGetsNoNonce_data()
{
    QTest::addColumn<QByteArray>("datagram");
    QJsonObject question = QJsonDocument::fromJson(encodeQuestion(nonce)).object();
    const auto row = [question](const char *title, const char *field, const QJsonValue &value) {
        QJsonObject changed = question;
        changed[QString::fromLatin1(field)] = value;
        QTest::newRow(title) << QJsonDocument(changed).toJson(QJsonDocument::Compact);
    };
    row("without a nonce", "find", QJsonValue::Undefined);
    row("a nonce that is too short", "find", QStringLiteral("1234567"));
    row("a nonce that is too long", "find", QString(65, u'x'));
    row("a nonce that is no text", "find", QJsonObject());
    row("smaller than an answer may be", "padding", QString());
    row("larger than anything may be", "padding", QString(maxDatagramBytes, u' '));
    row("another version of the protocol", "confab", QStringLiteral("1"));
    QTest::newRow("an answer") << answerWith({{QStringLiteral("padding"), QString(500, u' ')}});
    QTest::newRow("zeros") << QByteArray(questionBytes, '\0');
}

void tst_Announcement::whatIsNoQuestionGetsNoNonce()
{
    QFETCH(QByteArray, datagram);
    QVERIFY(!decodeQuestion(datagram));
}

void tst_Announcement::anyBytesDoNoHarm()
{
    QRandomGenerator random(1); // the same every time
    const QList<QByteArray> originals{encodeQuestion(nonce), encodeAnswer(nonce, announcement())};
    for (int i = 0; i < 20'000; ++i) {
        QByteArray datagram = originals[i % 2];
        for (int change = random.bounded(1, 8); change > 0; --change)
            datagram[random.bounded(datagram.size())] = char(random.bounded(256));
        datagram.truncate(random.bounded(datagram.size()) + 1);
        if (const auto asked = decodeQuestion(datagram))
            QVERIFY(asked->size() >= 8 && asked->size() <= 64);
        if (const auto arrived = decodeAnswer(datagram, nonce))
            QVERIFY(!arrived->name.isEmpty() && arrived->port != 0);
    }
}

QTEST_APPLESS_MAIN(tst_Announcement)
#include "tst_announcement.moc"
