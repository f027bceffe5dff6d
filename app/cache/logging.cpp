#include "cache/logging.h"

namespace cache {

Q_LOGGING_CATEGORY(lcCache, "chat.cache", QtInfoMsg)

} // namespace cache
