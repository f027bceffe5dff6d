#pragma once

#include <QString>
#include <QStringList>

namespace storage::sqlite {

/// A piece of @p text around the first place where one of @p words (as of searchWords()) stands, with what matches
/// between U+E000 and U+E001. Those two characters do not come from the text itself.
[[nodiscard]] QString snippetOf(const QString &text, const QStringList &words);

} // namespace storage::sqlite
