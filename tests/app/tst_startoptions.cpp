#include "startoptions.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace app;

namespace {

std::variant<StartOptions, NoStart> read(const QStringList &words)
{
    return readStartOptions(QStringList{QStringLiteral("confab")} + words);
}

StartOptions optionsOf(const QStringList &words)
{
    const auto options = read(words);
    if (const auto *understood = std::get_if<StartOptions>(&options))
        return *understood;
    StartOptions refused;
    refused.name = QStringLiteral("refused");
    return refused;
}

} // namespace

/// The command line of the window.
class tst_StartOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void withoutAnythingNothingIsAskedFor();
    void hostingWithAName();
    void aLinkToOpen_data();
    void aLinkToOpen();
    void theDataFolderIsAbsolute();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void helpAndVersionAreWhatWasAskedFor();
};

void tst_StartOptions::withoutAnythingNothingIsAskedFor()
{
    const StartOptions options = optionsOf({});
    QVERIFY(!options.hosts);
    QVERIFY(options.join.isEmpty() && options.name.isEmpty() && options.link.isEmpty());
    QVERIFY(linkToOpen(options).isEmpty());
    QVERIFY(options.dataFolder.endsWith(QStringLiteral("/confab")));
}

void tst_StartOptions::hostingWithAName()
{
    const StartOptions options
        = optionsOf({QStringLiteral("--host"), QStringLiteral("--name"), QStringLiteral(" Ann ")});
    QVERIFY(options.hosts);
    QCOMPARE(options.name, QStringLiteral("Ann"));
}

void tst_StartOptions::aLinkToOpen_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("link");
    const QString join = QStringLiteral("--join");
    QTest::newRow("a link") << QStringList{QStringLiteral("confab://host:1/room")}
                            << QStringLiteral("confab://host:1/room");
    QTest::newRow("an address to join") << QStringList{join, QStringLiteral("192.168.1.7")}
                                        << QStringLiteral("confab://192.168.1.7");
    QTest::newRow("a port") << QStringList{join, QStringLiteral("[::1]:99")} << QStringLiteral("confab://[::1]:99");
    QTest::newRow("a link to join") << QStringList{join, QStringLiteral("confab://host")}
                                    << QStringLiteral("confab://host");
    QTest::newRow("an address of the web")
        << QStringList{join, QStringLiteral("http://host:8418/")} << QStringLiteral("confab://host:8418/");
}

void tst_StartOptions::aLinkToOpen()
{
    QFETCH(QStringList, words);
    QFETCH(QString, link);
    QCOMPARE(linkToOpen(optionsOf(words)), link);
}

void tst_StartOptions::theDataFolderIsAbsolute()
{
    const StartOptions options = optionsOf({QStringLiteral("--data"), QStringLiteral("some/../folder/")});
    QCOMPARE(options.dataFolder, QDir::currentPath() + QStringLiteral("/folder"));
}

void tst_StartOptions::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("an option that is not known") << QStringList{QStringLiteral("--hst")};
    QTest::newRow("a value that is missing") << QStringList{QStringLiteral("--join")};
    QTest::newRow("both at once") << QStringList{QStringLiteral("--host"), QStringLiteral("--join"),
                                                 QStringLiteral("host")};
    QTest::newRow("no link") << QStringList{QStringLiteral("https://example.org")};
    QTest::newRow("an address without --join") << QStringList{QStringLiteral("192.168.1.7")};
    QTest::newRow("two links") << QStringList{QStringLiteral("confab://a"), QStringLiteral("confab://b")};
}

void tst_StartOptions::whatIsWrongIsSaid()
{
    QFETCH(QStringList, words);
    const auto options = read(words);
    const auto *reason = std::get_if<NoStart>(&options);
    QVERIFY(reason);
    QVERIFY(!reason->isAsked);
    QVERIFY(reason->text.endsWith(QStringLiteral("--help explains everything.\n")));
}

void tst_StartOptions::helpAndVersionAreWhatWasAskedFor()
{
    const auto help = read({QStringLiteral("--help")});
    QVERIFY(std::get_if<NoStart>(&help) && std::get<NoStart>(help).isAsked);
    for (const char *option : {"--host", "--join", "--name", "--data", "--version"})
        QVERIFY(std::get<NoStart>(help).text.contains(QLatin1StringView(option)));
    const auto version = read({QStringLiteral("--version")});
    QVERIFY(std::get_if<NoStart>(&version) && std::get<NoStart>(version).isAsked);
    QVERIFY(std::get<NoStart>(version).text.startsWith(QStringLiteral("confab ")));
}

QTEST_GUILESS_MAIN(tst_StartOptions)
#include "tst_startoptions.moc"
