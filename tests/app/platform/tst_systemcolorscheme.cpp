#include "platform/systemcolorscheme.h"

#include "privatebus.h"

#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>
#include <QSignalSpy>
#include <QTest>

using platform::SystemColorScheme;
using Scheme = SystemColorScheme::Scheme;

/// The part of the desktop portal that knows settings.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    SettingsPortal(QDBusConnection bus, uint value) : m_bus(std::move(bus)), m_value(value)
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                             QDBusConnection::ExportScriptableContents);
        m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    ~SettingsPortal() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/portal/desktop"));
    }

    void set(const char *group, const char *key, uint value)
    {
        Q_EMIT SettingChanged(QString::fromLatin1(group), QString::fromLatin1(key), QDBusVariant(value));
    }

Q_SIGNALS:
    Q_SCRIPTABLE void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public Q_SLOTS:
    Q_SCRIPTABLE QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_value)));
    }

private:
    QDBusConnection m_bus;
    const uint m_value;
};

/// Following the desktop from light to dark.
class tst_SystemColorScheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QDBusConnection::sessionBus().isConnected()); }

    void thePortalDecides_data();
    void thePortalDecides();
    void aChangeIsFollowed();
    void withoutAPortalTheColoursOfWindowsDecide();
    void untilThePortalHasAnsweredTheLastTimeCounts();

public:
    static inline const PrivateBus *bus = nullptr; ///< made before the program's first look at its session bus
};

void tst_SystemColorScheme::thePortalDecides_data()
{
    QTest::addColumn<uint>("value");
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("dark") << 1u << Scheme::Dark;
    QTest::newRow("light") << 2u << Scheme::Light;
}

void tst_SystemColorScheme::thePortalDecides()
{
    QFETCH(uint, value);
    QFETCH(Scheme, scheme);
    QPalette opposite;
    const bool isDark = scheme == Scheme::Dark;
    opposite.setColor(QPalette::Window, isDark ? Qt::white : Qt::black);
    opposite.setColor(QPalette::WindowText, isDark ? Qt::black : Qt::white);
    QGuiApplication::setPalette(opposite);
    const SettingsPortal portal(bus->connectAs("portal"), value);
    SystemColorScheme system;
    QVERIFY(system.scheme() != scheme);
    QSignalSpy changed(&system, &SystemColorScheme::changed);
    QVERIFY(changed.wait());
    QCOMPARE(system.scheme(), scheme);
}

void tst_SystemColorScheme::aChangeIsFollowed()
{
    SettingsPortal portal(bus->connectAs("portal"), 2);
    SystemColorScheme system;
    portal.set("org.freedesktop.appearance", "color-scheme", 1);
    QTRY_COMPARE(system.scheme(), Scheme::Dark);
    portal.set("org.freedesktop.appearance", "accent-color", 2);
    portal.set("org.gnome.desktop.interface", "color-scheme", 2);
    portal.set("org.freedesktop.appearance", "color-scheme", 2);
    QSignalSpy changed(&system, &SystemColorScheme::changed);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(system.scheme(), Scheme::Light);
}

void tst_SystemColorScheme::withoutAPortalTheColoursOfWindowsDecide()
{
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::WindowText, Qt::black);
    QGuiApplication::setPalette(light);
    SystemColorScheme system;
    QCOMPARE(system.scheme(), Scheme::Light);
    QSignalSpy changed(&system, &SystemColorScheme::changed);
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    QGuiApplication::setPalette(dark);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(system.scheme(), Scheme::Dark);
}

void tst_SystemColorScheme::untilThePortalHasAnsweredTheLastTimeCounts()
{
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    light.setColor(QPalette::WindowText, Qt::black);
    QGuiApplication::setPalette(light);
    {
        const SettingsPortal portal(bus->connectAs("portal"), 1);
        SystemColorScheme system(Scheme::Dark);
        QSignalSpy changed(&system, &SystemColorScheme::changed);
        QCOMPARE(system.scheme(), Scheme::Dark);
        QVERIFY(!changed.wait(200)); // no flash of light
        QCOMPARE(system.scheme(), Scheme::Dark);
    }
    SystemColorScheme system(Scheme::Dark); // and no portal any more
    QCOMPARE(system.scheme(), Scheme::Dark);
    QTRY_COMPARE(system.scheme(), Scheme::Light);
}

int main(int argc, char *argv[])
{
    const PrivateBus bus;
    tst_SystemColorScheme::bus = &bus;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    tst_SystemColorScheme test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_systemcolorscheme.moc"
