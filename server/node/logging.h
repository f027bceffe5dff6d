#pragma once

#include <QLoggingCategory>

namespace node {

Q_DECLARE_LOGGING_CATEGORY(lcNode)

} // namespace node
