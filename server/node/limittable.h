#pragma once

#include "node/serverconfig.h"

#include <QString>

#include <span>
#include <variant>

namespace node {

/// The field of a limit in one ServerConfig. Durations are in milliseconds, and their limits' names end in `Ms`.
using LimitField = std::variant<int *, qint64 *, double *, std::chrono::milliseconds *>;

/// One limit of the server: its name as people write it and where it is kept.
/// Thread: any (never changes).
struct Limit
{
    const char *name; ///< camelCase, ASCII
    LimitField (*field)(ServerConfig &);
    double minimum;
    double maximum;
    const char *description; ///< for --help, without a full stop
};

/// Every limit, in the order in which --help shows them. From this one table come --help, `--limit`, the environment
/// and the section `limits` of the configuration file.
[[nodiscard]] std::span<const Limit> limitTable();
/// Null when there is no such limit.
[[nodiscard]] const Limit *findLimit(QStringView name);
/// Such as `CONFAB_LIMIT_MAX_ROOMS` for maxRooms.
[[nodiscard]] QString environmentNameOf(const Limit &limit);

/// Takes @p text as the limit's value. Returns what is wrong with it, or nothing.
[[nodiscard]] QString setLimit(const Limit &limit, ServerConfig &config, const QString &text);
/// The value as setLimit() takes it.
[[nodiscard]] QString limitText(const Limit &limit, const ServerConfig &config);

} // namespace node
