#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <QStringList>
#include <QVariant>

/// A value by the name that QML knows it by.
inline QVariant valueAt(const QAbstractItemModel &model, int row, const char *name)
{
    const int role = model.roleNames().key(name, -1);
    if (role < 0)
        qFatal("There is no role %s", name);
    return model.index(row, 0).data(role);
}

/// The same of all rows, as texts.
inline QStringList valuesOf(const QAbstractItemModel &model, const char *name)
{
    QStringList values;
    for (int row = 0; row < model.rowCount(); ++row)
        values.append(valueAt(model, row, name).toString());
    return values;
}

/// The first row where a value is this text; -1 if there is none.
inline int rowWhere(const QAbstractItemModel &model, const char *name, const QString &text)
{
    return static_cast<int>(valuesOf(model, name).indexOf(text));
}
