#pragma once

#include <QStringList>
#include <QTest>

#include <mutex>

/// What several threads note, in order.
class SharedList final
{
public:
    void append(const QString &text)
    {
        const std::lock_guard lock(m_mutex);
        m_texts.append(text);
    }
    [[nodiscard]] QStringList texts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_texts;
    }
    [[nodiscard]] bool waitForCount(qsizetype count) const
    {
        return QTest::qWaitFor([&] { return texts().size() >= count; });
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_texts; ///< guarded by m_mutex
};
