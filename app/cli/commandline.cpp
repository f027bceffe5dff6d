#include "cli/commandline.h"

#include <QCommandLineParser>

#include <array>
#include <climits>

namespace cli {

using connection::ServerAddress;
using protocol::failure;

namespace {

constexpr auto description = R"(Chat on the local network, from a terminal or a script.

Commands:
  join [ADDRESS] [ROOM]     Take part: send the lines you type, print what others say.
                            A single argument that begins with # is a room. /quit ends;
                            // at the start of a line sends a single /.
  send [ADDRESS] TEXT...    Send one message; ends well only once the server has stored it.
  tail [ADDRESS]            Print messages as they come.
  history [ADDRESS]         Print older messages, the oldest first.
  search [ADDRESS] QUERY... Find messages.
  rooms [ADDRESS]           List the rooms.

ADDRESS is host, host:port, http://host:port or confab://host:port, with an IPv6 address
in brackets. Without it, CONFAB_SERVER is used, or else 127.0.0.1:8418. For send and
search, the first of several words is the ADDRESS, unless --server names it; a single
word (quote the text) is what to send or to search for.

Exit codes:
  0  done
  1  refused by the server, which says why
  2  wrong usage
  3  cannot connect, or timed out)";

struct CommandSyntax
{
    const char *name;
    CommandKind kind;
    int maxArguments; ///< besides the command itself
    const char *options; ///< its own ones, between spaces
};

constexpr std::array<CommandSyntax, 6> commands = {{
    {"join", CommandKind::Join, 2, " room "},
    {"send", CommandKind::Send, INT_MAX, " room "},
    {"tail", CommandKind::Tail, 1, " room since count "},
    {"history", CommandKind::History, 1, " room limit before "},
    {"search", CommandKind::Search, INT_MAX, " room limit "},
    {"rooms", CommandKind::Rooms, 1, " "},
}};

/// One reading of one command line.
class Reading final
{
public:
    Reading(const QStringList &arguments, const QProcessEnvironment &environment);

    [[nodiscard]] protocol::Expected<Options, NoCommand> run();

private:
    [[nodiscard]] QString value(const char *option) const { return m_parser.value(QLatin1StringView(option)); }
    [[nodiscard]] bool isSet(const char *option) const { return m_parser.isSet(QLatin1StringView(option)); }
    [[nodiscard]] QString secret(const char *option, const char *variable) const;
    void readCommand();
    void readGlobals();
    void readAddress();
    void readWords();
    void readNumbers();
    [[nodiscard]] std::optional<qint64> readNumber(const char *option, qint64 smallest, qint64 largest);
    void complain(const QString &text);

    const QStringList m_arguments;
    const QProcessEnvironment m_environment;
    QCommandLineParser m_parser;
    QStringList m_words; ///< after the command, and after the address once that is read
    const CommandSyntax *m_syntax = nullptr;
    Options m_options;
    QString m_complaint; ///< the first one
};

Reading::Reading(const QStringList &arguments, const QProcessEnvironment &environment)
    : m_arguments(arguments), m_environment(environment)
{
    m_parser.setApplicationDescription(QString::fromUtf8(description));
    const auto add = [this](const char *name, const char *text, const char *valueName = "") {
        m_parser.addOption(
            QCommandLineOption(QString::fromLatin1(name), QString::fromUtf8(text), QString::fromLatin1(valueName)));
    };
    add("server", "The server, instead of ADDRESS.", "ADDRESS");
    add("name", "Your name. Default: your name on this computer.", "NAME");
    add("token", "Proves that the name is yours. Default: CONFAB_TOKEN, or what is remembered of the last time.",
        "TOKEN");
    add("token-file", "The file in which the token is remembered. Default: one per server and name.", "FILE");
    add("server-password", "Where the server asks for one. Default: CONFAB_SERVER_PASSWORD.", "PASSWORD");
    add("timeout",
        "How long to try, in seconds; fractions are allowed. Default: 10. Once tail and join are connected, "
        "they keep trying.",
        "SECONDS");
    add("json", "Print one JSON object a line.");
    add("room",
        "For join, send, tail, history and search: a room's name or id. Default: General; search looks "
        "everywhere.",
        "ROOM");
    add("since", "For tail: begin after the message with this number.", "SEQ");
    add("count", "For tail: end after so many messages.", "N");
    add("limit", "For history and search: print at most so many. Default: 50.", "N");
    add("before", "For history: only messages before this number.", "SEQ");
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addPositionalArgument(QStringLiteral("command"), QStringLiteral("One of the commands above."));
}

protocol::Expected<Options, NoCommand> Reading::run()
{
    const bool isUnderstood = m_parser.parse(m_arguments);
    if (isSet("help") || isSet("help-all"))
        return failure(NoCommand{m_parser.helpText(), true});
    if (isSet("version"))
        return failure(NoCommand{QStringLiteral("confab-cli " CONFAB_VERSION "\n"), true});
    if (!isUnderstood)
        complain(m_parser.errorText());
    else
        readCommand();
    if (m_complaint.isEmpty()) {
        readGlobals();
        readAddress();
        readWords();
        readNumbers();
    }
    if (m_complaint.isEmpty())
        return m_options;
    return failure(NoCommand{m_complaint + QStringLiteral("\nconfab-cli --help explains everything.\n"), false});
}

void Reading::readCommand()
{
    m_words = m_parser.positionalArguments();
    if (m_words.isEmpty()) {
        complain(QStringLiteral("What shall it do? The commands are join, send, tail, history, search and rooms."));
        return;
    }
    const QString name = m_words.takeFirst();
    for (const CommandSyntax &syntax : commands) {
        if (name == QLatin1StringView(syntax.name))
            m_syntax = &syntax;
    }
    if (!m_syntax) {
        complain(QStringLiteral("There is no command %1.").arg(name));
        return;
    }
    m_options.command = m_syntax->kind;
    for (const char *option : {"room", "since", "count", "limit", "before"}) {
        const QString word = u' ' + QLatin1StringView(option) + u' ';
        if (isSet(option) && !QString::fromLatin1(m_syntax->options).contains(word))
            complain(QStringLiteral("%1 has no option --%2.").arg(name, QLatin1StringView(option)));
    }
}

void Reading::readGlobals()
{
    m_options.name = value("name");
    for (const char *variable : {"CONFAB_NAME", "USER", "USERNAME", "LOGNAME"}) {
        if (m_options.name.isEmpty())
            m_options.name = m_environment.value(QLatin1StringView(variable));
    }
    if (m_options.name.isEmpty())
        complain(QStringLiteral("Who are you? Use --name."));
    m_options.token = secret("token", "CONFAB_TOKEN");
    m_options.tokenFile = value("token-file");
    m_options.serverPassword = secret("server-password", "CONFAB_SERVER_PASSWORD");
    m_options.isJson = isSet("json");
    m_options.hasRoom = isSet("room");
    if (m_options.hasRoom)
        m_options.room = value("room");
    if (!isSet("timeout"))
        return;
    bool isNumber = false;
    const double seconds = value("timeout").toDouble(&isNumber);
    if (!isNumber || !(seconds > 0) || seconds > 86400)
        complain(QStringLiteral("--timeout takes a number of seconds, up to a day."));
    else
        m_options.timeout = std::chrono::milliseconds(qint64(seconds * 1000) + 1);
}

QString Reading::secret(const char *option, const char *variable) const
{
    return isSet(option) ? value(option) : m_environment.value(QLatin1StringView(variable));
}

void Reading::readAddress()
{
    const bool takesText = m_options.command == CommandKind::Send || m_options.command == CommandKind::Search;
    const bool isOnlyRoom
        = m_options.command == CommandKind::Join && m_words.size() == 1 && m_words[0].startsWith(u'#');
    QString text;
    if (isSet("server"))
        text = value("server");
    else if (m_words.size() >= (takesText ? 2 : 1) && !isOnlyRoom)
        text = m_words.takeFirst();
    else
        text = m_environment.value(QStringLiteral("CONFAB_SERVER"), m_options.address.toString());
    const auto address = ServerAddress::parse(text);
    if (address)
        m_options.address = *address;
    else
        complain(QStringLiteral("%1: %2").arg(text, describe(address.error())));
}

void Reading::readWords()
{
    if (m_options.command == CommandKind::Send || m_options.command == CommandKind::Search) {
        m_options.text = m_words.join(u' ');
        if (m_options.text.trimmed().isEmpty())
            complain(QStringLiteral("%1 needs a text.").arg(QLatin1StringView(m_syntax->name)));
        return;
    }
    if (m_options.command == CommandKind::Join && m_words.size() == 1 && !m_options.hasRoom) {
        m_options.room = m_words.takeFirst();
        m_options.hasRoom = true;
    }
    if (!m_words.isEmpty())
        complain(QStringLiteral("What does %1 mean there?").arg(m_words.first()));
}

void Reading::readNumbers()
{
    constexpr qint64 largestSeq = 9'007'199'254'740'991; // what JSON's numbers hold exactly
    m_options.since = readNumber("since", 0, largestSeq);
    m_options.before = readNumber("before", 1, largestSeq);
    m_options.count = readNumber("count", 1, largestSeq);
    m_options.limit = int(readNumber("limit", 1, 100'000).value_or(m_options.limit));
}

std::optional<qint64> Reading::readNumber(const char *option, qint64 smallest, qint64 largest)
{
    if (!isSet(option))
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (isNumber && number >= smallest && number <= largest)
        return number;
    complain(
        QStringLiteral("--%1 takes a number from %2 to %3.").arg(QLatin1StringView(option)).arg(smallest).arg(largest));
    return std::nullopt;
}

void Reading::complain(const QString &text)
{
    if (m_complaint.isEmpty())
        m_complaint = text;
}

} // namespace

protocol::Expected<Options, NoCommand> parseCommandLine(const QStringList &arguments,
                                                        const QProcessEnvironment &environment)
{
    return Reading(arguments, environment).run();
}

} // namespace cli
