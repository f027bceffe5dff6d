#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace platform {

/// Something that people are to see although they may be looking elsewhere. All texts are plain text.
/// Thread: any (a value type).
struct Notification
{
    enum class Sound { None, Message };

    QString key; ///< what it is about, such as a room; the next one with the same key takes its place
    QString title;
    QString text; ///< may be empty
    bool canReply = false; ///< whether an answer can be typed into it, where the system offers that
    bool canMarkRead = false;
    Sound sound = Sound::None;
};

/// Shows notifications in the way of the system.
/// Thread: UI.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void show(const Notification &notification) = 0;
    /// Takes away the one with that key, if it is shown.
    virtual void close(const QString &key) = 0;
    virtual void closeAll() = 0;

Q_SIGNALS:
    /// Somebody clicked on it. On systems where windows may not raise themselves, ours may now.
    void activated(const QString &key);
    /// Somebody typed an answer into it; @p text is not empty.
    void replied(const QString &key, const QString &text);
    /// Somebody chose "Mark as read".
    void markedRead(const QString &key);
};

/// The system's own; one that shows nothing where there is none.
[[nodiscard]] std::unique_ptr<Notifier> makeNotifier();

} // namespace platform
