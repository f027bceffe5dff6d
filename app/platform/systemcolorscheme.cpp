#include "platform/systemcolorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

namespace platform {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

} // namespace

SystemColorScheme::SystemColorScheme(std::optional<Scheme> remembered, QObject *parent)
    : QObject(parent), m_remembered(remembered)
{
    qGuiApp->installEventFilter(this);
    askPortal();
}

SystemColorScheme::~SystemColorScheme() = default;

SystemColorScheme::Scheme SystemColorScheme::scheme() const
{
    if (m_portal != Preference::None)
        return m_portal == Preference::Dark ? Scheme::Dark : Scheme::Light;
    if (m_remembered)
        return *m_remembered;
    const QPalette palette = QGuiApplication::palette();
    const bool isDark = palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
    return isDark ? Scheme::Dark : Scheme::Light;
}

void SystemColorScheme::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        m_remembered.reset();
        return;
    }
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(handleSetting(QString, QString, QDBusVariant)));
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    message.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            note(Preference::None);
        else
            handleSetting(appearance, colorScheme, reply.value());
    });
}

void SystemColorScheme::handleSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance || key != colorScheme)
        return;
    // Read() wraps it once more than the signal does.
    QVariant unwrapped = value.variant();
    if (unwrapped.canConvert<QDBusVariant>())
        unwrapped = unwrapped.value<QDBusVariant>().variant();
    noteFromPortal(unwrapped.toUInt());
}

void SystemColorScheme::noteFromPortal(uint value)
{
    const bool isKnown = value == uint(Preference::Dark) || value == uint(Preference::Light);
    note(isKnown ? Preference(value) : Preference::None);
}

void SystemColorScheme::note(Preference preference)
{
    const Scheme before = scheme();
    m_portal = preference;
    m_remembered.reset();
    if (scheme() != before)
        Q_EMIT changed();
}

bool SystemColorScheme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange && m_portal == Preference::None)
        Q_EMIT changed();
    return false;
}

} // namespace platform
