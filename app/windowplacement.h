#pragma once

#include <QString>
#include <QVariantMap>

class QWindow;

namespace app {

/// How large the window is, from one start to the next.
/// Thread: UI.
class WindowPlacement final
{
public:
    /// Kept in @p file, which need not exist.
    explicit WindowPlacement(QString file);

    /// What the window is to be made with: its size, never larger than the screen, and whether it fills it. Empty when
    /// nothing is known.
    [[nodiscard]] QVariantMap initialProperties() const;
    void remember(const QWindow &window) const;

private:
    const QString m_file;
};

} // namespace app
