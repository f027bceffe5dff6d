#pragma once

#include "connection/event.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace connection {

/// Who wants to hear of which events. Handlers may be added and removed while one is running; one that is added then
/// is called from the next event on.
/// Thread: that of its owner, as are the contexts.
class EventHandlers final
{
public:
    /// Calls @p handler for each event of that name for as long as @p context exists.
    void add(const QString &name, QObject *context, EventHandler handler);
    /// The same for every event; those come before the ones by name.
    void addForAny(QObject *context, EventHandler handler);
    /// Forgets all handlers of the context.
    void remove(const QObject *context);

    /// Calls the handlers of the event, in the order they were added. False when there was none.
    bool dispatch(const Event &event);

private:
    struct Entry
    {
        bool isForAny;
        QString name; ///< empty where isForAny
        QPointer<QObject> context;
        EventHandler handler;
    };

    void forgetGone();

    std::vector<std::shared_ptr<Entry>> m_entries;
};

} // namespace connection
