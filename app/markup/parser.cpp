#include "markup/parser.h"

#include "markup/inlineparser.h"

#include <QStringList>

#include <algorithm>
#include <optional>

namespace markup {

namespace {

constexpr QStringView fence = u"```";
constexpr qsizetype maxLanguageLength = 24;
constexpr int maxDepth = 3;
constexpr int spacesOfDepth = 2;
constexpr qsizetype maxNumberLength = 4;
const QChar bullet(0x2022);

QString normalized(const QString &text)
{
    QString lines = text;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (const QChar separator : {QChar(u'\r'), QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator)})
        lines.replace(separator, u'\n');
    lines.remove(QChar(QChar::Null));
    return lines;
}

/// What stands behind the backticks that begin a block of code; nothing if @p line does not begin one.
std::optional<QStringView> languageOf(QStringView line)
{
    const QStringView code = line.trimmed();
    if (!code.startsWith(fence))
        return std::nullopt;
    const QStringView language = code.sliced(fence.size()).trimmed();
    const bool isWord = std::all_of(language.begin(), language.end(),
                                    [](QChar c) { return c.isLetterOrNumber() || QStringView(u"+-#._").contains(c); });
    return isWord && language.size() <= maxLanguageLength ? std::optional(language) : std::nullopt;
}

/// What is quoted; nothing if @p line is no part of a quote.
std::optional<QStringView> quotedPart(QStringView line)
{
    if (!line.startsWith(u'>'))
        return std::nullopt;
    const bool hasSpace = line.size() > 1 && line[1] == u' ';
    return line.sliced(hasSpace ? 2 : 1);
}

struct Entry
{
    QString marker;
    int depth = 0;
    QStringView text;
};

qsizetype markerLength(QStringView line)
{
    if (line.startsWith(u'-') || line.startsWith(u'*') || line.startsWith(bullet))
        return 1;
    qsizetype digits = 0;
    while (digits < line.size() && digits < maxNumberLength && line[digits] >= u'0' && line[digits] <= u'9')
        ++digits;
    const bool isNumber = digits > 0 && digits < line.size() && (line[digits] == u'.' || line[digits] == u')');
    return isNumber ? digits + 1 : 0;
}

/// Nothing if @p line is no entry of a list.
std::optional<Entry> entryOf(QStringView line)
{
    qsizetype spaces = 0;
    while (spaces < line.size() && line[spaces] == u' ')
        ++spaces;
    const QStringView rest = line.sliced(spaces);
    const qsizetype length = markerLength(rest);
    if (length == 0 || length >= rest.size() || rest[length] != u' ' || rest.sliced(length).trimmed().isEmpty())
        return std::nullopt;
    Entry entry;
    entry.marker = length == 1 ? QString(bullet) : QString(rest.first(length - 1).toString() + u'.');
    entry.depth = int(std::min<qsizetype>(spaces / spacesOfDepth, maxDepth));
    entry.text = rest.sliced(length).trimmed();
    return entry;
}

/// Takes a text apart line by line.
class BlockParser
{
public:
    BlockParser(const QString &text, const ParseOptions &options)
        : m_text(text), m_lines(QStringView(m_text).split(u'\n')), m_options(options)
    {
        const auto last = std::find_if(m_lines.crbegin(), m_lines.crend(), isFence);
        m_lastFence = m_lines.crend() - last - 1;
    }

    QList<Block> parse()
    {
        while (m_next < m_lines.size()) {
            if (m_lines[m_next].trimmed().isEmpty())
                ++m_next;
            else if (isCodeAt(m_next))
                takeCode();
            else if (quotedPart(m_lines[m_next]))
                takeQuote();
            else if (entryOf(m_lines[m_next]))
                takeList();
            else
                takeParagraph();
        }
        return std::move(m_blocks);
    }

private:
    static bool isFence(QStringView line) { return line.trimmed() == fence; }
    /// A block of code that is never ended is none.
    bool isCodeAt(qsizetype line) const { return line < m_lastFence && languageOf(m_lines[line]); }

    void takeCode()
    {
        Block block{Block::Kind::Code, languageOf(m_lines[m_next])->toString(), {}};
        for (++m_next; !isFence(m_lines[m_next]); ++m_next) {
            Line line;
            if (!m_lines[m_next].isEmpty())
                line.spans.append({Span::Kind::Code, {}, m_lines[m_next].toString(), {}});
            block.lines.append(line);
        }
        ++m_next;
        if (!block.lines.isEmpty())
            m_blocks.append(block);
    }

    void takeQuote()
    {
        QStringList quoted;
        while (m_next < m_lines.size()) {
            const auto part = quotedPart(m_lines[m_next]);
            if (!part)
                break;
            quoted.append(part->toString());
            ++m_next;
        }
        appendText(Block::Kind::Quote, quoted);
    }

    void takeList()
    {
        Block block{Block::Kind::List, {}, {}};
        while (m_next < m_lines.size()) {
            const auto entry = entryOf(m_lines[m_next]);
            if (!entry)
                break;
            block.lines.append({entry->marker, entry->depth, InlineParser(entry->text, m_options).parse().first()});
            ++m_next;
        }
        m_blocks.append(block);
    }

    void takeParagraph()
    {
        QStringList lines;
        while (m_next < m_lines.size() && (lines.isEmpty() || !beginsOther(m_next))) {
            lines.append(m_lines[m_next].toString());
            ++m_next;
        }
        appendText(Block::Kind::Paragraph, lines);
    }

    bool beginsOther(qsizetype line) const
    {
        return m_lines[line].trimmed().isEmpty() || isCodeAt(line) || quotedPart(m_lines[line])
            || entryOf(m_lines[line]);
    }

    void appendText(Block::Kind kind, const QStringList &lines)
    {
        const QString text = lines.join(u'\n');
        Block block{kind, {}, {}};
        for (const QList<Span> &spans : InlineParser(text, m_options).parse())
            block.lines.append({{}, 0, spans});
        m_blocks.append(block);
    }

    const QString &m_text;
    const QList<QStringView> m_lines;
    const ParseOptions &m_options;
    qsizetype m_lastFence = -1;
    qsizetype m_next = 0;
    QList<Block> m_blocks;
};

} // namespace

QList<Block> parse(const QString &text, const ParseOptions &options)
{
    const QString lines = normalized(text);
    return BlockParser(lines, options).parse();
}

} // namespace markup
