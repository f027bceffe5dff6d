#include "models/orderedmodel.h"

#include <algorithm>

namespace models {

bool OrderedModel::Place::operator<(const Place &other) const
{
    if (rank != other.rank)
        return rank < other.rank;
    if (number != other.number)
        return number < other.number;
    const int byName = name.compare(other.name);
    return byName != 0 ? byName < 0 : id < other.id;
}

OrderedModel::OrderedModel(const QList<QByteArray> &roleNames, QObject *parent) : QAbstractListModel(parent)
{
    int role = Qt::UserRole;
    for (const QByteArray &name : roleNames)
        m_roleNames.insert(role++, name);
    m_collator.setNumericMode(true);
}

int OrderedModel::rowOf(const QString &id) const
{
    const auto it = m_places.constFind(id);
    return it == m_places.cend() ? -1 : lowerBound(*it);
}

QString OrderedModel::idAt(int row) const
{
    return row >= 0 && row < count() ? m_rows.at(row).id : QString();
}

int OrderedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant OrderedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return value(m_rows.at(index.row()).id, role);
}

int OrderedModel::lowerBound(const Place &place) const
{
    return static_cast<int>(std::lower_bound(m_rows.cbegin(), m_rows.cend(), place) - m_rows.cbegin());
}

OrderedModel::Place OrderedModel::placeOf(const Placement &placement) const
{
    // Folded, because not every system's order ignores case by itself.
    return {placement.rank, placement.number, m_collator.sortKey(placement.name.toCaseFolded()), placement.id};
}

void OrderedModel::place(const QList<Placement> &placements)
{
    if (!m_rows.isEmpty() || placements.isEmpty()) {
        for (const Placement &placement : placements)
            place(placement.id, placement.rank, placement.number, placement.name);
        return;
    }
    QList<Place> rows;
    rows.reserve(placements.size());
    for (const Placement &placement : placements)
        rows.append(placeOf(placement));
    std::sort(rows.begin(), rows.end());
    beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
    m_rows = rows;
    for (const Place &row : rows)
        m_places.insert(row.id, row);
    endInsertRows();
    Q_EMIT countChanged();
}

void OrderedModel::place(const QString &id, int rank, qint64 number, const QString &name)
{
    const Place to = placeOf({id, rank, number, name});
    const auto known = m_places.constFind(id);
    if (known == m_places.cend()) {
        const int row = lowerBound(to);
        beginInsertRows({}, row, row);
        m_rows.insert(row, to);
        m_places.insert(id, to);
        endInsertRows();
        Q_EMIT countChanged();
        return;
    }

    const int from = lowerBound(*known);
    // Where it would be inserted while it is still at its old place, which is what beginMoveRows() asks for.
    const int before = lowerBound(to);
    const bool moves = before != from && before != from + 1;
    m_places.insert(id, to);
    if (!moves) {
        m_rows[from] = to;
        return;
    }
    beginMoveRows({}, from, from, {}, before);
    m_rows.removeAt(from);
    m_rows.insert(before > from ? before - 1 : before, to);
    endMoveRows();
}

void OrderedModel::drop(const QString &id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    m_places.remove(id);
    endRemoveRows();
    Q_EMIT countChanged();
}

void OrderedModel::dropAll()
{
    if (m_rows.isEmpty())
        return;
    beginRemoveRows({}, 0, count() - 1);
    m_rows.clear();
    m_places.clear();
    endRemoveRows();
    Q_EMIT countChanged();
}

void OrderedModel::tellChanged(const QString &id, const QList<int> &roles)
{
    const int row = rowOf(id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

} // namespace models
