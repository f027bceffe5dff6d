#pragma once

#include <QString>

namespace viewmodels {

/// What to call whoever uses this computer, as long as they do not say it themselves: by @p account, what the system
/// calls them, else by @p host, the name of the computer. Empty when neither is a name. Thread: any.
[[nodiscard]] QString systemName(const QString &account, const QString &host);

} // namespace viewmodels
