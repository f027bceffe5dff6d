#include "seed/zipfwords.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace seed {

namespace {

constexpr std::uint64_t LanguageSeed = 7;
constexpr std::array Onsets{"b", "d", "f", "g", "h", "k", "l",  "m",  "n",
                            "p", "r", "s", "t", "v", "w", "st", "tr", "kl"};
constexpr std::array Nuclei{"a", "e", "i", "o", "u", "ai", "ea", "ou"};
constexpr std::array Codas{"", "", "n", "r", "s", "l", "nd", "rk"};
constexpr qsizetype WordsOfOneSyllable = 200;
constexpr int FewestWords = 3;
constexpr int MostWords = 30;

template <typename Parts>
QLatin1String oneOf(const Parts &parts, loadgen::Random &random)
{
    return QLatin1String(parts[random.below(parts.size())]);
}

/// Frequent words are short.
QString inventedWord(loadgen::Random &random, qsizetype rank)
{
    QString word;
    const std::uint64_t syllables = (rank < WordsOfOneSyllable ? 1 : 2) + random.below(2);
    for (std::uint64_t i = 0; i < syllables; ++i)
        word += oneOf(Onsets, random) + oneOf(Nuclei, random) + oneOf(Codas, random);
    return word;
}

} // namespace

ZipfWords::ZipfWords(int count)
{
    loadgen::Random random(LanguageSeed);
    QSet<QString> known;
    double sum = 0;
    while (m_words.size() < count) {
        const QString word = inventedWord(random, m_words.size());
        if (known.contains(word))
            continue;
        known.insert(word);
        m_words.append(word);
        sum += 1.0 / static_cast<double>(m_words.size());
        m_upTo.push_back(sum);
    }
    for (double &share : m_upTo)
        share /= sum;
}

const QString &ZipfWords::word(loadgen::Random &random) const
{
    const auto found = std::upper_bound(m_upTo.begin(), m_upTo.end() - 1, random.share());
    return m_words.at(found - m_upTo.begin());
}

QString ZipfWords::sentence(loadgen::Random &random) const
{
    // Short ones are the most frequent: the smaller of two numbers.
    const std::uint64_t range = MostWords - FewestWords + 1;
    const std::uint64_t length = FewestWords + std::min(random.below(range), random.below(range));
    QString text = word(random);
    text[0] = text.at(0).toUpper();
    for (std::uint64_t i = 1; i < length; ++i)
        text += u' ' + word(random);
    return text + u'.';
}

} // namespace seed
