#include "platform/trayicon.h"

#include "platform/badgedicon.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>

namespace platform {

TrayIcon::TrayIcon(QIcon icon, QObject *parent) : QObject(parent), m_icon(std::move(icon)) {}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::show()
{
    if (!m_tray)
        make();
    m_tray->show();
}

void TrayIcon::hide()
{
    if (m_tray)
        m_tray->hide();
}

bool TrayIcon::isVisible() const
{
    return m_tray && m_tray->isVisible();
}

void TrayIcon::setUnread(int count)
{
    if (m_unread == count)
        return;
    m_unread = count;
    refresh();
}

void TrayIcon::setDoNotDisturb(bool isOn)
{
    m_isDoNotDisturb = isOn;
    if (m_doNotDisturb)
        m_doNotDisturb->setChecked(isOn);
}

void TrayIcon::make()
{
    m_menu = std::make_unique<QMenu>();
    connect(m_menu->addAction(tr("Open Confab")), &QAction::triggered, this, &TrayIcon::activated);
    m_doNotDisturb = m_menu->addAction(tr("Do not disturb"));
    m_doNotDisturb->setCheckable(true);
    m_doNotDisturb->setChecked(m_isDoNotDisturb);
    connect(m_doNotDisturb, &QAction::triggered, this, [this](bool isOn) {
        m_isDoNotDisturb = isOn;
        Q_EMIT doNotDisturbToggled(isOn);
    });
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);

    m_tray = std::make_unique<QSystemTrayIcon>();
    m_tray->setContextMenu(m_menu.get());
    connect(m_tray.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT activated();
    });
    refresh();
}

void TrayIcon::refresh()
{
    if (!m_tray)
        return;
    m_tray->setIcon(badgedIcon(m_icon, m_unread));
    m_tray->setToolTip(m_unread > 0 ? tr("Confab: %n unread message(s)", nullptr, m_unread) : tr("Confab"));
}

} // namespace platform
