#include "node/configfile.h"

#include "node/settingtable.h"

#include <QFile>

#include <optional>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace node {

namespace {

QString textOf(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A single value as it would be written on the command line.
std::optional<QString> scalarOf(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return textOf(text->get());
    if (const auto *number = node.as_integer())
        return QString::number(qint64(number->get()));
    if (const auto *number = node.as_floating_point())
        return QString::number(number->get(), 'g', 17);
    if (const auto *choice = node.as_boolean())
        return choice->get() ? QStringLiteral("yes") : QStringLiteral("no");
    return std::nullopt;
}

/// Turns the tables of one file into assignments.
class Reader final
{
public:
    explicit Reader(QString path) : m_path(std::move(path)) {}

    Result<std::vector<Assignment>> read(const toml::table &file)
    {
        for (const auto &[key, value] : file) {
            const QString name = textOf(std::string(key.str()));
            if (name == QLatin1String("limits"))
                takeLimits(value);
            else
                takeSetting(name, value);
        }
        if (!m_problem.isEmpty())
            return failure(ErrorCode::BadConfiguration, m_problem);
        return std::move(m_assignments);
    }

private:
    void takeLimits(const toml::node &section)
    {
        const toml::table *limits = section.as_table();
        if (!limits) {
            refuse(QStringLiteral("limits"), section, QStringLiteral("is not a section"));
            return;
        }
        for (const auto &[key, value] : *limits) {
            const QString name = textOf(std::string(key.str()));
            const QString path = QStringLiteral("limits.") + name;
            if (const auto text = scalarOf(value))
                m_assignments.push_back({sourceOf(path, value), Assignment::Kind::Limit, name, {*text}});
            else
                refuse(path, value, QStringLiteral("is not a number"));
        }
    }

    void takeSetting(const QString &name, const toml::node &value)
    {
        const Setting *setting = findSetting(name);
        if (!setting) {
            refuse(name, value, QStringLiteral("there is no such setting"));
            return;
        }
        const QStringList values = valuesOf(value, setting->isList);
        if (values.isEmpty())
            refuse(name, value, QStringLiteral("has a value of the wrong kind"));
        else
            m_assignments.push_back({sourceOf(name, value), Assignment::Kind::Setting, name, values});
    }

    static QStringList valuesOf(const toml::node &value, bool isList)
    {
        QStringList values;
        if (const auto text = scalarOf(value))
            values.append(*text);
        const toml::array *array = isList ? value.as_array() : nullptr;
        for (size_t i = 0; array && i < array->size(); ++i) {
            const auto text = scalarOf(*array->get(i));
            if (!text)
                return {};
            values.append(*text);
        }
        return values;
    }

    QString sourceOf(const QString &key, const toml::node &value) const
    {
        return QStringLiteral("%1, line %2, %3").arg(m_path).arg(value.source().begin.line).arg(key);
    }

    void refuse(const QString &key, const toml::node &value, const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = sourceOf(key, value) + QStringLiteral(": ") + problem;
    }

    const QString m_path;
    std::vector<Assignment> m_assignments;
    QString m_problem;
};

} // namespace

Result<std::vector<Assignment>> readConfigFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::BadConfiguration, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const QByteArray content = file.readAll();
    const toml::parse_result parsed = toml::parse(std::string_view(content.data(), size_t(content.size())));
    if (!parsed) {
        const toml::parse_error &error = parsed.error();
        return failure(ErrorCode::BadConfiguration,
                       QStringLiteral("%1, line %2: %3")
                           .arg(path)
                           .arg(error.source().begin.line)
                           .arg(textOf(std::string(error.description()))));
    }
    return Reader(path).read(parsed.table());
}

} // namespace node
