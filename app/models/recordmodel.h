#pragma once

#include <QAbstractListModel>
#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

namespace models {

/// One row of a RecordModel.
/// Thread: any (a value type).
struct Record
{
    QString key; ///< what the row is about; no two rows of a model have the same
    QList<QVariant> values; ///< in the order of the model's roles

    friend bool operator==(const Record &, const Record &) = default;
};

/// A list of rows that are known by a key. Whatever changes is told precisely: what is inserted, removed or moved, and
/// which roles of which rows have other values. It never resets.
/// Thread: UI thread.
class RecordModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    [[nodiscard]] int count() const { return static_cast<int>(m_records.size()); }
    /// The row of what has this key, -1 if there is none. Linear in the number of rows.
    [[nodiscard]] int rowOf(QStringView key) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

protected:
    /// @p roleNames are the names that QML knows the values by.
    explicit RecordModel(const QList<QByteArray> &roleNames, QObject *parent = nullptr);

    [[nodiscard]] const QList<Record> &records() const { return m_records; }
    /// Makes the rows these, in this order, by as few insertions, removals and moves as are simple to find. Of those
    /// with the same key only the first counts.
    void setRecords(const QList<Record> &given);
    void insertRecord(int row, const Record &record);
    void removeRecord(int row);
    void moveRecord(int from, int to);
    /// The row keeps its key and gets other values.
    void changeRecord(int row, const QList<QVariant> &values);

private:
    QHash<int, QByteArray> m_roleNames;
    QList<Record> m_records;
};

} // namespace models
