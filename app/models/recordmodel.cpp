#include "models/recordmodel.h"

#include <QSet>

#include <algorithm>

namespace models {

RecordModel::RecordModel(const QList<QByteArray> &roleNames, QObject *parent) : QAbstractListModel(parent)
{
    int role = Qt::UserRole;
    for (const QByteArray &name : roleNames)
        m_roleNames.insert(role++, name);
}

int RecordModel::rowOf(QStringView key) const
{
    const auto it = std::find_if(m_records.cbegin(), m_records.cend(), [key](const Record &r) { return r.key == key; });
    return it == m_records.cend() ? -1 : static_cast<int>(it - m_records.cbegin());
}

int RecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return m_records.at(index.row()).values.value(role - Qt::UserRole);
}

QHash<int, QByteArray> RecordModel::roleNames() const
{
    return m_roleNames;
}

void RecordModel::setRecords(const QList<Record> &given)
{
    QSet<QString> wanted;
    QList<Record> records;
    records.reserve(given.size());
    for (const Record &record : given) {
        if (!wanted.contains(record.key))
            records.append(record);
        wanted.insert(record.key);
    }
    for (int row = count() - 1; row >= 0; --row) {
        if (!wanted.contains(m_records.at(row).key))
            removeRecord(row);
    }

    QSet<QString> present;
    for (const Record &record : std::as_const(m_records))
        present.insert(record.key);
    for (int row = 0; row < records.size(); ++row) {
        const Record &record = records.at(row);
        if (!present.contains(record.key)) {
            insertRecord(row, record);
            continue;
        }
        if (m_records.at(row).key != record.key)
            moveRecord(rowOf(record.key), row);
        changeRecord(row, record.values);
    }
}

void RecordModel::insertRecord(int row, const Record &record)
{
    beginInsertRows({}, row, row);
    m_records.insert(row, record);
    endInsertRows();
    Q_EMIT countChanged();
}

void RecordModel::removeRecord(int row)
{
    beginRemoveRows({}, row, row);
    m_records.removeAt(row);
    endRemoveRows();
    Q_EMIT countChanged();
}

void RecordModel::moveRecord(int from, int to)
{
    if (from == to)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_records.move(from, to);
    endMoveRows();
}

void RecordModel::changeRecord(int row, const QList<QVariant> &values)
{
    QList<QVariant> &current = m_records[row].values;
    QList<int> roles;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (i >= current.size() || current.at(i) != values.at(i))
            roles.append(Qt::UserRole + static_cast<int>(i));
    }
    if (roles.isEmpty())
        return;
    current = values;
    Q_EMIT dataChanged(index(row), index(row), roles);
}

} // namespace models
