#pragma once

#include <QIcon>
#include <QObject>
#include <QString>

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace platform {

/// The program's icon among those of the system, with how much is unread. What costs time is made by show().
/// Thread: UI.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QIcon icon, QObject *parent = nullptr);
    ~TrayIcon() override;

    /// Whether the system has a place for such icons, right now.
    [[nodiscard]] static bool isAvailable();

    void show();
    void hide();
    [[nodiscard]] bool isVisible() const;

    /// How many messages there are to read; beyond 99 the badge says 99+. 0 takes the badge away.
    void setUnread(int count);
    [[nodiscard]] int unread() const { return m_unread; }
    void setDoNotDisturb(bool isOn);

Q_SIGNALS:
    /// Somebody clicked on it, or chose to open the program.
    void activated();
    /// Somebody changed it in the menu.
    void doNotDisturbToggled(bool isOn);
    void quitRequested();

private:
    void make();
    void refresh();

    const QIcon m_icon;
    int m_unread = 0;
    bool m_isDoNotDisturb = false;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_tray; ///< null until show()
    QAction *m_doNotDisturb = nullptr; ///< of the menu
};

} // namespace platform
