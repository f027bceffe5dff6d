#pragma once

#include "markup/block.h"
#include "markup/parser.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <array>
#include <vector>

namespace markup {

/// Takes the text of one block apart: emphasis, code, links, mentions and names of emoji.
///
/// It first cuts the text into pieces, then finds out which signs of emphasis belong together. Each kind of emphasis
/// can be open once at a time, so that nesting is bounded and the time grows with the length only. Thread: one at a
/// time. Text and options outlive it.
class InlineParser final
{
public:
    InlineParser(QStringView text, const ParseOptions &options);

    /// The spans of each line.
    [[nodiscard]] QList<QList<Span>> parse();

private:
    enum class Sign { Star, DoubleStar, Underscore, DoubleTilde };
    static constexpr size_t signCount = 4;
    struct Piece
    {
        Span span;
        bool isSign = false;
        Sign sign = Sign::Star;
        bool canOpen = false;
        bool canClose = false;
        bool isBeforeItsStar = false; ///< the two of three stars that stand first when they open
        int turns = 0; ///< 1: emphasis begins, -1: it ends, 0: it is just text
    };

    void cut();
    /// Each takes what begins at the current place, and says whether there was such a thing.
    [[nodiscard]] bool takeEscaped();
    [[nodiscard]] bool takeCode();
    [[nodiscard]] bool takeLink();
    [[nodiscard]] bool takeMention();
    [[nodiscard]] bool takeShortcode();
    [[nodiscard]] bool takeSigns();
    void takeText(QStringView text);
    void take(Span::Kind kind, QStringView text, const QString &target = {});
    void takeSign(Sign sign, QStringView text, qsizetype runStart, qsizetype runEnd);

    [[nodiscard]] bool isAtWordStart() const;
    /// How much of the text after an `@` is the name of @p mention; 0 if it is another.
    [[nodiscard]] qsizetype nameLength(const Mention &mention, qsizetype start) const;
    /// Where the next run of exactly @p length backticks after @p at is; -1 if there is none.
    [[nodiscard]] qsizetype nextBackticks(qsizetype length, qsizetype at);
    void findBackticks();

    void match();
    /// Three stars that close: the single one goes first if it was opened last.
    void turnStars(size_t piece, bool isStarInside);
    [[nodiscard]] QList<QList<Span>> lines() const;

    const QStringView m_text;
    const ParseOptions &m_options;
    qsizetype m_at = 0;
    std::vector<Piece> m_pieces;
    struct Runs
    {
        std::vector<qsizetype> starts;
        size_t next = 0; ///< all before it have been passed
    };
    QHash<qsizetype, Runs> m_backticks; ///< by length
};

} // namespace markup
