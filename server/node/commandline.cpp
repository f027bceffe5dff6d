#include "node/commandline.h"

#include "node/settingtable.h"

#include <algorithm>
#include <optional>

namespace node {

namespace {

/// Walks over the arguments once, from the first to the last.
class Parser final
{
public:
    explicit Parser(const QStringList &arguments) : m_arguments(arguments) {}

    Result<CommandLine> parse()
    {
        while (m_problem.isEmpty() && m_next < m_arguments.size()) {
            const QString &argument = m_arguments.at(m_next++);
            if (argument.startsWith(u'-'))
                takeFlag(argument);
            else
                m_words.append(argument);
        }
        takeWords();
        if (!m_problem.isEmpty())
            return failure(ErrorCode::BadConfiguration, m_problem);
        return m_result;
    }

private:
    void takeFlag(const QString &argument)
    {
        const qsizetype equals = argument.indexOf(u'=');
        const QString flag = argument.left(equals);
        m_attached = equals < 0 ? std::nullopt : std::optional(argument.sliced(equals + 1));
        if (flag == QLatin1String("--help") || flag == QLatin1String("-h"))
            takeCommandFlag(flag, CommandLine::Command::Help);
        else if (flag == QLatin1String("--version"))
            takeCommandFlag(flag, CommandLine::Command::Version);
        else if (flag == QLatin1String("--config"))
            m_result.configFile = takeValue(flag);
        else if (flag == QLatin1String("--limit"))
            takeLimit(takeValue(flag));
        else if (flag.startsWith(QLatin1String("--")) && findSetting(QStringView(flag).sliced(2)))
            takeSetting(flag);
        else
            m_problem = QStringLiteral("%1: there is no such flag").arg(flag);
    }

    void takeCommandFlag(const QString &flag, CommandLine::Command command)
    {
        if (m_attached)
            m_problem = QStringLiteral("%1: takes no value").arg(flag);
        m_result.command = command;
    }

    QString takeValue(const QString &flag)
    {
        if (m_attached)
            return *m_attached;
        if (m_next < m_arguments.size())
            return m_arguments.at(m_next++);
        m_problem = QStringLiteral("%1: needs a value").arg(flag);
        return {};
    }

    void takeLimit(const QString &text)
    {
        const qsizetype equals = text.indexOf(u'=');
        if (m_problem.isEmpty() && equals < 1)
            m_problem = QStringLiteral("--limit %1: is not of the form NAME=VALUE").arg(text);
        if (!m_problem.isEmpty())
            return;
        const QString name = text.left(equals);
        m_result.assignments.push_back(
            {QStringLiteral("--limit ") + name, Assignment::Kind::Limit, name, {text.sliced(equals + 1)}});
    }

    void takeSetting(const QString &flag)
    {
        const QString name = flag.sliced(2);
        const QString value = takeValue(flag);
        if (!m_problem.isEmpty())
            return;
        const auto earlier = std::ranges::find_if(m_result.assignments, [&name](const Assignment &assignment) {
            return assignment.kind == Assignment::Kind::Setting && assignment.name == name;
        });
        if (earlier != m_result.assignments.end())
            earlier->values.append(value);
        else
            m_result.assignments.push_back({flag, Assignment::Kind::Setting, name, {value}});
    }

    void takeWords()
    {
        if (m_words.isEmpty() || !m_problem.isEmpty())
            return;
        const QString command = m_words.takeFirst();
        if (command == QLatin1String("backup"))
            takeFileCommand(command, CommandLine::Command::Backup);
        else if (command == QLatin1String("restore"))
            takeFileCommand(command, CommandLine::Command::Restore);
        else if (command == QLatin1String("check"))
            takeCommand(CommandLine::Command::Check);
        else
            m_problem = QStringLiteral("'%1' is none of backup, check, restore").arg(command);
        if (m_problem.isEmpty() && !m_words.isEmpty())
            m_problem = QStringLiteral("'%1' is one word too many").arg(m_words.first());
    }

    void takeFileCommand(const QString &word, CommandLine::Command command)
    {
        if (m_words.isEmpty())
            m_problem = QStringLiteral("%1: needs the name of a file").arg(word);
        else
            m_result.file = m_words.takeFirst();
        takeCommand(command);
    }

    void takeCommand(CommandLine::Command command)
    {
        if (m_result.command == CommandLine::Command::Serve) // otherwise: --help, which wins
            m_result.command = command;
    }

    const QStringList m_arguments;
    qsizetype m_next = 0;
    std::optional<QString> m_attached; ///< to the flag at hand by `=`
    QStringList m_words;
    QString m_problem;
    CommandLine m_result;
};

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

} // namespace node
