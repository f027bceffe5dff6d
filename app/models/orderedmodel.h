#pragma once

#include <QAbstractListModel>
#include <QByteArray>
#include <QCollator>
#include <QHash>
#include <QList>
#include <QString>

namespace models {

/// A list of things that have an id and keep themselves in an order: by rank, then by number, then by name. Whatever
/// changes is told precisely; a thing whose place changes moves. It never resets.
/// Thread: UI thread.
class OrderedModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// -1 if it is not in the list.
    [[nodiscard]] int rowOf(const QString &id) const;
    /// Empty where there is no such row.
    [[nodiscard]] QString idAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return m_roleNames; }

Q_SIGNALS:
    void countChanged();

protected:
    /// Roles count from Qt::UserRole.
    explicit OrderedModel(const QList<QByteArray> &roleNames, QObject *parent = nullptr);

    /// A value of a thing that is in the list.
    [[nodiscard]] virtual QVariant value(const QString &id, int role) const = 0;

    /// Puts it where it belongs: a new row, or a move of its row, or nothing.
    void place(const QString &id, int rank, qint64 number, const QString &name);
    /// Where a thing belongs.
    struct Placement
    {
        QString id;
        int rank = 0;
        qint64 number = 0;
        QString name;
    };
    /// The same for many; into an empty list all at once.
    void place(const QList<Placement> &placements);
    void drop(const QString &id);
    void dropAll();
    [[nodiscard]] bool contains(const QString &id) const { return m_places.contains(id); }
    [[nodiscard]] QList<QString> ids() const { return m_places.keys(); }
    /// Values of it have changed, @p roles of them; all, if none are given.
    void tellChanged(const QString &id, const QList<int> &roles = {});

private:
    struct Place
    {
        int rank = 0;
        qint64 number = 0;
        QCollatorSortKey name;
        QString id;

        [[nodiscard]] bool operator<(const Place &other) const;
    };

    [[nodiscard]] Place placeOf(const Placement &placement) const;
    [[nodiscard]] int lowerBound(const Place &place) const;

    QHash<int, QByteArray> m_roleNames;
    QCollator m_collator;
    QList<Place> m_rows; ///< sorted
    QHash<QString, Place> m_places;
};

} // namespace models
