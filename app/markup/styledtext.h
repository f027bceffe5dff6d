#pragma once

#include "markup/block.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace markup {

/// The colours of spans, each as `#rrggbb`; what is empty gets the colour of the text around it.
/// Thread: any (a value type).
struct Colours
{
    QString link;
    QString code;
    QString mention;
    QString ownMention; ///< of the one who reads, and of everybody
    QString me; ///< the id of the one who reads
};

/// A block as Qt Quick's `Text` with `textFormat: Text.StyledText` shows it. It has only tags that are made here (b, i,
/// s, u, a, font, br); all text is escaped. Thread: any (a pure function).
[[nodiscard]] QString toStyledText(const Block &block, const Colours &colours);

/// @p text with `<`, `>`, `&` and quotes made harmless, and all its spaces and line breaks kept.
[[nodiscard]] QString escaped(const QString &text);

/// Without any signs of markup: for notifications, quotes and lists of rooms. A code block is its text.
[[nodiscard]] QString plainText(const Block &block);
[[nodiscard]] QString plainText(const QList<Block> &blocks);

/// Where the links lead, in order, each once.
[[nodiscard]] QStringList linkTargets(const QList<Block> &blocks);

/// Whether there is nothing but one to @p most emoji (and space between them), so that they can be shown large.
[[nodiscard]] bool isEmojiOnly(const QList<Block> &blocks, int most = 6);

} // namespace markup
