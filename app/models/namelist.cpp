#include "models/namelist.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {

QString nameList(const QStringList &names, int most)
{
    if (names.size() <= most)
        return QLocale().createSeparatedList(names);
    const auto others = static_cast<int>(names.size()) - most;
    return QCoreApplication::translate("models::nameList", "%1 and %n other(s)", nullptr, others)
        .arg(names.first(most).join(QStringLiteral(", ")));
}

} // namespace models
