#pragma once

#include "node/error.h"
#include "node/serverconfig.h"

#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace node {

/// Somebody's wish to set a setting or a limit.
/// Thread: any (a value type).
struct Assignment
{
    enum class Kind { Setting, Limit };

    QString source; ///< where it stands, for messages: `--port`, `CONFAB_PORT`, `confabd.toml: port`
    Kind kind = Kind::Setting;
    QString name; ///< of the setting or limit
    QStringList values; ///< at least one; of what is no list the last counts
};

/// Takes the assignments in order, so that later ones win. BadConfiguration names the source of the first that is
/// wrong.
[[nodiscard]] Result<std::monostate> applyAssignments(const std::vector<Assignment> &assignments, ServerConfig &config);

} // namespace node
