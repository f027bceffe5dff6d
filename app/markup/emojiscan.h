#pragma once

#include <QStringView>

#include <optional>

namespace markup {

/// How many emoji there are in @p text; nothing if there is anything else but emoji and space in it. Thread: any.
[[nodiscard]] std::optional<int> countEmojiOnly(QStringView text);

} // namespace markup
