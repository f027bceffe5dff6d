#include "windowplacement.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QWindow>

namespace app {

namespace {

const QString sizeKey = QStringLiteral("size");
const QString maximizedKey = QStringLiteral("maximized");

} // namespace

WindowPlacement::WindowPlacement(QString file) : m_file(std::move(file)) {}

QVariantMap WindowPlacement::initialProperties() const
{
    const QSettings settings(m_file, QSettings::IniFormat);
    QSize size = settings.value(sizeKey).toSize();
    if (size.isEmpty())
        return {};
    if (const QScreen *screen = QGuiApplication::primaryScreen())
        size = size.boundedTo(screen->availableSize());
    QVariantMap properties{{QStringLiteral("width"), size.width()}, {QStringLiteral("height"), size.height()}};
    if (settings.value(maximizedKey).toBool())
        properties.insert(QStringLiteral("visibility"), QWindow::Maximized);
    return properties;
}

void WindowPlacement::remember(const QWindow &window) const
{
    QSettings settings(m_file, QSettings::IniFormat);
    const bool isMaximized = window.windowStates().testFlag(Qt::WindowMaximized);
    settings.setValue(maximizedKey, isMaximized);
    const bool isOrdinary = window.windowStates() == Qt::WindowNoState;
    if (isOrdinary || !settings.contains(sizeKey))
        settings.setValue(sizeKey, window.size());
}

} // namespace app
