#pragma once

#include "socketio/event.h"

#include <deque>
#include <optional>

namespace socketio {

/// The events of one socket that have to wait for an earlier one, so that they are handled in the order in which the
/// client sent them even when handling takes time. Also keeps the client's goodbye in its place behind them.
/// Thread: the socket's worker.
class SocketInbox final
{
public:
    /// One event, or nothing for the client's goodbye.
    using Item = std::optional<Event>;

    /// @p bytes: what it took on the wire.
    void push(Item item, qsizetype bytes);
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    [[nodiscard]] int size() const { return int(m_items.size()); }
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    [[nodiscard]] Item pop();

private:
    std::deque<std::pair<Item, qsizetype>> m_items;
    qsizetype m_bytes = 0;
};

} // namespace socketio
