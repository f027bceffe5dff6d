#include "connection/eventhandlers.h"

#include <algorithm>

namespace connection {

void EventHandlers::add(const QString &name, QObject *context, EventHandler handler)
{
    m_entries.push_back(std::make_shared<Entry>(Entry{false, name, context, std::move(handler)}));
}

void EventHandlers::addForAny(QObject *context, EventHandler handler)
{
    const auto firstByName
        = std::find_if(m_entries.begin(), m_entries.end(), [](const auto &entry) { return !entry->isForAny; });
    m_entries.insert(firstByName, std::make_shared<Entry>(Entry{true, {}, context, std::move(handler)}));
}

void EventHandlers::remove(const QObject *context)
{
    for (const auto &entry : m_entries) {
        if (entry->context == context)
            entry->context.clear(); // a dispatch that is under way skips it as well
    }
    forgetGone();
}

bool EventHandlers::dispatch(const Event &event)
{
    forgetGone();
    std::vector<std::shared_ptr<Entry>> called;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(called),
                 [&event](const auto &entry) { return entry->isForAny || entry->name == event.name; });
    for (const auto &entry : called) {
        if (entry->context)
            entry->handler(event);
    }
    return !called.empty();
}

void EventHandlers::forgetGone()
{
    std::erase_if(m_entries, [](const auto &entry) { return !entry->context; });
}

} // namespace connection
