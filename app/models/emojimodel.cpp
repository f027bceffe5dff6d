#include "models/emojimodel.h"

#include <QHash>

namespace models {

using markup::Emoji;

namespace {

constexpr int maxFound = 200;

} // namespace

EmojiModel::EmojiModel(const markup::EmojiCatalogue &catalogue, QObject *parent)
    : RecordModel({"emoji", "name", "group"}, parent), m_catalogue(catalogue)
{
}

void EmojiModel::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_query = query;
    if (m_isLoaded)
        show();
    Q_EMIT queryChanged();
}

QStringList EmojiModel::recent() const
{
    if (!m_recent.isEmpty())
        return m_recent;
    return {QStringLiteral("👍"), QStringLiteral("❤️"), QStringLiteral("😂"), QStringLiteral("🎉"),
            QStringLiteral("😮"), QStringLiteral("😢"),      QStringLiteral("🙏"), QStringLiteral("👀")};
}

void EmojiModel::setRecent(const QStringList &emoji)
{
    m_recent = emoji.first(std::min<qsizetype>(emoji.size(), maxRecent));
    Q_EMIT recentChanged();
}

void EmojiModel::load()
{
    if (m_isLoaded)
        return;
    m_isLoaded = true;
    show();
}

void EmojiModel::use(const QString &emoji)
{
    QStringList used = m_recent;
    used.removeAll(emoji);
    used.prepend(emoji);
    setRecent(used);
}

void EmojiModel::show()
{
    const QList<Emoji> found = m_query.isEmpty() ? m_catalogue.all() : m_catalogue.search(m_query, maxFound);
    QList<Record> rows;
    rows.reserve(found.size());
    for (const Emoji &emoji : found)
        rows.append({emoji.text, {emoji.text, emoji.name, groupTitle(m_catalogue.groups().value(emoji.group))}});
    setRecords(rows);
}

QString EmojiModel::groupTitle(const QString &group)
{
    const QHash<QString, QString> titles{
        {QStringLiteral("Smileys"), tr("Smileys")},       {QStringLiteral("People"), tr("People")},
        {QStringLiteral("Nature"), tr("Nature")},         {QStringLiteral("Food"), tr("Food")},
        {QStringLiteral("Activities"), tr("Activities")}, {QStringLiteral("Travel"), tr("Travel")},
        {QStringLiteral("Objects"), tr("Objects")},       {QStringLiteral("Symbols"), tr("Symbols")},
    };
    return titles.value(group, group);
}

} // namespace models
