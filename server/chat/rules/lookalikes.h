#pragma once

namespace chat {

/// The character that stands for all that look like @p character, among Latin, Cyrillic, Greek, Armenian and Cherokee
/// letters and digits; @p character itself when it is not known to look like another. For folded case: both the small
/// and the capital form count, so that `P` and the Cyrillic letter for r are alike, and `I`, `l` and `1`. Thread: any.
[[nodiscard]] char32_t lookalikeOf(char32_t character) noexcept;

} // namespace chat
