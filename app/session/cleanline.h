#pragma once

#include <QString>

namespace session {

// Longer than any that our own server lets through, in code points.
inline constexpr int mostNameCharacters = 256;
inline constexpr int mostLineCharacters = 1024;

/// @p text from somebody else as it may stand in one line beside other texts, such as a name, a topic or a status:
/// nothing in it turns the direction of what follows or hides, there are no line breaks, and it has at most
/// @p mostCharacters code points.
///
/// Characters that nobody sees are left out, except those that join emoji; line breaks and control characters become
/// spaces. Thread: any.
[[nodiscard]] QString cleanLine(const QString &text, int mostCharacters);

} // namespace session
