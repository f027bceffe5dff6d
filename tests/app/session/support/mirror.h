#pragma once

#include "session/timeline.h"

#include <QObject>
#include <QStringList>

/// Follows a timeline by its signals alone, as a list view does, and fails the test where they do not tell the truth.
class Mirror final : public QObject
{
    Q_OBJECT

public:
    explicit Mirror(session::Timeline &timeline);

    /// The texts of the rows, oldest first: of messages, of what is outgoing in `(…)`, of events their type in `[…]`.
    [[nodiscard]] QStringList texts() const { return m_texts; }
    [[nodiscard]] QString last() const { return m_texts.isEmpty() ? QString() : m_texts.last(); }
    [[nodiscard]] int insertions() const { return m_insertions; }
    [[nodiscard]] int removals() const { return m_removals; }
    [[nodiscard]] int resets() const { return m_resets; }
    /// Whether they are the numbers @p from to @p to.
    [[nodiscard]] bool counts(int from, int to) const;

private:
    [[nodiscard]] QString textOf(int row) const;
    void compare() const;

    session::Timeline &m_timeline;
    QStringList m_texts;
    int m_expected = 0; ///< rows after what is announced
    int m_insertions = 0;
    int m_removals = 0;
    int m_resets = 0;
};
