#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QVariantMap>

/// What shows notifications on a desktop, as far as programs notice.
class NotificationServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    NotificationServer(QDBusConnection bus, QStringList capabilities)
        : m_bus(std::move(bus)), m_capabilities(std::move(capabilities))
    {
        m_bus.registerObject(path(), this, QDBusConnection::ExportScriptableContents);
        m_bus.registerService(service());
    }
    ~NotificationServer() override
    {
        m_bus.unregisterService(service());
        m_bus.unregisterObject(path());
    }

    /// Everything it was asked to show, in order.
    [[nodiscard]] const QList<Shown> &shown() const { return m_shown; }
    [[nodiscard]] const QList<uint> &closed() const { return m_closed; }

    static QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }

Q_SIGNALS:
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void NotificationReplied(uint id, const QString &text);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() { return m_capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                             const QStringList &actions, const QVariantMap &hints, int)
    {
        const uint id = replaces != 0 ? replaces : ++m_lastId;
        m_shown.append({id, replaces, title, body, actions, hints});
        return id;
    }
    Q_SCRIPTABLE void CloseNotification(uint id)
    {
        m_closed.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

private:
    QDBusConnection m_bus;
    const QStringList m_capabilities;
    QList<Shown> m_shown;
    QList<uint> m_closed;
    uint m_lastId = 100;
};
