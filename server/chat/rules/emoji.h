#pragma once

#include <QStringView>

namespace chat {

/// Whether @p text may be a reaction: exactly one emoji as Unicode builds them (with skin tone, joined, flag or
/// keycap), or a name such as `:party_parrot:`. Thread: any.
[[nodiscard]] bool isEmoji(QStringView text);

} // namespace chat
