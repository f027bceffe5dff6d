#pragma once

#include <QFlags>
#include <QList>
#include <QString>

namespace markup {

/// A piece of a line that looks the same from end to end.
/// Thread: any (a value type).
struct Span
{
    enum class Kind {
        Text,
        Code, ///< to be shown as it is, with fixed width if possible
        Link, ///< `target` is where it leads
        Mention, ///< `target` is a user id, or `*` for everybody in the room
    };
    enum Style { Bold = 1, Italic = 2, Struck = 4 };
    Q_DECLARE_FLAGS(Styles, Style)

    Kind kind = Kind::Text;
    Styles styles;
    QString text; ///< plain text, never empty
    QString target; ///< of a Link: an address that isAllowedLink()

    friend bool operator==(const Span &, const Span &) = default;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Span::Styles)

struct Line
{
    QString marker; ///< of an entry of a list: a bullet, or a number with a full stop; empty for all others
    int depth = 0; ///< of an entry of a list: 0 to 3
    QList<Span> spans;

    friend bool operator==(const Line &, const Line &) = default;
};

/// A part of a message that stands by itself. A Code block has one span in each line that is not empty.
/// Thread: any (a value type).
struct Block
{
    enum class Kind { Paragraph, Code, Quote, List };

    Kind kind = Kind::Paragraph;
    QString language; ///< of a Code block, as its author named it: a short word, often empty
    QList<Line> lines;

    friend bool operator==(const Block &, const Block &) = default;
};

} // namespace markup
