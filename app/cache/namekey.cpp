#include "cache/namekey.h"

namespace cache {

QString nameKey(const QString &name)
{
    const QString folded = name.normalized(QString::NormalizationForm_KD).toCaseFolded().simplified();
    QString key;
    key.reserve(folded.size());
    for (const QChar c : folded) {
        if (c.category() != QChar::Mark_NonSpacing)
            key += c;
    }
    return key;
}

} // namespace cache
