#include "markup/emojicatalogue.h"

#include "models/namelist.h"
#include "models/personlook.h"
#include "models/problemtexts.h"
#include "models/roomtexts.h"
#include "models/timetexts.h"

#include <QSet>
#include <QTest>

using namespace models;

namespace {

qint64 at(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch();
}

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

} // namespace

/// What is said about times, people and problems.
class tst_Texts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void todayHasATimeAndOlderDaysADateToo();
    void theLanguageDecidesHowTimesLook();
    void aMachineWithoutALanguageShowsTimesForPeopleToo();
    void daysHaveNames();
    void lastSeenGrowsCoarserWithTime_data();
    void lastSeenGrowsCoarserWithTime();
    void durationsUseTheLargestWholeUnit();
    void theInitialIsAWholeCharacter();
    void aColorStaysTheSameAndOnesOwnIsTaken();
    void manyNamesAreCounted();
    void problemsAreToldByTheirCode();
    void aPreviewHasNoMarkupAndOneLine();
};

void tst_Texts::todayHasATimeAndOlderDaysADateToo()
{
    const TimeTexts texts(english, at(2026, 11, 20, 18, 0));
    QCOMPARE(texts.messageTime(at(2026, 11, 20, 9, 5)), QStringLiteral("09:05"));
    QVERIFY(texts.messageTime(at(2026, 11, 19, 9, 5)).contains(QStringLiteral("19/11/2026")));
    QVERIFY(texts.messageTime(at(2026, 11, 19, 9, 5)).contains(QStringLiteral("09:05")));
    QCOMPARE(texts.listTime(at(2026, 11, 19, 9, 5)), QStringLiteral("Yesterday"));
    QCOMPARE(texts.listTime(at(2026, 11, 18, 9, 5)), QStringLiteral("18/11/2026"));
}

void tst_Texts::theLanguageDecidesHowTimesLook()
{
    const TimeTexts texts(QLocale(QLocale::German, QLocale::Germany), at(2026, 11, 20, 18, 0));
    QCOMPARE(texts.listTime(at(2026, 11, 18, 9, 5)), QStringLiteral("18.11.26"));
    QVERIFY(texts.full(at(2026, 11, 18, 9, 5)).contains(QStringLiteral("Mittwoch")));
}

void tst_Texts::aMachineWithoutALanguageShowsTimesForPeopleToo()
{
    const TimeTexts texts(QLocale::c(), at(2026, 11, 20, 18, 0));
    QCOMPARE(texts.messageTime(at(2026, 11, 20, 9, 5)), QStringLiteral("09:05"));
}

void tst_Texts::daysHaveNames()
{
    const TimeTexts texts(english, at(2026, 11, 20, 0, 1));
    QCOMPARE(texts.day(at(2026, 11, 20, 0, 0)), QStringLiteral("Today"));
    QCOMPARE(texts.day(at(2026, 11, 19, 23, 59)), QStringLiteral("Yesterday"));
    QCOMPARE(texts.day(at(2026, 11, 16, 12, 0)), QStringLiteral("Monday, November 16"));
    QVERIFY(texts.day(at(2025, 12, 31, 12, 0)).contains(QStringLiteral("2025")));
}

void tst_Texts::lastSeenGrowsCoarserWithTime_data()
{
    QTest::addColumn<qint64>("seen");
    QTest::addColumn<QString>("text");
    QTest::newRow("never") << qint64(0) << QString();
    QTest::newRow("a moment ago") << at(2026, 11, 20, 18, 0) - 5'000 << QStringLiteral("last seen just now");
    QTest::newRow("this morning") << at(2026, 11, 20, 8, 0) << QStringLiteral("last seen today at 08:00");
    QTest::newRow("yesterday") << at(2026, 11, 19, 8, 0) << QStringLiteral("last seen yesterday at 08:00");
    QTest::newRow("long ago") << at(2026, 1, 2, 8, 0) << QStringLiteral("last seen on 02/01/2026");
}

void tst_Texts::lastSeenGrowsCoarserWithTime()
{
    QFETCH(qint64, seen);
    QFETCH(QString, text);
    QCOMPARE(TimeTexts(english, at(2026, 11, 20, 18, 0)).lastSeen(seen), text);
}

void tst_Texts::durationsUseTheLargestWholeUnit()
{
    using namespace std::chrono_literals;
    const TimeTexts texts(english);
    QVERIFY(texts.duration(90s).startsWith(QStringLiteral("90")));
    QVERIFY(texts.duration(120s).startsWith(QStringLiteral("2 ")));
    QVERIFY(texts.duration(7200s).startsWith(QStringLiteral("2 ")));
    QVERIFY(texts.duration(7200s) != texts.duration(120s));
    QVERIFY(texts.duration(1ms).startsWith(QStringLiteral("1 ")));
}

void tst_Texts::theInitialIsAWholeCharacter()
{
    QCOMPARE(initialOf(QStringLiteral(" ann")), QStringLiteral("A"));
    QCOMPARE(initialOf(QStringLiteral("👩‍🚀 Jane")), QStringLiteral("👩‍🚀"));
    QCOMPARE(initialOf({}), QStringLiteral("?"));
}

void tst_Texts::aColorStaysTheSameAndOnesOwnIsTaken()
{
    protocol::chat::User user;
    user.id = QStringLiteral("u1");
    QCOMPARE(colorOf(user), colorFor(QStringLiteral("u1")));
    QSet<QString> colors;
    for (int i = 0; i < 100; ++i)
        colors.insert(colorFor(QString::number(i)));
    QVERIFY(colors.size() > 6);
    user.avatar = QStringLiteral("#3B82F6");
    QCOMPARE(colorOf(user), QStringLiteral("#3b82f6"));
    user.avatar = QStringLiteral("#3b82f\"");
    QCOMPARE(colorOf(user), colorFor(QStringLiteral("u1")));
}

void tst_Texts::manyNamesAreCounted()
{
    QLocale::setDefault(english);
    const QStringList names{QStringLiteral("Ann"), QStringLiteral("Bob"), QStringLiteral("Cy"), QStringLiteral("Di")};
    QCOMPARE(nameList(names.first(1)), QStringLiteral("Ann"));
    QCOMPARE(nameList(names.first(2)), QStringLiteral("Ann and Bob"));
    QVERIFY(nameList(names, 2).startsWith(QStringLiteral("Ann, Bob and 2")));
}

void tst_Texts::problemsAreToldByTheirCode()
{
    using session::RequestError;
    const RequestError known{QStringLiteral("forbidden"), QStringLiteral("no"), {}, {}};
    QVERIFY(ProblemTexts::text(known) != known.message);
    const RequestError unknown{QStringLiteral("new_code"), QStringLiteral("Something new."), {}, {}};
    QCOMPARE(ProblemTexts::text(unknown), QStringLiteral("Something new."));
    const RequestError silent{QStringLiteral("new_code"), {}, {}, {}};
    QVERIFY(!ProblemTexts::text(silent).isEmpty());
    const RequestError slow{QStringLiteral("slow_mode"), {}, {}, std::chrono::seconds(12)};
    QVERIFY(ProblemTexts::text(slow).contains(QStringLiteral("12")));
}

void tst_Texts::aPreviewHasNoMarkupAndOneLine()
{
    const markup::EmojiCatalogue emoji;
    QCOMPARE(oneLine(QStringLiteral("**Soup**\ntoday"), emoji), QStringLiteral("Soup today"));
    QCOMPARE(oneLine(QStringLiteral("Done :tada:, but not :nothing:"), emoji),
             QStringLiteral("Done 🎉, but not :nothing:"));
    const QString shortened = oneLine(QString(1000, QLatin1Char('x')), emoji, 10);
    QCOMPARE(shortened, QString(10, QLatin1Char('x')) + QChar(0x2026));
    QVERIFY(!oneLine(QStringLiteral("😀").repeated(100), emoji, 11).left(11).back().isHighSurrogate());
}

QTEST_GUILESS_MAIN(tst_Texts)
#include "tst_texts.moc"
