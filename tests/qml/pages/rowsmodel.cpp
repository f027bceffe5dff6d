#include "rowsmodel.h"

void RowsModel::setRows(const QVariantList &rows)
{
    beginResetModel();
    m_rows = rows;
    m_roles.clear();
    int role = Qt::UserRole;
    for (const QString &name : rows.value(0).toMap().keys())
        m_roles.insert(role++, name.toUtf8());
    endResetModel();
    Q_EMIT rowsChanged();
    Q_EMIT countChanged();
}

void RowsModel::insertAll(int at, const QVariantList &rows)
{
    beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
    for (const QVariant &row : rows)
        m_rows.insert(at++, row);
    endInsertRows();
    Q_EMIT countChanged();
}

void RowsModel::removeAll(int at, int number)
{
    beginRemoveRows({}, at, at + number - 1);
    m_rows.remove(at, number);
    endRemoveRows();
    Q_EMIT countChanged();
}

void RowsModel::change(int row, const QString &role, const QVariant &value)
{
    QVariantMap values = m_rows[row].toMap();
    values[role] = value;
    m_rows[row] = values;
    Q_EMIT dataChanged(index(row), index(row), {m_roles.key(role.toUtf8())});
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    return m_rows.value(index.row()).toMap().value(QString::fromUtf8(m_roles.value(role)));
}
