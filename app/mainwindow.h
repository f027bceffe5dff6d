#pragma once

#include "refusingnetwork.h"
#include "windowplacement.h"

#include <QObject>
#include <QQmlEngine>

#include <memory>

class QQuickWindow;

namespace viewmodels {
class AppViewModel;
}

namespace app {

/// The window: the QML engine, what the QML needs of us, and Main.qml.
/// Thread: UI.
class MainWindow final : public QObject
{
    Q_OBJECT

public:
    /// @p appModel outlives it. In @p placementFile it remembers its size.
    MainWindow(viewmodels::AppViewModel &appModel, const QString &placementFile, QObject *parent = nullptr);
    ~MainWindow() override;

    /// Once. False, with the reason in the log, when the window cannot be made, which only a broken installation
    /// explains.
    [[nodiscard]] bool show();
    /// Whether the desktop is dark, for those who have chosen to follow it.
    void setSystemDark(bool isDark);
    /// Shows all texts anew, in the language that has been chosen.
    void retranslate() { m_engine.retranslate(); }

Q_SIGNALS:
    /// People see it now; what has been put off may be done.
    void firstFrameShown();

private:
    viewmodels::AppViewModel &m_appModel;
    const WindowPlacement m_placement;
    RefusingNetwork m_network; ///< outlives the engine
    QQmlEngine m_engine;
    bool m_isSystemDark = false;
    std::unique_ptr<QQuickWindow> m_window;
};

} // namespace app
