#pragma once

#include <QString>
#include <QStringList>

namespace storage::sqlite {

/// Collects what a check finds, up to as much as anybody reads.
class Findings final
{
public:
    void add(const QString &problem)
    {
        if (!isFull())
            m_problems.append(problem);
    }
    void add(const QStringList &problems)
    {
        for (const QString &problem : problems)
            add(problem);
    }
    [[nodiscard]] bool isFull() const { return m_problems.size() >= maxProblems; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    static constexpr qsizetype maxProblems = 100;

    QStringList m_problems;
};

} // namespace storage::sqlite
