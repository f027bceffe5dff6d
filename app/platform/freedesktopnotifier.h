#pragma once

#include "platform/notifier.h"

#include <QDBusConnection>
#include <QHash>
#include <QQueue>
#include <QSet>

#include <optional>

class QDBusPendingCallWatcher;
class QDBusServiceWatcher;

namespace platform {

/// Notifications over D-Bus, as the Desktop Notifications Specification says: with actions, and with a field for an
/// answer, where the server has them. Nothing waits for the server.
/// Thread: UI.
class FreedesktopNotifier final : public Notifier
{
    Q_OBJECT

public:
    static constexpr int maxShown = 20; ///< at a time; the oldest goes when there is one more
    static constexpr int maxTextCharacters = 500; ///< of what is longer, the beginning is shown

    explicit FreedesktopNotifier(const QDBusConnection &bus, QObject *parent = nullptr);
    ~FreedesktopNotifier() override;

    void show(const Notification &notification) override;
    void close(const QString &key) override;
    void closeAll() override;

private:
    struct Shown
    {
        uint id = 0; ///< the server's; 0 until it has answered
        bool isPending = false; ///< whether an answer of the server is awaited
        bool isUnwanted = false; ///< to be closed once the server has answered
        std::optional<Notification> next; ///< to be shown once the server has answered
    };

    void askCapabilities();
    void handleCapabilities(QDBusPendingCallWatcher *watcher);
    void showNow(const Notification &notification);
    void handleShown(const QString &key, QDBusPendingCallWatcher *watcher);
    void closeOldest();
    void closeId(uint id);
    void handleServerGone();
    [[nodiscard]] QString keyOf(uint id) const;
    [[nodiscard]] QString bodyOf(const Notification &notification) const;
    [[nodiscard]] QStringList actionsOf(const Notification &notification) const;

private Q_SLOTS:
    void handleClosed(uint id, uint reason);
    void handleAction(uint id, const QString &action);
    void handleReply(uint id, const QString &text);
    void handleActivationToken(uint id, const QString &token);

private:
    QDBusConnection m_bus;
    QDBusServiceWatcher *m_watcher;
    std::optional<QSet<QString>> m_capabilities; ///< nothing until the server has told
    bool m_isAsking = false;
    QQueue<Notification> m_waiting; ///< for the capabilities
    QHash<QString, Shown> m_shown;
    QStringList m_order; ///< the keys of m_shown, the oldest first
};

} // namespace platform
