#include "markup/styledtext.h"

#include "markup/characters.h"
#include "markup/emojiscan.h"
#include "markup/parser.h"

#include <algorithm>

namespace markup {

namespace {

constexpr int spacesOfTab = 4;
constexpr int spacesOfDepth = 4;
const QLatin1String keptSpace("&nbsp;");

bool isColour(const QString &colour)
{
    const bool isHex = std::all_of(colour.begin() + qMin<qsizetype>(1, colour.size()), colour.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
    });
    return isHex && colour.startsWith(u'#') && (colour.size() == 7 || colour.size() == 9);
}

/// Writes text so that it stays text. Spaces that Qt would leave out become such as it keeps: those after others, and
/// at the beginning of a line.
class Escaper
{
public:
    void startLine() { m_isAfterSpace = true; }

    void append(QString &out, const QString &text)
    {
        for (const QChar c : text)
            append(out, c);
    }

private:
    void append(QString &out, QChar c)
    {
        const bool isSpace = c == u' ';
        switch (c.unicode()) {
        case u'<':
            out += QLatin1String("&lt;");
            break;
        case u'>':
            out += QLatin1String("&gt;");
            break;
        case u'&':
            out += QLatin1String("&amp;");
            break;
        case u'"':
            out += QLatin1String("&quot;");
            break;
        case u'\n':
            out += QLatin1String("<br>");
            startLine();
            return;
        case u'\t':
            for (int i = 0; i < spacesOfTab; ++i)
                out += keptSpace;
            break;
        case u' ':
            m_isAfterSpace ? out += keptSpace : out += c;
            break;
        default:
            appendOther(out, c);
        }
        m_isAfterSpace = isSpace;
    }

    static void appendOther(QString &out, QChar c)
    {
        const bool isDropped = c.category() == QChar::Other_Control || c == QChar::ObjectReplacementCharacter;
        if (c.isSpace() && !isDropped)
            out += c == QChar::Nbsp ? QString(keptSpace) : QString(c);
        else if (!isDropped)
            out += c;
    }

    bool m_isAfterSpace = true;
};

/// A link's target as the value of an attribute. Qt decodes nothing there; should it ever, an address with `&lt;` in it
/// stays what it is.
QString attribute(const QString &target)
{
    QString value = target;
    for (const QLatin1String name : {QLatin1String("lt"), QLatin1String("gt"), QLatin1String("amp"),
                                     QLatin1String("quot"), QLatin1String("apos"), QLatin1String("nbsp")})
        value.replace(u'&' + name + u';', u'&' + name + QLatin1String("%3B"), Qt::CaseInsensitive);
    return value;
}

class StyledTextWriter
{
public:
    StyledTextWriter(const Block &block, const Colours &colours) : m_block(block), m_colours(colours) {}

    QString write()
    {
        for (qsizetype i = 0; i < m_block.lines.size(); ++i) {
            if (i > 0)
                m_out += QLatin1String("<br>");
            m_escaper.startLine();
            writeLine(m_block.lines[i]);
        }
        return m_out;
    }

private:
    void writeLine(const Line &line)
    {
        if (!line.marker.isEmpty()) {
            for (int i = 0; i < line.depth * spacesOfDepth; ++i)
                m_out += keptSpace;
            m_escaper.append(m_out, line.marker);
            m_out += keptSpace;
            m_escaper.startLine();
        }
        for (const Span &span : line.spans)
            writeSpan(span);
    }

    void writeSpan(const Span &span)
    {
        QStringList endTags;
        const auto open = [&](QLatin1String tag, const QString &attributes = {}) {
            m_out += u'<' + tag + attributes + u'>';
            endTags.prepend(QLatin1String("</") + tag + u'>');
        };
        if (span.kind == Span::Kind::Link && isAllowedLink(span.target))
            open(QLatin1String("a"), QLatin1String(" href=\"") + attribute(span.target) + u'"');
        if (const QString colour = colourOf(span); isColour(colour))
            open(QLatin1String("font"), QLatin1String(" color=\"") + colour + u'"');
        if (span.kind == Span::Kind::Mention || span.styles.testFlag(Span::Bold))
            open(QLatin1String("b"));
        if (span.styles.testFlag(Span::Italic))
            open(QLatin1String("i"));
        if (span.styles.testFlag(Span::Struck))
            open(QLatin1String("s"));
        m_escaper.append(m_out, span.text);
        m_out += endTags.join(QString());
    }

    QString colourOf(const Span &span) const
    {
        switch (span.kind) {
        case Span::Kind::Text:
            return {};
        case Span::Kind::Code:
            return m_colours.code;
        case Span::Kind::Link:
            return m_colours.link;
        case Span::Kind::Mention:
            break;
        }
        const bool isOwn = span.target == QLatin1String("*") || span.target == m_colours.me;
        return isOwn ? m_colours.ownMention : m_colours.mention;
    }

    const Block &m_block;
    const Colours &m_colours;
    Escaper m_escaper;
    QString m_out;
};

QString plainLine(const Line &line)
{
    QString text = line.marker.isEmpty() ? QString() : QString(QString(line.depth * 2, u' ') + line.marker + u' ');
    for (const Span &span : line.spans)
        text += span.text;
    return text;
}

} // namespace

QString toStyledText(const Block &block, const Colours &colours)
{
    return StyledTextWriter(block, colours).write();
}

QString escaped(const QString &text)
{
    QString out;
    Escaper escaper;
    escaper.append(out, text);
    return out;
}

QString plainText(const Block &block)
{
    QStringList lines;
    for (const Line &line : block.lines)
        lines.append(plainLine(line));
    return lines.join(u'\n');
}

QString plainText(const QList<Block> &blocks)
{
    QStringList texts;
    for (const Block &block : blocks)
        texts.append(plainText(block));
    return texts.join(u'\n');
}

QStringList linkTargets(const QList<Block> &blocks)
{
    QStringList targets;
    for (const Block &block : blocks) {
        for (const Line &line : block.lines) {
            for (const Span &span : line.spans) {
                if (span.kind == Span::Kind::Link)
                    targets.append(span.target);
            }
        }
    }
    targets.removeDuplicates();
    return targets;
}

bool isEmojiOnly(const QList<Block> &blocks, int most)
{
    int count = 0;
    for (const Block &block : blocks) {
        if (block.kind != Block::Kind::Paragraph)
            return false;
        for (const Line &line : block.lines) {
            for (const Span &span : line.spans) {
                const auto found = span.kind == Span::Kind::Text ? countEmojiOnly(span.text) : std::nullopt;
                if (!found)
                    return false;
                count += *found;
            }
        }
    }
    return count > 0 && count <= most;
}

} // namespace markup
