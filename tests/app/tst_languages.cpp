#include "languages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using app::Languages;

namespace {

QString closeText()
{
    return QCoreApplication::translate("Banner", "Close");
}

QString unreadText(int count)
{
    return QCoreApplication::translate("platform::TrayIcon", "Confab: %n unread message(s)", nullptr, count);
}

} // namespace

/// The interface in another language, at once.
class tst_Languages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void englishKnowsOneAndMany();
    void germanIsGerman();
    void oneMayChangeAtAnyTime();
    void daysAreNamedInIt();
    void aLanguageWithoutTranslationIsEnglish();
    void withoutAChoiceTheSystemDecides();
};

void tst_Languages::englishKnowsOneAndMany()
{
    Languages languages;
    languages.use(QStringLiteral("en"));
    QCOMPARE(closeText(), QStringLiteral("Close"));
    QCOMPARE(unreadText(1), QStringLiteral("Confab: 1 unread message"));
    QCOMPARE(unreadText(2), QStringLiteral("Confab: 2 unread messages"));
}

void tst_Languages::germanIsGerman()
{
    Languages languages;
    languages.use(QStringLiteral("de"));
    QCOMPARE(closeText(), QStringLiteral("Schließen"));
    QCOMPARE(unreadText(1), QStringLiteral("Confab: 1 ungelesene Nachricht"));
    QCOMPARE(unreadText(2), QStringLiteral("Confab: 2 ungelesene Nachrichten"));
}

void tst_Languages::oneMayChangeAtAnyTime()
{
    Languages languages;
    for (int i = 0; i < 2; ++i) {
        languages.use(QStringLiteral("de"));
        QCOMPARE(closeText(), QStringLiteral("Schließen"));
        languages.use(QStringLiteral("en"));
        QCOMPARE(closeText(), QStringLiteral("Close"));
        QCOMPARE(unreadText(2), QStringLiteral("Confab: 2 unread messages"));
    }
}

void tst_Languages::daysAreNamedInIt()
{
    Languages languages;
    languages.use(QStringLiteral("de"));
    QCOMPARE(QLocale().dayName(1), QStringLiteral("Montag"));
    languages.use(QStringLiteral("en"));
    QCOMPARE(QLocale().dayName(1), QStringLiteral("Monday"));
}

void tst_Languages::aLanguageWithoutTranslationIsEnglish()
{
    Languages languages;
    languages.use(QStringLiteral("tlh"));
    QCOMPARE(closeText(), QStringLiteral("Close"));
    QCOMPARE(unreadText(1), QStringLiteral("Confab: 1 unread message"));
}

void tst_Languages::withoutAChoiceTheSystemDecides()
{
    Languages languages;
    languages.use(QString());
    const bool isGerman = QLocale::system().language() == QLocale::German;
    QCOMPARE(closeText(), isGerman ? QStringLiteral("Schließen") : QStringLiteral("Close"));
}

QTEST_GUILESS_MAIN(tst_Languages)
#include "tst_languages.moc"
