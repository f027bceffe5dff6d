#pragma once

#include "markup/block.h"

#include <QList>
#include <QString>

namespace markup {

class EmojiCatalogue;

/// Somebody whom a message mentions.
/// Thread: any (a value type).
struct Mention
{
    QString id; ///< a user id, or `*` for everybody, who are called `room`, `all` and so on
    QString name; ///< what they are called now, or were when it was written; not used for `*`
};

/// What the parser needs to know beside the text.
struct ParseOptions
{
    QList<Mention> mentions; ///< only these are found
    const EmojiCatalogue *emoji = nullptr; ///< for `:names:` of emoji; null: they stay as they are
};

/// The parts of a message's text, which may use: `**bold**`, `*italic*`, `_italic_`, `~~struck~~`, `` `code` ``, blocks
/// of code between lines of three backticks, `> quotes`, lists with `-`, `*` or `1.`, addresses that begin with
/// `http://`, `https://`, `mailto:` or `confab://`, `@names`, and a backslash before any of these signs to mean just
/// the sign.
///
/// Any text at all has parts: what is not understood is shown as it stands. Takes time in proportion to the length.
/// Thread: any (a pure function; the catalogue is only read).
[[nodiscard]] QList<Block> parse(const QString &text, const ParseOptions &options = {});

/// Whether a link may lead to @p target: it begins with `http://`, `https://`, `mailto:` or `confab://`, and has
/// nothing in it that could not be typed.
[[nodiscard]] bool isAllowedLink(const QString &target);

} // namespace markup
