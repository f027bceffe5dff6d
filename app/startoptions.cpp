#include "startoptions.h"

#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

namespace app {

namespace {

const QLatin1StringView linkBeginning("confab://");

constexpr auto description = "A chat for local networks.\n\n"
                             "Without options the window shows what it showed the last time, or lets you choose "
                             "whether to host a chat or to join one.";

constexpr auto linkDescription = "A confab:// link to follow, as in an invitation.";

NoStart complaint(const QString &text)
{
    return {text + QStringLiteral("\nconfab --help explains everything.\n"), false};
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QString::fromUtf8(description));
    const auto add = [&parser](const char *name, const char *text, const char *value = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromUtf8(text), QString::fromLatin1(value)});
    };
    add("host", "Host a chat.");
    add("join", "Join the chat at ADDRESS, such as 192.168.1.7 or 192.168.1.7:8418.", "ADDRESS");
    add("name", "Your name in the chat.", "NAME");
    add("data", "Keep everything in DIR instead of the usual folder, apart from other windows.", "DIR");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("link"), QString::fromUtf8(linkDescription), QStringLiteral("[link]"));
}

QString dataFolderFrom(const QCommandLineParser &parser)
{
    const QString given = parser.value(QStringLiteral("data"));
    const QString usual
        = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/confab");
    return QDir::cleanPath(QDir(given.isEmpty() ? usual : given).absolutePath());
}

} // namespace

std::variant<StartOptions, NoStart> readStartOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    const bool isUnderstood = parser.parse(arguments);
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("help-all")))
        return NoStart{parser.helpText(), true};
    if (parser.isSet(QStringLiteral("version")))
        return NoStart{QStringLiteral("confab " CONFAB_VERSION "\n"), true};
    if (!isUnderstood)
        return complaint(parser.errorText());

    StartOptions options;
    options.hosts = parser.isSet(QStringLiteral("host"));
    options.join = parser.value(QStringLiteral("join")).trimmed();
    options.name = parser.value(QStringLiteral("name")).trimmed();
    options.dataFolder = dataFolderFrom(parser);
    if (options.hosts && !options.join.isEmpty())
        return complaint(QStringLiteral("Either --host or --join, not both."));
    const QStringList links = parser.positionalArguments();
    if (links.size() > 1)
        return complaint(QStringLiteral("What does %1 mean there?").arg(links[1]));
    if (!links.isEmpty()) {
        if (!links[0].startsWith(linkBeginning, Qt::CaseInsensitive))
            return complaint(QStringLiteral("%1 is no confab:// link. To join an address, use --join.").arg(links[0]));
        options.link = links[0];
    }
    return options;
}

QString linkToOpen(const StartOptions &options)
{
    if (options.join.isEmpty() || options.join.startsWith(linkBeginning, Qt::CaseInsensitive))
        return options.join.isEmpty() ? options.link : options.join;
    const qsizetype scheme = options.join.indexOf(QStringLiteral("://"));
    return linkBeginning + (scheme < 0 ? options.join : options.join.sliced(scheme + 3));
}

} // namespace app
