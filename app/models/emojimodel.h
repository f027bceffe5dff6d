#pragma once

#include "models/recordmodel.h"

#include "markup/emojicatalogue.h"

#include <QStringList>

namespace models {

/// The emoji one can choose from, by group, or those whose name fits a query.
/// Thread: UI thread.
class EmojiModel : public RecordModel
{
    Q_OBJECT
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(QStringList recent READ recent NOTIFY recentChanged)

public:
    static constexpr int maxRecent = 24;

    /// @p catalogue outlives the model.
    explicit EmojiModel(const markup::EmojiCatalogue &catalogue, QObject *parent = nullptr);

    [[nodiscard]] const QString &query() const { return m_query; }
    void setQuery(const QString &query);
    /// Those used last, latest first; a few common ones before any was used.
    [[nodiscard]] QStringList recent() const;
    void setRecent(const QStringList &emoji);

    /// Reads the catalogue, which is not in memory before the picker is opened for the first time.
    Q_INVOKABLE void load();
    /// Remembers that it was used.
    Q_INVOKABLE void use(const QString &emoji);

Q_SIGNALS:
    void queryChanged();
    void recentChanged();

private:
    void show();
    [[nodiscard]] static QString groupTitle(const QString &group);

    const markup::EmojiCatalogue &m_catalogue;
    QString m_query;
    QStringList m_recent;
    bool m_isLoaded = false;
};

} // namespace models
