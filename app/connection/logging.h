#pragma once

#include <QLoggingCategory>

namespace connection {

Q_DECLARE_LOGGING_CATEGORY(lcConnection)

} // namespace connection
