#include "storage/sqlite/logging.h"

namespace storage::sqlite {

Q_LOGGING_CATEGORY(lcStorage, "chat.storage", QtInfoMsg)

} // namespace storage::sqlite
