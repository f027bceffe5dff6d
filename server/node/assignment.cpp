#include "node/assignment.h"

#include "node/limittable.h"
#include "node/settingtable.h"

namespace node {

namespace {

QString applySetting(const Assignment &assignment, ServerConfig &config)
{
    const Setting *setting = findSetting(assignment.name);
    return setting ? setting->set(config, assignment.values)
                   : QStringLiteral("there is no setting '%1'").arg(assignment.name);
}

QString applyLimit(const Assignment &assignment, ServerConfig &config)
{
    const Limit *limit = findLimit(assignment.name);
    return limit ? setLimit(*limit, config, assignment.values.last())
                 : QStringLiteral("there is no limit '%1'").arg(assignment.name);
}

} // namespace

Result<std::monostate> applyAssignments(const std::vector<Assignment> &assignments, ServerConfig &config)
{
    for (const Assignment &assignment : assignments) {
        const QString problem = assignment.kind == Assignment::Kind::Limit ? applyLimit(assignment, config)
                                                                           : applySetting(assignment, config);
        if (!problem.isEmpty())
            return failure(ErrorCode::BadConfiguration, assignment.source + QStringLiteral(": ") + problem);
    }
    return std::monostate{};
}

} // namespace node
