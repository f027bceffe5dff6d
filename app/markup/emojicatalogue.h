#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace markup {

/// Thread: any (a value type).
struct Emoji
{
    QString text; ///< the emoji itself
    QString shortcode; ///< without colons, such as `thumbsup`; no two have the same
    QString name; ///< in English, such as `thumbs up`
    int group = 0; ///< into EmojiCatalogue::groups()
    QStringList keywords; ///< further shortcodes and words that find it
};

/// The emoji one can choose from, and what they are called. Reads its file when it is first asked for something: until
/// then it costs nothing.
/// Thread: one at a time.
class EmojiCatalogue final
{
public:
    /// Of the picker, in order, as keys in English: `Smileys`, `People`, `Nature`, `Food`, `Activities`, `Travel`,
    /// `Objects`, `Symbols`.
    [[nodiscard]] const QStringList &groups() const;
    /// All, in the order of the picker.
    [[nodiscard]] const QList<Emoji> &all() const;
    /// The emoji that a shortcode or one of its other names means; empty if none. Without colons, in any case.
    [[nodiscard]] QString emojiFor(QStringView shortcode) const;
    /// The entry of an emoji; null if it is not in the list. Valid as long as the catalogue.
    [[nodiscard]] const Emoji *find(const QString &emoji) const;
    /// Those that @p typed may be meant for, best first: where a shortcode, then where a word of the name or a keyword
    /// begins with it. All of them for an empty text. At most @p limit.
    [[nodiscard]] QList<Emoji> search(const QString &typed, int limit) const;

private:
    void load() const;
    void add(const QStringList &fields) const;

    mutable bool m_isLoaded = false;
    mutable QStringList m_groups;
    mutable QList<Emoji> m_all;
    mutable QHash<QString, qsizetype> m_byShortcode;
    mutable QHash<QString, qsizetype> m_byText;
};

} // namespace markup
