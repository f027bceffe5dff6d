#include "session/cleanline.h"

#include <QTest>

using session::cleanLine;

class tst_CleanLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOthersWriteStandsHarmlesslyInOneLine_data();
    void whatOthersWriteStandsHarmlesslyInOneLine();
    void aLongOneIsCutBetweenCharacters();
};

void tst_CleanLine::whatOthersWriteStandsHarmlesslyInOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    const auto row
        = [](const char *name, const QString &text, const QString &shown) { QTest::newRow(name) << text << shown; };
    row("nothing to do", QStringLiteral("Zoë  Ωmega 李"), QStringLiteral("Zoë  Ωmega 李"));
    row("turned around", QStringLiteral(u"\u202a\u202b\u202c\u202d\u202eAnn\u2066\u2067\u2068\u2069"),
        QStringLiteral("Ann"));
    row("marks of direction", QStringLiteral(u"A\u200en\u200fn\u061c"), QStringLiteral("Ann"));
    row("of no width", QStringLiteral(u"A\u200bn\u200cn\u200d\ufeff\u2060"), QStringLiteral("Ann"));
    row("several lines", QStringLiteral(u"one\ntwo\rthree\tfour\u2028five\u2029six"),
        QStringLiteral("one two three four five six"));
    row("controls", QStringLiteral(u"a\u0000b\u0007c\u001bd\u007fe\u0085f"), QStringLiteral("a b c d e f"));
    row("a joined emoji", QStringLiteral(u"\U0001F469\u200D\U0001F4BB \U0001F3F3\uFE0F\u200D\U0001F308"),
        QStringLiteral(u"\U0001F469\u200D\U0001F4BB \U0001F3F3\uFE0F\u200D\U0001F308"));
    row("a joiner beside an emoji", QStringLiteral(u"a\u200D\U0001F4BB\u200Db"), QStringLiteral(u"a\U0001F4BBb"));
}

void tst_CleanLine::whatOthersWriteStandsHarmlesslyInOneLine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(cleanLine(text, 100), shown);
}

void tst_CleanLine::aLongOneIsCutBetweenCharacters()
{
    const QString face = QStringLiteral(u"\U0001F600");
    QCOMPARE(cleanLine(face.repeated(100), 10), face.repeated(10));
    QCOMPARE(cleanLine(QString(1'000'000, QChar(0x200B)), 10), QString());
    const QString many = QString(20, u'x');
    QCOMPARE(cleanLine(many, 20), many);
}

QTEST_GUILESS_MAIN(tst_CleanLine)
#include "tst_cleanline.moc"
