#include "viewmodels/systemname.h"

#include "protocol/chat/limits.h"

#include <algorithm>

namespace viewmodels {

namespace {

bool canBeInName(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit == u' ' || unit == u'-' || unit == u'_' || unit == u'.';
}

/// As a name to be shown; empty when it cannot be one.
QString shown(const QString &text)
{
    QString name = text.trimmed().left(protocol::chat::Limits().maxNameCharacters).trimmed();
    const bool isName = std::any_of(name.cbegin(), name.cend(), [](QChar unit) { return unit.isLetterOrNumber(); })
        && std::all_of(name.cbegin(), name.cend(), canBeInName);
    if (!isName)
        return {};
    name.front() = name.front().toUpper();
    return name;
}

} // namespace

QString systemName(const QString &account, const QString &host)
{
    if (const QString name = shown(account); !name.isEmpty())
        return name;
    const QString computer = host.section(u'.', 0, 0);
    return computer == QLatin1String("localhost") ? QString() : shown(computer);
}

} // namespace viewmodels
