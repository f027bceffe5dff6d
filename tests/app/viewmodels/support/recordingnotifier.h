#pragma once

#include "platform/notifier.h"

#include <QList>
#include <QStringList>

/// Remembers what it is told to show, and says what a person would do with it.
class RecordingNotifier final : public platform::Notifier
{
    Q_OBJECT

public:
    using Notifier::Notifier;

    void show(const platform::Notification &notification) override { shown.append(notification); }
    void close(const QString &key) override { closed.append(key); }
    void closeAll() override {}

    void click(const QString &key) { Q_EMIT activated(key); }
    void reply(const QString &key, const QString &text) { Q_EMIT replied(key, text); }
    void markRead(const QString &key) { Q_EMIT markedRead(key); }

    QList<platform::Notification> shown;
    QStringList closed;
};
