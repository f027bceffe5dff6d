#include "markup/inlineparser.h"

#include "markup/characters.h"
#include "markup/emojicatalogue.h"
#include "markup/links.h"

#include <algorithm>

namespace markup {

namespace {

constexpr qsizetype maxShortcodeLength = 48;

bool isPunctuation(QChar c)
{
    return c.unicode() > 0x20 && c.unicode() < 0x7f && !c.isLetterOrNumber();
}

bool isShortcodeCharacter(QChar c)
{
    return (c.unicode() < 0x7f && c.isLetterOrNumber()) || c == u'_' || c == u'+' || c == u'-';
}

qsizetype runLength(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

/// One space on each side stands there only to keep backticks apart.
QStringView withoutPadding(QStringView code)
{
    const bool isPadded = code.size() > 2 && code.front() == u' ' && code.back() == u' ' && !code.trimmed().isEmpty();
    return isPadded ? code.sliced(1, code.size() - 2) : code;
}

/// Whether a single sign beside @p c is a part of something else, as in 2*3*4, snake_case and ^_^.
bool belongsTogether(QChar c)
{
    return isWordCharacter(c) || c == u'^' || c == u'-';
}

Span::Style styleOf(size_t sign)
{
    constexpr std::array styles{Span::Italic, Span::Bold, Span::Italic, Span::Struck}; // in the order of Sign
    return styles[sign];
}

bool isSameLook(const Span &a, const Span &b)
{
    return a.kind == b.kind && a.styles == b.styles && a.target == b.target && a.kind == Span::Kind::Text;
}

void append(QList<Span> &spans, const Span &span)
{
    if (!spans.isEmpty() && isSameLook(spans.back(), span))
        spans.back().text += span.text;
    else
        spans.append(span);
}

} // namespace

InlineParser::InlineParser(QStringView text, const ParseOptions &options) : m_text(text), m_options(options) {}

QList<QList<Span>> InlineParser::parse()
{
    findBackticks();
    cut();
    match();
    return lines();
}

void InlineParser::cut()
{
    while (m_at < m_text.size()) {
        if (takeEscaped() || takeCode() || takeLink() || takeMention() || takeShortcode() || takeSigns())
            continue;
        const qsizetype length = codePointAt(m_text, m_at).length;
        takeText(m_text.sliced(m_at, length));
        m_at += length;
    }
}

bool InlineParser::takeEscaped()
{
    if (m_text[m_at] != u'\\' || m_at + 1 >= m_text.size() || !isPunctuation(m_text[m_at + 1]))
        return false;
    takeText(m_text.sliced(m_at + 1, 1));
    m_at += 2;
    return true;
}

bool InlineParser::takeCode()
{
    if (m_text[m_at] != u'`')
        return false;
    const qsizetype length = runLength(m_text, m_at);
    const qsizetype start = m_at + length;
    const qsizetype end = nextBackticks(length, start);
    const QStringView code = end < 0 ? QStringView() : m_text.sliced(start, end - start);
    if (code.isEmpty() || code.contains(u'\n')) {
        takeText(m_text.sliced(m_at, length));
        m_at = start;
        return true;
    }
    take(Span::Kind::Code, withoutPadding(code));
    m_at = end + length;
    return true;
}

bool InlineParser::takeLink()
{
    if (!isAtWordStart())
        return false;
    const qsizetype length = linkLengthAt(m_text, m_at);
    if (length == 0)
        return false;
    const QStringView link = m_text.sliced(m_at, length);
    take(Span::Kind::Link, link, link.toString());
    m_at += length;
    return true;
}

bool InlineParser::takeMention()
{
    if (m_text[m_at] != u'@' || !isAtWordStart())
        return false;
    const bool isQuoted = m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"';
    const qsizetype start = m_at + (isQuoted ? 2 : 1);
    const Mention *longest = nullptr;
    qsizetype length = 0;
    for (const Mention &mention : m_options.mentions) {
        const qsizetype found = nameLength(mention, start);
        const qsizetype end = start + found;
        const bool isEnded = end == m_text.size() || (isQuoted ? m_text[end] == u'"' : !isWordCharacter(m_text[end]));
        if (found > length && isEnded) {
            longest = &mention;
            length = found;
        }
    }
    if (!longest)
        return false;
    const QString name = u'@' + m_text.sliced(start, length).toString();
    take(Span::Kind::Mention, name, longest->id);
    m_at = std::min(start + length + (isQuoted ? 1 : 0), m_text.size());
    return true;
}

qsizetype InlineParser::nameLength(const Mention &mention, qsizetype start) const
{
    const QStringView rest = m_text.sliced(start);
    if (mention.id != QLatin1String("*"))
        return !mention.name.isEmpty() && rest.startsWith(mention.name, Qt::CaseInsensitive) ? mention.name.size() : 0;
    for (const QLatin1String everybody : {QLatin1String("room"), QLatin1String("all")}) {
        if (rest.startsWith(everybody, Qt::CaseInsensitive))
            return everybody.size();
    }
    return 0;
}

bool InlineParser::takeShortcode()
{
    if (m_text[m_at] != u':' || !m_options.emoji)
        return false;
    qsizetype end = m_at + 1;
    while (end < m_text.size() && end - m_at <= maxShortcodeLength && isShortcodeCharacter(m_text[end]))
        ++end;
    if (end == m_at + 1 || end == m_text.size() || m_text[end] != u':')
        return false;
    const QString emoji = m_options.emoji->emojiFor(m_text.sliced(m_at + 1, end - m_at - 1));
    if (emoji.isEmpty())
        return false;
    takeText(emoji);
    m_at = end + 1;
    return true;
}

bool InlineParser::takeSigns()
{
    const QChar c = m_text[m_at];
    if (c != u'*' && c != u'_' && c != u'~')
        return false;
    const qsizetype start = m_at;
    const qsizetype length = runLength(m_text, start);
    const qsizetype end = start + length;
    m_at = end;
    const QStringView run = m_text.sliced(start, length);
    if (c == u'~' && length == 2) {
        takeSign(Sign::DoubleTilde, run, start, end);
    } else if (c == u'_' && length == 1) {
        takeSign(Sign::Underscore, run, start, end);
    } else if (c == u'*' && length <= 2) {
        takeSign(length == 1 ? Sign::Star : Sign::DoubleStar, run, start, end);
    } else if (c == u'*' && length == 3) {
        takeSign(Sign::DoubleStar, run.first(2), start, end);
        m_pieces.back().isBeforeItsStar = true;
        takeSign(Sign::Star, run.last(1), start, end);
    } else {
        takeText(run);
    }
    return true;
}

void InlineParser::takeSign(Sign sign, QStringView text, qsizetype runStart, qsizetype runEnd)
{
    const QChar before = runStart > 0 ? m_text[runStart - 1] : QChar(u' ');
    const QChar after = runEnd < m_text.size() ? m_text[runEnd] : QChar(u' ');
    const bool isSingle = sign == Sign::Star || sign == Sign::Underscore;
    Piece piece;
    piece.span.text = text.toString();
    piece.isSign = true;
    piece.sign = sign;
    piece.canOpen = !after.isSpace() && !(isSingle && belongsTogether(before));
    piece.canClose = !before.isSpace() && !(isSingle && belongsTogether(after));
    m_pieces.push_back(std::move(piece));
}

void InlineParser::takeText(QStringView text)
{
    const bool isContinued
        = !m_pieces.empty() && !m_pieces.back().isSign && m_pieces.back().span.kind == Span::Kind::Text;
    if (isContinued)
        m_pieces.back().span.text += text;
    else
        take(Span::Kind::Text, text);
}

void InlineParser::take(Span::Kind kind, QStringView text, const QString &target)
{
    Piece piece;
    piece.span.kind = kind;
    piece.span.text = text.toString();
    piece.span.target = target;
    m_pieces.push_back(std::move(piece));
}

bool InlineParser::isAtWordStart() const
{
    return m_at == 0 || !isWordCharacter(m_text[m_at - 1]) || m_text[m_at - 1] == u'_';
}

void InlineParser::findBackticks()
{
    for (qsizetype at = m_text.indexOf(u'`'); at >= 0; at = m_text.indexOf(u'`', at)) {
        const qsizetype length = runLength(m_text, at);
        m_backticks[length].starts.push_back(at);
        at += length;
    }
}

qsizetype InlineParser::nextBackticks(qsizetype length, qsizetype at)
{
    Runs &runs = m_backticks[length];
    while (runs.next < runs.starts.size() && runs.starts[runs.next] < at)
        ++runs.next;
    return runs.next < runs.starts.size() ? runs.starts[runs.next] : -1;
}

void InlineParser::match()
{
    constexpr size_t none = size_t(-1);
    std::array<size_t, signCount> openedAt{none, none, none, none}; // piece by sign
    std::vector<size_t> open; // signs, outermost first
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        turnStars(i, !open.empty() && open.back() == size_t(Sign::Star));
        Piece &piece = m_pieces[i];
        if (!piece.isSign)
            continue;
        const size_t sign = size_t(piece.sign);
        const bool isOpen = openedAt[sign] != none;
        if (isOpen && piece.canClose && openedAt[sign] + 1 < i) {
            while (open.back() != sign) { // those inside were never closed
                openedAt[open.back()] = none;
                open.pop_back();
            }
            m_pieces[openedAt[sign]].turns = 1;
            piece.turns = -1;
            openedAt[sign] = none;
            open.pop_back();
        } else if (!isOpen && piece.canOpen) {
            openedAt[sign] = i;
            open.push_back(sign);
        }
    }
}

void InlineParser::turnStars(size_t piece, bool isStarInside)
{
    if (!m_pieces[piece].isBeforeItsStar || !isStarInside)
        return;
    m_pieces[piece].isBeforeItsStar = false;
    std::swap(m_pieces[piece], m_pieces[piece + 1]);
}

QList<QList<Span>> InlineParser::lines() const
{
    QList<QList<Span>> lines{{}};
    std::array<bool, signCount> isOn{};
    for (const Piece &piece : m_pieces) {
        if (piece.turns != 0) {
            isOn[size_t(piece.sign)] = piece.turns > 0;
            continue;
        }
        Span::Styles styles;
        for (size_t sign = 0; sign < signCount; ++sign)
            styles.setFlag(styleOf(sign), styles.testFlag(styleOf(sign)) || isOn[sign]);
        qsizetype start = 0;
        for (;;) {
            const qsizetype end = piece.span.text.indexOf(u'\n', start);
            Span span = piece.span;
            span.styles = styles;
            span.text = piece.span.text.sliced(start, (end < 0 ? piece.span.text.size() : end) - start);
            if (!span.text.isEmpty())
                append(lines.back(), span);
            if (end < 0)
                break;
            lines.append(QList<Span>());
            start = end + 1;
        }
    }
    return lines;
}

} // namespace markup
