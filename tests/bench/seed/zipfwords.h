#pragma once

#include "random.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace seed {

/// An invented language: words of one to three syllables, the n-th of which is used n times as rarely as the first, as
/// in real ones. Thread: one.
class ZipfWords
{
public:
    explicit ZipfWords(int count);

    /// From the most frequent one to the rarest.
    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] const QString &word(loadgen::Random &random) const;
    /// 3 to 30 words and a full stop.
    [[nodiscard]] QString sentence(loadgen::Random &random) const;

private:
    QStringList m_words;
    std::vector<double> m_upTo; ///< by word: share of it and of all more frequent ones
};

} // namespace seed
