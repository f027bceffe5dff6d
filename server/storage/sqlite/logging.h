#pragma once

#include <QLoggingCategory>

namespace storage::sqlite {

Q_DECLARE_LOGGING_CATEGORY(lcStorage)

} // namespace storage::sqlite
