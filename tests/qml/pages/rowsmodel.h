#pragma once

#include <QAbstractListModel>
#include <QVariantList>

/// A model whose rows a test writes down; the roles are the names in the first row.
/// Thread: UI thread.
class RowsModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(QVariantList rows READ rows WRITE setRows NOTIFY rowsChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] const QVariantList &rows() const { return m_rows; }
    void setRows(const QVariantList &rows);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    Q_INVOKABLE void insertAll(int at, const QVariantList &rows);
    Q_INVOKABLE void removeAll(int at, int number);
    /// Gives one role of a row another value.
    Q_INVOKABLE void change(int row, const QString &role, const QVariant &value);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return m_roles; }

Q_SIGNALS:
    void rowsChanged();
    void countChanged();

private:
    QVariantList m_rows;
    QHash<int, QByteArray> m_roles;
};
