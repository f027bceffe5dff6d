#pragma once

#include <QLatin1String>

/// The names of facts in the table of that name. Those that callers choose begin with callersPrefix.
namespace cache::facts {

inline constexpr QLatin1String me("me"); ///< CBOR, as on the wire
inline constexpr QLatin1String serverName("server.name");
inline constexpr QLatin1String serverId("server.id");
inline constexpr QLatin1String callersPrefix("value.");

} // namespace cache::facts
