#include "node/environment.h"

#include "node/limittable.h"
#include "node/settingtable.h"

#include <QSet>

namespace node {

Result<std::vector<Assignment>> assignmentsFrom(const QProcessEnvironment &environment)
{
    std::vector<Assignment> assignments;
    for (const Setting &setting : settingTable()) {
        const QString variable = environmentNameOf(setting);
        const QString value = environment.value(variable);
        if (value.isEmpty())
            continue;
        assignments.push_back({variable, Assignment::Kind::Setting, QString::fromLatin1(setting.name),
                               setting.isList ? value.split(u',', Qt::SkipEmptyParts) : QStringList(value)});
    }
    QSet<QString> known;
    for (const Limit &limit : limitTable()) {
        const QString variable = environmentNameOf(limit);
        known.insert(variable);
        if (environment.contains(variable))
            assignments.push_back(
                {variable, Assignment::Kind::Limit, QString::fromLatin1(limit.name), {environment.value(variable)}});
    }
    const QStringList variables = environment.keys();
    for (const QString &variable : variables) {
        if (variable.startsWith(QLatin1String("CONFAB_LIMIT_")) && !known.contains(variable))
            return failure(ErrorCode::BadConfiguration, QStringLiteral("%1: there is no such limit").arg(variable));
    }
    return assignments;
}

} // namespace node
