#include "node/configuration.h"

#include "node/configfile.h"
#include "node/environment.h"

#include <QFile>

namespace node {

Result<ServerConfig> configurationFrom(const CommandLine &commandLine, const QProcessEnvironment &environment)
{
    const QString path = commandLine.configFile.isEmpty() ? environment.value(QStringLiteral("CONFAB_CONFIG"))
                                                          : commandLine.configFile;
    std::vector<Assignment> assignments;
    if (!path.isEmpty()) {
        auto fromFile = readConfigFile(path);
        if (!fromFile)
            return protocol::failure(fromFile.error());
        assignments = std::move(fromFile).value();
    }
    auto fromEnvironment = assignmentsFrom(environment);
    if (!fromEnvironment)
        return protocol::failure(fromEnvironment.error());
    assignments.insert(assignments.end(), fromEnvironment->begin(), fromEnvironment->end());
    assignments.insert(assignments.end(), commandLine.assignments.begin(), commandLine.assignments.end());

    ServerConfig config;
    const auto applied = applyAssignments(assignments, config);
    if (!applied)
        return protocol::failure(applied.error());
    return config;
}

Result<std::monostate> readServerPassword(ServerConfig &config)
{
    if (config.serverPasswordFile.isEmpty())
        return std::monostate{};
    QFile file(config.serverPasswordFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorCode::BadConfiguration,
            QStringLiteral("server-password-file: %1: %2").arg(config.serverPasswordFile, file.errorString()));
    }
    // The longest password there can be, and the end of its line.
    QByteArray line = file.readLine(config.chat.limits.maxPasswordBytes + 3);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty() || line.size() > config.chat.limits.maxPasswordBytes) {
        return failure(ErrorCode::BadConfiguration,
                       QStringLiteral("server-password-file: the first line of %1 must be 1 to %2 bytes long")
                           .arg(config.serverPasswordFile)
                           .arg(config.chat.limits.maxPasswordBytes));
    }
    config.serverPassword = line;
    return std::monostate{};
}

} // namespace node
