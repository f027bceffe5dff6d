#pragma once

#include <QLoggingCategory>

namespace hosting {

Q_DECLARE_LOGGING_CATEGORY(lcHosting)

} // namespace hosting
