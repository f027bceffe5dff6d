#include "platform/freedesktopnotifier.h"

#include "platform/logging.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <algorithm>

namespace platform {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString interface = QStringLiteral("org.freedesktop.Notifications");

const QString openAction = QStringLiteral("default");
const QString markReadAction = QStringLiteral("mark-read");
const QString replyAction = QStringLiteral("inline-reply");

constexpr int serverDecidesHowLong = -1;

QDBusMessage call(const char *method)
{
    return QDBusMessage::createMethodCall(service, path, interface, QString::fromLatin1(method));
}

/// The beginning of @p text, without characters that control something.
QString shortened(const QString &text, qsizetype maxCharacters)
{
    QString shown = text.left(maxCharacters);
    if (text.size() > maxCharacters) {
        shown.chop(1);
        if (shown.back().isHighSurrogate())
            shown.chop(1);
        shown += u'…';
    }
    for (QChar &c : shown) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = u' ';
    }
    return shown;
}

} // namespace

FreedesktopNotifier::FreedesktopNotifier(const QDBusConnection &bus, QObject *parent)
    : Notifier(parent), m_bus(bus),
      m_watcher(new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForOwnerChange, this))
{
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &FreedesktopNotifier::handleServerGone);
    const auto listen = [this](const char *signal, const char *slot) {
        m_bus.connect(service, path, interface, QString::fromLatin1(signal), this, slot);
    };
    listen("NotificationClosed", SLOT(handleClosed(uint, uint)));
    listen("ActionInvoked", SLOT(handleAction(uint, QString)));
    listen("NotificationReplied", SLOT(handleReply(uint, QString)));
    listen("ActivationToken", SLOT(handleActivationToken(uint, QString)));
}

FreedesktopNotifier::~FreedesktopNotifier()
{
    closeAll();
}

void FreedesktopNotifier::show(const Notification &notification)
{
    if (m_capabilities) {
        showNow(notification);
        return;
    }
    m_waiting.removeIf([&](const Notification &waiting) { return waiting.key == notification.key; });
    m_waiting.enqueue(notification);
    while (m_waiting.size() > maxShown)
        m_waiting.dequeue();
    askCapabilities();
}

void FreedesktopNotifier::close(const QString &key)
{
    m_waiting.removeIf([&](const Notification &waiting) { return waiting.key == key; });
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end())
        return;
    shown->next.reset();
    if (shown->isPending) {
        shown->isUnwanted = true;
        return;
    }
    closeId(shown->id);
    m_shown.erase(shown);
    m_order.removeOne(key);
}

void FreedesktopNotifier::closeAll()
{
    m_waiting.clear();
    const QStringList keys = m_order;
    for (const QString &key : keys)
        close(key);
}

void FreedesktopNotifier::askCapabilities()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call("GetCapabilities")), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &FreedesktopNotifier::handleCapabilities);
}

void FreedesktopNotifier::handleCapabilities(QDBusPendingCallWatcher *watcher)
{
    watcher->deleteLater();
    m_isAsking = false;
    const QDBusPendingReply<QStringList> reply = *watcher;
    const QQueue<Notification> waiting = std::exchange(m_waiting, {});
    if (reply.isError()) {
        qCInfo(lcPlatform, "no notifications: %s", qUtf8Printable(reply.error().message()));
        return;
    }
    const QStringList capabilities = reply.value();
    m_capabilities = QSet<QString>(capabilities.begin(), capabilities.end());
    for (const Notification &notification : waiting)
        showNow(notification);
}

void FreedesktopNotifier::showNow(const Notification &notification)
{
    Shown &shown = m_shown[notification.key];
    shown.isUnwanted = false;
    if (shown.isPending) {
        shown.next = notification;
        return;
    }
    shown.isPending = true;
    m_order.removeOne(notification.key);
    m_order.append(notification.key);

    QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("confab")},
                      {QStringLiteral("category"), QStringLiteral("im.received")}};
    if (notification.sound == Notification::Sound::Message)
        hints.insert(QStringLiteral("sound-name"), QStringLiteral("message-new-instant"));
    else
        hints.insert(QStringLiteral("suppress-sound"), true);
    QDBusMessage message = call("Notify");
    message.setArguments({QStringLiteral("Confab"), shown.id, QStringLiteral("confab"),
                          shortened(notification.title, maxTextCharacters), bodyOf(notification),
                          actionsOf(notification), hints, serverDecidesHowLong});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, key = notification.key](QDBusPendingCallWatcher *done) { handleShown(key, done); });
    closeOldest();
}

void FreedesktopNotifier::handleShown(const QString &key, QDBusPendingCallWatcher *watcher)
{
    watcher->deleteLater();
    const QDBusPendingReply<uint> reply = *watcher;
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end()) // of a server that has gone
        return;
    shown->isPending = false;
    if (reply.isError()) {
        qCInfo(lcPlatform, "a notification was refused: %s", qUtf8Printable(reply.error().message()));
        m_shown.erase(shown);
        m_order.removeOne(key);
        return;
    }
    shown->id = reply.value();
    if (shown->isUnwanted)
        close(key);
    else if (const auto next = std::exchange(shown->next, {}))
        showNow(*next);
    closeOldest();
}

void FreedesktopNotifier::closeOldest()
{
    while (m_order.size() > maxShown) {
        const auto settled = std::find_if(m_order.begin(), m_order.end(),
                                          [this](const QString &key) { return !m_shown.value(key).isPending; });
        if (settled == m_order.end())
            return;
        close(QString(*settled));
    }
}

void FreedesktopNotifier::closeId(uint id)
{
    QDBusMessage message = call("CloseNotification");
    message.setArguments({id});
    m_bus.send(message);
}

void FreedesktopNotifier::handleServerGone()
{
    m_capabilities.reset();
    m_shown.clear();
    m_order.clear();
}

QString FreedesktopNotifier::keyOf(uint id) const
{
    for (auto shown = m_shown.begin(); shown != m_shown.end(); ++shown) {
        if (id != 0 && shown->id == id)
            return shown.key();
    }
    return {};
}

QString FreedesktopNotifier::bodyOf(const Notification &notification) const
{
    const QString text = shortened(notification.text, maxTextCharacters);
    return m_capabilities->contains(QStringLiteral("body-markup")) ? text.toHtmlEscaped() : text;
}

QStringList FreedesktopNotifier::actionsOf(const Notification &notification) const
{
    if (!m_capabilities->contains(QStringLiteral("actions")))
        return {};
    QStringList actions{openAction, tr("Open")};
    if (notification.canReply && m_capabilities->contains(replyAction))
        actions << replyAction << tr("Reply");
    if (notification.canMarkRead)
        actions << markReadAction << tr("Mark as read");
    return actions;
}

void FreedesktopNotifier::handleClosed(uint id, uint)
{
    const QString key = keyOf(id);
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end())
        return;
    if (shown->isPending) { // its successor is on its way
        shown->id = 0;
        return;
    }
    m_shown.erase(shown);
    m_order.removeOne(key);
}

void FreedesktopNotifier::handleAction(uint id, const QString &action)
{
    const QString key = keyOf(id);
    if (key.isEmpty())
        return;
    if (action == openAction)
        Q_EMIT activated(key);
    else if (action == markReadAction)
        Q_EMIT markedRead(key);
}

void FreedesktopNotifier::handleReply(uint id, const QString &text)
{
    const QString key = keyOf(id);
    if (!key.isEmpty() && !text.trimmed().isEmpty())
        Q_EMIT replied(key, text);
}

void FreedesktopNotifier::handleActivationToken(uint id, const QString &token)
{
    // From here Qt takes it when a window is raised next.
    if (!keyOf(id).isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

} // namespace platform
