#include "markup/emojicatalogue.h"

#include <QFile>

#include <algorithm>

namespace markup {

namespace {

/// Better matches have smaller ones.
enum Rank { ExactShortcode, ShortcodeStart, KeywordStart, NameWordStart, NoMatch };

bool hasWordStartingWith(const QString &text, const QString &typed)
{
    for (qsizetype at = text.indexOf(typed); at >= 0; at = text.indexOf(typed, at + 1)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

Rank rankOf(const Emoji &emoji, const QString &typed)
{
    const auto begins = [&typed](const QString &keyword) { return keyword.startsWith(typed); };
    if (emoji.shortcode == typed || emoji.keywords.contains(typed))
        return ExactShortcode;
    if (begins(emoji.shortcode))
        return ShortcodeStart;
    if (std::any_of(emoji.keywords.begin(), emoji.keywords.end(), begins))
        return KeywordStart;
    return hasWordStartingWith(emoji.name, typed) ? NameWordStart : NoMatch;
}

} // namespace

const QStringList &EmojiCatalogue::groups() const
{
    load();
    return m_groups;
}

const QList<Emoji> &EmojiCatalogue::all() const
{
    load();
    return m_all;
}

QString EmojiCatalogue::emojiFor(QStringView shortcode) const
{
    load();
    const auto index = m_byShortcode.constFind(shortcode.toString().toLower());
    return index == m_byShortcode.cend() ? QString() : m_all[*index].text;
}

const Emoji *EmojiCatalogue::find(const QString &emoji) const
{
    load();
    const auto index = m_byText.constFind(emoji);
    return index == m_byText.cend() ? nullptr : &m_all[*index];
}

QList<Emoji> EmojiCatalogue::search(const QString &typed, int limit) const
{
    load();
    const QString text = typed.trimmed().toLower();
    if (text.isEmpty())
        return m_all.first(std::min<qsizetype>(std::max(limit, 0), m_all.size()));
    QList<qsizetype> byRank[NoMatch];
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (const Rank rank = rankOf(m_all[i], text); rank != NoMatch)
            byRank[rank].append(i);
    }
    QList<Emoji> found;
    for (const QList<qsizetype> &indexes : byRank) {
        for (qsizetype i = 0; i < indexes.size() && found.size() < limit; ++i)
            found.append(m_all[indexes[i]]);
    }
    return found;
}

void EmojiCatalogue::load() const
{
    if (m_isLoaded)
        return;
    m_isLoaded = true;
    QFile file(QStringLiteral(":/markup/emoji/emoji.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    // A line `= Group` begins a group; others are: emoji, shortcode, name, keywords, with tabs between.
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(QLatin1String("= ")))
            m_groups.append(line.sliced(2));
        else if (!line.isEmpty() && !line.startsWith(u'#'))
            add(line.split(u'\t'));
    }
}

void EmojiCatalogue::add(const QStringList &fields) const
{
    if (fields.size() < 3)
        return;
    Emoji emoji{fields[0], fields[1], fields[2], int(m_groups.size()) - 1, {}};
    if (fields.size() > 3)
        emoji.keywords = fields[3].split(u' ', Qt::SkipEmptyParts);
    const qsizetype index = m_all.size();
    m_byText.insert(emoji.text, index);
    m_byShortcode.insert(emoji.shortcode, index);
    for (const QString &keyword : emoji.keywords) {
        if (!m_byShortcode.contains(keyword))
            m_byShortcode.insert(keyword, index);
    }
    m_all.append(std::move(emoji));
}

} // namespace markup
