#pragma once

#include "node/serverconfig.h"

#include <QString>
#include <QStringList>

#include <span>

namespace node {

/// Something about the server, other than a limit, that people can set: as `--name VALUE`, as `CONFAB_NAME` and as the
/// key `name` of the configuration file.
/// Thread: any (never changes).
struct Setting
{
    const char *name; ///< lower case, words joined by `-`
    const char *value; ///< what stands for the value in --help
    const char *defaultText; ///< for --help
    const char *description; ///< for --help, without a full stop
    bool isList; ///< may be given several times; as a list in the file, separated by commas in the environment
    /// Takes the values. Returns what is wrong with them, or nothing.
    QString (*set)(ServerConfig &config, const QStringList &values);
};

/// Every setting, in the order in which --help shows them.
[[nodiscard]] std::span<const Setting> settingTable();
/// Null when there is no such setting.
[[nodiscard]] const Setting *findSetting(QStringView name);
/// Such as `CONFAB_LOG_LEVEL` for log-level.
[[nodiscard]] QString environmentNameOf(const Setting &setting);

} // namespace node
