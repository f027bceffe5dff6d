#include "node/configuration.h"
#include "node/helptext.h"
#include "node/limittable.h"
#include "node/settingtable.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace node;

/// What people can set, where, and what they are told when it is wrong.
class tst_Configuration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagsWinOverTheEnvironmentAndThatOverTheFile();
    void theEnvironmentNamesTheFileWhenNoFlagDoes();
    void everySettingCanBeAFlagAVariableAndALineOfTheFile();
    void everyLimitCanBeAFlagAVariableAndALineOfTheFile();
    void everyLimitOfTheChatHasAName();
    void helpListsEverySettingAndEveryLimitWithItsDefault();
    void listsAreTakenAsListsFromEverySource();
    void aRateOfNoughtIsAllowed();
    void commandsAndTheirFilesAreUnderstood();
    void wrongFlagsAreNamed_data();
    void wrongFlagsAreNamed();
    void wrongVariablesAreNamed_data();
    void wrongVariablesAreNamed();
    void wrongFilesAreNamedWithTheLine_data();
    void wrongFilesAreNamedWithTheLine();
    void theServerPasswordIsTheFirstLineOfItsFile();
    void aServerPasswordFileThatCannotBeUsedIsNamed();

private:
    QString fileWith(const QByteArray &content)
    {
        QFile file(m_folder.filePath(QStringLiteral("confabd.toml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the configuration");
        return file.fileName();
    }
    static QProcessEnvironment environmentOf(const QMap<QString, QString> &variables)
    {
        QProcessEnvironment environment;
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(it.key(), it.value());
        return environment;
    }
    static Result<ServerConfig> configure(const QStringList &arguments, const QMap<QString, QString> &variables = {})
    {
        const auto commandLine = parseCommandLine(arguments);
        if (!commandLine)
            return protocol::failure(commandLine.error());
        return configurationFrom(*commandLine, environmentOf(variables));
    }
    static QString problemOf(const QStringList &arguments, const QMap<QString, QString> &variables = {})
    {
        const auto config = configure(arguments, variables);
        if (config || config.error().code != ErrorCode::BadConfiguration)
            return QStringLiteral("not refused");
        return config.error().message;
    }
    /// One that every setting takes, and that is not its default.
    static QString otherValueOf(const Setting &setting)
    {
        static const QHash<QByteArray, QString> values{{"data", QStringLiteral("/somewhere")},
                                                       {"listen", QStringLiteral("127.0.0.9")},
                                                       {"port", QStringLiteral("1234")},
                                                       {"workers", QStringLiteral("37")},
                                                       {"name", QStringLiteral("Workshop")},
                                                       {"server-password-file", QStringLiteral("/secret")},
                                                       {"first-user-is-owner", QStringLiteral("no")},
                                                       {"room-creators", QStringLiteral("admin")},
                                                       {"allow-origin", QStringLiteral("https://a.example")},
                                                       {"log-format", QStringLiteral("json")},
                                                       {"log-level", QStringLiteral("debug")}};
        return values.value(setting.name);
    }
    static QString fingerprint(const ServerConfig &config)
    {
        QStringList addresses;
        for (const QHostAddress &address : config.addresses)
            addresses.append(address.toString());
        QStringList parts{config.dataFolder,
                          addresses.join(u' '),
                          QString::number(config.port),
                          QString::number(config.sockets.workers),
                          config.chat.serverName,
                          config.serverPasswordFile,
                          QString::number(config.chat.firstUserIsOwner),
                          QString::number(int(config.chat.createsRooms)),
                          QString::fromLatin1(config.sockets.engine.cors.allowedOrigins.join(' ')),
                          QString::number(int(config.log.format)),
                          QString::number(int(config.log.level))};
        for (const Limit &limit : limitTable())
            parts.append(limitText(limit, config));
        return parts.join(u'|');
    }

    QTemporaryDir m_folder;
};

void tst_Configuration::flagsWinOverTheEnvironmentAndThatOverTheFile()
{
    const QString file = fileWith("port = 1\nworkers = 1\nname = \"file\"\n"
                                  "[limits]\nmaxRooms = 11\nmaxUsers = 12\nmaxPinsPerRoom = 13\n");
    const auto config = configure({QStringLiteral("--config"), file, QStringLiteral("--port=3"),
                                   QStringLiteral("--limit"), QStringLiteral("maxRooms=31")},
                                  {{QStringLiteral("CONFAB_PORT"), QStringLiteral("2")},
                                   {QStringLiteral("CONFAB_WORKERS"), QStringLiteral("2")},
                                   {QStringLiteral("CONFAB_LIMIT_MAX_ROOMS"), QStringLiteral("21")},
                                   {QStringLiteral("CONFAB_LIMIT_MAX_USERS"), QStringLiteral("22")}});
    QVERIFY(config);
    QCOMPARE(config->port, 3);
    QCOMPARE(config->sockets.workers, 2);
    QCOMPARE(config->chat.serverName, QStringLiteral("file"));
    QCOMPARE(config->chat.limits.maxRooms, 31);
    QCOMPARE(config->chat.limits.maxUsers, 22);
    QCOMPARE(config->chat.limits.maxPinsPerRoom, 13);
}

void tst_Configuration::theEnvironmentNamesTheFileWhenNoFlagDoes()
{
    const QString file = fileWith("port = 99\n");
    const auto config = configure({}, {{QStringLiteral("CONFAB_CONFIG"), file}});
    QVERIFY(config);
    QCOMPARE(config->port, 99);
}

void tst_Configuration::everySettingCanBeAFlagAVariableAndALineOfTheFile()
{
    for (const Setting &setting : settingTable()) {
        const QString name = QString::fromLatin1(setting.name);
        const QString value = otherValueOf(setting);
        QVERIFY2(!value.isEmpty(), setting.name);
        const auto byFlag = configure({QStringLiteral("--") + name, value});
        const auto byVariable = configure({}, {{environmentNameOf(setting), value}});
        const auto byFile = configure(
            {QStringLiteral("--config"), fileWith(QStringLiteral("%1 = \"%2\"\n").arg(name, value).toUtf8())});
        QVERIFY2(byFlag && byVariable && byFile, setting.name);
        QVERIFY2(fingerprint(*byFlag) != fingerprint(ServerConfig()), setting.name);
        QCOMPARE(fingerprint(*byVariable), fingerprint(*byFlag));
        QCOMPARE(fingerprint(*byFile), fingerprint(*byFlag));
    }
}

void tst_Configuration::everyLimitCanBeAFlagAVariableAndALineOfTheFile()
{
    QSet<QString> names;
    for (const Limit &limit : limitTable()) {
        const QString name = QString::fromLatin1(limit.name);
        QVERIFY2(!names.contains(name), limit.name);
        names.insert(name);
        const QString lowest = QString::number(limit.minimum, 'f', 0);
        const QString value
            = limitText(limit, ServerConfig()) == lowest ? QString::number(limit.maximum, 'f', 0) : lowest;
        const auto byFlag = configure({QStringLiteral("--limit"), name + u'=' + value});
        const auto byVariable = configure({}, {{environmentNameOf(limit), value}});
        const auto byFile = configure(
            {QStringLiteral("--config"), fileWith(QStringLiteral("[limits]\n%1 = %2\n").arg(name, value).toUtf8())});
        QVERIFY2(byFlag && byVariable && byFile, limit.name);
        QVERIFY2(fingerprint(*byFlag) != fingerprint(ServerConfig()), limit.name);
        QCOMPARE(fingerprint(*byVariable), fingerprint(*byFlag));
        QCOMPARE(fingerprint(*byFile), fingerprint(*byFlag));
        QVERIFY2(
            configure({QStringLiteral("--limit"), name + u'=' + QString::number(limit.maximum + 1, 'f', 0)}).hasValue()
                == false,
            limit.name);
    }
}

void tst_Configuration::everyLimitOfTheChatHasAName()
{
    const QCborMap told = protocol::chat::Limits().toMap();
    QVERIFY(!told.isEmpty());
    for (const auto &[name, value] : told)
        QVERIFY2(findLimit(name.toString()), qPrintable(name.toString()));
}

void tst_Configuration::helpListsEverySettingAndEveryLimitWithItsDefault()
{
    const QString help = helpText();
    for (const Setting &setting : settingTable())
        QVERIFY2(help.contains(QStringLiteral("  --%1 ").arg(QLatin1String(setting.name))), setting.name);
    for (const Limit &limit : limitTable()) {
        const QRegularExpression line(
            QStringLiteral("^  %1 .*\\[%2\\]$")
                .arg(QLatin1String(limit.name), QRegularExpression::escape(limitText(limit, ServerConfig()))),
            QRegularExpression::MultilineOption);
        QVERIFY2(line.match(help).hasMatch(), limit.name);
    }
}

void tst_Configuration::listsAreTakenAsListsFromEverySource()
{
    const QList<QHostAddress> expected{QHostAddress(QStringLiteral("127.0.0.1")), QHostAddress(QStringLiteral("::1"))};
    const auto byFlags
        = configure({QStringLiteral("--listen"), QStringLiteral("127.0.0.1"), QStringLiteral("--listen=::1")});
    const auto byVariable = configure({}, {{QStringLiteral("CONFAB_LISTEN"), QStringLiteral("127.0.0.1, ::1")}});
    const auto byFile = configure({QStringLiteral("--config"), fileWith("listen = [\"127.0.0.1\", \"::1\"]\n")});
    QVERIFY(byFlags && byVariable && byFile);
    QCOMPARE(byFlags->addresses, expected);
    QCOMPARE(byVariable->addresses, expected);
    QCOMPARE(byFile->addresses, expected);
    const auto fewerByFlag = configure({QStringLiteral("--listen"), QStringLiteral("::1")},
                                       {{QStringLiteral("CONFAB_LISTEN"), QStringLiteral("127.0.0.1")}});
    QVERIFY(fewerByFlag);
    QCOMPARE(fewerByFlag->addresses.size(), 1);
}

void tst_Configuration::aRateOfNoughtIsAllowed()
{
    const auto config = configure({QStringLiteral("--limit"), QStringLiteral("messagesPerSecond=0"),
                                   QStringLiteral("--limit=searchesPerMinute=0.5")});
    QVERIFY(config);
    QCOMPARE(config->rates.messagesPerSecond, 0.0);
    QCOMPARE(config->rates.searchesPerMinute, 0.5);
}

void tst_Configuration::commandsAndTheirFilesAreUnderstood()
{
    const auto backup = parseCommandLine(
        {QStringLiteral("backup"), QStringLiteral("a file"), QStringLiteral("--data"), QStringLiteral("/d")});
    QVERIFY(backup);
    QCOMPARE(backup->command, CommandLine::Command::Backup);
    QCOMPARE(backup->file, QStringLiteral("a file"));
    QCOMPARE(backup->assignments.size(), size_t(1));
    const auto check = parseCommandLine({QStringLiteral("--data=/d"), QStringLiteral("check")});
    QVERIFY(check);
    QCOMPARE(check->command, CommandLine::Command::Check);
    const auto help = parseCommandLine({QStringLiteral("check"), QStringLiteral("-h")});
    QVERIFY(help);
    QCOMPARE(help->command, CommandLine::Command::Help);
    QCOMPARE(parseCommandLine({})->command, CommandLine::Command::Serve);
}

void tst_Configuration::wrongFlagsAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("problem");
    const auto add = [](const char *name, const QStringList &arguments, const QString &problem) {
        QTest::newRow(name) << arguments << problem;
    };
    add("an unknown flag", {QStringLiteral("--prot"), QStringLiteral("1")},
        QStringLiteral("--prot: there is no such flag"));
    add("an unknown command", {QStringLiteral("serve")}, QStringLiteral("'serve' is none of backup, check, restore"));
    add("a command without its file", {QStringLiteral("backup")}, QStringLiteral("backup: needs the name of a file"));
    add("a word too many", {QStringLiteral("check"), QStringLiteral("x")}, QStringLiteral("'x' is one word too many"));
    add("a flag without its value", {QStringLiteral("--port")}, QStringLiteral("--port: needs a value"));
    add("a value where none belongs", {QStringLiteral("--help=yes")}, QStringLiteral("--help: takes no value"));
    add("a port that is none", {QStringLiteral("--port"), QStringLiteral("70000")},
        QStringLiteral("--port: '70000' is not a whole number from 0 to 65535"));
    add("no workers", {QStringLiteral("--workers=0")},
        QStringLiteral("--workers: '0' is not a whole number from 1 to 64"));
    add("a name for an address", {QStringLiteral("--listen=localhost")},
        QStringLiteral("--listen: 'localhost' is not an IP address"));
    add("a level that is none", {QStringLiteral("--log-level=loud")},
        QStringLiteral("--log-level: 'loud' is none of debug, info, warning, error"));
    add("an empty name", {QStringLiteral("--name=")}, QStringLiteral("--name: must not be empty"));
    add("an origin without its scheme", {QStringLiteral("--allow-origin=a.example")},
        QStringLiteral("--allow-origin: 'a.example' is not of the form scheme://host[:port], nor *"));
    add("an unknown limit", {QStringLiteral("--limit=maxRoom=1")},
        QStringLiteral("--limit maxRoom: there is no limit 'maxRoom'"));
    add("a limit without a value", {QStringLiteral("--limit=maxRooms")},
        QStringLiteral("--limit maxRooms: is not of the form NAME=VALUE"));
    add("a limit that is no number", {QStringLiteral("--limit=maxRooms=many")},
        QStringLiteral("--limit maxRooms: 'many' is not a whole number from 1 to 1000000000"));
    add("a fraction of a room", {QStringLiteral("--limit=maxRooms=1.5")},
        QStringLiteral("--limit maxRooms: '1.5' is not a whole number from 1 to 1000000000"));
    add("a number that is not one", {QStringLiteral("--limit=messagesPerSecond=nan")},
        QStringLiteral("--limit messagesPerSecond: 'nan' is not a number from 0 to 1000000"));
    add("a negative time", {QStringLiteral("--limit=pingIntervalMs=-1")},
        QStringLiteral("--limit pingIntervalMs: '-1' is not a whole number from 100 to 86400000"));
}

void tst_Configuration::wrongFlagsAreNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, problem);
    QCOMPARE(problemOf(arguments), problem);
}

void tst_Configuration::wrongVariablesAreNamed_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a port that is none") << QStringLiteral("CONFAB_PORT") << QStringLiteral("x")
                                         << QStringLiteral("CONFAB_PORT: 'x' is not a whole number from 0 to 65535");
    QTest::newRow("a limit that is too low")
        << QStringLiteral("CONFAB_LIMIT_MAX_PAGE_SIZE") << QStringLiteral("0")
        << QStringLiteral("CONFAB_LIMIT_MAX_PAGE_SIZE: '0' is not a whole number from 1 to 1000");
    QTest::newRow("an unknown limit") << QStringLiteral("CONFAB_LIMIT_MAXROOMS") << QStringLiteral("1")
                                      << QStringLiteral("CONFAB_LIMIT_MAXROOMS: there is no such limit");
}

void tst_Configuration::wrongVariablesAreNamed()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QString, problem);
    QCOMPARE(problemOf({}, {{variable, value}}), problem);
}

void tst_Configuration::wrongFilesAreNamedWithTheLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem");
    QTest::newRow("an unknown key") << QByteArray("\nprot = 1\n")
                                    << QStringLiteral(", line 2, prot: there is no such setting");
    QTest::newRow("a value of the wrong kind")
        << QByteArray("port = 2020-01-01\n") << QStringLiteral(", line 1, port: has a value of the wrong kind");
    QTest::newRow("a list where one value belongs")
        << QByteArray("port = [1]\n") << QStringLiteral(", line 1, port: has a value of the wrong kind");
    QTest::newRow("a wrong value") << QByteArray("port = -1\n")
                                   << QStringLiteral(", line 1, port: '-1' is not a whole number from 0 to 65535");
    QTest::newRow("an unknown limit") << QByteArray("[limits]\nrooms = 1\n")
                                      << QStringLiteral(", line 2, limits.rooms: there is no limit 'rooms'");
    QTest::newRow("a limit of the wrong kind")
        << QByteArray("[limits]\nmaxRooms = []\n") << QStringLiteral(", line 2, limits.maxRooms: is not a number");
    QTest::newRow("limits that are no section")
        << QByteArray("limits = 5\n") << QStringLiteral(", line 1, limits: is not a section");
    QTest::newRow("no TOML") << QByteArray("port = 1\nport\n") << QStringLiteral(", line 2: ");
}

void tst_Configuration::wrongFilesAreNamedWithTheLine()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, problem);
    const QString path = fileWith(content);
    const QString told = problemOf({QStringLiteral("--config"), path});
    QVERIFY2(told.startsWith(path + problem.section(u':', 0, 0)), qPrintable(told));
    QVERIFY2(told.contains(problem) || problem.endsWith(QLatin1String(": ")), qPrintable(told));
    QVERIFY(problemOf({QStringLiteral("--config"), QStringLiteral("/no/such.toml")})
                .startsWith(QLatin1String("/no/such.toml: ")));
}

void tst_Configuration::theServerPasswordIsTheFirstLineOfItsFile()
{
    ServerConfig config;
    QVERIFY(readServerPassword(config));
    QVERIFY(config.serverPassword.isEmpty());
    config.serverPasswordFile = fileWith("  open sesame\r\nsomething else\n");
    QVERIFY(readServerPassword(config));
    QCOMPARE(config.serverPassword, QByteArray("  open sesame"));
}

void tst_Configuration::aServerPasswordFileThatCannotBeUsedIsNamed()
{
    ServerConfig config;
    config.serverPasswordFile = QStringLiteral("/no/such/file");
    const auto missing = readServerPassword(config);
    QVERIFY(!missing);
    QVERIFY(missing.error().message.startsWith(QLatin1String("server-password-file: /no/such/file: ")));
    for (const QByteArray &content : {QByteArray("\nsecret\n"), QByteArray(300, 'x')}) {
        config.serverPasswordFile = fileWith(content);
        const auto read = readServerPassword(config);
        QVERIFY(!read);
        QVERIFY(!read.error().message.contains(QLatin1String("xxx")));
    }
}

QTEST_GUILESS_MAIN(tst_Configuration)
#include "tst_configuration.moc"
